// Where the keys go on after a change that takes away what had the focus.
import { flushSync } from 'react-dom';

/**
 * Makes a change, draws it, and puts the focus, all before the next key: a focus put a frame later would take the keys
 * from where somebody has gone on to meanwhile. Only in answer to a key or a pointer: React does not draw while it draws.
 */
export function drawnThen(change: () => void, focus: () => void): void {
  flushSync(change);
  focus();
}

/** Nothing on the page has the focus. */
export const isFocusLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** Puts the focus by the next frame, where it has gone nowhere: a field that is being left does not know yet where to. */
export function whenLost(focus: () => void): void {
  requestAnimationFrame(() => { if (isFocusLost()) focus(); });
}
