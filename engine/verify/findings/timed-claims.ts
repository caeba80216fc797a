// Claims that dated runs show: a clock over before its task comes up, or on the very day, when everything before it
// takes all the time it may; a clock that can run out before anyone knows; a case that ends while something is owed.
import type { CompiledProcedure } from '../../case/index.ts';
import { deadlinesOf } from '../../case/deadlines.ts';
import { recordOf, type Folded } from '../../case/folded.ts';
import { replay, versionsOf } from '../../case/index.ts';
import { textOf } from '../../case/words.ts';
import { walk } from '../../case/walkthrough.ts';
import type { Walkthrough, WalkthroughStep } from '../../case/walkthrough-types.ts';
import { isInHours, londonDay, parseDateTime, parseDay, startOfDay, HOUR, type Instant } from '../../time/index.ts';
import type { Id, Timescale } from '../../procedure/types.ts';
import type { Explored, Path } from '../explore/explore.ts';
import { realise, type Run } from '../runs/realise.ts';
import type { SeenClock } from '../runs/clocks.ts';
import { minuteAfter, morningOf, written } from '../runs/moments.ts';
import { isBodyOutside, isFixed, kindOf } from './clock-claims.ts';
import type { Slack, VerifyFinding } from './types.ts';
import { civil, clockWords, dayOf, parties, resolved, stagesOfTask, taskWords } from './words.ts';

/** Days on which runs begin: a plain Monday, the Monday before Christmas, the Thursday before Easter. */
export const STARTS: readonly Instant[] = ['2026-09-07', '2026-12-21', '2027-03-25'].map((day) => morningOf(parseDay(day) ?? 0));

/** Time left of a clock when its task comes up: in hours, working days or days as it counts. */
function slackOf({ timescale, raised, latest, count }: SeenClock): Slack {
  const unit = isInHours(count) ? 'hours' : count.unit === 'working-days' ? 'working days' : 'days';
  const days = unit === 'hours' ? Math.floor((latest - raised) / HOUR) : latest < raised ? -Math.max(1, distance(count, londonDay(latest), londonDay(raised))) : distance(count, londonDay(raised), londonDay(latest));
  return { timescale, days, unit, raised: civil(raised), latest: civil(latest) };
}

const distance = (count: SeenClock['count'], from: number, to: number): number => (count.unit === 'working-days' ? count.calendar.distance(from, to) : to - from);

/** Ways to the tasks of clocks that these ways did not start: to where the task may be done, and doing it. */
export function waysToClocks({ procedure, timescales }: CompiledProcedure, { tasks }: Explored, seen: ReadonlySet<Id>): readonly Path[] {
  const missing = new Set([...timescales.values()].filter(({ id, timescale }) => isFixed(timescale) && !seen.has(id)).map(({ timescale }) => timescale.for));
  return [...missing].flatMap((id) => {
    const path = tasks.get(id);
    const [option] = procedure.tasks[id]?.options ?? [];
    return path ? [[...path, { move: option ? { kind: 'decide' as const, task: id, options: [option.id], events: [] } : { kind: 'do' as const, task: id, events: [] }, takes: [], stages: path.at(-1)?.stages ?? [] }]] : [];
  });
}

/** A run and a clock seen in it. */
export interface Seen { readonly run: Run; readonly clock: SeenClock; readonly slack: Slack; readonly path: Path; readonly start: Instant }

/** The least time each clock leaves over these ways and starts; `only` some clocks, where the ways lead to these and let others wait. */
export function leastTime(compiled: CompiledProcedure, paths: readonly Path[], starts: readonly Instant[], only?: ReadonlySet<Id>): { readonly least: ReadonlyMap<Id, Seen>; readonly runs: readonly { readonly run: Run; readonly path: Path }[] } {
  const least = new Map<Id, Seen>();
  const runs: { run: Run; path: Path }[] = [];
  for (const start of starts) {
    for (const path of paths) {
      const run = realise(compiled, path, { start, pace: 'latest', id: 'example', title: 'An invented case' });
      runs.push({ run, path });
      for (const clock of run.clocks) {
        if (only && !only.has(clock.timescale)) continue;
        const slack = slackOf(clock);
        const known = least.get(clock.timescale);
        if (!known || slack.days < known.slack.days) least.set(clock.timescale, { run, clock, slack, path, start });
      }
    }
  }
  return { least, runs };
}

