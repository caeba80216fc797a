// How long a task takes to "Saved" (read, checked, decided, sealed where there is a vault, database and journal both on the
// disk) beside a raw strict IndexedDB transaction that writes one event and one row of the same bytes.
import { interleave, type Timed } from '../../../bench/browser/interleave.ts';
import { openRaw, rawWrite } from '../../../bench/browser/raw.ts';

/** Medians over interleaved rounds; `act` records one task and resolves when the screen may say "Saved". */
export async function benchSaved(rounds: number, act: (id: string) => Promise<void>, sample: { readonly event: object; readonly row: object }): Promise<readonly Timed[]> {
  const raw = await openRaw('raw');
  let n = 0;
  const round = Math.random().toString(36).slice(2);
  return interleave(rounds, {
    'raw IndexedDB, event and row, strict': () => rawWrite(raw, { case: round, seq: (n += 1), event: sample.event }, sample.row),
    'Caseway: an act to “Saved”, in both journals': () => act(`${round}-${n += 1}`),
  });
}
