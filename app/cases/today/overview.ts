// What there is to do over all cases, from the lines of the register alone: entries, groups, filters. No case is told
// anew here; time alone is let pass since each line was made.
import type { CompiledProcedure } from '../../../engine/case/compile.ts';
import { laterDeadline } from '../../../engine/case/later.ts';
import type { DeadlineView } from '../../../engine/case/types.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import type { RegisterRow, RowClock, RowTask } from '../../../engine/store/types.ts';
import { endOfDay, londonDay, parseDateTime } from '../../../engine/time/london.ts';
import { isSame, leaveOf } from '../../settings/partnership.ts';
import type { Partnership } from '../../settings/partnership.ts';
import { parseDay } from '../../../engine/time/day.ts';
import type { Day, Instant, WorkingCalendar } from '../../../engine/time/types.ts';

export type CompiledOf = (row: RegisterRow) => CompiledProcedure | undefined;
export type GroupId = 'late' | 'today' | 'soon' | 'later' | 'undated';
/** One task of one case, with what it is due by: the soonest clock, or the moment it is set for. */
export interface Entry {
  readonly id: string; readonly row: RegisterRow; readonly task: RowTask;
  readonly clock?: RowClock; readonly due?: Instant; readonly day?: Day; readonly booked: boolean; /** The next chase of those who are late; their lateness has an entry of its own. */ readonly chase?: true; readonly group: GroupId;
  /** The person at the screen may do it in the role chosen for its procedure, or covers for whom it is assigned to. */
  readonly mine: boolean;
  /** Whom it is assigned to is away, and who covers meanwhile. */
  readonly cover?: Cover;
  /** Nothing to do but wait: everybody asked is still in time. */
  readonly waits: boolean;
}
export interface Cover { readonly of: string; readonly by: string; /** Last day away, local. */ readonly until: string; /** It is the person at the screen who covers. */ readonly me: boolean }
/** Of somebody to whom tasks are assigned: who covers for them now, if anybody. */
export type CoverNow = (initials: string) => Cover | undefined;
const nobodyCovers: CoverNow = () => undefined;
/** By the settings of the partnership, as the person at the screen sees it. */
export function coverBy(people: Partnership['people'], me: string, now: Instant): CoverNow {
  return (of) => {
    const leave = leaveOf({ people }, of, now);
    return leave === undefined ? undefined : { of, by: leave.cover, until: leave.until, me: isSame(leave.cover, me) };
  };
}
export interface Roles { readonly [procedure: Id]: Id }

/** Every open task of these cases in the order to do them in. `lastSoon`: last day of the next five working days. */
export function entriesOf(rows: readonly RegisterRow[], compiledOf: CompiledOf, roles: Roles, now: Instant, lastSoon: Day, coverNow: CoverNow = nobodyCovers): readonly Entry[] {
  return rows.flatMap((row) => {
    const procedure = compiledOf(row)?.procedure;
    return (row.content.tasks ?? []).flatMap((task) => {
      const entry = entryOf(row, task, procedure, roles[row.procedure], now, lastSoon, task.person === undefined ? undefined : coverNow(task.person));
      return [entry, ...chaseOf(entry, now, lastSoon)];
    });
  }).toSorted((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity) || (a.row.content.reference < b.row.content.reference ? -1 : 1));
}
function entryOf(row: RegisterRow, task: RowTask, procedure: Procedure | undefined, role: Id | undefined, now: Instant, lastSoon: Day, cover: Cover | undefined): Entry {
  const clock = soonest(task.clocks);
  const planned = task.planned === undefined ? undefined : momentOf(task.planned);
  const booked = planned !== undefined && (clock?.latest === undefined || planned <= clock.latest);
  const due = booked ? planned : clock?.latest;
  const group = groupOf(due, now, lastSoon);
  const waits = task.state === 'waiting' && group !== 'late' && !(booked && group === 'today');
  return {
    id: `${row.case}/${task.task}`, row, task, booked, group, waits, mine: cover?.me === true || (role !== undefined && isDoer(procedure, task.doers, role)),
    ...(cover === undefined ? {} : { cover }),
    ...(clock === undefined ? {} : { clock }), ...(due === undefined ? {} : { due, day: londonDay(due) }),
  };
}
/** A chase to come, on its day; once it has come the entry of the task itself asks for it. */
function chaseOf(entry: Entry, now: Instant, lastSoon: Day): readonly Entry[] {
  const due = entry.task.chase === undefined ? undefined : momentOf(entry.task.chase);
  if (due === undefined || due < now) return [];
  const { clock: _clock, ...rest } = entry;
  return [{ ...rest, id: `${entry.id}/chase`, booked: false, chase: true, waits: false, due, day: londonDay(due), group: groupOf(due, now, lastSoon) }];
}
/** A body acts through its seats, so what it has to do is each seat's. */
export function isDoer(procedure: Procedure | undefined, doers: readonly Id[], role: Id): boolean {
  return doers.some((doer) => doer === role || procedure?.parties[doer]?.seats?.includes(role) === true);
}
function soonest(clocks: readonly RowClock[]): RowClock | undefined {
  return clocks.filter((one) => one.latest !== undefined && (one.state === 'due' || one.state === 'overdue')).toSorted((a, b) => (a.latest ?? 0) - (b.latest ?? 0))[0]
    ?? clocks.find((one) => one.state === 'no-date' || one.state === 'pending' || one.state === 'stopped' || one.state === 'not-yet');
}
/** A day without a time lasts until its end. */
function momentOf(civil: string): Instant | undefined {
  if (civil.length > 10) return parseDateTime(civil);
  const day = parseDay(civil);
  return day === undefined ? undefined : endOfDay(day);
}
function groupOf(due: Instant | undefined, now: Instant, lastSoon: Day): GroupId {
  if (due === undefined) return 'undated';
  if (due < now) return 'late';
  const day = londonDay(due);
  return day === londonDay(now) ? 'today' : day <= lastSoon ? 'soon' : 'later';
}

