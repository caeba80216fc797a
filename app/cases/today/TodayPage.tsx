import { useMemo } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { Instant } from '../../../engine/time/types.ts';
import { dayWords, listWords } from '../../../engine/time/words.ts';
import { Details, Panel, Tag, buttonClass } from '../../../ui/index.ts';
import { longDay } from '../../dates.ts';
import { useWho } from '../../world/session.ts';
import { useWorld } from '../../world/world.ts';
import { partyLabel } from '../actors.ts';
import { DutiesDue } from '../duties/DutiesDue.tsx';
import { dutyWords } from '../duties/words.ts';
import { JustSaid } from '../JustSaid.tsx';
import { Asks } from './Asks.tsx';
import { calendarOf } from './calendarOf.ts';
import { entryWords } from './entryWords.ts';
import { Chips, Filters, filterHref } from './Filters.tsx';
import { MonthPanel } from './MonthPanel.tsx';
import { OverFrame } from './OverFrame.tsx';
import { coverBy, entriesOf, filterFrom, filtered, inGroups, lastSoonDay, split } from './overview.ts';
import type { Entry, Filter, GroupId } from './overview.ts';
import { TaskGroup } from './TaskRows.tsx';
import { useOverview } from './useOverview.ts';
import type { Overview } from './useOverview.ts';
import { todayWords as w } from './words.ts';

const GROUPS: readonly GroupId[] = ['late', 'today', 'soon'];

