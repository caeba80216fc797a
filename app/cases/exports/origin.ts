// Where a table over several cases comes from, as its file says it: whose it is, when it was made, how many rows it had
// when it left, and from which installation. Such a table has no single end of a record to name.
import { recordWords } from '../../dates.ts';
import { readPartnership } from '../../settings/partnership.ts';
import { installationFingerprint } from '../../trust/signing.ts';
import type { World } from '../../world/types.ts';
import { registerWords as w } from '../register/words.ts';

/** The words of origin for a file of so many rows, made now. */
export async function tableOrigin({ store, now }: Pick<World, 'store' | 'now'>, rows: number): Promise<string> {
  const [fingerprint, { partnership }] = await Promise.all([installationFingerprint(), readPartnership(store)]);
  return w.origin(partnership.name.trim(), recordWords(now()), rows, fingerprint);
}
