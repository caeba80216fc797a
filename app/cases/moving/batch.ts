// Several cases of one procedure and another version: what a move would do to each, and the moves themselves, one after
// the other, each decided by the engine on the case as it then is.
import { useState } from 'react';
import type { MovePreview } from '../../../engine/case/migration/preview.ts';
import { listWords } from '../../../engine/time/words.ts';
import type { PublishedVersion } from '../../../engine/store/types.ts';
import { useWho } from '../../world/session.ts';
import { faultWords } from '../../world/faults.ts';
import { useWorld } from '../../world/world.ts';
import type { World } from '../../world/types.ts';
import { act, freshIds, loadCase } from '../session.ts';
import { caseWords } from '../words.ts';
import { isChanged, isPin, pinOf, previewOf } from './versions.ts';
import { movingWords } from './words.ts';

const w = movingWords.cases;
/** What came out for one case: `kind` says whether it may be moved, was moved, or stays. */
export interface Tried { readonly case: string; readonly kind: 'ready' | 'needs-a-person' | 'already' | 'moved' | 'stays'; readonly words: string }

/** What a move would change, in a sentence. */
export function summaryOf(plan: MovePreview): string {
  if (!plan.ready) return w.homeless(listWords(plan.stages.flatMap(({ effect, label }) => (effect === 'needs-a-person' ? [`“${label}”`] : []))));
  const moved = plan.stages.filter(({ effect }) => effect === 'moves').length + plan.begin.filter(({ stage }) => !plan.stages.some(({ to }) => to === stage)).length;
  return w.summary(moved, plan.tasks.filter(({ effect }) => effect !== 'stays').length, plan.deadlines.filter(isChanged).length);
}
async function tryOne(world: World, id: string, to: PublishedVersion): Promise<Tried> {
  const loaded = await loadCase(world, id);
  if (loaded === undefined) return { case: id, kind: 'stays', words: caseWords.frame.missing };
  if (isPin(loaded.case.procedure, pinOf(to))) return { case: id, kind: 'already', words: w.already };
  const plan = previewOf(loaded.versions, loaded.case, to, {}, world.now());
  return { case: id, kind: plan.ready ? 'ready' : 'needs-a-person', words: summaryOf(plan) };
}

export interface Batch { readonly tried: readonly Tried[] | undefined; readonly busy: boolean; readonly forget: () => void; readonly dryRun: (cases: readonly string[], to: PublishedVersion) => void; readonly move: (to: PublishedVersion, reason: string, onDone: (results: readonly Tried[]) => void) => void }

/** Tries moves and makes them; a case that stays says why, and stops no other. */
export function useBatch(procedure: string): Batch {
  const world = useWorld();
  const { person, roles } = useWho();
  const [tried, setTried] = useState<readonly Tried[]>();
  const [busy, setBusy] = useState(false);
  const each = async (cases: readonly string[], one: (id: string) => Promise<Tried>): Promise<readonly Tried[]> => {
    const results: Tried[] = [];
    setBusy(true);
    for (const id of cases) results.push(await one(id).catch((error: unknown): Tried => ({ case: id, kind: 'stays', words: faultWords(error) })));
    setTried(results);
    setBusy(false);
    return results;
  };
  const moveOne = async (id: string, to: PublishedVersion, reason: string): Promise<Tried> => {
    if (person === '') return { case: id, kind: 'stays', words: caseWords.who.first };
    const result = await act(world, { case: id, body: { type: 'moveCase', to: pinOf(to), reason }, person, role: roles[procedure] ?? '', ...freshIds() });
    if (result.kind === 'saved') return { case: id, kind: 'moved', words: w.movedOne };
    return { case: id, kind: 'stays', words: result.kind === 'refused' ? `${result.refusal.words} ${result.refusal.remedy}` : result.words };
  };
  return {
    tried, busy, forget: () => setTried(undefined),
    dryRun: (cases, to) => void each(cases, (id) => tryOne(world, id, to)),
    move: (to, reason, onDone) => void each((tried ?? []).filter(({ kind }) => kind === 'ready').map((one) => one.case), (id) => moveOne(id, to, reason)).then(onDone),
  };
}
