// What lies on the clipboard after a copy: parts of a procedure in the procedure format itself, under a heading that
// says what they are. Nothing in it is trusted when it comes back (read.ts).
import type { Id, Procedure } from '../../engine/procedure/types.ts';

/** Parts of one procedure. `parts` has the shape of a procedure; what no part needs is empty. */
export interface Clip {
  /** The procedure they were taken from. */
  readonly from: Id;
  readonly parts: Procedure;
}

export const HEADING = 'caseway-parts';