/** Clocks that leave nothing: over before their task comes up, or on the day it does. */
export function noTimeLeft(compiled: CompiledProcedure, least: ReadonlyMap<Id, Seen>): readonly VerifyFinding[] {
  const { procedure } = compiled;
  return [...least.values()].flatMap((seen) => {
    const one = procedure.timescales?.[seen.clock.timescale];
    if (!one || !isFixed(one) || seen.slack.days > 0) return [];
    const over = seen.clock.latest < seen.clock.raised;
    // A clock of a day has its own day; only one of several days is spent by what comes before it.
    if (!over && (isInHours(seen.clock.count) || beganWith(seen))) return [];
    const example = exampleOf(compiled, seen);
    return example ? [spent(compiled, seen, one, over, example)] : [];
  });
}

const beganWith = ({ clock }: Seen): boolean => londonDay(clock.latest) === londonDay('day' in clock.from ? startOfDay(clock.from.day) : clock.from.instant);

function spent(compiled: CompiledProcedure, { clock }: Seen, one: Timescale, over: boolean, example: Walkthrough): VerifyFinding {
  const { procedure } = compiled;
  return {
    code: over ? 'V-301' : 'V-303', severity: over ? 'problem' : 'look', title: over ? 'A clock that cannot be met' : 'A clock with no time left',
    words: `${taskWords(procedure, one.for)} is due ${clockWords(compiled, one)}. When everything before it takes all the time it is allowed, it comes up on ${dayOf(clock.raised)}${over ? ` and was due on ${dayOf(clock.latest)}` : ', the last day itself'}.`,
    pointer: `/timescales/${clock.timescale}`, label: textOf(one.label) ?? taskWords(procedure, one.for), stages: stagesOfTask(procedure, one.for),
    remedies: ['Count it from the step before it.', 'Give it more time.', 'Shorten the clocks before it.'], cites: one.cites ?? [], example,
  };
}

/** The run up to the moment the task came up, and what its clock says there; undefined when the engine does not show the same. */
function exampleOf(compiled: CompiledProcedure, { run, clock }: Seen): Walkthrough | undefined {
  return shownAt(compiled, run.walkthrough, clock.raised, clock.latest < clock.raised ? clock.raised : clock.raised, [clock.timescale]);
}

/** A walkthrough cut after a moment, with a last look that expects what the engine says of these clocks then. */
export function shownAt(compiled: CompiledProcedure, walkthrough: Walkthrough, until: Instant, at: Instant, timescales: readonly Id[]): Walkthrough | undefined {
  const kept = walkthrough.steps.filter((step) => (parseDateTime(step.at) ?? 0) <= until);
  const versions = versionsOf([compiled]);
  const walked = walk({ ...walkthrough, steps: kept }, versions);
  if (!walked.case || walked.failures.length > 0) return undefined;
  const moment = minuteAfter(at);
  const held = replay(versions, walked.case.events, moment) as Folded;
  const views = deadlinesOf(compiled, held, moment).filter(({ timescale }) => timescales.includes(timescale));
  const due = Object.fromEntries(views.map((view) => [view.recipient === undefined ? view.timescale : `${view.timescale}/${view.recipient}`, { state: view.state, ...(view.date !== undefined && { date: view.date }), why: view.sentence }]));
  const look: WalkthroughStep = { at: written(moment), look: true, expect: { due } };
  const whole: Walkthrough = { ...walkthrough, steps: [...kept, look] };
  return walk(whole, versions).failures.length === 0 ? whole : undefined;
}

