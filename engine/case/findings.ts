// What a person should look at in a case: acts and departures noted when they happened, and what is found anew
// at every turn: a case with no way on, views that differ, a clock that ran out without a reason, a decision
// that the facts no longer bear.
import type { Id } from '../procedure/types.ts';
import type { CompiledProcedure } from './compile.ts';
import { decidedBy, withoutConfirmed } from './confirmed.ts';
import { clockKey, hasLapsed, isExplained, noClocks } from './due.ts';
import { answerOf, inside, recordOf } from './folded.ts';
import { isCounted } from './grounds.ts';
import { remindersOf } from './hold-reminders.ts';
import { isOffered } from './lifecycle.ts';
import { contradictionsFound } from './contradictions.ts';
import { readsOf } from './reads.ts';
import type { Held } from './scope.ts';
import { untold } from './told.ts';
import type { Finding } from './types.ts';
import { undecided } from './undecided.ts';
import { innermostStages, questionLabel, ruleLabel, stageLabel, taskLabel } from './words.ts';

/** All findings of the case as it stands. */
export function findingsOf(compiled: CompiledProcedure, held: Held): readonly Finding[] {
  const found: Finding[] = [];
  for (const find of finders) find(compiled, held, found);
  return withoutConfirmed(held.events, found.length === 0 ? held[inside].noted : [...held[inside].noted, ...found]);
}

// Asked on every accepted command, and mostly there is nothing to find: each adds to one list and makes none.
type Find = (compiled: CompiledProcedure, held: Held, found: Finding[]) => void;

/** Stages that nothing can move on from, with what would free them. */
const stuckStages: Find = (compiled, held, found) => {
  if (held.closed !== undefined || held.stages.length === 0 || held[inside].snapshot.status !== 'active') return;
  // Groups around a stage are active with it, so that asking each active stage for itself asks all there are.
  if (!held.stages.some((stage) => hasWayOn(compiled, held, stage))) found.push(stuck(compiled, held, innermostStages(compiled.tree, held.stages)));
};

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
  return reads.filter((question) => !('value' in (answerOf(held, undefined, question) ?? {})));
}

function answersRead({ transitions, procedure }: CompiledProcedure, transition: Id): readonly Id[] {
  const keys = [...readsOf(procedure, transitions.get(transition)?.transition.if)];
  const ruled = keys.filter((key) => key.startsWith('rule:')).flatMap((key) => [...readsOf(procedure, procedure.rules?.[key.slice('rule:'.length)]?.if)]);
  return [...keys, ...ruled].filter((key) => key.startsWith('answer:')).map((key) => key.slice('answer:'.length));
}

/** True when something that the stage itself waits for can still happen. */
function hasWayOn(compiled: CompiledProcedure, held: Held, stage: Id): boolean {
  return compiled.routesFrom.get(stage)?.some(({ transition: { on } }) => {
    if ('done' in on) return mayHappen(compiled, held, on.done);
    if ('option' in on) return mayHappen(compiled, held, on.option[0]);
    if ('ended' in on) return false;
    if ('lapsed' in on) return (held[inside].clocks.get(on.lapsed) ?? []).some(({ state, met, held: hold }) => (state === 'running' && met === undefined) || hold !== undefined);
    return 'chosen' in on || 'relation' in on;
  }) ?? false;
}

/** True while a task is open or offered, or what would raise it, for the first time or afresh, may still come: an act, or an answer. */
function mayHappen(compiled: CompiledProcedure, held: Held, task: Id, asked: readonly Id[] = []): boolean {
  const plan = compiled.plans.tasks.get(task);
  const record = recordOf(held, task);
  if (plan === undefined || asked.includes(task)) return false;
  if (record?.state === 'open' || isOffered(compiled, held, plan)) return true;
  if (record !== undefined && plan.again !== 'afresh') return false;
  const { raised } = plan;
  return raised === 'when-required' || (typeof raised === 'object' && 'done' in raised && mayHappen(compiled, held, raised.done, [...asked, task]));
}

