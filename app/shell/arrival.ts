// Where reading goes on: on a page that was just moved to, and after an act that took its own button away.
import { useEffect } from 'react';

let pages = 0;
/** Counts a page that is shown; true when another was shown before it, so that the reader has moved. */
export function hasMoved(): boolean {
  pages += 1;
  return pages > 1;
}

/** Puts the focus on an element that is none to press, such as a heading. */
export function readOnAt(element: HTMLElement | null): void {
  if (element === null) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** For a page without the usual frame: once it stands after a move, reading begins at its title and not at nothing. */
export function useArrival(ready: boolean): void {
  useEffect(() => {
    if (ready && hasMoved() && document.activeElement === document.body) readOnAt(document.querySelector('h1'));
  }, [ready]);
}
