import { Suspense, lazy, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useOpenWorld } from '../world/world.ts';
import { searchKeys } from './keys.ts';

const SearchDialog = lazy(() => import('./SearchDialog.tsx'));
/** Until then the page has its own work; after it the search gets ready between what people do. */
const READY_AFTER = 4000;

/** The button in the bar, and Ctrl + K wherever a bar is. What it opens is loaded when the page is idle. */
export function SearchButton() {
  const world = useOpenWorld();
  const [open, setOpen] = useState(false);
  const here = world !== undefined && world.kind !== 'rehearsal';
  useEffect(() => {
    if (!here) return;
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [here]);
  useEffect(() => {
    if (world === undefined || world.kind === 'rehearsal') return;
    const timer = setTimeout(() => { void import('./searchIndex.ts').then(({ searchIndexOf }) => searchIndexOf(world)); }, READY_AFTER);
    return () => clearTimeout(timer);
  }, [world]);
  if (!here) return null;
  return (
    <>
      <button type="button" className="app-search" onClick={() => setOpen(true)}>{searchKeys.button} <kbd>{searchKeys.keys}</kbd></button>
      {open ? createPortal(<Suspense fallback={null}><SearchDialog world={world} onClose={() => setOpen(false)} /></Suspense>, document.body) : null}
    </>
  );
}
