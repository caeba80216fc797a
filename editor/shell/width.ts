// The width of the window, as it changes.
import { useSyncExternalStore } from 'react';

function subscribe(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

export const useWidth = (): number => useSyncExternalStore(subscribe, () => window.innerWidth);
