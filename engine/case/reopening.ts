// An exchange that was complete and is so no longer: a recipient came later, or a reply was sent back. Its record opens
// again; recipients who need nothing more are left as they are, and it is done again once all need nothing more.
import type { Task } from '../procedure/types.ts';
import { inside, type OwnRecord } from './folded.ts';
import type { Held } from './scope.ts';
import type { Settling } from './settle.ts';

/** False once the case is closed, unless the exchange outlives it, and once the stage is left that it ends with. */
export function mayOpenAgain(held: Held, { afterClosing, withdrawn, in: stages }: Task): boolean {
  if (held.closed !== undefined && !afterClosing) return false;
  return withdrawn !== 'with-stage' || stages === undefined || stages.some((stage) => held.stages.includes(stage));
}

/** Opens the record again; what waited for its end waits for the next one. */
export function openAgain({ draft, openedAgain }: Settling, record: OwnRecord): void {
  openedAgain.push(record.task);
  record.state = 'open';
  delete record.done;
  draft[inside].waiting = draft[inside].waiting.filter(({ event }) => event !== `done.${record.task}`);
}
