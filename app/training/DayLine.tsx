import { lastMoment, moveTo, stepTo, toldOf } from '../../engine/case/rehearsal/index.ts';
import type { Playbook, Way } from '../../engine/case/rehearsal/index.ts';
import { instantOf, londonDay, londonMinutes, startOfDay } from '../../engine/time/london.ts';
import { dayWords } from '../../engine/time/words.ts';
import { weekday } from '../../engine/time/day.ts';
import { LinkButton } from '../../ui/index.ts';
import { instantWords } from '../dates.ts';
import { useClockKeys } from './useAutoplay.ts';
import type { Autoplay } from './useAutoplay.ts';
import { usePlayer } from './usePlayer.ts';
import { trainingWords } from './words.ts';

const w = trainingWords.clock;
const DAY = 86_400_000;

/** The days of the rehearsal as one line, with the acts of each way on it and a clock that can be dragged. */
export function DayLine({ autoplay }: { readonly autoplay: Autoplay }) {
  const { book, rehearsal, way, change, model: { now } } = usePlayer();
  const first = londonDay(book.begins) - 1;
  const last = Math.max(londonDay(lastMoment(book)), ...rehearsal.ways.map((one) => londonDay(one.clock))) + 2;
  const days = last - first;
  const percent = (at: number): number => Math.max(0, Math.min(100, ((at - startOfDay(first)) / DAY / days) * 100));
  const toDay = (day: number) => change((before) => moveTo(book, before, instantOf(day, londonMinutes(now))));
  const earlier = () => change((before) => stepTo(book, before, way.told - 1));
  const later = () => change((before) => stepTo(book, before, way.told + 1));
  const clockKeys = useClockKeys(autoplay);
  const keys = (event: React.KeyboardEvent) => {
    clockKeys(event);
    const byDays = (by: number) => () => toDay(londonDay(now) + by);
    const act = { PageDown: later, PageUp: earlier, ArrowRight: byDays(1), ArrowUp: byDays(1), ArrowLeft: byDays(-1), ArrowDown: byDays(-1), Home: () => toDay(londonDay(book.begins)), End: () => toDay(last - 2) }[event.key];
    if (act !== undefined) { event.preventDefault(); act(); }
  };
  return (
    <section className="tr-days" aria-labelledby="days">
      <div className="case-head"><h2 id="days" className="cw-h3">{w.days}</h2><span className="cw-row"><LinkButton disabled={way.told === 0} onClick={earlier}><span aria-hidden="true">◂ </span>{w.earlier}</LinkButton><LinkButton disabled={way.told === way.moments.length} onClick={later}>{w.later}<span aria-hidden="true"> ▸</span></LinkButton></span></div>
      <div className="tr-line" onKeyDown={keys}>
        <NonWorking book={book} first={first} days={days} percent={percent} />
        {rehearsal.ways.map((one) => <WayLine key={one.letter} way={one} book={book} single={rehearsal.ways.length === 1} percent={percent} />)}
        <input type="range" aria-label={w.dayLine} min={0} max={100} step="any" value={percent(now)} aria-valuetext={instantWords(now, 0)} onChange={(event) => toDay(first + Math.floor((Number(event.target.value) / 100) * days))} />
        <i className="tr-needle" style={{ left: `${percent(now)}%` }} aria-hidden="true" />
      </div>
    </section>
  );
}
function NonWorking({ book, first, days, percent }: { readonly book: Playbook; readonly first: number; readonly days: number; readonly percent: (at: number) => number }) {
  const calendar = book.compiled.calendars.get(book.compiled.procedure.conventions.calendar);
  const all = Array.from({ length: days }, (_, index) => first + index);
  const every = Math.ceil(days / 7 / 10);
  return (
    <div aria-hidden="true">
      {days > 400 ? null : all.filter((day) => calendar?.isWorking(day) === false).map((day) => <i key={day} className={calendar?.closedOn(day) === undefined ? 'tr-off' : 'tr-off holiday'} style={{ left: `${percent(startOfDay(day))}%`, width: `${100 / days}%` }} />)}
      {all.filter((day) => (days <= 12 ? day > first : weekday(day) === 0 && Math.floor((day - first) / 7) % every === 0)).map((day) => <span key={day} className="tr-week" style={{ left: `${percent(startOfDay(day))}%` }}>{dayWords(day, { year: false })}</span>)}
    </div>
  );
}
function WayLine({ way, book, single, percent }: { readonly way: Way; readonly book: Playbook; readonly single: boolean; readonly percent: (at: number) => number }) {
  const letter = way.letter.toLowerCase();
  return (
    <div className={`tr-way-line ${letter}`}>
      {single ? null : <b className="cw-vh">{w.way(way.letter)}</b>}
      <span className="tr-stroke" style={{ left: `${percent(book.begins)}%`, width: `${Math.max(0, percent(way.clock) - percent(book.begins))}%` }} />
      {toldOf(way).filter(({ entry }) => entry.kind === 'act').map(({ entry, refusal }, index) => <i key={`${entry.at}-${index}`} className={refusal === undefined ? 'tr-dot' : 'tr-dot refused'} style={{ left: `${percent(entry.at)}%` }} />)}
      {single ? null : <b className="tr-letter" aria-hidden="true" style={{ left: `${percent(way.clock)}%` }}>{way.letter}</b>}
    </div>
  );
}
