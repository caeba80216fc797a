// The days between a clock's start and its date, as columns: one for each day, or each week when it is long.
import type { Day } from '../../engine/time/types.ts';
import { civilOf, weekday } from '../../engine/time/index.ts';
import type { Example } from './example.ts';

export type CellKind = 'start' | 'counted' | 'left-out' | 'due' | 'outside';
export interface Column { readonly day: Day; readonly weekday: string; readonly date: number; readonly month: string; readonly off: 'weekend' | 'holiday' | null; readonly holiday: string | null }
export interface Cell { readonly kind: CellKind; readonly number: number | null }
export interface Strip { readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[]; /** Days to a column. */ readonly step: 1 | 7 }

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MOST = 16;

/** The strip over all examples; null when it would not help (hundreds of days). */
export function stripOf(examples: readonly Example[]): Strip | null {
  const first = Math.min(...examples.map((each) => Math.min(each.start, each.last)));
  const last = Math.max(...examples.map((each) => Math.max(each.start, each.last)));
  if (examples.length === 0 || last - first > MOST * 7) return null;
  const step = last - first < MOST ? 1 : 7;
  const width = Math.max(step === 1 ? 14 : 4, Math.floor((last - first) / step) + 1);
  const columns = Array.from({ length: width }, (_, index) => columnOf(first + index * step, examples[0], index === 0));
  return { columns, step, rows: examples.map((each) => columns.map((column) => cellOf(each, column.day, step))) };
}

function columnOf(day: Day, example: Example | undefined, first: boolean): Column {
  const { date, month } = civilOf(day);
  const weekend = weekday(day) > 4;
  const closed = example?.calendar.closedOn(day)?.name ?? null;
  return {
    day, weekday: WEEKDAYS[weekday(day)] ?? '', date, month: first || date === 1 ? MONTHS[month - 1] ?? '' : '',
    off: weekend ? 'weekend' : closed === null ? null : 'holiday', holiday: closed,
  };
}

function cellOf(example: Example, day: Day, step: number): Cell {
  const { start, last, calendar, working } = example;
  const holds = (moment: Day): boolean => moment >= day && moment < day + step;
  const [low, high] = [Math.min(start, last), Math.max(start, last)];
  const end = day + step - 1;
  const number = working ? Math.abs(calendar.distance(start, Math.min(end, high))) : Math.abs(Math.min(end, high) - start);
  if (holds(last) && last !== start) return { kind: 'due', number };
  if (holds(start)) return { kind: last === start ? 'due' : 'start', number: null };
  if (day < low || day > high) return { kind: 'outside', number: null };
  if (step === 1 && working && !calendar.isWorking(day)) return { kind: 'left-out', number: null };
  return { kind: 'counted', number };
}
