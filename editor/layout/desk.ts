// Who lays out, and when. What an edit cannot move is not laid out again; a small diagram is laid out at once; a
// large one elsewhere (a worker), while the old picture stands, put right by hand where stages came, went or moved.
// Deterministic in the end: the same procedure comes to the same layout, whichever way it was made.
import type { Procedure } from '../../engine/procedure/types.ts';
import type { Diagram } from '../model/diagram.ts';
import { layoutKey } from './key.ts';
import { layoutOf } from './layout.ts';
import { standing } from './standing.ts';
import type { Layout } from './types.ts';

/** Lays out a procedure elsewhere; absent where there is no elsewhere. */
export type Elsewhere = (procedure: Procedure, done: (layout: Layout) => void) => void;
export interface Desk {
  /** The layout to show now: the right one, or the old one put right until that is there. */
  layoutFor(procedure: Procedure, diagram: Diagram): Layout;
  /** Called whenever a layout has come. */
  subscribe(listener: () => void): () => void;
}

/** Stages times routes up to which a layout takes about a frame. */
const AT_ONCE = 300;
const MOST_KEPT = 200;
const NOTHING: Layout = { stages: new Map(), groups: new Map(), dividers: [], routes: new Map(), bounds: { x: 0, y: 0, w: 0, h: 0 }, unclear: [] };

/** Layouts by the key of what they show. */
export type KeptLayouts = Map<string, Layout>;

/** A desk for one editor; `kept`: layouts that outlive it, so that what was drawn before opens at once. */
export function createDesk(elsewhere?: Elsewhere, kept: KeptLayouts = new Map()): Desk {
  const shown = new WeakMap<Procedure, { readonly layout: Layout; readonly key: string; readonly final: boolean }>();
  const listeners = new Set<() => void>();
  let last = NOTHING;
  let working: string | null = null;
  let next: { readonly procedure: Procedure; readonly key: string } | null = null;
  const keep = (key: string, layout: Layout): Layout => {
    kept.set(key, layout);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
    return layout;
  };
  const work = (): void => {
    if (working !== null || next === null || elsewhere === undefined) return;
    const { procedure, key } = next;
    [working, next] = [key, null];
    elsewhere(procedure, (layout) => {
      keep(key, layout);
      working = null;
      work();
      for (const listener of listeners) listener();
    });
  };
  return {
    layoutFor: (procedure, diagram) => {
      const known = shown.get(procedure);
      const key = known?.key ?? layoutKey(diagram, procedure.layout);
      if (known?.final === true) { last = known.layout; return last; }
      const soon = elsewhere !== undefined && diagram.stages.size * diagram.routes.length > AT_ONCE;
      const right = kept.get(key) ?? (soon ? undefined : keep(key, layoutOf(diagram, procedure.layout)));
      if (right === undefined && working !== key) { next = { procedure, key }; work(); }
      if (right === undefined && known !== undefined) { last = known.layout; return last; }
      last = right ?? standing(last, diagram, procedure.layout ?? {});
      shown.set(procedure, { layout: last, key, final: right !== undefined });
      return last;
    },
    subscribe: (listener) => { listeners.add(listener); return () => listeners.delete(listener); },
  };
}
