// Dated cases that show a claim: the way to the place is walked on the engine, and a last look says what holds there.
// A claim whose case the engine does not bear out is given without one only where it is about drawing or words.
import { versionsOf, type CompiledProcedure } from '../../case/index.ts';
import { walk } from '../../case/walkthrough.ts';
import type { Walkthrough, WalkthroughAct, WalkthroughStep } from '../../case/walkthrough-types.ts';
import { innermost } from '../../case/expectations.ts';
import { HOUR } from '../../time/index.ts';
import type { Id } from '../../procedure/types.ts';
import type { Explored, Path } from '../explore/explore.ts';
import { doingAs } from '../runs/acts.ts';
import { realise, type Run } from '../runs/realise.ts';
import { minuteAfter, written } from '../runs/moments.ts';
import { kindOf, type Claim } from './clock-claims.ts';
import type { Shown } from './shape-claims.ts';
import { shownAt, STARTS } from './timed-claims.ts';
import type { VerifyFinding } from './types.ts';
import { civil } from './words.ts';

const start = STARTS[0] ?? 0;
const walked = (compiled: CompiledProcedure, path: Path, dates?: ReadonlyMap<Id, number>): Run => realise(compiled, path, { start, pace: 'prompt', id: 'example', title: 'An invented case', ...(dates && { dates }) });
const holds = (compiled: CompiledProcedure, example: Walkthrough): boolean => walk(example, versionsOf([compiled])).failures.length === 0;

/** The way to a place that the drawing shows, and where the case is there. A dead end that the engine does not come to is left out. */
export function shapeExamples(compiled: CompiledProcedure, claims: readonly Shown[]): readonly VerifyFinding[] {
  return claims.flatMap(({ path, ...claim }) => {
    const run = path && walked(compiled, path);
    if (!run?.finished || !run.held) return claim.code === 'V-103' || claim.code === 'V-104' ? [] : [claim];
    const stages = innermost(versionsOf([compiled]), run.held);
    // The engine comes to another place: what the way shows is not what is claimed.
    if (claim.code === 'V-103' && !claim.stages.every((stage) => stages.includes(stage))) return [];
    const look: WalkthroughStep = { at: written(minuteAfter(run.end)), look: true, expect: { stages } };
    const example: Walkthrough = { ...run.walkthrough, steps: [...run.walkthrough.steps, look] };
    return holds(compiled, example) ? [{ ...claim, example }] : claim.code === 'V-103' ? [] : [claim];
  });
}

/** Two clocks on one act on the day it comes up: an incident found two weeks late where they start apart, an act planned where they count back from it. */
export function clockExamples(compiled: CompiledProcedure, { tasks }: Explored, claims: readonly (Claim & { readonly pair: readonly [Id, Id] })[]): readonly VerifyFinding[] {
  const { procedure } = compiled;
  return claims.map(({ pair, ...claim }) => {
    const [one, other] = pair.map((id) => procedure.timescales?.[id]);
    const path = one && tasks.get(one.for);
    if (!one || !other || !path) return claim;
    const incident = [one, other].map(({ from }) => from).find((from) => 'var' in from && kindOf(procedure, from) === 'incident');
    const run = walked(compiled, path, incident && 'var' in incident ? new Map([[incident.var, start - 14 * 24 * HOUR]]) : undefined);
    const planned = 'planned' in one.from ? one.from.planned : undefined;
    const whole = planned === undefined ? run.walkthrough : withPlan(compiled, run, planned);
    const example = shownAt(compiled, whole, run.end + HOUR, run.end + HOUR, pair);
    return example ? { ...claim, example } : claim;
  });
}

function withPlan({ procedure }: CompiledProcedure, run: Run, task: Id): Walkthrough {
  const by = procedure.tasks[task]?.by?.[0] ?? procedure.stages[procedure.tasks[task]?.in?.[0] ?? '']?.owner ?? '';
  const at = minuteAfter(run.end);
  const act: WalkthroughAct = { at: written(at), ...doingAs(procedure, by), do: { type: 'planTask', task, on: civil(at + 30 * 24 * HOUR) } };
  return { ...run.walkthrough, steps: [...run.walkthrough.steps, act] };
}

/** The first of the tasks open, its party recorded as away, and somebody else refused. */
export function peopleExamples(compiled: CompiledProcedure, { tasks }: Explored, claims: readonly (Claim & { readonly party: Id; readonly tasks: readonly Id[] })[]): readonly VerifyFinding[] {
  return claims.map(({ party, tasks: stopped, ...claim }) => {
    const task = stopped.find((id) => tasks.has(id));
    const run = task === undefined ? undefined : walked(compiled, tasks.get(task) ?? []);
    const example = run && task !== undefined && awayFrom(compiled, run, party, task);
    return example ? { ...claim, example } : claim;
  });
}

function awayFrom(compiled: CompiledProcedure, run: Run, party: Id, task: Id): Walkthrough | undefined {
  const { procedure } = compiled;
  const other = Object.keys(procedure.parties).find((id) => id !== party && procedure.parties[id]?.kind === 'role' && !procedure.parties[id]?.outside);
  if (other === undefined || !run.held) return undefined;
  const [away, tried] = [minuteAfter(run.end), minuteAfter(run.end + 60_000)];
  const definition = procedure.tasks[task];
  const act = definition?.shape === 'decide' ? { type: 'decide' as const, task, options: [definition.options?.[0]?.id ?? ''] } : definition?.shape === 'exchange' ? { type: 'sendExchange' as const, task } : { type: 'completeTask' as const, task };
  const absence: WalkthroughAct = { at: written(away), ...doingAs(procedure, other), do: { type: 'recordAbsence', party, from: civil(away) } };
  const attempt: WalkthroughAct = { at: written(tried), ...doingAs(procedure, other), do: act, expect: { refused: { code: 'wrong-role' } } };
  const example: Walkthrough = { ...run.walkthrough, steps: [...run.walkthrough.steps, absence, attempt] };
  return holds(compiled, example) ? example : undefined;
}