/** Clocks that ran out, still stand as they ran out, and whose reason is asked for and not given. */
const unexplained: Find = ({ procedure, plans }, held, found) => {
  if (Object.keys(held[inside].lapsed).length === 0) return;
  for (const { id, task } of plans.explained) {
    if (!leavesUnexplained(held, id)) continue;
    found.push({ code: 'lapsed-without-reason', task, words: `The time for “${taskLabel(procedure, task)}” ran out, and no reason is recorded.`, remedy: 'Record why.' });
  }
};

function leavesUnexplained(held: Held, timescale: Id): boolean {
  const { clocks, lapsed } = held[inside];
  for (const clock of clocks.get(timescale) ?? noClocks) {
    if (clock.latest !== undefined && clock.latest < held.asOf && lapsed[clockKey(clock)] === clock.latest && !isExplained(held, timescale, clock)) return true;
  }
  return false;
}

/** Clocks that were over before the case was entered, where its door asks why and nobody has said. */
const bornLate: Find = ({ procedure, places }, held, found) => {
  const [opening] = held.events;
  if (procedure.doors[held.door]?.late !== 'reason' || opening?.type !== 'caseOpened') return;
  const { clocks, lapsed } = held[inside];
  for (let place = 0; place < places.clocks.size; place += 1) {
    for (const clock of clocks.at(place) ?? noClocks) {
      const { timescale } = clock;
      if (!hasLapsed(clock, opening.recorded) || isExplained(held, timescale, clock) || lapsed[clockKey(clock)] !== undefined) continue;
      const task = procedure.timescales?.[timescale]?.for ?? timescale;
      found.push({ code: 'lapsed-without-reason', task, words: `The case was opened after the time for “${taskLabel(procedure, task)}” had run out, and no reason is recorded.`, remedy: 'Record why.' });
    }
  }
};

/** Decisions taken whose option a rule with the strength must now forbids, or requires another instead of. */
const contradicted: Find = ({ procedure, plans, rules }, held, found) => {
  for (const { rule, effect, target } of plans.onOptions) {
    const record = recordOf(held, target.option[0]);
    if (record?.state !== 'done' || !isCounted(rules, held, rule)) continue;
    const taken = record.options?.includes(target.option[1]) ?? false;
    if (taken === (effect === 'require')) continue;
    const words = `“${taskLabel(procedure, record.task)}” was decided otherwise than “${ruleLabel(procedure, rule)}” now asks. It stands.`;
    const event = decidedBy(held.events, record.task);
    found.push({ code: 'unsupported-act', task: record.task, rule, ...(event !== undefined && { event }), words, remedy: 'Those who decided confirm that it stands, or the stage is taken up again.' });
  }
};

/** Decisions taken that a rule with the strength must now forbids altogether. */
const barredDecisions: Find = ({ procedure, plans, rules }, held, found) => {
  for (const { rule, task } of plans.onDecisions) {
    const relieved = plans.tasks.get(task)?.relievedBy.some((one) => isCounted(rules, held, one));
    if (recordOf(held, task)?.state !== 'done' || relieved || !isCounted(rules, held, rule)) continue;
    const event = decidedBy(held.events, task);
    const words = `“${taskLabel(procedure, task)}” was decided, and “${ruleLabel(procedure, rule)}” now stands against it. It stands.`;
    found.push({ code: 'unsupported-act', task, rule, ...(event !== undefined && { event }), words, remedy: 'Those who decided confirm that it stands, or the stage is taken up again.' });
  }
};

const tellings: Find = (compiled, held, found) => {
  if (held.extensions.length > 0) found.push(...untold(compiled, held));
};

const contradictions: Find = (compiled, held, found) => {
  const told = contradictionsFound(compiled, held);
  if (told.length > 0) found.push(...told);
};

/** Holds of which people were reminded and that nobody has said still stand. */
const reminders: Find = (compiled, held, found) => {
  if (held.holds.length > 0) found.push(...remindersOf(compiled, held));
};

const finders: readonly Find[] = [reminders, stuckStages, undecided, unexplained, bornLate, contradicted, barredDecisions, contradictions, tellings];
