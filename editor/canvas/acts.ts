// What a person can do, by whichever way they ask for it: key, button, menu or pointer.
import { useMemo } from 'react';
import type { Id, StageKind, Trigger } from '../../engine/procedure/types.ts';
import { diagramFor, useBench, type Bench } from '../store/context.ts';
import { words } from '../words.ts';
import { addStage, connect, groupAlone, remove, tidy } from '../edits/commands.ts';
import { stageBefore } from './making.ts';

export interface Acts {
  next(after: Id | null): void;
  connect(from: Id): void;
  add(kind: StageKind, after: Id | null): void;
  join(from: Id, to: Id, on?: Trigger): void;
  remove(id: Id): void;
  rename(id: Id): void;
  duplicate(id: Id): void;
  /** Puts a stage in a group of its own, or takes a group apart. */
  group(id: Id): void;
  moveBy(id: Id, x: number, y: number): void;
  tidy(): void;
}

/** The acts of the editor in hand. */
export function useActs(): Acts {
  const bench = useBench();
  return useMemo(() => actsOf(bench), [bench]);
}

export function actsOf({ store, desk, send, focusStage, announce }: Bench): Acts {
  const { edit } = store.getState();
  const allowed = (): boolean => {
    if (!store.getState().readOnly) return true;
    announce(words.said.readOnly);
    return false;
  };
  return {
    next: (after) => { if (allowed()) send({ type: 'add', stage: after }); },
    connect: (from) => { if (allowed()) send({ type: 'connect', stage: from }); },
    rename: (id) => { if (allowed()) send({ type: 'name', stage: id }); },
    add: (kind, after) => {
      send({ type: 'done' });
      const made = edit(addStage(kind, after), 'made')?.made;
      if (made !== undefined) send({ type: 'name', stage: made });
    },
    join: (from, to, on) => {
      send({ type: 'done' });
      edit(connect(from, to, on), from);
      focusStage(from);
    },
    remove: (id) => {
      const { procedure } = store.getState();
      const route = diagramFor(procedure).routes.find((each) => each.id === id);
      if (route !== undefined) { if (edit({ type: 'removeTransition', transition: route.transition }, route.from)) focusStage(route.from); return; }
      const before = stageBefore(procedure, id);
      if (edit(remove(id), before)) focusStage(before);
    },
    duplicate: (id) => {
      const made = edit({ type: 'duplicateStage', stage: id }, 'made')?.made;
      if (made !== undefined) send({ type: 'name', stage: made });
    },
    group: (id) => {
      const made = diagramFor(store.getState().procedure).groups.has(id) ? edit({ type: 'ungroupStages', group: id }, null) : edit(groupAlone(id), 'made');
      if (made?.made !== undefined) send({ type: 'name', stage: made.made });
      else focusStage(store.getState().selection);
    },
    moveBy: (id, x, y) => {
      const { procedure } = store.getState();
      const layout = desk.layoutFor(procedure, diagramFor(procedure));
      const placed = layout.stages.get(id) ?? layout.groups.get(id);
      if (placed !== undefined) edit({ type: 'moveStage', stage: id, x: placed.within.x + x, y: placed.within.y + y }, id);
    },
    tidy: () => { edit(tidy); },
  };
}
