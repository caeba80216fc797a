// The width of the window, as it changes.
import { useSyncExternalStore } from 'react';

function subscribe(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

/** Under this width a diagram cannot be read: outline and inspector only. */
const LEAST_WIDTH = 900;
/** Up to this width the outline is folded to a button beside the diagram; editor.css makes the bar narrower there too. */
const RAIL_WIDTH = 1_360;

/** Whether there is room for a diagram. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => window.innerWidth >= LEAST_WIDTH);

/** Whether there is room for a diagram, but for the outline beside it only while it is asked for. */
export const useRailed = (): boolean => useSyncExternalStore(subscribe, () => window.innerWidth >= LEAST_WIDTH && window.innerWidth <= RAIL_WIDTH);
