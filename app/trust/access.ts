// What the access log is told besides refusals: that a case was looked at, and that something of it was saved outside.
// An entry that cannot be kept never stands in anybody's way.
import { useEffect } from 'react';
import { log } from '../world/log.ts';
import { useSession } from '../world/session.ts';
import type { World } from '../world/types.ts';
import { useWorld } from '../world/world.ts';
import { originWords } from './words.ts';

const HOUR = 3_600_000;
const looked = new Map<string, number>();

/** Records that the person at the screen looked at a case: once an hour, for live cases only. */
export function useViewRecorded(caseId: string): void {
  const world = useWorld();
  const person = useSession(({ who }) => who.live.person);
  useEffect(() => {
    const key = `${caseId} ${person}`;
    if (world.kind !== 'live' || world.now() - (looked.get(key) ?? 0) < HOUR) return;
    looked.set(key, world.now());
    void world.store.cases.row(caseId).then((row) => (row === undefined ? undefined : note(world, caseId, 'viewed', 'The case was looked at')), () => undefined);
  }, [world, caseId, person]);
}
/** Records that something of a case, or of several ('' for the case), was saved, printed or copied. */
export function recordExport(world: World, caseId: string, words: string): Promise<void> { return note(world, caseId, 'exported', words); }

/** Records once that a page was printed, however it was asked for. `caseId`: '' for a page over several cases. */
export function usePrintRecorded(caseId: string, what: string): void {
  const world = useWorld();
  useEffect(() => {
    const record = () => {
      // The page and the paper on it both listen; the paper comes first and says it better.
      if (printed.case === caseId && performance.now() - printed.at < SAME_PRINT) return;
      printed = { case: caseId, at: performance.now() };
      void recordExport(world, caseId, `${what}: ${originWords.printed}`);
    };
    window.addEventListener('beforeprint', record);
    return () => window.removeEventListener('beforeprint', record);
  }, [world, caseId, what]);
}
const SAME_PRINT = 500;
let printed = { case: '', at: Number.NEGATIVE_INFINITY };

function note({ store, now }: World, caseId: string, what: 'viewed' | 'exported', words: string): Promise<void> {
  const person = useSession.getState().who.live.person;
  return store.cases.record({ id: crypto.randomUUID(), case: caseId, at: now(), person, role: '', what, words }).catch((error: unknown) => log(`Access log: ${String(error)}`));
}
