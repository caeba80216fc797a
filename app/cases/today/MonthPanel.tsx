import { Link } from 'wouter';
import { londonDay } from '../../../engine/time/london.ts';
import { dayWords } from '../../../engine/time/words.ts';
import type { Instant, WorkingCalendar } from '../../../engine/time/types.ts';
import { Panel } from '../../../ui/index.ts';
import { weeksOf } from './month.ts';
import type { MonthDay } from './month.ts';
import type { Entry } from './overview.ts';
import { todayWords as w } from './words.ts';

const DAYS = [['Mo', 'Monday'], ['Tu', 'Tuesday'], ['We', 'Wednesday'], ['Th', 'Thursday'], ['Fr', 'Friday'], ['Sa', 'Saturday'], ['Su', 'Sunday']] as const;

/** Five weeks with what is due on each day; a day leads to its tasks. */
export function MonthPanel({ entries, calendar, now, hrefOf }: { readonly entries: readonly Entry[]; readonly calendar: WorkingCalendar; readonly now: Instant; readonly hrefOf: (iso: string) => string }) {
  const today = londonDay(now);
  const weeks = weeksOf(today - 14, today + 14, entries, calendar, now);
  return (
    <Panel title={w.month} aside={<Link href="/calendar">{w.calendar}</Link>}>
      <table className="today-month"><caption className="cw-vh">{w.month}</caption><thead><tr><DayHeads /></tr></thead>
        <tbody>{weeks.map((week) => <tr key={week[0]?.iso}>{week.map((day) => <SmallDay key={day.iso} day={day} hrefOf={hrefOf} />)}</tr>)}</tbody>
      </table>
      <p className="today-key cw-s"><i className="off" /> {w.notWorking} <b>B</b> {w.holiday}<br /><i className="late">1!</i> {w.late} <i className="today">1</i> {w.dueToday} <i className="come">1</i> {w.toCome}</p>
    </Panel>
  );
}
export function DayHeads({ long = false }: { readonly long?: boolean }) {
  return <>{DAYS.map(([short, full]) => <th key={short} scope="col" abbr={full}>{long ? full : short}</th>)}</>;
}
function SmallDay({ day, hrefOf }: { readonly day: MonthDay; readonly hrefOf: (iso: string) => string }) {
  const n = day.entries.length;
  const classes = [day.working ? '' : 'off', day.today ? 'now' : ''].filter(Boolean).join(' ');
  return (
    <td className={classes === '' ? undefined : classes} aria-current={day.today ? 'date' : undefined}>
      {n === 0 ? <span>{day.date}{day.holiday === undefined ? null : <b title={day.holiday}>B</b>}</span>
        : <Link href={hrefOf(day.iso)} aria-label={`${dayWords(day.day, { year: false })}: ${n} ${day.state === 'late' ? w.late : day.state === 'today' ? w.dueToday : w.toCome}`}>{day.date}<i className={day.state}>{n}{day.state === 'late' ? '!' : ''}</i></Link>}
    </td>
  );
}