/** The staff's first page: what my roles have to do over all cases, late things first. */
export function TodayPage() {
  const overview = useOverview();
  const now = useWorld().now();
  return (
    <OverFrame title={w.tab} place="today" overview={overview}>
      <div className="case-head"><h1 className="cw-h1">{w.title(longDay(now))}</h1>{overview === undefined || overview.open.length === 0 ? null : <Link className={buttonClass()} href="/cases/open">{w.open}</Link>}</div>
      <JustSaid />
      {overview === undefined ? null : overview.open.length === 0 ? <><DutiesDue now={now} /><Teach /></> : <Tasks overview={overview} now={now} />}
    </OverFrame>
  );
}
function Tasks({ overview, now }: { readonly overview: Overview; readonly now: Instant }) {
  const { roles, person } = useWho();
  const [search] = useSearchParams();
  const calendar = calendarOf(overview);
  const lastSoon = lastSoonDay(calendar, now);
  const all = useMemo(() => entriesOf([...overview.open, ...overview.closed], overview.compiledOf, roles, now, lastSoon, coverBy(overview.people ?? [], person, now)), [overview, roles, person, now, lastSoon]);
  const hasRole = overview.procedures.some(({ procedure }) => roles[procedure.id] !== undefined) || all.some(({ mine }) => mine);
  const filter = filterFrom(search, hasRole);
  const shown = filtered(all, filter, overview.compiledOf);
  const { todo, others } = split(shown, filter);
  const groups = inGroups(todo);
  return (
    <div className="today-grid">
      <div>
        <div className="today-bar"><Whose filter={filter} shown={shown} hasRole={hasRole} /><Link className="cw-s" href="/board">{w.board}</Link><Link className="cw-s" href="/calendar">{w.calendar}</Link><Link className="cw-s" href="/duties">{dutyWords.tab}</Link></div>
        <Filters key={search.toString()} path="/today" filter={filter} overview={overview} />
        <Chips path="/today" filter={filter} overview={overview} />
        {filter.case === undefined && filter.day === undefined ? <><Asks overview={overview} /><DutiesDue now={now} /></> : null}
        {GROUPS.map((group) => <TaskGroup key={group} group={group} entries={groups.get(group) ?? []} note={group === 'soon' ? w.to(dayWords(lastSoon, { year: false })) : undefined} compiledOf={overview.compiledOf} now={now} />)}
        {GROUPS.some((group) => groups.has(group)) ? null : <NothingDue filter={filter} groups={groups} overview={overview} now={now} filteredOut={todo.length === 0 && all.length > 0 && (filter.when !== undefined || filter.day !== undefined || filter.case !== undefined || filter.role !== undefined)} />}
        {(['later', 'undated'] as const).map((group) => ((groups.get(group)?.length ?? 0) === 0 ? null : <Details key={group} summary={`${w.group[group]} (${groups.get(group)?.length ?? 0})`} open={filter.day !== undefined}><TaskGroup group={group} entries={groups.get(group) ?? []} compiledOf={overview.compiledOf} now={now} /></Details>))}
      </div>
      <aside className="today-side">
        <MonthPanel entries={todo} calendar={calendar} now={now} hrefOf={(iso) => filterHref('/today', { ...filter, day: iso })} />
        <Waiting entries={others} overview={overview} now={now} />
        <Stages overview={overview} />
      </aside>
    </div>
  );
}
function Whose({ filter, shown, hasRole }: { readonly filter: Filter; readonly shown: readonly Entry[]; readonly hasRole: boolean }) {
  if (!hasRole) return null;
  const count = (who: Filter['who']) => split(shown, { ...filter, who }).todo.length;
  return (
    <nav aria-label={w.whose} className="today-seg">
      <Link href={filterHref('/today', { ...filter, who: 'mine' })} aria-current={filter.who === 'mine' ? 'true' : undefined}>{w.mine} <b>{count('mine')}</b></Link><Link href={filterHref('/today', { ...filter, who: 'all' })} aria-current={filter.who === 'all' ? 'true' : undefined}>{w.everyone} <b>{count('all')}</b></Link>
    </nav>
  );
}
function NothingDue({ filter, groups, overview, now, filteredOut }: { readonly filter: Filter; readonly groups: ReadonlyMap<GroupId, readonly Entry[]>; readonly overview: Overview; readonly now: Instant; readonly filteredOut: boolean }) {
  const { roles } = useWho();
  const next = groups.get('later')?.[0];
  const who = listWords(overview.procedures.flatMap(({ procedure }) => (roles[procedure.id] === undefined ? [] : [partyLabel(procedure, roles[procedure.id])])), 'or');
  const words = next === undefined ? undefined : entryWords(next, overview.compiledOf(next.row), now);
  return (
    <div className="cw-stack today-nothing">
      <p className="case-lead">{filteredOut ? w.nothingHere : filter.who === 'mine' ? w.nothingMine(who) : w.nothing} {words === undefined ? null : w.next(words.date, words.title)}</p>
      <p className="cw-row">{filter.who === 'mine' ? <Link className={buttonClass('secondary')} href={filterHref('/today', { who: 'all' })}>{w.seeEveryone}</Link> : filteredOut ? <Link className={buttonClass('secondary')} href={filterHref('/today', { who: filter.who })}>{w.clear}</Link> : null}</p>
    </div>
  );
}
function Waiting({ entries, overview, now }: { readonly entries: readonly Entry[]; readonly overview: Overview; readonly now: Instant }) {
  const dated = entries.filter((one) => one.due !== undefined);
  return (
    <Panel title={`${w.waiting}${dated.length === 0 ? '' : ` (${dated.length})`}`}>
      {dated.length === 0 ? <p className="cw-s cw-z">{w.noneWaiting}</p> : (
        <ul className="today-wait">{dated.slice(0, 6).map((entry) => {
          const words = entryWords(entry, overview.compiledOf(entry.row), now);
          return <li key={entry.id}><Link href={`/cases/${entry.row.case}/tasks/${entry.task.task}`}>{entry.task.label}, {entry.row.content.initials || entry.row.content.reference}</Link><div className="cw-s">{words.who}, {w.by(words.date)}{words.cover === undefined ? null : <>. {words.cover}</>}{entry.group === 'late' ? <>: <b className="case-late">{words.state}</b></> : null}</div></li>;
        })}</ul>
      )}
    </Panel>
  );
}
function Stages({ overview }: { readonly overview: Overview }) {
  const counts = new Map<string, number>();
  for (const row of overview.open) counts.set(row.content.stage, (counts.get(row.content.stage) ?? 0) + 1);
  const most = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, 8);
  return (
    <Panel title={w.openCases(overview.open.length)} aside={<Link href="/board">{w.board}</Link>}>
      <ul className="today-counts">{most.map(([stage, n]) => <li key={stage}><span>{stage}</span> <b>{n}</b></li>)}</ul>
    </Panel>
  );
}
/** Nothing is here yet: what will be, one button, one sample. */
function Teach() {
  const practice = useWorld().kind === 'practice';
  const t = w.teach;
  return (
    <div className="cw-stack today-teach">
      <p className="case-lead"><b>{t.title}.</b> {t.text}</p>
      <p className="cw-row"><Link className={buttonClass()} href="/cases/open">{w.open}</Link>{practice ? null : <Link className={buttonClass('secondary')} href="~/practice">{t.practice}</Link>}</p>
      <figure className="today-sample"><figcaption className="cw-s cw-q">{t.sample}</figcaption>
        <ul className="today-tasks"><li><div><b>{t.sampleTask}</b><div className="cw-s">{t.sampleCase}</div></div><div><div className="cw-row"><Tag kind="late" sign="late">{t.sampleState}</Tag><b>{t.sampleDate}</b></div><p className="cw-why">{t.sampleWhy}</p></div></li></ul>
      </figure>
    </div>
  );
}
