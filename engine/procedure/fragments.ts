// Fragments drawn in where they are called: a procedure without calls comes out, in which the stage that calls is a group
// that holds the piece under names of its own. A fragment that calls itself, or that there is not, is left undrawn; the
// checks say so. It runs nothing and changes nothing in place.
import { pieceOf, type Piece } from './fragment-piece.ts';
import { laneRoutes, laneStages, sampleOf, writtenOut, type Instance, type Instances, type Repeated } from './instances.ts';
import { pointerTo } from './pointer.ts';
import { remembered } from './remembered.ts';
import type { Id, Procedure, Stage } from './types.ts';

export interface Drawn {
  /** The procedure itself where it calls nothing. */
  readonly procedure: Procedure;
  /** Stages that are repeated over a list. */
  readonly repeated: readonly Repeated[];
  /** Where the part that a pointer into the drawn procedure leads to stands in the file. */
  readonly origin: (pointer: string) => string;
}

/** Calls within calls beyond this many levels are not drawn; no diagram could show them. */
const DEEPEST = 16;

/** The procedure with its calls drawn in, as its checks look at it: what is repeated over an answer is drawn once. */
export const drawnIn = remembered((file: Procedure): Drawn => draw(file, (stage) => sampleOf(file, stage)));

/** As `drawnIn`, for the entries that the lists of a case hold; without one, a repeated stage is a plain one. */
export const drawnFor = (file: Procedure, instances: Instances): Drawn => draw(file, (stage, id) => writtenOut(file, stage) ?? instances[id] ?? []);

type Entries = (stage: Stage, id: Id) => readonly Instance[];

function draw(file: Procedure, entries: Entries): Drawn {
  const drawing: Drawing = { origins: new Map(), within: new Map(), repeated: [] };
  const { origins, within, repeated } = drawing;
  let procedure = file;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const calls = Object.entries(procedure.stages).filter(([id, { call }]) => call && file.fragments?.[call.fragment] && !within.get(id)?.includes(call.fragment));
    if (calls.length === 0) break;
    for (const [id, stage] of calls) procedure = stage.per ? drawLanes(procedure, id, stage, entries(stage, id), drawing) : drawOne(procedure, id, stage, drawing);
  }
  return { procedure, repeated, origin: (pointer) => originOf(origins, pointer) };
}

interface Drawing { readonly origins: Map<string, string>; readonly within: Map<Id, readonly Id[]>; readonly repeated: Repeated[] }

/** One lane for each entry, in the order of the list; each is a call of its own. */
function drawLanes(procedure: Procedure, caller: Id, stage: Stage, entries: readonly Instance[], drawing: Drawing): Procedure {
  const { call, per, ...plain } = stage;
  if (!call || !per) return procedure;
  const lanes = laneStages(caller, stage, entries);
  const fragment = procedure.fragments?.[call.fragment];
  const routes = fragment ? laneRoutes(stage, fragment, entries) : [];
  drawing.repeated.push({ stage: caller, join: per.join ?? 'all', ...(typeof per.over === 'string' && { over: per.over }) });
  for (const id of Object.keys(lanes)) drawing.origins.set(pointerTo('stages', id), pointerTo('stages', caller));
  routes.forEach((_, index) => drawing.origins.set(pointerTo('transitions', procedure.transitions.length + index), pointerTo('stages', caller, 'per')));
  const stages = Object.fromEntries(Object.entries(procedure.stages).flatMap(([id, one]) => (id === caller ? [[id, { ...plain, ...(entries.length > 0 && { parallel: true }) }], ...Object.entries(lanes)] : [[id, one]])));
  const whole = { ...procedure, stages, transitions: [...procedure.transitions, ...routes] };
  return entries.reduce<Procedure>((drawn, entry) => drawOne(drawn, entry.lane, { ...plain, ...lanes[entry.lane], call }, drawing, entry), whole);
}

function drawOne(procedure: Procedure, caller: Id, stage: Stage, { origins, within }: Drawing, entry?: Instance): Procedure {
  const { call, ...group } = stage;
  const fragment = call && procedure.fragments?.[call.fragment];
  if (!call || !fragment) return procedure;
  const piece = pieceOf(fragment, caller, call.settings ?? {}, entry);
  const outer = [...(within.get(caller) ?? []), call.fragment];
  for (const id of Object.keys(piece.stages)) within.set(id, outer);
  noteOrigins(origins, procedure, caller, call.fragment, piece);
  return {
    ...procedure,
    stages: Object.fromEntries(Object.entries(procedure.stages).flatMap(([id, one]) => (id === caller ? [[id, { ...(fragment.inForce && { inForce: fragment.inForce }), ...group, ...(piece.initial !== undefined && { initial: piece.initial }) }], ...Object.entries(piece.stages)] : [[id, one]]))),
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
