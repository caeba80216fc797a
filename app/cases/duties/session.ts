// The only path by which the log of a procedure's duties is written: read it, let the engine decide, append if nobody was first.
import { verifyChain } from '../../../engine/case/hash.ts';
import { performDuty } from '../../../engine/case/duties/perform.ts';
import type { DutyBody } from '../../../engine/case/duties/types.ts';
import type { CompiledProcedure } from '../../../engine/case/compile.ts';
import type { Refusal } from '../../../engine/case/types.ts';
import type { Instant } from '../../../engine/time/types.ts';
import { faultWords } from '../../world/faults.ts';
import { log as note } from '../../world/log.ts';
import { useSession } from '../../world/session.ts';
import type { World } from '../../world/types.ts';
import { dutyWords } from './words.ts';

const TRIES = 4;
export interface DutyAct { readonly body: DutyBody; readonly occurred?: Instant | undefined; readonly person: string; readonly role: string; readonly id: string; readonly salt: string }
export type DutyResult = { readonly kind: 'saved' } | { readonly kind: 'refused'; readonly refusal: Refusal } | { readonly kind: 'failed'; readonly words: string };

/** Does one act about the duties of a procedure: accepted and kept, refused with the reason, or not written. */
export async function actOnDuties(world: World, compiled: CompiledProcedure, { body, occurred, person, role, id, salt }: DutyAct): Promise<DutyResult> {
  const { duties } = world.store;
  try {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const before = await duties.log(compiled.pin.id);
      if (!verifyChain(before).ok) return failed(dutyWords.broken);
      const outcome = performDuty(compiled, before, { ...body, id, salt, ...(occurred === undefined ? {} : { occurred }) }, { now: world.now(), role, person });
      if (!outcome.ok) return await refused(world, { body, person, role }, outcome.refusal);
      const kept = outcome.events.length === 0 ? undefined : await duties.append(compiled.pin.id, before.length, outcome.events);
      if (kept === undefined || kept.ok) { useSession.getState().wrote(world.kind, world.now()); return { kind: 'saved' }; }
      if (kept.code !== 'conflict') return failed(kept.words);
    }
    return failed(dutyWords.kept);
  } catch (error) {
    return failed(faultWords(error));
  }
}
function failed(words: string): DutyResult {
  useSession.getState().failedWrite(words);
  return { kind: 'failed', words };
}
async function refused({ store, now }: World, { body, person, role }: Pick<DutyAct, 'body' | 'person' | 'role'>, refusal: Refusal): Promise<DutyResult> {
  await store.cases.record({ id: crypto.randomUUID(), case: '', at: now(), person, role, what: 'refused', words: `${body.type}: ${refusal.words}` }).catch((error: unknown) => note(`Access log: ${String(error)}`));
  return { kind: 'refused', refusal };
}
