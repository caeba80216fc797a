import { Shell } from '../shell/Shell.tsx';
import { Locked, Vanished } from '../world/live.ts';
import { Unlock } from './Unlock.tsx';
import { Gone } from './Gone.tsx';
import { trustWords } from './words.ts';

/** What stands between the start of the page and the cases: a lock, or cases that are not there any more. */
export default function Gate({ why, onOpen }: { readonly why: unknown; readonly onOpen: () => void }) {
  if (why instanceof Vanished) return <Shell title={trustWords.vanished.title}><Gone lost={why.lost} onOpen={onOpen} /></Shell>;
  return <Shell title={trustWords.unlock.title}><Unlock header={why instanceof Locked ? why.header : undefined} onOpen={onOpen} /></Shell>;
}
