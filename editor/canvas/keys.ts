// What the keys do on the diagram. A key is looked up by name; what it does is one of the acts that buttons do too.
import type { Id } from '../../engine/procedure/types.ts';
import { words as arranging } from '../arrange/words.ts';
import { diagramFor, shownOf, type Bench } from '../store/context.ts';
import { chosenOf } from '../store/store.ts';
import { words } from '../words.ts';
import type { Diagram } from '../model/diagram.ts';
import { actsOf } from './acts.ts';

interface Key { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean; readonly shiftKey: boolean }
const arrows: Record<string, readonly [number, number]> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** Does what a key asks for anywhere in the editor; true when it did. */
export function everywhereKey(bench: Bench, event: Key): boolean {
  const { undo, redo } = bench.store.getState();
  const command = event.ctrlKey || event.metaKey;
  const letter = event.key.toLowerCase();
  if (command && letter === 'z') { if (event.shiftKey) redo(); else undo(); return true; }
  if (command && letter === 'y') { redo(); return true; }
  return false;
}

/** Does what a key asks for on the diagram; true when it did. */
export function canvasKey(bench: Bench, event: Key): boolean {
  const { store, send } = bench;
  const { selection } = store.getState();
  const { procedure } = shownOf(store.getState());
  const diagram = diagramFor(procedure);
  const acts = actsOf(bench);
  const arrow = arrows[event.key];
  const command = event.ctrlKey || event.metaKey;
  const stage = selection !== null && selection in procedure.stages ? selection : null;
  if (choosingKey(bench, event, diagram)) return true;
  if (command && arrow === undefined) return false;
  if (event.key === '?') { send({ type: 'keys' }); return true; }
  if (event.key === '/') { send({ type: 'find' }); return true; }
  if (arrow !== undefined && event.altKey) {
    const by = event.shiftKey ? 40 : 8;
    if (stage !== null) acts.moveBy(arrow[0] * by, arrow[1] * by);
    return true;
  }
  if (arrow !== undefined) { step(bench, diagram, selection, event.key, event.shiftKey ? 'with' : command ? 'past' : 'to'); return true; }
  if (event.key === 'Escape') { stepOut(bench, diagram, selection); return true; }
  if (event.key === 'Home') { goTo(bench, diagram, diagram.tree.order[0] ?? null); return true; }
  if (event.key === 'Delete' || event.key === 'Backspace') { if (selection !== null && !isDoor(diagram, selection)) acts.remove(selection); return true; }
  if (event.key === 'n' || event.key === 'N') { acts.next(stage); return true; }
  if (stage === null) return false;
  if (event.key === 'Enter' || event.key === 'F2') { acts.rename(stage); return true; }
  if (event.key === 'd' || event.key === 'D') { acts.duplicate(stage); return true; }
  if (event.key === 'g' || event.key === 'G') { acts.group(stage, event.shiftKey); return true; }
  if (event.key === 'f' || event.key === 'F') { acts.fold(stage); return true; }
  if (event.key === 'a' || event.key === 'A') { acts.arrange(); return true; }
  if (event.key === 'c' || event.key === 'C') { acts.connect(stage); return true; }
  return false;
}

/** Space keeps a stage chosen as one moves on, Ctrl A chooses all that lie beside it; true when it was one of them. */
export function choosingKey(bench: Bench, event: Key, diagram: Diagram): boolean {
  const { store } = bench;
  const { selection, pin, choose } = store.getState();
  const all = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a';
  if (!all && event.key !== ' ') return false;
  const { tree } = diagram;
  if (all) {
    const beside = tree.children(tree.parent(selection ?? ''));
    choose([...beside.filter((id) => id !== selection), ...(selection !== null && beside.includes(selection) ? [selection] : [])]);
  } else if (tree.position(selection ?? '') >= 0) pin();
  bench.announce(arranging.chosen(chosenOf(store.getState()).length));
  return true;
}

/** On to another: alone, with those chosen so far, or past this one to choose another beside them. */
export type Going = 'to' | 'with' | 'past';

/** Selects what one goes to, and says how many are chosen when there are several. */
export function goOn(bench: Bench, id: Id | null, how: Going): void {
  const { select, choose, moveOn, procedure } = bench.store.getState();
  const stage = id !== null && id in procedure.stages;
  if (how === 'with' && stage) choose([...chosenOf(bench.store.getState()).filter((each) => each !== id), id]);
  else if (how === 'past' && stage) moveOn(id);
  else select(id);
  if (how === 'with' && stage) bench.announce(arranging.chosen(chosenOf(bench.store.getState()).length));
}

const isDoor = (diagram: Diagram, id: Id): boolean => diagram.doors.some((door) => door.id === id);

/** Arrow right and left follow routes on and back; down and up go through the order of the outline. */
function step(bench: Bench, diagram: Diagram, selection: Id | null, key: string, how: Going): void {
  const walk = [...diagram.doors.map((door) => door.id), ...diagram.tree.order];
  const route = diagram.routes.find((each) => each.id === selection);
  if (route !== undefined) { goTo(bench, diagram, key === 'ArrowLeft' || key === 'ArrowUp' ? route.from : route.to); return; }
  // With nothing selected the focus stands on the first box, so the arrows begin there.
  const here = selection ?? walk[0] ?? null;
  const at = here === null ? -1 : walk.indexOf(here);
  if (key === 'ArrowDown') { goTo(bench, diagram, walk[Math.min(walk.length - 1, at + 1)] ?? null, how); return; }
  if (key === 'ArrowUp') { goTo(bench, diagram, walk[Math.max(0, at - 1)] ?? null, how); return; }
  if (here === null) return;
  const found = key === 'ArrowRight' ? onwards(diagram, here) : backwards(diagram, here);
  if (found === null) bench.announce(key === 'ArrowRight' ? words.said.noRoute : words.said.noRouteBack);
  else goTo(bench, diagram, found, how);
}

/** The stage the first route on leads to: its own, its parts' beginning for a group, its group's for the last of a lane. */
function onwards(diagram: Diagram, id: Id): Id | null {
  const door = diagram.doors.find((each) => each.id === id);
  if (door !== undefined) return door.to[0] ?? null;
  const inside = diagram.tree.children(id)[0];
  if (inside !== undefined) return inside;
  for (const from of [id, ...diagram.tree.ancestors(id)]) {
    const route = diagram.routes.find((each) => each.from === from && !each.back) ?? diagram.routes.find((each) => each.from === from);
    if (route !== undefined) return route.to;
  }
  return null;
}

function backwards(diagram: Diagram, id: Id): Id | null {
  for (const to of [id, ...diagram.tree.ancestors(id)]) {
    const route = diagram.routes.find((each) => each.to === to && !each.back) ?? diagram.routes.find((each) => each.to === to);
    if (route !== undefined) return route.from;
    const door = diagram.doors.find((each) => each.to.includes(to));
    if (door !== undefined) return door.id;
  }
  return null;
}

function goTo(bench: Bench, diagram: Diagram, id: Id | null, how: Going = 'to'): void {
  bench.send({ type: 'selected' });
  goOn(bench, id, how);
  bench.focusStage(id ?? diagram.tree.order[0] ?? null);
}

/** Stage → group → canvas. */
function stepOut(bench: Bench, diagram: Diagram, selection: Id | null): void {
  if (bench.mode !== 'idle') { bench.send({ type: 'done' }); bench.focusStage(selection); return; }
  if (selection === null) return;
  const route = diagram.routes.find((each) => each.id === selection);
  const out = route?.from ?? diagram.tree.parent(selection);
  bench.store.getState().select(out);
  bench.focusStage(out ?? selection);
}
