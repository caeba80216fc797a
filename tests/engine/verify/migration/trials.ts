// Random edits of the shipped procedures, and cases of every age moved to what comes of them. The edits are those of the
// editor, one to four at a time; where a stage is gone a person chooses another at random.
import { compile, perform, previewMove, versionsOf, type Case, type CaseEvent, type Command, type CompiledProcedure, type Outcome } from '../../../../engine/case/index.ts';
import { replay } from '../../../../engine/case/replay.ts';
import { walk } from '../../../../engine/case/walkthrough.ts';
import { applyEdit } from '../../../../engine/procedure/edits/apply.ts';
import type { Edit } from '../../../../engine/procedure/edits/edit.ts';
import type { Id, Procedure } from '../../../../engine/procedure/types.ts';
import { shippedWalkthroughs } from '../../case/shipped.ts';

export interface Tally { moved: number; refused: number; chosen: number; undone: number; versions: number }
export const tally = (): Tally => ({ moved: 0, refused: 0, chosen: 0, undone: 0, versions: 0 });
/** What is held of an accepted move and undo: changed only where a fault is planted. */
export interface Mover { readonly move: (before: Case, after: Case) => Case; readonly undo: (before: Case, after: Case) => Case }
const honest: Mover = { move: (_before, after) => after, undo: (_before, after) => after };

type Random = (below: number) => number;
/** Numbers from 0 up to a bound, the same for the same seed. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => { state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; return Math.floor((state / 2 ** 32) * below); };
}
const pick = <T>(random: Random, all: readonly T[]): T => all[random(all.length)] as T;

interface Course { readonly procedure: Procedure; readonly compiled: CompiledProcedure; readonly events: readonly CaseEvent[] }
const courses: readonly Course[] = shippedWalkthroughs().flatMap(({ walkthrough, procedure }): Course[] => {
  if (walkthrough.settings) return [];
  const compiled = compile(procedure);
  const { events } = walk(walkthrough, versionsOf([compiled]));
  return events.length === 0 ? [] : [{ procedure, compiled, events }];
});
const procedures = [...new Map(courses.map((course) => [course.procedure.id, course.procedure])).values()];

/** One edit of the editor, drawn at random. */
function editOf(random: Random, procedure: Procedure): Edit {
  const stages = Object.keys(procedure.stages);
  const [stage, other] = [pick(random, stages), pick(random, stages)];
  const route = pick(random, procedure.transitions);
  const clocks = Object.keys(procedure.timescales ?? {});
  const edits: readonly Edit[] = [
    { type: 'removeStage', stage }, { type: 'removeStage', stage }, { type: 'addStage', kind: 'review', label: `Step ${random(1000)}`, after: stage }, { type: 'nestStage', stage, within: other }, { type: 'nestStage', stage },
    { type: 'ungroupStages', group: stage }, { type: 'setParallel', group: stage, parallel: random(2) === 0 }, { type: 'groupStages', stages: [stage, other], label: `Group ${random(1000)}` }, { type: 'setStageEnd', stage, final: random(2) === 0 },
    { type: 'removeTransition', transition: route.id }, { type: 'retargetTransition', transition: route.id, to: other }, { type: 'retargetTransition', transition: route.id, from: [stage] },
    { type: 'removeTask', task: pick(random, Object.keys(procedure.tasks)) }, { type: 'addTask', shape: 'record', label: `Note ${random(1000)}`, in: [stage], by: [Object.keys(procedure.parties)[0] ?? ''] },
    ...(clocks.length > 0 ? [{ type: 'changeTimescale' as const, timescale: pick(random, clocks), set: { amount: 1 + random(20) } }] : []),
  ];
  return pick(random, edits);
}

function edited(random: Random, procedure: Procedure): Procedure {
  let now = procedure;
  for (let left = 1 + random(4); left > 0; left--) {
    const done = applyEdit(now, editOf(random, now));
    if (done.ok && Object.keys(done.procedure.stages).length > 1 && done.procedure.transitions.length > 0) now = done.procedure;
  }
  return now;
}

