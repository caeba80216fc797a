// Playing event after event by itself, and the keys of the clock: Space plays and pauses, [ steps back and ] steps on.
import { useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { goTo, nextEvent, stepTo } from '../../engine/case/rehearsal/index.ts';
import type { Coming } from '../../engine/case/rehearsal/index.ts';
import { usePlayer } from './usePlayer.ts';

export const SPEEDS = [1, 2, 5, 10] as const;
export interface Autoplay { /** What comes next; undefined when nothing does. */ readonly next: Coming | undefined; readonly forward: () => void; readonly playing: boolean; /** False while a question waits, or nothing more comes. */ readonly can: boolean; readonly toggle: () => void; readonly seconds: number; readonly setSeconds: (seconds: number) => void }

/** Plays event after event until it is paused, a question comes or nothing more does. */
export function useAutoplay(): Autoplay {
  const { rehearsal, way, book, change } = usePlayer();
  const [playing, setPlaying] = useState(false);
  const [seconds, setSeconds] = useState(5);
  const next = nextEvent(book, rehearsal);
  const forward = () => change((before) => { const coming = nextEvent(book, before); return coming === undefined ? before : goTo(book, before, coming); });
  const open = book.questions.some(({ instant, id }) => instant <= way.clock && !way.moments.slice(0, way.told).some(({ entry }) => entry.kind === 'answer' && entry.question === id));
  const can = next !== undefined && !open;
  useEffect(() => { if (!can) setPlaying(false); }, [can]);
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setTimeout(forward, seconds * 1000);
    return () => clearTimeout(timer);
    // Each change of the rehearsal sets the next step.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [playing, seconds, rehearsal]);
  return { next, forward, playing, can, toggle: () => { if (can) setPlaying(!playing); }, seconds, setSeconds };
}

/** Keys that hold wherever the clock or the line of days has focus. */
export function useClockKeys({ toggle }: Autoplay): (event: KeyboardEvent) => void {
  const { book, way, change } = usePlayer();
  return (event) => {
    const act = { ' ': toggle, '[': () => change((before) => stepTo(book, before, way.told - 1)), ']': () => change((before) => stepTo(book, before, way.told + 1)) }[event.key];
    if (act !== undefined) { event.preventDefault(); act(); }
  };
}
