// Accepting a command end to end (perform with hashing, then events and register row in one strict transaction)
// beside a raw strict IndexedDB transaction that writes an event and a row of the same bytes.
import { compile, perform, versionsOf, type Case, type Command } from '../../engine/index.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { openDexieStore } from '../../engine/store/dexie.ts';
import type { RegisterRow } from '../../engine/store/types.ts';
import { interleave, type Timed } from './interleave.ts';
import { openRaw, rawWrite } from './raw.ts';

const acting = { now: Date.UTC(2026, 11, 10, 9), role: 'manager', person: 'A.B.' };

function rowOf(held: Case): RegisterRow {
  return {
    case: held.id, procedure: held.procedure.id, version: held.procedure.version, seq: held.events.length, head: held.head,
    stages: held.stages, opened: held.opened, changed: held.asOf, closed: 0, nextDue: held.asOf,
    content: { reference: held.reference, initials: 'Q.X.', stage: 'Stage 0' },
  };
}

/** Writes in one turn: the browser's clock has steps of 0.1 ms, a seventh of one write. */
const TURN = 10;

const turnOf = (write: () => Promise<void>) => async (): Promise<void> => { for (let n = 0; n < TURN; n += 1) await write(); };

/** Medians over `rounds` interleaved turns of ten writes; both contestants write one event and one row each time. */
export async function benchAccept(procedure: Procedure, rounds: number): Promise<readonly Timed[]> {
  const versions = versionsOf([compile(procedure, { version: 1 })]);
  const store = await openDexieStore('bench-accept');
  const raw = await openRaw('bench-raw');
  let held: Case | undefined;
  let written = 0;
  const accept = async (): Promise<void> => {
    const id = `command-${(written += 1)}`;
    const body = held
      ? { type: 'addNote' as const, words: `Note ${written}: spoke to the school, which will send its check by Friday.` }
      : { type: 'openCase' as const, case: 'a', reference: 'LA-2026-001', door: 'referral', answers: {} };
    const command: Command = { ...body, id, salt: id };
    const outcome = perform(versions, held ?? [], command, { ...acting, now: acting.now + written });
    if (!outcome.ok) throw new Error(outcome.refusal.words);
    const saved = await store.cases.append('a', held?.events.length ?? 0, outcome.events, rowOf(outcome.case));
    if (!saved.ok) throw new Error(saved.words);
    held = outcome.case;
  };
  await accept();
  let copies = 0;
  return interleave(rounds, {
    'raw IndexedDB, event and row, strict': turnOf(async () => {
      const event = held?.events.at(-1);
      if (event && held) await rawWrite(raw, { case: 'a', seq: (copies += 1), event }, rowOf(held));
    }),
    'Caseway: perform, hash, append': turnOf(accept),
  });
}