/** Cases tried on each edited version before another is made. */
const EACH = 10;

/** What goes against the laws, in sentences, over so many pairs; it stops at the first that does. */
export function faultsOf(pairs: number, seed: number, mover: Mover = honest, counted: Tally = tally()): readonly string[] {
  const random = randomFrom(seed);
  const faults: string[] = [];
  for (let tried = 0; tried < pairs && faults.length === 0;) {
    const procedure = pick(random, procedures);
    const other = tryCompile(edited(random, procedure));
    if (!other) continue;
    counted.versions += 1;
    const own = courses.filter((course) => course.procedure.id === procedure.id);
    for (let each = 0; each < EACH && tried < pairs && faults.length === 0; each++, tried++) faults.push(...tryMove(random, pick(random, own), other, mover, counted).map((fault) => `${procedure.id}, pair ${tried}: ${fault}`));
  }
  return faults;
}

/** A version that cannot be drawn is never published, so no case is moved to it. */
function tryCompile(procedure: Procedure): CompiledProcedure | undefined {
  try { return compile(procedure, { version: 99 }); } catch { return undefined; }
}

function tryMove(random: Random, { compiled, events }: Course, other: CompiledProcedure, mover: Mover, counted: Tally): readonly string[] {
  const versions = versionsOf([other, compiled]);
  const log = events.slice(0, 1 + random(events.length));
  const now = Math.max(...log.flatMap(({ occurred, recorded }) => [occurred, recorded]));
  const before = replay(versions, log, now);
  const acting = { now, role: Object.keys(compiled.procedure.parties)[0] ?? '', person: 'Q.X.' };
  const places = Object.keys(other.procedure.stages);
  const preview = previewMove(versions, before, other.pin, {}, now);
  const chosen = Object.fromEntries(preview.stages.flatMap(({ stage, effect }) => (effect === 'needs-a-person' ? [[stage, pick(random, places)]] : [])));
  const move: Command = { type: 'moveCase', id: 'move', salt: 's', to: other.pin, stages: chosen, reason: 'New edition.' };
  const outcome = settles(() => perform(versions, before, move, acting));
  if (!outcome?.ok) { counted.refused += 1; return []; }
  counted.moved += 1;
  if (Object.keys(chosen).length > 0) counted.chosen += 1;
  const after = mover.move(before, outcome.case);
  const lost = after.stages.filter((stage) => !(stage in other.procedure.stages));
  const undone = perform(versions, outcome.case, { type: 'undoMove', id: 'undo', salt: 's', reason: 'Not yet.' }, acting);
  if (undone.ok) counted.undone += 1;
  const back = undone.ok ? mover.undo(before, undone.case) : undefined;
  return [
    ...lost.map((stage) => `the case stands in “${stage}”, which the new chart does not have`),
    ...(after.stages.length === 0 && after.closed === undefined ? ['the case stands nowhere'] : []),
    ...(back && gist(back) === gist(before) ? [] : ['after undo the case is not what it was']),
    ...(undone.ok && gist(replay(versions, undone.case.events, now)) !== gist(before) ? ['told anew from its log after undo, the case is not what it was'] : []),
    ...(undone.ok && undone.case.events.length !== log.length + 2 ? ['the log did not grow by one event each'] : []),
  ];
}

/** A move to a chart that does not come to rest is refused by an error, and nothing has changed. */
function settles(act: () => Outcome): Outcome | undefined {
  try { return act(); } catch { return undefined; }
}

/** Everything but the log itself. */
const gist = ({ events: _events, head: _head, procedure: _procedure, ...rest }: Case): string => JSON.stringify(rest, (_key, value: unknown) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value as Readonly<Record<Id, unknown>>).sort(([a], [b]) => (a < b ? -1 : 1))) : value));
