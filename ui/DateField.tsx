import type { FieldText } from './Field.tsx';
import { FieldGroup } from './Field.tsx';
import { uiWords } from './words.ts';

/** A date as typed: kept letter by letter, so that nothing is lost before it is complete. */
export interface DateParts { readonly day: string; readonly month: string; readonly year: string; readonly time?: string }
export const emptyDate: DateParts = { day: '', month: '', year: '', time: '' };

/** Splits `2026-12-10` or `2026-12-10T14:20` into what is shown in the boxes. */
export function partsOf(civil: string): DateParts {
  const [date = '', time = ''] = civil.split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year, time };
}
/** True when nothing was typed. */
export function isEmptyDate(parts: DateParts): boolean {
  return parts.day.trim() === '' && parts.month.trim() === '' && parts.year.trim() === '' && (parts.time ?? '').trim() === '';
}
/** The civil date (with time when asked) that the boxes say, or undefined when they say none that exists. */
export function civilOf(parts: DateParts, withTime: boolean): string | undefined {
  const [day, month, year] = [parts.day, parts.month, parts.year].map((text) => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN)) as [number, number, number];
  if (!(year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month))) return undefined;
  const date = `${year}-${two(month)}-${two(day)}`;
  if (!withTime) return date;
  const clock = /^(\d{1,2})[:.]?(\d{2})$/.exec((parts.time ?? '').trim());
  if (clock === null || Number(clock[1]) > 23 || Number(clock[2]) > 59) return undefined;
  return `${date}T${two(Number(clock[1]))}:${clock[2]}`;
}
function monthLength(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
function two(value: number): string { return String(value).padStart(2, '0'); }

/** A date in three boxes, with a fourth for the time when it is asked. */
export function DateField({ value, onChange, withTime = false, disabled = false, ...text }: FieldText & { readonly value: DateParts; readonly onChange: (value: DateParts) => void; readonly withTime?: boolean; readonly disabled?: boolean }) {
  const bad = text.error === undefined ? '' : ' bad';
  const box = (key: keyof DateParts, label: string, id: string, name: string) => (
    <label className={name} htmlFor={id}>{label}
      <input id={id} className={`cw-input${bad}`} type="text" inputMode={key === 'time' ? 'text' : 'numeric'} autoComplete="off" maxLength={key === 'time' ? 5 : key === 'year' ? 4 : 2} disabled={disabled}
        value={value[key] ?? ''} onChange={(event) => onChange({ ...value, [key]: event.target.value })} />
    </label>
  );
  return (
    <FieldGroup {...text}>
      <div className="cw-date">
        {box('day', uiWords.day, text.id, 'd')}{box('month', uiWords.month, `${text.id}-month`, 'm')}{box('year', uiWords.year, `${text.id}-year`, 'y')}
        {withTime ? box('time', uiWords.time, `${text.id}-time`, 't') : null}
      </div>
    </FieldGroup>
  );
}
