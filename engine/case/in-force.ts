// Elements that are in force for part of the time. Each counts on the days of its period, both included; what a case
// was asked for on such a day it keeps. The days on which a rule, a clock or a table begins or ends to count are moments
// at which a case changes though nobody acts. Procedures without such elements pay nothing.
import type { CompiledCriterion } from '../criteria/types.ts';
import { remembered } from '../procedure/remembered.ts';
import type { Id, Period, Procedure, Rule } from '../procedure/types.ts';
import { dayWords, endOfDay, londonDay, parseDay, startOfDay, type Day, type Instant } from '../time/index.ts';
import { covers } from './titles.ts';
import type { Turn } from './turns.ts';

interface Dated { readonly inForce?: Period }

/** True on a day on which the element is in force; one without a period always is. */
export const standsOn = (element: Dated | undefined, day: Day): boolean => element?.inForce === undefined || covers(element.inForce, day);
/** The same at an instant, by its day in London. */
export const standsAt = (element: Dated | undefined, at: Instant): boolean => element?.inForce === undefined || covers(element.inForce, londonDay(at));

/** What the procedure says about closing, on the days on which it is in force. */
export const closingAt = ({ closing }: Procedure, at: Instant): Procedure['closing'] => (standsAt(closing, at) ? closing : undefined);

/** "in force from Thu 10 Dec 2026 to Fri 1 Jan 2027", for a refusal. */
export function periodWords({ inForce: { from, until } = {} }: Dated): string {
  const [first, last] = [parseDay(from ?? ''), parseDay(until ?? '')];
  return ['in force', ...(first === undefined ? [] : [`from ${dayWords(first)}`]), ...(last === undefined ? [] : [`to ${dayWords(last)}`])].join(' ');
}

/** The rule's criterion, false outside its time. */
export function whileInForce(id: Id, { inForce }: Rule, test: CompiledCriterion | undefined): { readonly test?: CompiledCriterion } {
  if (inForce === undefined) return test ? { test } : {};
  const dated: CompiledCriterion = Object.assign((scope: Parameters<CompiledCriterion>[0]) => (scope.predicate('in-force', id) === false ? false : (test?.(scope) ?? true)), { reads: test?.reads ?? [] });
  return { test: dated };
}

/** Elements whose coming and going changes a case by itself. */
type Turning = 'rules' | 'tasks' | 'timescales' | 'tables';

/** The key of `reads.ts` by which it is heard that an element's time has begun or is over; none where it has no time of its own. */
export const inForceKeys = (collection: Turning, id: Id, element: Dated | undefined): readonly string[] => (element?.inForce === undefined ? [] : [`in-force:${collection}/${id}`]);

/** The moments after `from` at which an element comes into force or falls out of it, in order. */
export const inForceTurns = (procedure: Procedure, from: Instant): readonly Turn[] => allTurns(procedure).filter(({ at }) => at > from);

const allTurns = remembered((procedure: Procedure): readonly Turn[] => {
  const turns = (['rules', 'tasks', 'timescales', 'tables'] as const).flatMap((collection) => Object.entries<Dated>(procedure[collection] ?? {}).flatMap(([id, element]): readonly Turn[] => {
    if (element.inForce === undefined) return [];
    const [first, last] = [parseDay(element.inForce?.from ?? ''), parseDay(element.inForce?.until ?? '')];
    return [...(first === undefined ? [] : [startOfDay(first)]), ...(last === undefined ? [] : [endOfDay(last) + 1])].map((at) => ({ at, touch: ['in-force', `${collection}/${id}`] }));
  }));
  return turns.toSorted((a, b) => a.at - b.at);
});

const hasDatedStages = remembered(({ stages }: Procedure): boolean => Object.values(stages).some(({ inForce }) => inForce !== undefined));

/** True when every stage that coming to these would enter is in force: they themselves, the groups around them that are not active, where groups begin, and the lanes beside them that begin with them. */
export function mayEnter(procedure: Procedure, active: readonly Id[], targets: readonly Id[], at: Instant): boolean {
  if (!hasDatedStages(procedure)) return true;
  const { stages } = procedure;
  const around = (id: Id): readonly Id[] => {
    const group = stages[id]?.within;
    return group === undefined || active.includes(group) ? [] : [group, ...around(group), ...beside(group)];
  };
  const beside = (group: Id): readonly Id[] => lanesIn(procedure, group).filter((lane) => !targets.some((id) => liesIn(procedure, id, lane))).flatMap((lane) => [lane, ...begun(lane)]);
  const begun = (id: Id): readonly Id[] => {
    const { parallel, initial } = stages[id] ?? {};
    const first = parallel ? lanesIn(procedure, id) : initial === undefined ? [] : [initial];
    return first.flatMap((one) => [one, ...begun(one)]);
  };
  return targets.every((id) => [id, ...around(id), ...begun(id)].every((one) => standsAt(stages[one], at)));
}

const lanesIn = ({ stages }: Procedure, group: Id): readonly Id[] => (stages[group]?.parallel ? Object.keys(stages).filter((one) => stages[one]?.within === group) : []);

function liesIn(procedure: Procedure, id: Id, lane: Id): boolean {
  const group = procedure.stages[id]?.within;
  return id === lane || (group !== undefined && liesIn(procedure, group, lane));
}
