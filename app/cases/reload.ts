// Lets any part of a case screen ask for the case to be read again, know that another tab changed it, and leave for the
// case page with a result.
import { createContext, useContext } from 'react';
import { useLocation } from 'wouter';

const ReloadContext = createContext<() => void>(() => undefined);
export const ReloadProvider = ReloadContext.Provider;
export function useReload(): () => void { return useContext(ReloadContext); }

const ChangedContext = createContext(false);
export const ChangedProvider = ChangedContext.Provider;
/** True when another tab changed the case since this one last read or wrote it. */
export function useChanged(): boolean { return useContext(ChangedContext); }

/** Goes to a page of the case and says there what was done. */
export function useSayAndGo(): (path: string, said: string) => void {
  const [, go] = useLocation();
  const reload = useReload();
  return (path, said) => { reload(); go(path, { state: { said, at: Date.now() } }); };
}
