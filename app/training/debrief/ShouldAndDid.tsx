import type { Debrief, DutyLine } from '../../../engine/case/rehearsal/index.ts';
import { londonDay, startOfDay } from '../../../engine/time/london.ts';
import { dayWords } from '../../../engine/time/words.ts';
import { weekday } from '../../../engine/time/day.ts';
import type { WorkingCalendar } from '../../../engine/time/types.ts';
import { trainingWords } from '../words.ts';
import { pictureWords } from './verdicts.ts';

const w = trainingWords.report;
const LABELS = 300;
const WIDTH = 868;
const ROW = 30;
const TOP = 30;
const DAY = 86_400_000;

/** Diamond: the last day allowed. Dot: when it was done. Late in red, with words. The table below says the same. */
export function ShouldAndDid({ debrief, calendar }: { readonly debrief: Debrief; readonly calendar: WorkingCalendar | undefined }) {
  const lines = debrief.lines.filter(({ verdict }) => verdict !== 'not-reached' && verdict !== 'to-come');
  const first = londonDay(debrief.from) - 1;
  const last = Math.max(...lines.flatMap(({ done, latest, expected }) => [done ?? expected, latest ?? 0]).map((at) => londonDay(at)), first + 7) + 2;
  const scale: Scale = { first, days: last - first, x: (at) => LABELS + Math.max(0, Math.min(1, (at - startOfDay(first)) / DAY / (last - first))) * (WIDTH - LABELS - 10) };
  const height = TOP + lines.length * ROW + 6;
  return (
    <>
      <ul className="tr-picture-key" aria-hidden="true"><li><i className="diamond" />{w.key.last}</li><li><i className="dot" />{w.key.done}</li><li><i className="dot late" />{w.key.late}</li><li><i className="cross">✕</i>{w.key.missed}</li><li>{w.key.off}</li></ul>
      <div className="tr-picture"><svg viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true" focusable="false">
        <Days scale={scale} height={height} calendar={calendar} />
        {lines.map((line, index) => <Line key={`${line.label}-${index}`} line={line} y={TOP + index * ROW + ROW / 2} scale={scale} />)}
      </svg></div>
    </>
  );
}
interface Scale { readonly first: number; readonly days: number; readonly x: (at: number) => number }

function Days({ scale: { first, days, x }, height, calendar }: { readonly scale: Scale; readonly height: number; readonly calendar: WorkingCalendar | undefined }) {
  const all = Array.from({ length: days }, (_, index) => first + index);
  const every = Math.max(1, Math.ceil(days / 7 / 7));
  const wide = x(startOfDay(first + 1)) - x(startOfDay(first));
  return (
    <>
      {days > 250 ? null : all.filter((day) => calendar?.isWorking(day) === false).map((day) => <rect key={day} x={x(startOfDay(day))} y={TOP - 8} width={wide} height={height - TOP + 8} className={calendar?.closedOn(day) === undefined ? 'off' : 'off holiday'} />)}
      {all.filter((day) => weekday(day) === 0 && Math.floor((day - first) / 7) % every === 0).map((day) => <text key={day} x={x(startOfDay(day))} y={TOP - 14} className="week">{dayWords(day, { year: false }).slice(4)}</text>)}
    </>
  );
}

function Line({ line, y, scale: { x } }: { readonly line: DutyLine; readonly y: number; readonly scale: Scale }) {
  const done = line.done === undefined ? undefined : x(line.done);
  const latest = line.latest === undefined ? undefined : x(line.latest);
  const words = pictureWords(line);
  const late = line.verdict === 'late' || line.verdict === 'missed';
  const right = Math.max(done ?? 0, latest ?? 0, done === undefined ? x(line.expected) : 0) + 12;
  const fits = right + words.length * 7 < WIDTH;
  return (
    <g className={late ? 'late' : ''}>
      <line x1={0} x2={WIDTH} y1={y + ROW / 2} y2={y + ROW / 2} className="rule" />
      <text x={0} y={y + 5} className={late ? 'label late' : 'label'}>{short(line.label)}</text>
      {done !== undefined && latest !== undefined ? <line x1={done} x2={latest} y1={y} y2={y} className="gap" /> : null}
      {latest === undefined ? null : <path d={`M${latest} ${y - 7}l7 7l-7 7l-7 -7z`} className="diamond" />}
      {done === undefined ? <text x={x(line.expected) - 5} y={y + 5} className="cross">✕</text> : <circle cx={done} cy={y} r={6} className="dot" />}
      {words === '' ? null : <text x={fits ? right : Math.min(done ?? WIDTH, latest ?? WIDTH, WIDTH) - 14} y={y + 5} textAnchor={fits ? 'start' : 'end'} className="words">{words}</text>}
    </g>
  );
}
const short = (label: string): string => (label.length > 42 ? `${label.slice(0, 41)}…` : label);
