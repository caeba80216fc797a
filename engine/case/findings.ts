// What a person should look at in a case: acts and departures noted when they happened, and what is found anew
// at every turn: a case with no way on, views that differ, a clock that ran out without a reason, a decision
// that the facts no longer bear.
import type { Id } from '../procedure/types.ts';
import type { CompiledProcedure } from './compile.ts';
import { clockKey, hasLapsed } from './due.ts';
import { inside, recordOf } from './folded.ts';
import { isCounted } from './grounds.ts';
import { isOffered } from './lifecycle.ts';
import { readsOf } from './reads.ts';
import type { Held } from './scope.ts';
import type { Finding, TaskRecord } from './types.ts';
import { innermostStages, questionLabel, ruleLabel, stageLabel, taskLabel } from './words.ts';

/** All findings of the case as it stands. */
export function findingsOf(compiled: CompiledProcedure, held: Held): readonly Finding[] {
  const found = [...stuckStages(compiled, held), ...splitViews(compiled, held), ...unexplained(compiled, held), ...bornLate(compiled, held), ...contradicted(compiled, held)];
  return found.length === 0 ? held[inside].noted : [...held[inside].noted, ...found];
}

/** Stages that nothing can move on from, with what would free them. */
function stuckStages(compiled: CompiledProcedure, held: Held): readonly Finding[] {
  const { snapshot } = held[inside];
  if (held.closed !== undefined || snapshot.status !== 'active') return [];
  const innermost = innermostStages(compiled.tree, held.stages);
  const free = innermost.some((stage) => hasWayOn(compiled, held, stage));
  return free || innermost.length === 0 ? [] : [stuck(compiled, held, innermost)];
}

function stuck(compiled: CompiledProcedure, held: Held, stages: readonly Id[]): Finding {
  const { procedure } = compiled;
  const named = stages.map((stage) => `“${stageLabel(procedure, stage)}”`).join(' and ');
  const asked = held[inside].waiting.flatMap(({ event, stage }) => missingAnswers(compiled, held, event, stage));
  const remedy = asked.length > 0
    ? `Answer: ${[...new Set(asked)].map((id) => questionLabel(procedure, id)).join('; ')}.`
    : 'Correct an answer or a decision that led here, or give the stage a route out in the procedure.';
  return { code: 'stuck', words: `Nothing that can happen now moves the case on from ${named}.`, remedy };
}

function missingAnswers(compiled: CompiledProcedure, held: Held, event: string, stage: Id): readonly Id[] {
  const routes = (compiled.routes.get(event) ?? []).filter(({ from }) => from === stage);
  const reads = routes.flatMap(({ transition }) => answersRead(compiled, transition.id));
  return reads.filter((question) => !('value' in (held.answers[question] ?? {})));
}

function answersRead({ transitions, procedure }: CompiledProcedure, transition: Id): readonly Id[] {
  const keys = [...readsOf(procedure, transitions.get(transition)?.transition.if)];
  const ruled = keys.filter((key) => key.startsWith('rule:')).flatMap((key) => [...readsOf(procedure, procedure.rules?.[key.slice('rule:'.length)]?.if)]);
  return [...keys, ...ruled].filter((key) => key.startsWith('answer:')).map((key) => key.slice('answer:'.length));
}

/** True when something that a stage, or a group around it, waits for can still happen. */
function hasWayOn(compiled: CompiledProcedure, held: Held, stage: Id): boolean {
  const places = [stage, ...(compiled.tree.ancestors.get(stage) ?? [])];
  return places.flatMap((place) => compiled.routesFrom.get(place) ?? []).some(({ transition: { on } }) => {
    if ('done' in on) return mayHappen(compiled, held, on.done);
    if ('option' in on) return mayHappen(compiled, held, on.option[0]);
    if ('ended' in on) return false;
    if ('lapsed' in on) return (held[inside].clocks[on.lapsed] ?? []).some(({ state, met }) => state === 'running' && met === undefined);
    return 'chosen' in on;
  });
}

function mayHappen(compiled: CompiledProcedure, held: Held, task: Id): boolean {
  const plan = compiled.plans.tasks.get(task);
  return recordOf(held, task)?.state === 'open' || (plan !== undefined && isOffered(compiled, held, plan));
}

/** Decisions on which everybody asked has spoken, or some have, and their views differ. */
function splitViews({ procedure, plans }: CompiledProcedure, held: Held): readonly Finding[] {
  return plans.agreed.flatMap(({ id }) => {
    const record = recordOf(held, id);
    if (record?.state !== 'open' || !differ(record)) return [];
    return [{ code: 'stuck', task: id, words: `The views on “${taskLabel(procedure, id)}” differ, so it is not decided.`, remedy: 'Those who decide confer; each may record its view anew.' } as const];
  });
}

const differ = ({ views }: TaskRecord): boolean => new Set(views.map(({ options }) => [...options].sort().join(' '))).size > 1;

/** Clocks that ran out, still stand as they ran out, and whose reason is asked for and not given. */
function unexplained({ procedure }: CompiledProcedure, held: Held): readonly Finding[] {
  const { clocks, lapsed, explained } = held[inside];
  return Object.entries(procedure.timescales ?? {}).flatMap(([id, timescale]) => {
    const asks = timescale.onLapse === 'reason' && explained[id] === undefined;
    if (!asks || !clocks[id]?.some((clock) => clock.latest !== undefined && lapsed[clockKey(clock)] === clock.latest)) return [];
    const words = `The time for “${taskLabel(procedure, timescale.for)}” ran out, and no reason is recorded.`;
    return [{ code: 'lapsed-without-reason', task: timescale.for, words, remedy: 'Record why.' } as const];
  });
}

/** Clocks that were over before the case was entered, where its door asks why and nobody has said. */
function bornLate({ procedure }: CompiledProcedure, held: Held): readonly Finding[] {
  const [opening] = held.events;
  if (procedure.doors[held.door]?.late !== 'reason' || opening?.type !== 'caseOpened' || opening.payload['lateReason']) return [];
  const { clocks, explained, lapsed } = held[inside];
  const late = Object.values(clocks).flat().filter((clock) => hasLapsed(clock, opening.recorded) && explained[clock.timescale] === undefined && lapsed[clockKey(clock)] === undefined);
  return late.map(({ timescale }) => {
    const task = procedure.timescales?.[timescale]?.for ?? timescale;
    return { code: 'lapsed-without-reason', task, words: `The case was opened after the time for “${taskLabel(procedure, task)}” had run out, and no reason is recorded.`, remedy: 'Record why.' };
  });
}

/** Decisions taken whose option a rule with the strength must now forbids, or requires another instead of. */
function contradicted(compiled: CompiledProcedure, held: Held): readonly Finding[] {
  const { procedure, plans, rules } = compiled;
  return plans.onOptions.flatMap(({ rule, effect, target }) => {
    const record = recordOf(held, target.option[0]);
    if (record?.state !== 'done' || rules.get(rule)?.rule.strength !== 'must' || !isCounted(rules, held, rule)) return [];
    const taken = record.options?.includes(target.option[1]) ?? false;
    if (effect === 'relieve' || taken === (effect === 'require')) return [];
    const words = `“${taskLabel(procedure, record.task)}” was decided otherwise than “${ruleLabel(procedure, rule)}” now asks. It stands.`;
    return [{ code: 'unsupported-act', task: record.task, rule, words, remedy: 'Those who decided confirm that it stands, or the stage is taken up again.' } as const];
  });
}
