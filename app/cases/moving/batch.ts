// Several cases of one procedure and another version: what a move would do to each, and the moves themselves, one after
// the other, each decided by the engine on the case as it then is.
import { useRef, useState } from 'react';
import type { Versions } from '../../../engine/case/compile.ts';
import type { MovePreview } from '../../../engine/case/migration/preview.ts';
import { listWords } from '../../../engine/time/words.ts';
import type { Case } from '../../../engine/case/types.ts';
import type { Id } from '../../../engine/procedure/types.ts';
import type { PublishedVersion } from '../../../engine/store/types.ts';
import { useWho } from '../../world/session.ts';
import { faultWords } from '../../world/faults.ts';
import { useWorld } from '../../world/world.ts';
import type { World } from '../../world/types.ts';
import { act, freshIds, loadCase } from '../session.ts';
import { caseWords } from '../words.ts';
import { isChanged, pinOf, previewOf, standsOn } from './versions.ts';
import { movingWords } from './words.ts';

const w = movingWords.cases;
/** What came out for one case: `kind` says whether it may be moved, was moved, or stays. */
export interface Tried { readonly case: string; readonly kind: 'ready' | 'needs-a-person' | 'already' | 'moved' | 'stays'; readonly words: string; /** Stages it is in that the version does not have, answered or not. */ readonly asks?: readonly Missing[] }
interface Missing { readonly stage: Id; readonly label: string }
/** Where cases go on, by each stage that the version does not have. */
export type Places = Readonly<Record<Id, Id>>;

/** What a move would change, in a sentence. */
export function summaryOf(plan: MovePreview): string {
  if (!plan.ready) return w.homeless(listWords(plan.stages.flatMap(({ effect, label }) => (effect === 'needs-a-person' ? [`“${label}”`] : []))));
  const moved = plan.stages.filter(({ effect }) => effect === 'moves').length + plan.begin.filter(({ stage }) => !plan.stages.some(({ to }) => to === stage)).length;
  return w.summary(moved, plan.tasks.filter(({ effect }) => effect !== 'stays').length, plan.deadlines.filter(isChanged).length);
}
/** The plan for one case, with the places of those stages alone that it is in and the version lacks: a place of another case's stage is none of its own. */
export function planOf(versions: Versions, item: Case, to: PublishedVersion, places: Places, now: number): { readonly plan: MovePreview; readonly asks: readonly Missing[]; readonly stages: Places } {
  const bare = previewOf(versions, item, to, {}, now);
  const asks = bare.stages.filter(({ effect }) => effect === 'needs-a-person').map(({ stage, label }) => ({ stage, label }));
  const stages = Object.fromEntries(asks.flatMap(({ stage }) => { const place = places[stage]; return place === undefined || place === '' ? [] : [[stage, place]]; }));
  return { plan: Object.keys(stages).length === 0 ? bare : previewOf(versions, item, to, stages, now), asks, stages };
}
async function tryOne(world: World, id: string, to: PublishedVersion, places: Places): Promise<Tried> {
  const loaded = await loadCase(world, id);
  if (loaded === undefined) return { case: id, kind: 'stays', words: caseWords.frame.missing };
  if (standsOn(loaded.case, to)) return { case: id, kind: 'already', words: w.already };
  const { plan, asks } = planOf(loaded.versions, loaded.case, to, places, world.now());
  return { case: id, kind: plan.ready ? 'ready' : 'needs-a-person', words: summaryOf(plan), asks };
}
/** The stages that somebody has to place, each with how many of the cases are in it. */
export function missingIn(tried: readonly Tried[]): readonly (Missing & { readonly cases: number })[] {
  const all = tried.flatMap(({ asks = [] }) => asks);
  return [...new Map(all.map((one) => [one.stage, one])).values()].map((one) => ({ ...one, cases: all.filter(({ stage }) => stage === one.stage).length }));
}

export interface Batch {
  readonly tried: readonly Tried[] | undefined; readonly busy: boolean; readonly places: Places; readonly forget: () => void;
  readonly dryRun: (cases: readonly string[], to: PublishedVersion) => void;
  /** Says where the cases of a stage go on, and tries them again. */ readonly place: (stage: Id, at: Id, to: PublishedVersion) => void;
  readonly move: (to: PublishedVersion, reason: string, onDone: (results: readonly Tried[]) => void) => void;
}

/** Tries moves and makes them; a case that stays says why, and stops no other. */
export function useBatch(procedure: string): Batch {
  const world = useWorld();
  const { person, roles } = useWho();
  const [tried, setTried] = useState<readonly Tried[]>();
  const [places, setPlaces] = useState<Places>({});
  const [busy, setBusy] = useState(false);
  const latest = useRef(0);
  const each = async (cases: readonly string[], one: (id: string) => Promise<Tried>): Promise<readonly Tried[]> => {
    const results: Tried[] = [];
    const round = (latest.current += 1);
    setBusy(true);
    for (const id of cases) results.push(await one(id).catch((error: unknown): Tried => ({ case: id, kind: 'stays', words: faultWords(error) })));
    if (round === latest.current) { setTried(results); setBusy(false); } // a later choice has its own results
    return results;
  };
  const moveOne = async (id: string, to: PublishedVersion, reason: string): Promise<Tried> => {
    if (person === '') return { case: id, kind: 'stays', words: caseWords.who.first };
    const loaded = await loadCase(world, id);
    const stages = loaded === undefined ? {} : planOf(loaded.versions, loaded.case, to, places, world.now()).stages;
    const body = { type: 'moveCase', to: pinOf(to), ...(Object.keys(stages).length === 0 ? {} : { stages }), reason } as const;
    const result = await act(world, { case: id, body, person, role: roles[procedure] ?? '', ...freshIds() });
    if (result.kind === 'saved') return { case: id, kind: 'moved', words: w.movedOne };
    return { case: id, kind: 'stays', words: result.kind === 'refused' ? `${result.refusal.words} ${result.refusal.remedy}` : result.words };
  };
  const ids = (tried ?? []).map((one) => one.case);
  return {
    tried, busy, places, forget: () => { latest.current += 1; setBusy(false); setTried(undefined); setPlaces({}); },
    dryRun: (cases, to) => void each(cases, (id) => tryOne(world, id, to, places)),
    place: (stage, at, to) => { const next = { ...places, [stage]: at }; setPlaces(next); void each(ids, (id) => tryOne(world, id, to, next)); },
    move: (to, reason, onDone) => void each(ids, async (id) => { const one = tried?.find((other) => other.case === id); return one?.kind === 'ready' || one === undefined ? moveOne(id, to, reason) : one; }).then(onDone),
  };
}
