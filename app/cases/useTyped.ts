import { useEffect, useRef, useState } from 'react';
import { useWorld } from '../world/world.ts';
import { forgetTyped, keepTyped, typedBefore } from './typed.ts';

export interface TypedState<T> { readonly value: T; readonly set: (change: (before: T) => T) => void; readonly ready: boolean; /** When it was last kept. */ readonly kept: number | undefined; readonly forget: () => void; /** The moment of the world, for what must be past. */ readonly now: number }

/** State that survives the page: read back when it opens, kept half a second after each change and when the page is left. */
export function useTyped<T>(key: string, start: T): TypedState<T> {
  const { store, now } = useWorld();
  const [value, setValue] = useState(start);
  const [ready, setReady] = useState(false);
  const [kept, setKept] = useState<number>();
  const latest = useRef<{ value: T; dirty: boolean }>({ value: start, dirty: false });
  useEffect(() => {
    let here = true;
    void typedBefore<T>(store.name, key).then((before) => {
      if (!here) return;
      if (before !== undefined && !latest.current.dirty) { latest.current = { value: before, dirty: false }; setValue(before); }
      setReady(true);
    });
    return () => { here = false; };
  }, [store.name, key]);
  useEffect(() => {
    const flush = () => {
      if (!latest.current.dirty) return;
      latest.current.dirty = false;
      void keepTyped(store.name, key, latest.current.value).then((done) => { if (done) setKept(now()); });
    };
    const timer = setInterval(flush, 500);
    window.addEventListener('pagehide', flush);
    return () => { clearInterval(timer); window.removeEventListener('pagehide', flush); flush(); };
  }, [store.name, key, now]);
  const set = (change: (before: T) => T) => { latest.current = { value: change(latest.current.value), dirty: true }; setValue(latest.current.value); };
  const forget = () => { latest.current.dirty = false; void forgetTyped(store.name, key); };
  return { value, set, ready, kept, forget, now: now() };
}
