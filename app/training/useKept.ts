// That what is on the screen is kept: after each change at once, and only over what this window has read or written
// itself, so that of two windows on the same thing neither writes over the other unseen.
import { useEffect, useRef, useState } from 'react';
import { log } from '../world/log.ts';

/** `elsewhere`: another window has changed or deleted it, and nothing of this one has been kept since. */
export type KeptState = 'kept' | 'keeping' | 'failed' | 'elsewhere';

/**
 * Whether `now` is kept. `first`: what was read; undefined until then. `now`: the same object while nothing has changed.
 * `replace` writes, and says false when what stands there is none of `mine`: what this window read or wrote last, and
 * what it has asked to be written since, of which each may still be refused.
 */
export function useKept<T>(first: T | undefined, now: T | undefined, replace: (now: T, mine: readonly T[]) => Promise<boolean>): KeptState {
  const [kept, setKept] = useState<KeptState>('kept');
  const shown = useRef<T>(undefined);
  const mine = useRef<readonly T[]>([]);
  useEffect(() => {
    if (first === undefined || now === undefined || now === shown.current) return;
    const opened = shown.current === undefined;
    shown.current = now;
    if (opened) { mine.current = [first]; return; }
    const tell = (state: KeptState): void => { if (shown.current === now) setKept(state); };
    tell('keeping');
    const writing = replace(now, mine.current);
    mine.current = [...mine.current, now];
    writing.then((replaced) => {
      mine.current = replaced ? mine.current.slice(mine.current.indexOf(now)) : mine.current.filter((one) => one !== now);
      tell(replaced ? 'kept' : 'elsewhere');
    }, (error: unknown) => {
      log(`Not kept: ${String(error)}`);
      mine.current = mine.current.filter((one) => one !== now);
      tell('failed');
    });
  }, [first, now, replace]);
  return kept;
}
