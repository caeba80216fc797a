import { useMemo } from 'react';
import { Link, useSearchParams } from 'wouter';
import { dayWords } from '../../../engine/time/words.ts';
import type { Instant } from '../../../engine/time/types.ts';
import { Button, Details, Table, buttonClass } from '../../../ui/index.ts';
import { monthWords } from '../../dates.ts';
import { useWorld } from '../../world/world.ts';
import { recordExport } from '../../trust/access.ts';
import { originOf } from '../../trust/origin.ts';
import { originWords } from '../../trust/words.ts';
import { saveFile } from '../../world/download.ts';
import { useDuties } from '../duties/useDuties.ts';
import { calendarFile } from '../exports/ics.ts';
import { calendarOf } from './calendarOf.ts';
import { asCalendarDates, dutyDatesOf } from './dutyDates.ts';
import type { DutyDate } from './dutyDates.ts';
import { aboutOf, entryWords } from './entryWords.ts';
import { monthFrom, weeksOf } from './month.ts';
import type { MonthDay } from './month.ts';
import { DayHeads } from './MonthPanel.tsx';
import { OverFrame } from './OverFrame.tsx';
import { entriesOf, lastSoonDay } from './overview.ts';
import type { Entry } from './overview.ts';
import { datesOf } from './sentDates.ts';
import { useOverview } from './useOverview.ts';
import type { Overview } from './useOverview.ts';
import { todayWords as w } from './words.ts';

const MOST = 3;

/** One month of due dates and meetings over all open cases, and of the duties that belong to none. */
export function CalendarPage() {
  const overview = useOverview();
  const now = useWorld().now();
  const [search] = useSearchParams();
  const month = monthFrom(search.get('month'), now);
  const title = monthWords(month.first);
  return (
    <OverFrame title={`${w.calendar}, ${title}`} place="calendar" overview={overview}>
      <div className="case-head"><h1 className="cw-h1">{title}</h1>
        <nav className="cw-row" aria-label={w.calendar}><Link className={buttonClass('secondary', true)} href={`/calendar?month=${month.iso(-1)}`}>{w.previous}</Link><Link className={buttonClass('secondary', true)} href="/calendar">{w.thisMonth}</Link><Link className={buttonClass('secondary', true)} href={`/calendar?month=${month.iso(1)}`}>{w.following}</Link></nav>
      </div>
      {overview === undefined ? null : <Month overview={overview} now={now} month={month} title={title} />}
    </OverFrame>
  );
}
function Month({ overview, now, month, title }: { readonly overview: Overview; readonly now: Instant; readonly month: ReturnType<typeof monthFrom>; readonly title: string }) {
  const calendar = calendarOf(overview);
  const entries = useMemo(() => entriesOf([...overview.open, ...overview.closed], overview.compiledOf, {}, now, lastSoonDay(calendar, now)).filter((one) => one.due !== undefined), [overview, calendar, now]);
  const { all: kept } = useDuties('kept');
  const owed = useMemo(() => dutyDatesOf(kept ?? [], now, month.first, month.last), [kept, now, month.first, month.last]);
  const weeks = weeksOf(month.first, month.last, entries, calendar, now, month.month);
  const world = useWorld();
  const save = () => { void originOf(world, '').then((origin) => { saveFile(`caseway-dates-${month.iso(0)}.ics`, 'text/calendar', calendarFile([...datesOf(inMonth, overview.compiledOf), ...asCalendarDates(owed)], now, origin)); return recordExport(world, '', `${title}: ${originWords.dates}`); }); };
  const inMonth = entries.filter(({ day = 0 }) => day >= month.first && day <= month.last);
  return (
    <>
      <table className="month-grid"><caption className="cw-vh">{title}</caption><thead><tr><DayHeads long /></tr></thead>
        <tbody>{weeks.map((week) => <tr key={week[0]?.iso}>{week.map((day) => <DayCell key={day.iso} day={day} duties={owed.filter((one) => one.day === day.day)} />)}</tr>)}</tbody>
      </table>
      {inMonth.length + owed.length === 0 ? <p>{w.nothingInMonth}</p> : (
        <>
          <div className="month-list"><MonthTable entries={inMonth} owed={owed} overview={overview} now={now} title={title} /></div>
          <div className="cw-row today-calendar-acts"><Button kind="secondary" onClick={save}>{w.dates}</Button><span className="cw-s cw-q">{w.count(inMonth.length + owed.length)}</span></div>
          <Details summary={w.list}><MonthTable entries={inMonth} owed={owed} overview={overview} now={now} title={title} /></Details>
        </>
      )}
    </>
  );
}
function DayCell({ day, duties }: { readonly day: MonthDay; readonly duties: readonly DutyDate[] }) {
  const classes = [day.working ? '' : 'off', day.today ? 'now' : '', day.inMonth ? '' : 'out'].filter(Boolean).join(' ');
  return (
    <td className={classes === '' ? undefined : classes} aria-current={day.today ? 'date' : undefined}>
      <span>{day.date}</span> {day.holiday === undefined ? null : <small>{day.holiday}</small>}
      {day.entries.length + duties.length === 0 ? null : (
        <ul>
          {duties.map((one) => <li key={one.id} className={one.late ? 'late' : 'later'}><Link href={one.href}>{one.label}<span className="case-sub">{w.duty}, {one.procedure}</span></Link></li>)}
          {day.entries.slice(0, MOST).map((entry) => <li key={entry.id} className={entry.group}><Link href={`/cases/${entry.row.case}/tasks/${entry.task.task}`}>{entry.booked ? `${entry.task.planned?.slice(11) ?? ''} ` : ''}{entry.chase === true ? w.chaseAgain(entry.task.label) : entry.task.label}<span className="case-sub">{entry.row.content.reference}</span></Link></li>)}
          {day.entries.length > MOST ? <li><Link href={`/today?who=all&day=${day.iso}`}>{w.more(day.entries.length - MOST)}</Link></li> : null}
        </ul>
      )}
    </td>
  );
}
function MonthTable({ entries, owed, overview, now, title }: { readonly entries: readonly Entry[]; readonly owed: readonly DutyDate[]; readonly overview: Overview; readonly now: Instant; readonly title: string }) {
  const columns = [{ id: 'what', head: 'What' }, { id: 'when', head: 'When' }, { id: 'case', head: 'Case' }];
  const rows = entries.slice(0, 300).map((entry) => {
    const words = entryWords(entry, overview.compiledOf(entry.row), now);
    return { id: entry.id, day: entry.day ?? 0, cells: [<Link key="l" href={`/cases/${entry.row.case}/tasks/${entry.task.task}`}>{words.title}</Link>, <>{entry.day === undefined ? '' : dayWords(entry.day)}{entry.group === 'late' ? <b className="case-late"> {words.state}</b> : null}</>, aboutOf(entry)] };
  });
  const ofDuties = owed.map((one) => ({ id: one.id, day: one.day, cells: [<Link key="l" href={one.href}>{one.label}</Link>, <>{dayWords(one.day)}{one.late ? <b className="case-late"> {w.group.late}</b> : null}</>, `${w.duty}, ${one.procedure}`] }));
  return <Table caption={title} hideCaption columns={columns} rows={[...ofDuties, ...rows].toSorted((a, b) => a.day - b.day)} />;
}
