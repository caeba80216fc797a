// When a stage that is repeated over a list is complete though not every lane is: a number of them, or named ones. What it
// leaves behind is said, and stays asked for. And what withdrawing one lane does to its tasks.
import { withdrawalOf, withdrawnOf } from '../procedure/instances.ts';
import type { Id } from '../procedure/types.ts';
import { liesWithin } from '../statechart/index.ts';
import type { Act } from './apply.ts';
import type { CompiledProcedure } from './compile.ts';
import { inside, note, ownRecord, recordOf, type Draft } from './folded.ts';
import type { Move } from './moves.ts';
import type { Held } from './scope.ts';
import { stageLabel } from './words.ts';
import { listWords } from '../time/index.ts';

const lanesOf = ({ tree }: CompiledProcedure, stage: Id): readonly Id[] => tree.children.get(stage) ?? [];

/** True when enough lanes of a repeated stage have ended; a lane that was withdrawn is none of them. */
export function isJoined(compiled: CompiledProcedure, held: Held, stage: Id): boolean {
  const join = compiled.repeated.find((one) => one.stage === stage)?.join ?? 'all';
  if (join === 'all') return false; // the chart ends when all lanes have
  const over = compiled.stepper.ended(held[inside].snapshot);
  const ended = lanesOf(compiled, stage).filter((lane) => over.has(lane) && !held.stages.includes(withdrawnOf(lane)));
  if (typeof join === 'number') return ended.length >= join;
  const named = (compiled.instances[stage] ?? []).filter(({ id }) => join.named.includes(id));
  return named.length === join.named.length && named.every(({ lane }) => ended.includes(lane));
}

/** Notes the lanes that were under way when their stage was left. */
export function noteGoneOn(compiled: CompiledProcedure, draft: Draft, { left }: Move): void {
  const { procedure, repeated } = compiled;
  for (const { stage } of repeated.filter((one) => left.includes(one.stage))) {
    const open = lanesOf(compiled, stage).filter((lane) => left.includes(lane) && !left.some((one) => procedure.stages[one]?.final && liesWithin(compiled.tree, one, lane)));
    if (open.length === 0) continue;
    const names = listWords(open.map((lane) => stageLabel(procedure, lane)));
    note(draft, { code: 'gone-on', words: `The case went on from “${stageLabel(procedure, stage)}” while ${names} ${open.length === 1 ? 'was' : 'were'} outstanding.`, remedy: 'What is open of it is still asked for; do it or withdraw it.' });
  }
}

/** Withdraws what is open of a lane with the lane. */
export function withdrawLane({ settling: { compiled, draft } }: Act, transition: Id, reason: string | undefined): void {
  const lane = compiled.repeated.flatMap(({ stage }) => lanesOf(compiled, stage)).find((one) => withdrawalOf(one) === transition);
  if (lane === undefined) return;
  for (const { id, task } of compiled.plans.tasks.values()) {
    const own = task.in?.every((stage) => stage === lane || liesWithin(compiled.tree, stage, lane)) && recordOf(draft, id)?.state === 'open' ? ownRecord(draft, id) : undefined;
    if (!own) continue;
    own.state = 'withdrawn';
    if (reason !== undefined) own.reasons = reason;
  }
}
