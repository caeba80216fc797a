// A world is one store with its clock and its place in the address: live cases, practice, or a rehearsal.
import type { Act, ActResult } from '../cases/types.ts';
import type { Store } from '../../engine/store/types.ts';
import type { Instant } from '../../engine/time/types.ts';

export interface World {
  readonly kind: 'live' | 'practice' | 'rehearsal';
  /** Before every address of this world: '' or '/practice'. */
  readonly base: string;
  readonly store: Store;
  /** The moment acts are recorded at. In practice it starts at the invented day and goes on with the real clock. */
  readonly now: () => Instant;
  /** In rehearsal an act goes to the player, which keeps it among what the room did; nothing reaches a store of cases. */
  readonly act?: (wanted: Act) => Promise<ActResult>;
}
