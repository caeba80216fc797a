// What a person can do, by whichever way they ask for it: key, button, menu or pointer. What is done to a stage is
// done to all that are chosen with it, as one step.
import { useMemo } from 'react';
import type { Id, StageKind, Trigger } from '../../engine/procedure/types.ts';
import { words as arranging } from '../arrange/words.ts';
import { putting } from '../clip/put.ts';
import { take, textOfClip } from '../clip/take.ts';
import { words as clip } from '../clip/words.ts';
import { groupAll, lineUp, moveBy, nestAll, removeAll, spreadOut, tidyOnly, type Lining, type Spreading } from '../edits/arranging.ts';
import { addStage, connect, groupAlone, remove, tidy, type Command } from '../edits/commands.ts';
import { stageTitle } from '../model/text.ts';
import { treeOf } from '../model/tree.ts';
import { diagramFor, layoutNow, useBench, type Bench } from '../store/context.ts';
import { chosenOf } from '../store/store.ts';
import { words } from '../words.ts';
import { stageBefore } from './making.ts';

export interface Acts {
  next(after: Id | null): void;
  connect(from: Id): void;
  add(kind: StageKind | 'end', after: Id | null): void;
  join(from: Id, to: Id, on?: Trigger): void;
  remove(id: Id): void;
  rename(id: Id): void;
  duplicate(id: Id): void;
  /** Puts what is chosen in a group of its own, or takes a group apart. */
  group(id: Id, together?: boolean): void;
  moveBy(x: number, y: number): void;
  lineUp(how: Lining): void;
  spreadOut(how: Spreading): void;
  nest(within: Id | null): void;
  tidy(): void;
  tidyOnly(): void;
  /** What is chosen as text; null when nothing is. */
  copied(): string | null;
  paste(text: string): Promise<void>;
  fold(id: Id): void;
  arrange(): void;
}

/** The acts of the editor in hand. */
export function useActs(): Acts {
  const bench = useBench();
  return useMemo(() => actsOf(bench), [bench]);
}

export function actsOf(bench: Bench): Acts {
  const { store, send, focusStage, announce } = bench;
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
      const several = severalWith(bench, id);
      const before = stageBefore(procedure, several[0] ?? id);
      const left = before !== null && several.includes(before) ? treeOf(procedure).order.find((each) => !several.includes(each)) ?? null : before;
      if (edit(several.length > 1 ? removeAll(several) : remove(id), left)) focusStage(store.getState().selection);
    },
    ...copying(bench),
    ...placing(bench),
    tidy: () => { edit(tidy); },
    fold: (id) => {
      const { procedure, fold, closed, select } = store.getState();
      if (!treeOf(procedure).isGroup(id)) { announce(arranging.notGroup); return; }
      announce((closed.has(id) ? arranging.unfolded : arranging.folded)(stageTitle(procedure, id)));
      select(id);
      fold(id);
      requestAnimationFrame(() => focusStage(id));
    },
    arrange: () => { if (allowed()) { if (chosenOf(store.getState()).length === 0) announce(words.said.nothing); else send({ type: 'arrange' }); } },
  };
}

/** All that are chosen, when this is one of them; else this alone. */
function severalWith({ store }: Bench, id: Id): readonly Id[] {
  const chosen = chosenOf(store.getState());
  return chosen.includes(id) ? chosen : [id];
}

/** A second time, here or in another procedure. */
function copying(bench: Bench): Pick<Acts, 'duplicate' | 'copied' | 'paste'> {
  const { store, send, announce, focusStage } = bench;
  const { edit } = store.getState();
  const tell = (lost: readonly string[]): void => { if (lost.length > 0) send({ type: 'lost', lost }); };
  /** In the group that the selected stage lies in. */
  const within = (): Id | undefined => { const { procedure, selection } = store.getState(); return selection === null ? undefined : procedure.stages[selection]?.within; };
  return {
    duplicate: (id) => {
      const several = severalWith(bench, id);
      const { procedure } = store.getState();
      const plain = several.length === 1 && !treeOf(procedure).isGroup(id);
      const done = edit(plain ? { type: 'duplicateStage', stage: id } : putting(take(procedure, several), { within: within(), copies: true, as: 'duplicated' }, tell), 'made');
      if (plain && done?.made !== undefined) send({ type: 'name', stage: done.made });
      else if (done !== null) focusStage(store.getState().selection);
    },
    copied: () => {
      const { procedure } = store.getState();
      const chosen = chosenOf(store.getState());
      if (chosen.length === 0) { announce(clip.nothingChosen); return null; }
      announce(clip.copied(chosen.map((id) => stageTitle(procedure, id))));
      return textOfClip(take(procedure, chosen));
    },
    paste: async (text) => {
      const { readClip } = await import('../clip/read.ts');
      const read = readClip(text);
      if (!read.ok) { announce(words.said.refused(read.words)); return; }
      let lost: readonly string[] = [];
      const done = edit(putting(read.clip, { within: within(), copies: read.clip.from === store.getState().procedure.id }, (each) => { lost = each; }), 'made');
      if (done === null) return;
      tell(lost);
      if (lost.length === 0) focusStage(store.getState().selection);
    },
  };
}

/** Where boxes stand and what they lie in. */
function placing(bench: Bench): Pick<Acts, 'group' | 'moveBy' | 'lineUp' | 'spreadOut' | 'nest' | 'tidyOnly'> {
  const { store, send, focusStage } = bench;
  const { edit } = store.getState();
  const chosen = (): readonly Id[] => chosenOf(store.getState());
  const place = (command: Command): void => { if (edit(command)) focusStage(store.getState().selection); };
  return {
    group: (id, together = false) => {
      const several = severalWith(bench, id);
      const apart = several.length === 1 && treeOf(store.getState().procedure).isGroup(id);
      const made = apart ? edit({ type: 'ungroupStages', group: id }, null) : edit(several.length === 1 && !together ? groupAlone(id) : groupAll(several, together), 'made');
      if (made?.made !== undefined) send({ type: 'name', stage: made.made });
      else focusStage(store.getState().selection);
    },
    moveBy: (x, y) => { place(moveBy(layoutNow(bench), chosen(), x, y)); },
    lineUp: (how) => { place(lineUp(layoutNow(bench), chosen(), how)); },
    spreadOut: (how) => { place(spreadOut(layoutNow(bench), chosen(), how)); },
    nest: (within) => { place(nestAll(chosen(), within)); },
    tidyOnly: () => { place(tidyOnly(chosen())); },
  };
}
