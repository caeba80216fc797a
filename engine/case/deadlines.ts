// The deadlines of a case as people see them: date, state, lateness, day n of N and the sentence that says how it
// was counted. Words are made here, on request; running the case needs only the integers of clocks.ts.
import type { Id } from '../procedure/types.ts';
import { civilDate, civilDateTime, count, earliness, isInHours, lateness, londonDay, type Count, type Counted, type Instant } from '../time/index.ts';
import { anchorDay } from '../time/reach.ts';
import { dueInstants, type Reckoning } from './clocks.ts';
import type { CompiledProcedure, Versions } from './compile.ts';
import { clockSentence, countedFromWords } from './deadline-words.ts';
import { otherEnds } from './distances.ts';
import { isExplained } from './due.ts';
import { heldWords, resumedWords } from './holds.ts';
import { caseAt } from './replay.ts';
import type { Held } from './scope.ts';
import type { TimescalePlan } from './timescale-count.ts';
import type { Case, CaseEvent, DeadlineView } from './types.ts';
import { taskLabel, textOf } from './words.ts';

export { readClocks } from './clocks.ts';

/**
 * Every deadline of a case as of an instant, in the procedure's order, one for each recipient where each has its
 * own; after them the dates that a distance between two acts sets for the act at its other end.
 * Throws UnreadableLog when the version that the case runs on is not held.
 */
export function deadlines(versions: Versions, held: Case | readonly CaseEvent[], asOf: Instant): readonly DeadlineView[] {
  const { compiled, folded } = caseAt(versions, held, asOf);
  return deadlinesOf(compiled, folded, asOf);
}

/** The same of a case already replayed. */
export function deadlinesOf(compiled: CompiledProcedure, held: Held, asOf: Instant): readonly DeadlineView[] {
  const plans = compiled.timescales;
  const view = (clock: Reckoning, task?: Id): readonly DeadlineView[] => {
    const plan = plans.get(clock.timescale);
    return plan ? [viewOf(compiled, held, plan, clock, task ?? plan.timescale.for, asOf)] : [];
  };
  return [...dueInstants(compiled, held).flatMap((clock) => view(clock)), ...otherEnds(compiled, held).flatMap((end) => view(end, end.task))];
}

function viewOf(compiled: CompiledProcedure, held: Held, plan: TimescalePlan, clock: Reckoning, task: Id, asOf: Instant): DeadlineView {
  const { timescale } = plan;
  const counted = clock.count && clock.from ? count(clock.count, clock.from) : undefined;
  const state = stateOf(clock, plan.count, asOf);
  const words = textOf(timescale.words);
  // The clock at the other end of a distance counts from the act of this one, not from its start.
  const countedFrom = task === timescale.for ? countedFromWords(compiled, held, plan, clock) : undefined;
  const late = lateWords(clock, plan.count, state, asOf);
  return {
    timescale: plan.id, task, label: textOf(timescale.label) ?? taskLabel(compiled.procedure, task), state,
    ...(clock.recipient !== undefined && { recipient: clock.recipient }),
    ...datesOf(clock, counted),
    sentence: sentenceOf(compiled, held, plan, clock, counted),
    ...(countedFrom !== undefined && { countedFrom }),
    ...(late !== undefined && { lateWords: late }),
    ...dayOfDays(clock, state, asOf),
    basis: timescale.basis, cites: timescale.cites ?? [],
    ...(words !== undefined && { words }),
    needsReason: timescale.onLapse === 'reason' && (state === 'overdue' || state === 'met-late') && !isExplained(held, plan.id, clock),
    certainty: clock.extension || !counted ? 'published' : counted.certainty,
  };
}

function sentenceOf(compiled: CompiledProcedure, held: Held, plan: TimescalePlan, clock: Reckoning, counted: Counted | undefined): string {
  const { by, left = '', over, limits } = clock.paused ?? {};
  if (by) return heldWords(compiled, by, left);
  const sentence = clockSentence(compiled, held, plan, clock, counted);
  return over && limits ? `${sentence} ${resumedWords(compiled, over, clock.count ?? plan.count, limits)}` : sentence;
}

type State = DeadlineView['state'];

/** An act cannot have met a clock that nothing starts. A day fixed by "on" is met before it as well; only a distance can be too short. */
function stateOf(clock: Reckoning, { direction }: Count, asOf: Instant): State {
  if (clock.state !== 'running') return clock.state;
  const { latest, earliest, met } = clock;
  if (met !== undefined) return (latest !== undefined && met > latest) || isTooEarly(clock) ? 'met-late' : 'met';
  if (latest !== undefined && asOf > latest) return 'overdue';
  if (earliest === undefined || direction === 'on' || asOf >= earliest) return direction === 'at-least-for' && latest === undefined ? 'met' : 'due';
  return 'not-yet';
}

/** Done before an earliest date that nothing but the distance sets. */
function isTooEarly({ earliest, latest, met }: Reckoning): boolean {
  return latest === undefined && earliest !== undefined && met !== undefined && met < earliest;
}

function lateWords(clock: Reckoning, planned: Count, state: State, asOf: Instant): string | undefined {
  const counts = clock.count ?? planned;
  const act = clock.met ?? asOf;
  if (state === 'overdue' || state === 'met-late') return lateness(counts, clock, act) ?? earliness(counts, clock, act);
  return state === 'met' ? earliness(counts, clock, act) : undefined;
}

type Dates = Pick<DeadlineView, 'date' | 'latest' | 'earliest' | 'extendedFrom'>;

function datesOf({ state, latest, earliest, extension, paused, count: counts }: Reckoning, counted: Counted | undefined): Dates {
  if (state !== 'running') return {};
  const bound = latest ?? earliest;
  const moved = paused && bound !== undefined ? (counts && isInHours(counts) ? civilDateTime(bound) : civilDate(londonDay(bound))) : undefined;
  const date = moved ?? extension?.to ?? counted?.date;
  return {
    ...(date !== undefined && { date }),
    ...(latest !== undefined && { latest }),
    ...(earliest !== undefined && { earliest }),
    ...(extension && counted && { extendedFrom: counted.date }),
  };
}

/** The how manieth day it is of how many, of the kind the clock counts; nothing for hours and for what is not due. */
function dayOfDays({ count: counts, from, latest, paused }: Reckoning, state: State, asOf: Instant): Pick<DeadlineView, 'day' | 'days'> {
  if ((state !== 'due' && state !== 'overdue') || !counts || !from || latest === undefined || paused) return {};
  if (isInHours(counts) || counts.direction === 'at-least-before' || counts.unit === 'next-meeting') return {};
  const before = anchorDay(counts, from) - counts.triggerDay;
  const passed = (until: Instant): number =>
    counts.unit === 'working-days' ? counts.calendar.distance(before, londonDay(until)) : londonDay(until) - before;
  const [day, days] = [passed(asOf), passed(latest)];
  return day < 0 || days < 1 ? {} : { day, days };
}