/** The state of an entry's clock now: lateness and day n of N move with time. */
export function clockNow(entry: Entry, compiled: CompiledProcedure | undefined, now: Instant): Pick<DeadlineView, 'state' | 'lateWords' | 'day' | 'days'> | undefined {
  return entry.clock === undefined || compiled === undefined ? undefined : laterDeadline(compiled, entry.clock, now);
}
/** Last of the next five working days. */
export function lastSoonDay(calendar: WorkingCalendar, now: Instant): Day { return calendar.add(londonDay(now), 5); }

export interface Filter { readonly who: 'mine' | 'all'; readonly role?: string; readonly procedure?: string; readonly when?: 'late' | 'today' | 'week'; readonly case?: string; readonly day?: string }
const WHEN: Readonly<Record<NonNullable<Filter['when']>, readonly GroupId[]>> = { late: ['late'], today: ['late', 'today'], week: ['late', 'today', 'soon'] };

/** From the address; what it does not know is left out, and no filter holds personal data. */
export function filterFrom(search: URLSearchParams, hasRole: boolean): Filter {
  const text = (key: string) => { const value = search.get(key); return value === null || value === '' ? {} : { [key]: value }; };
  const when = search.get('when');
  return { who: search.get('who') === 'all' || !hasRole ? 'all' : 'mine', ...text('role'), ...text('procedure'), ...text('case'), ...text('day'), ...(when === 'late' || when === 'today' || when === 'week' ? { when } : {}) };
}
/** Entries of the filter, whoever does them. */
export function filtered(entries: readonly Entry[], filter: Filter, compiledOf: CompiledOf): readonly Entry[] {
  const groups = filter.when === undefined ? undefined : WHEN[filter.when];
  const day = filter.day === undefined ? undefined : parseDay(filter.day);
  return entries.filter((one) => (groups === undefined || groups.includes(one.group)) && (day === undefined || one.day === day)
    && (filter.procedure === undefined || one.row.procedure === filter.procedure) && (filter.case === undefined || one.row.content.reference === filter.case)
    && (filter.role === undefined || isDoer(compiledOf(one.row)?.procedure, one.task.doers, filter.role)));
}
/** What is to be done by whom the filter names, and what only waits for others. */
export function split(entries: readonly Entry[], filter: Filter): { readonly todo: readonly Entry[]; readonly others: readonly Entry[] } {
  const isTodo = (one: Entry) => !one.waits && (filter.who === 'all' || filter.role !== undefined || one.mine);
  return { todo: entries.filter(isTodo), others: entries.filter((one) => !isTodo(one)) };
}
export function inGroups(entries: readonly Entry[]): ReadonlyMap<GroupId, readonly Entry[]> {
  const groups = new Map<GroupId, Entry[]>();
  for (const one of entries) {
    const known = groups.get(one.group);
    if (known === undefined) groups.set(one.group, [one]); else known.push(one);
  }
  return groups;
}
/** True when dates passed or a day went by since the line was made: then its case is told anew, after the page is shown. */
export function isStale({ content, asOf, changed }: RegisterRow, now: Instant): boolean {
  if (content.erased !== undefined) return false;
  const from = asOf ?? changed;
  if (content.tasks === undefined || londonDay(from) < londonDay(now)) return true;
  return content.tasks.some((task) => task.clocks.some((one) => [one.latest, one.earliest].some((at) => at !== undefined && at > from && at <= now)));
}
