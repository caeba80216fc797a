// What follows from a situation, for a search: the walker's ways with numbers in place of names, each worked out once
// for all pasts that it does not tell apart.
import type { Id } from '../../procedure/types.ts';
import type { Walker } from './follow.ts';
import type { Move } from './moves.ts';
import { newCell, settled, type Cell, type Pasts } from './past.ts';
import type { Follow } from './search.ts';

/** A move together with the routes it took. */
export interface Made { readonly move: Move; readonly takes: readonly Id[] }
/** The first time that something was taken: from which state, with what, and where it led. */
export interface First { readonly from: number; readonly made: number; readonly to: number; readonly past: number }
export interface Ways {
  readonly follow: Follow;
  /** Coming back to a case that was over. */
  readonly late: Follow;
  made(number: number): Made;
  stagesOf(config: number): readonly Id[];
  /** The stages that a transition leads to by name. */
  leadsTo(transition: Id): readonly Id[];
  /** Those of these tasks that may be done there. */
  tasksAt(config: number, past: number, among: Iterable<Id>): readonly Id[];
  /** The first situation from which a transition, or an option as `task/option`, was taken, and with what. */
  readonly firsts: ReadonlyMap<string, First>;
}

interface Way { readonly config: number; readonly change: number; readonly made: number; /** Once its routes and options are among the firsts. */ noted: boolean }
/** What each move leads to from one configuration; a move that leads nowhere, whatever happened, is left out: at once where the chart alone says so, or once it was tried. */
interface Place { moves: readonly number[] | undefined; readonly cells: readonly Cell<readonly Way[]>[]; readonly tasks: Map<Id, Cell<boolean>> }

/** Ways by these moves. */
export function waysOf(moves: readonly Move[], pasts: Pasts, walker: Walker): Ways {
  const mades: Made[] = [];
  const numbers = new Map<string, number>();
  const firsts = new Map<string, First>();
  const places: (Place | undefined)[] = [];
  const numbered = (index: number, made: Made): number => {
    const key = `${index} ${made.takes.join(' ')}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, mades.length);
    return mades.push(made) - 1;
  };
  const at = (config: number): Place => (places[config] ??= { moves: undefined, cells: moves.map(() => newCell()), tasks: new Map() });
  const workedOut = (index: number, cell: Cell<readonly Way[]>, config: number, past: number): readonly Way[] => pasts.recall(cell, past, (seen) => {
    const move = moves[index] as Move;
    return walker.after(move, config, seen).map(({ config: to, past: { since }, takes }): Way => ({ config: to, change: pasts.changed(since), made: numbered(index, { move, takes }), noted: false }));
  });
  const note = (way: Way, from: number, past: number): void => {
    way.noted = true;
    for (const key of keysOf(mades[way.made] as Made)) if (!firsts.has(key)) firsts.set(key, { from, made: way.made, to: way.config, past });
  };
  const by = (late: boolean): readonly number[] => moves.flatMap((move, index) => ((move.kind === 'reopen') === late ? [index] : []));
  const go = (late: boolean, all: readonly number[]): Follow => (config, past, visit, state) => {
    const place = at(config);
    const some = (late ? undefined : place.moves) ?? all.filter((index) => walker.mayLead(moves[index] as Move, config));
    for (const index of some) {
      const cell = place.cells[index] as Cell<readonly Way[]>;
      for (const way of pasts.known(cell, past) ?? workedOut(index, cell, config, past)) {
        const to = pasts.after(past, way.change);
        if (way.config === config && to === past && mades[way.made]?.takes.length === 0) continue;
        if (!way.noted) note(way, state, to);
        visit(way.config, to, way.made);
      }
    }
    if (!late) place.moves ??= some.filter((index) => settled(place.cells[index] as Cell<readonly Way[]>)?.length !== 0);
  };
  return {
    follow: go(false, by(false)), late: go(true, by(true)), firsts,
    made: (number) => mades[number] ?? { move: { kind: 'open', door: '', events: [] }, takes: [] },
    stagesOf: (config) => walker.stagesOf(config),
    leadsTo: (transition) => walker.leadsTo(transition),
    tasksAt: (config, past, among) => {
      if (walker.stagesOf(config).length === 0) return [];
      const { tasks } = at(config);
      const cellOf = (task: Id): Cell<boolean> => { const known = tasks.get(task) ?? newCell(); tasks.set(task, known); return known; };
      return [...among].filter((task) => pasts.recall(cellOf(task), past, (seen) => walker.isUp(task, config, seen)));
    },
  };
}

/** The routes and options of a move, as they are noted. */
export const keysOf = ({ move, takes }: Made): readonly string[] => [...takes, ...(move.kind === 'decide' ? move.options.map((option) => `${move.task}/${option}`) : [])];
