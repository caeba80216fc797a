// The path of a trial on the diagram: where the case is, where it has been, and the routes it took. Nothing is shown
// while nothing is tried.
import { useStore, ViewportPortal } from '@xyflow/react';
import { useEffect } from 'react';
import { pathOf } from '../canvas/RouteEdge.tsx';
import { diagramFor, useLayout, useShown } from '../store/context.ts';
import { useTried, type Tried } from './state.ts';

export function TriedPath() {
  const tried = useTried((state) => state.tried);
  return tried && <Path tried={tried} />;
}

function Path({ tried }: { readonly tried: Tried }) {
  const layout = useLayout();
  const shown = useShown();
  const diagram = diagramFor(shown.procedure);
  const drawn = useStore((state) => state.nodes); // boxes that come into sight are marked too
  useEffect(() => {
    const boxes = [...document.querySelectorAll<HTMLElement>('.ed-mid .react-flow__node')];
    const seen = (ids: readonly string[]): ReadonlySet<string> => new Set(ids.map(shown.shownAs));
    const [now, been] = [seen(tried.now), seen(tried.been)];
    for (const box of boxes) {
      const id = box.dataset['id'] ?? '';
      if (!been.has(id) && !now.has(id)) box.removeAttribute('data-tried');
      else box.setAttribute('data-tried', now.has(id) ? 'now' : 'been');
    }
    return () => { for (const box of boxes) box.removeAttribute('data-tried'); };
  }, [tried, shown, layout, drawn]);
  const taken = diagram.routes.filter((route) => tried.legs.some((leg) => shown.shownAs(leg.from) === route.from && shown.shownAs(leg.to) === route.to));
  return (
    <ViewportPortal>
      <svg className="ed-tried" aria-hidden="true">{taken.map((route) => { const placed = layout.routes.get(route.id); return placed === undefined ? null : <path key={route.id} d={pathOf(placed.points)} />; })}</svg>
    </ViewportPortal>
  );
}
