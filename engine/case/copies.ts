// Two copies of one case: where they part, and one of them as a case of its own.
import { isErased, seal } from './hash.ts';
import type { CaseEvent } from './types.ts';

/** How a copy stands to ours: not here; the same; it goes on from ours; ours goes on from it; each went on by itself. */
export type CopyStanding = 'fresh' | 'same' | 'longer' | 'older' | 'fork';

/** `shared`: how many entries both have, from the first on. The entry after them is where the copies part. */
export function compareCopies(ours: readonly CaseEvent[], theirs: readonly CaseEvent[]): { readonly standing: CopyStanding; readonly shared: number } {
  const apart = theirs.findIndex(({ hash }, index) => ours[index]?.hash !== hash);
  const shared = apart < 0 ? theirs.length : apart;
  if (ours.length === 0) return { standing: 'fresh', shared };
  if (shared === theirs.length) return { standing: ours.length === shared ? 'same' : 'older', shared };
  return { standing: ours.length === shared ? 'longer' : 'fork', shared };
}

/**
 * The log as that of another case: what was entered, when and by whom stay; the opening says the other id and reference,
 * and the chain is sealed anew from it. Throws RangeError for a log of which something was erased: its seal cannot be made anew.
 */
export function asSeparateCase(events: readonly CaseEvent[], as: { readonly case: string; readonly reference: string }): readonly CaseEvent[] {
  if (events.some(isErased)) throw new RangeError('Something of this case was erased; it cannot be kept as another case.');
  let previous = '';
  return events.map(({ digest: _digest, hash: _hash, ...event }) => {
    const payload = event.type === 'caseOpened' ? { ...event.payload, ...as } : event.payload;
    const sealed = seal({ ...event, case: as.case, payload, previous });
    previous = sealed.hash;
    return sealed;
  });
}
