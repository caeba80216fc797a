// Fragments drawn in where they are called: a procedure without calls comes out, in which the stage that calls is a group
// that holds the piece under names of its own. A fragment that calls itself, or that there is not, is left undrawn; the
// checks say so. It runs nothing and changes nothing in place.
import { pieceOf, type Piece } from './fragment-piece.ts';
import { pointerTo } from './pointer.ts';
import { remembered } from './structure.ts';
import type { Id, Procedure, Stage } from './types.ts';

export interface Drawn {
  /** The procedure itself where it calls nothing. */
  readonly procedure: Procedure;
  /** Where the part that a pointer into the drawn procedure leads to stands in the file. */
  readonly origin: (pointer: string) => string;
}

/** Calls within calls beyond this many levels are not drawn; no diagram could show them. */
const DEEPEST = 16;

/** The procedure with its calls drawn in. */
export const drawnIn = remembered((file: Procedure): Drawn => {
  const origins = new Map<string, string>();
  const within = new Map<Id, readonly Id[]>();
  let procedure = file;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const calls = Object.entries(procedure.stages).filter(([id, { call }]) => call && file.fragments?.[call.fragment] && !within.get(id)?.includes(call.fragment));
    if (calls.length === 0) break;
    for (const [id, stage] of calls) procedure = drawOne(procedure, id, stage, origins, within);
  }
  return { procedure, origin: (pointer) => originOf(origins, pointer) };
});

function drawOne(procedure: Procedure, caller: Id, stage: Stage, origins: Map<string, string>, within: Map<Id, readonly Id[]>): Procedure {
  const { call, ...group } = stage;
  const fragment = call && procedure.fragments?.[call.fragment];
  if (!call || !fragment) return procedure;
  const piece = pieceOf(fragment, caller, call.settings ?? {});
  const outer = [...(within.get(caller) ?? []), call.fragment];
  for (const id of Object.keys(piece.stages)) within.set(id, outer);
  noteOrigins(origins, procedure, caller, call.fragment, piece);
  return {
    ...procedure,
    stages: Object.fromEntries(Object.entries(procedure.stages).flatMap(([id, one]) => (id === caller ? [[id, { ...group, ...(piece.initial !== undefined && { initial: piece.initial }) }], ...Object.entries(piece.stages)] : [[id, one]]))),
    transitions: [...procedure.transitions, ...piece.transitions],
    questions: { ...procedure.questions, ...piece.questions }, tasks: { ...procedure.tasks, ...piece.tasks },
    forms: { ...procedure.forms, ...piece.forms }, rules: { ...procedure.rules, ...piece.rules }, timescales: { ...procedure.timescales, ...piece.timescales },
  };
}

const collections = ['stages', 'questions', 'forms', 'tasks', 'rules', 'timescales'] as const;

function noteOrigins(origins: Map<string, string>, { transitions }: Procedure, caller: Id, fragment: Id, piece: Piece): void {
  for (const collection of collections) {
    for (const id of Object.keys(piece[collection])) origins.set(pointerTo(collection, id), pointerTo('fragments', fragment, collection, id.slice(caller.length + 1)));
  }
  piece.transitions.forEach((_, index) => origins.set(pointerTo('transitions', transitions.length + index), pointerTo('fragments', fragment, 'transitions', index)));
}

function originOf(origins: ReadonlyMap<string, string>, pointer: string): string {
  const [, collection = '', id = '', ...rest] = pointer.split('/');
  const origin = origins.get(`/${collection}/${id}`);
  return origin === undefined ? pointer : [origin, ...rest].join('/');
}
