import { weekday, civilOf } from '../../engine/time/day.ts';
import { londonDay } from '../../engine/time/london.ts';
import { dayWords } from '../../engine/time/words.ts';
import type { Day, WorkingCalendar } from '../../engine/time/types.ts';
import type { DeadlineView } from '../../engine/case/types.ts';
import { byUrgency, deadlineState } from '../cases/states.ts';
import { usePlayer } from './usePlayer.ts';
import { trainingWords } from './words.ts';

const w = trainingWords.clock;
const HEADS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEKS = 5;

interface Mark { readonly letter: string; readonly day: Day; readonly label: string; readonly late: boolean }

/** Five weeks with what is no working day, the day of the clock, and the dates that matter. */
export function Calendar() {
  const { book, model } = usePlayer();
  const calendar = book.compiled.calendars.get(book.compiled.procedure.conventions.calendar);
  const today = londonDay(model.now);
  const begun = Math.min(today, londonDay(book.begins));
  // The week before the clock's, but none before the rehearsal began.
  const first = Math.max(today - weekday(today) - 7, begun - weekday(begun));
  const days = Array.from({ length: WEEKS * 7 }, (_, index) => first + index);
  const marks = marksIn(model.deadlines, model.now, days);
  const from = civilOf(first);
  const to = civilOf(first + WEEKS * 7 - 1);
  return (
    <div className="tr-calendar">
      <table>
        <caption>{MONTHS[from.month - 1]} {from.year === to.year ? '' : from.year} to {MONTHS[to.month - 1]} {to.year}</caption>
        <thead><tr>{HEADS.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>{Array.from({ length: WEEKS }, (_, week) => <tr key={week}>{days.slice(week * 7, week * 7 + 7).map((day) => <DayCell key={day} day={day} today={today} calendar={calendar} marks={marks.filter((mark) => mark.day === day)} />)}</tr>)}</tbody>
      </table>
      <ul className="tr-legend">{marks.map((mark) => <li key={mark.letter}><i className={mark.late ? 'late' : ''}>{mark.letter}</i>{mark.label}</li>)}<li>{w.legend}</li></ul>
    </div>
  );
}

function DayCell({ day, today, calendar, marks }: { readonly day: Day; readonly today: Day; readonly calendar: WorkingCalendar | undefined; readonly marks: readonly Mark[] }) {
  const closed = calendar?.closedOn(day);
  const off = calendar?.isWorking(day) === false;
  const words = [dayWords(day), closed?.name ?? '', day === today ? w.today : '', ...marks.map((mark) => mark.label)].filter(Boolean).join(', ');
  return (
    <td className={[off ? 'off' : '', day === today ? 'now' : ''].filter(Boolean).join(' ')} title={words}>
      <span aria-hidden="true">{civilOf(day).date}</span><span className="cw-vh">{words}</span>
      {closed === undefined || marks.length > 0 ? null : <b aria-hidden="true" className="holiday">B</b>}
      {marks.slice(0, 2).map((mark) => <i key={mark.letter} aria-hidden="true" className={mark.late ? 'late' : ''}>{mark.letter}</i>)}
    </td>
  );
}

/** At most four: what is late and due before what was met. */
function marksIn(deadlines: readonly DeadlineView[], now: number, days: readonly Day[]): readonly Mark[] {
  const shown = deadlines.filter((one) => one.latest !== undefined && (one.state === 'due' || one.state === 'overdue') && days.includes(londonDay(one.latest))).toSorted(byUrgency);
  const distinct = [...new Map(shown.map((one) => [`${one.label} ${londonDay(one.latest ?? 0)}`, one])).values()].slice(0, 4);
  return distinct.map((one, index) => ({ letter: String(index + 1), day: londonDay(one.latest ?? 0), label: one.state === 'overdue' ? `${one.label}: ${deadlineState(one, now).words}` : one.label, late: one.state === 'overdue' }));
}
