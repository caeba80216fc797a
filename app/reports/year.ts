// The figures of a year from the cases themselves: counted, never typed. A case is told up to the moment it is looked
// at; what belongs to the year is told by the day on which it happened or fell due, Europe/London.
import { deadlines } from '../../engine/case/deadlines.ts';
import type { Versions } from '../../engine/case/compile.ts';
import { partingOf } from '../../engine/case/parting.ts';
import type { Case, DeadlineView } from '../../engine/case/types.ts';
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import { civilDateTime } from '../../engine/time/london.ts';
import type { Instant } from '../../engine/time/types.ts';
import { partyLabel } from '../cases/actors.ts';
import { expectsReply, isIn } from '../cases/replies.ts';
import { shortLabel, textOf } from '../procedures/catalogue.ts';
import { reportWords as w } from './words.ts';

const DAY = 86_400_000;
export interface StageTime { readonly id: string; readonly label: string; readonly times: number; readonly median: number; readonly longest: number; /** Middle of the time limits of its tasks, in days; absent where none has one. */ readonly limit?: number }
export interface AgencyFigures { readonly id: string; readonly label: string; readonly asked: number; readonly inTime: number; readonly late: number; readonly out: number; readonly overdue: number; readonly other: number }
export interface LimitFigures { readonly id: string; readonly label: string; readonly met: number; readonly metLate: number; readonly running: number; readonly late: number }
export interface Counted { readonly label: string; readonly count: number }
export interface YearFigures {
  readonly opened: number; readonly closed: number; readonly openAtEnd: number; readonly openNow: number;
  readonly doors: readonly Counted[]; readonly types: readonly Counted[]; readonly outcomes: readonly Counted[];
  readonly stages: readonly StageTime[]; readonly agencies: readonly AgencyFigures[]; readonly limits: readonly LimitFigures[]; readonly departures: number;
}
/** A case as told, with the procedure that it runs on. */
export interface Told { readonly case: Case; readonly procedure: Procedure; readonly deadlines: readonly DeadlineView[] }
export const told = (versions: Versions, item: Case, procedure: Procedure): Told => ({ case: item, procedure, deadlines: deadlines(versions, item, item.asOf) });

const yearOf = (at: Instant): string => civilDateTime(at).slice(0, 4);
/** Years of which there is anything to tell, newest first. */
export function yearsOf(all: readonly Told[], now: Instant): readonly string[] {
  const first = Math.min(...all.map(({ case: item }) => Number(yearOf(item.opened))), Number(yearOf(now)));
  return Array.from({ length: Number(yearOf(now)) - first + 1 }, (_, n) => String(Number(yearOf(now)) - n));
}

/** The figures of one year over these cases, at the moment they were told for. A case merged into another is counted with that one. */
export function figuresOf(every: readonly Told[], year: string): YearFigures {
  const all = every.filter(({ case: item }) => partingOf(item.events)?.type !== 'caseMerged');
  const openedThen = all.filter(({ case: item }) => yearOf(item.opened) === year);
  const isOpenAtEnd = ({ case: item }: Told) => yearOf(item.opened) <= year && (item.closed === undefined || yearOf(item.closed) > year);
  return {
    opened: openedThen.length, closed: all.filter(({ case: item }) => item.closed !== undefined && yearOf(item.closed) === year).length,
    openAtEnd: all.filter(isOpenAtEnd).length, openNow: all.filter(({ case: item }) => item.closed === undefined).length,
    doors: counted(openedThen.map(({ case: item, procedure }) => textOf(procedure.doors[item.door]?.label))), types: counted(openedThen.map(({ case: item }) => item.caseType ?? w.none)),
    outcomes: counted(all.flatMap((one) => outcomesIn(one, year))), stages: stageTimes(all, year), agencies: agencies(all, year), limits: limits(all, year),
    departures: all.flatMap(({ case: item }) => Object.values(item.tasks).flat()).filter((record) => record.done !== undefined && yearOf(record.done) === year).reduce((sum, { departures }) => sum + departures.length, 0),
  };
}
function counted(labels: readonly string[]): readonly Counted[] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([label, count]) => ({ label, count })).toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}
/** Final decisions taken in the year; advice is none. */
function outcomesIn({ case: item, procedure }: Told, year: string): readonly string[] {
  return Object.entries(item.tasks).flatMap(([id, records]) => {
    const task = procedure.tasks[id];
    if (task?.shape !== 'decide' || task.advises !== undefined) return [];
    return records.filter((record) => record.done !== undefined && yearOf(record.done) === year).flatMap((record) => (record.options ?? []).map((option) => `${textOf(task.label)}: ${textOf(task.options?.find((one) => one.id === option)?.label ?? option)}`));
  });
}