/** Days between an incident and its being found out, in the example of a late find. */
const FOUND_LATE = 14;

/** Clocks counted from the incident itself, which can run out before anyone is aware. */
export function overBeforeKnown(compiled: CompiledProcedure, { tasks }: Explored): readonly VerifyFinding[] {
  const { procedure } = compiled;
  return Object.entries(procedure.timescales ?? {}).flatMap(([id, one]) => {
    const from = resolved(compiled, one.from);
    if (!('var' in from) || !isFixed(one) || kindOf(procedure, from) !== 'incident') return [];
    const path = tasks.get(one.for);
    const start = STARTS[0] ?? 0;
    const dates = new Map([[from.var, start - FOUND_LATE * 24 * HOUR]]);
    const run = path && realise(compiled, path, { start, pace: 'prompt', dates, id: 'example', title: 'An incident found late' });
    const opened = run?.held?.opened;
    const example = run && opened !== undefined ? shownAt(compiled, run.walkthrough, run.end, run.end, [id]) : undefined;
    const due = example?.steps.at(-1)?.expect?.due?.[id];
    if (!example || opened === undefined || due?.state !== 'overdue' || (due.date ?? '') >= written(opened)) return [];
    return [{
      code: 'V-302' as const, severity: 'problem' as const, title: 'A clock can end before anyone knows',
      words: `The clock on ${taskWords(procedure, one.for)} counts ${clockWords(compiled, one)}. When an incident is found late, it has run out before the case opens, and nobody can meet it.`,
      pointer: `/timescales/${id}`, label: textOf(one.label) ?? taskWords(procedure, one.for), stages: stagesOfTask(procedure, one.for),
      remedies: ['Count it from becoming aware.', 'Keep it, and ask for a reason when it has run out at the opening.'], cites: one.cites ?? [], example,
    }];
  });
}

/** Duties still open in a case that has closed: notifications to bodies outside, and tasks that a clock binds. */
export function endsWithDuty(compiled: CompiledProcedure, runs: readonly { readonly run: Run }[]): readonly VerifyFinding[] {
  const { procedure } = compiled;
  const found = new Map<Id, VerifyFinding>();
  for (const { run } of runs) {
    const { held } = run;
    if (held?.closed === undefined) continue;
    for (const id of Object.keys(held.tasks)) {
      if (found.has(id) || recordOf(held, id)?.state !== 'open' || !isDuty(compiled, id)) continue;
      found.set(id, owed(compiled, id, run));
    }
  }
  return [...found.values()].filter(({ example }) => example && walk(example, versionsOf([compiled])).failures.length === 0);

  function owed({ procedure: { tasks, closing } }: CompiledProcedure, id: Id, { walkthrough, end }: Run): VerifyFinding {
    const look: WalkthroughStep = { at: written(minuteAfter(end)), look: true, expect: { closed: true, open: [id] } };
    return {
      code: 'V-402', severity: 'problem', title: 'A case can close with a duty open',
      words: `A case can come to its end and close while ${taskWords(procedure, id)} (${parties(procedure, outsideOf(compiled, id))}) has not been done.`,
      pointer: closing ? '/closing' : `/tasks/${id}`, label: taskWords(procedure, id), stages: stagesOfTask(procedure, id),
      remedies: ['Let the case close only once it is done.', 'Let it be done after closing.'], cites: tasks[id]?.cites ?? [], example: { ...walkthrough, steps: [...walkthrough.steps, look] },
    };
  }
}

function isDuty(compiled: CompiledProcedure, id: Id): boolean {
  const task = compiled.procedure.tasks[id];
  return task !== undefined && task.afterClosing !== true && task.shape === 'exchange' && outsideOf(compiled, id).length > 0 && task.raised !== 'by-choice';
}

const outsideOf = ({ procedure }: CompiledProcedure, id: Id): readonly Id[] => (procedure.tasks[id]?.to ?? []).filter((to): to is Id => typeof to === 'string' && isBodyOutside(procedure, to));

