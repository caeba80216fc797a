// Where a paper or a file comes from, said on it: which installation, how far the record had come, and when. It lets a
// reader hold it against a signed case file of that installation; it does not say who sat at the keyboard.
import { useEffect, useState } from 'react';
import { recordWords } from '../dates.ts';
import { log } from '../world/log.ts';
import { useWorld } from '../world/world.ts';
import type { World } from '../world/types.ts';
import { installationFingerprint } from './signing.ts';
import { originWords as w } from './words.ts';

/** The line for one case, or for several cases ('') which have no single end of their record. */
export async function originOf({ store, now }: World, caseId: string): Promise<string> {
  const [fingerprint, row] = await Promise.all([installationFingerprint(), caseId === '' ? undefined : store.cases.row(caseId)]);
  const when = recordWords(now());
  return row === undefined ? w.several(when, fingerprint) : w.one(row.content.reference, when, row.head, row.seq, fingerprint);
}
/** The same for a page; undefined while it is worked out. `seq`: how far the page has read, so that it is worked out anew. */
export function useOrigin(caseId: string, seq: number): string | undefined {
  const world = useWorld();
  const [origin, setOrigin] = useState<string>();
  useEffect(() => {
    let here = true;
    originOf(world, caseId).then((words) => { if (here) setOrigin(words); }, (error: unknown) => log(`Origin: ${String(error)}`));
    return () => { here = false; };
  }, [world, caseId, seq]);
  return origin;
}