function grouped<T>(all: readonly (readonly [key: string, value: T])[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of all) { const group = groups.get(key); if (group === undefined) groups.set(key, [value]); else group.push(value); }
  return groups;
}
const middle = (values: readonly number[]): number => { const sorted = values.toSorted((a, b) => a - b); const half = sorted.length / 2; return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2; };
const days = (from: Instant, until: Instant): number => Math.round(((until - from) / DAY) * 10) / 10;

/** Stages left in the year, in the order of their procedure; groups of stages are told by their stages. */
function stageTimes(all: readonly Told[], year: string): readonly StageTime[] {
  const visits = all.flatMap((one) => one.case.visits.filter(({ left }) => left !== undefined && yearOf(left) === year).map((visit) => [one, visit] as const));
  const groups = grouped(visits.map(([one, visit]) => [`${one.procedure.id}/${visit.stage}`, { one, visit }] as const));
  const order = [...new Map(all.map(({ procedure }) => [procedure.id, procedure])).values()].flatMap((procedure) => Object.keys(procedure.stages).filter((id) => !Object.values(procedure.stages).some((stage) => stage.within === id)).map((stage) => ({ procedure, stage })));
  const several = new Set(all.map(({ procedure }) => procedure.id)).size > 1;
  return order.flatMap(({ procedure, stage }) => {
    const group = groups.get(`${procedure.id}/${stage}`) ?? [];
    if (group.length === 0) return [];
    const times = group.map(({ visit }) => days(visit.entered, visit.left ?? visit.entered));
    const limits = group.flatMap(({ one, visit }) => limitsIn(one, stage, visit.entered));
    const label = textOf(procedure.stages[stage]?.label);
    return [{ id: `${procedure.id}/${stage}`, label: several ? `${label} (${shortLabel(procedure.label)})` : label, times: times.length, median: middle(times), longest: Math.max(...times), ...(limits.length === 0 ? {} : { limit: Math.round(middle(limits) * 10) / 10 }) }];
  });
}
/** The last due date among the tasks of a stage, in days from when it was entered. */
function limitsIn({ procedure, deadlines: all }: Told, stage: Id, entered: Instant): readonly number[] {
  const latest = all.filter(({ task, latest: due }) => due !== undefined && due > entered && procedure.tasks[task]?.in?.includes(stage) === true).map(({ latest: due }) => due ?? 0);
  return latest.length === 0 ? [] : [days(entered, Math.max(...latest))];
}

/** By name, so that the same agency in two procedures is one. */
function agencies(all: readonly Told[], year: string): readonly AgencyFigures[] {
  const asked = all.flatMap((one) => Object.entries(one.case.tasks).filter(([task]) => expectsReply(one.procedure, task)).flatMap(([task, records]) => records.flatMap(({ recipients }) => recipients.filter(({ sent }) => sent !== undefined && yearOf(sent) === year).map((recipient) => ({ one, task, recipient })))));
  const groups = grouped(asked.map((entry) => [partyLabel(entry.one.procedure, entry.recipient.party), entry] as const));
  return [...groups].map(([label, entries]): AgencyFigures => {
    const states = entries.map(({ one, task, recipient }) => standing(one, task, recipient));
    const of = (state: ReturnType<typeof standing>) => states.filter((each) => each === state).length;
    return { id: label, label, asked: entries.length, inTime: of('in time'), late: of('late'), out: of('out'), overdue: of('overdue'), other: of('other') };
  }).toSorted((a, b) => b.overdue - a.overdue || b.out - a.out || (a.label < b.label ? -1 : 1));
}
function standing({ procedure, deadlines: all }: Told, task: Id, { party, state, received }: Case['tasks'][string][number]['recipients'][number]): 'in time' | 'late' | 'out' | 'overdue' | 'other' {
  const due = all.filter((one) => one.task === task && (one.recipient === undefined || one.recipient === party)).map(({ latest }) => latest ?? Infinity);
  const last = due.length === 0 ? Infinity : Math.min(...due);
  if (state === 'declined' || state === 'no-answer' || state === 'not-needed' || state === 'withdrawn') return 'other';
  if (isIn(procedure, task, state) || received !== undefined) return (received ?? 0) <= last ? 'in time' : 'late';
  return all.some((one) => one.task === task && one.state === 'overdue' && (one.recipient === undefined || one.recipient === party)) ? 'overdue' : 'out';
}

function limits(all: readonly Told[], year: string): readonly LimitFigures[] {
  const due = all.flatMap((one) => one.deadlines.filter(({ latest }) => latest !== undefined && yearOf(latest) === year).map((deadline) => [`${one.procedure.id}/${deadline.timescale}`, deadline] as const));
  return [...grouped(due)].map(([id, group]): LimitFigures => {
    const of = (state: DeadlineView['state']) => group.filter((one) => one.state === state).length;
    return { id, label: group[0]?.label ?? id, met: of('met'), metLate: of('met-late'), running: of('due') + of('not-yet'), late: of('overdue') };
  });
}
