// The edits that keys, buttons and pointer share: what a new route waits for, where a new stage goes.
import type { Id, Procedure, StageKind, Trigger } from '../../engine/procedure/types.ts';
import { freeId } from '../edits/stages.ts';
import type { Edit } from '../edits/types.ts';
import { treeOf } from '../model/tree.ts';
import { words } from '../words.ts';

/** What a route from a stage can wait for, the likeliest first: its group's end, a task done, an option, a choice. */
export function triggersOf(procedure: Procedure, from: Id): readonly Trigger[] {
  if (Object.values(procedure.stages).some((stage) => stage.within === from)) return [{ ended: from }];
  const tasks = Object.entries(procedure.tasks).filter(([, task]) => task.in?.includes(from) === true);
  const options = tasks.flatMap(([id, task]) => (task.options ?? []).map((option): Trigger => ({ option: [id, option.id] })));
  const clocks = Object.entries(procedure.timescales ?? {}).filter(([, each]) => tasks.some(([id]) => id === each.for)).map(([id]): Trigger => ({ lapsed: id }));
  const owner = procedure.stages[from]?.owner;
  const chosen: Trigger = { chosen: { by: owner === undefined ? Object.keys(procedure.parties).slice(0, 1) : [owner] } };
  const done = tasks.map(([id]): Trigger => ({ done: id }));
  const free = options.filter((each) => !procedure.transitions.some((route) => JSON.stringify(route.on) === JSON.stringify(each)));
  const decides = tasks[0]?.[1].shape === 'decide';
  return [...(decides ? free : []), ...done, ...(decides ? [] : free), ...options.filter((each) => !free.includes(each)), chosen, ...clocks];
}

/** The edit that joins two stages; waits for the likeliest unless told. */
export function connectEdit(procedure: Procedure, from: Id, to: Id, on?: Trigger): Edit {
  const route = freeId(`${from}-to-${to}`, procedure.transitions.map((each) => each.id));
  return { edit: 'add-route', route, from, to, on: on ?? triggersOf(procedure, from)[0] ?? { chosen: { by: [] } } };
}

/** The edit that adds a stage of a kind, after another or on its own; a group is followed by a stage beside it. */
export function addEdit(procedure: Procedure, kind: StageKind, after: Id | null): Extract<Edit, { readonly edit: 'add-stage' }> {
  const taken = [...Object.keys(procedure.stages), ...Object.keys(procedure.tasks)];
  const label = freeLabel(procedure, words.kindNew(words.kinds[kind]));
  const inLane = after !== null && procedure.stages[procedure.stages[after]?.within ?? '']?.parallel === true;
  const tree = treeOf(procedure);
  const within = after === null ? null : tree.parent(after);
  const final = after !== null && procedure.stages[after]?.final === true;
  return { edit: 'add-stage', stage: freeId(kind, taken), kind, label, after: inLane || final ? null : after, within };
}

function freeLabel(procedure: Procedure, wanted: string): string {
  const taken = Object.values(procedure.stages).map((stage) => stage.label);
  let label = wanted;
  for (let number = 2; taken.includes(label); number++) label = `${wanted} ${number}`;
  return label;
}

/** The stage before one, for the focus after it is deleted: the one that leads to it, else the one above it in order. */
export function stageBefore(procedure: Procedure, id: Id): Id | null {
  const tree = treeOf(procedure);
  const leads = procedure.transitions.find((route) => route.to === id)?.from[0];
  if (leads !== undefined && leads !== id && leads in procedure.stages) return leads;
  const inside = tree.ancestors(id);
  const order = tree.order.filter((each) => each !== id && !tree.ancestors(each).includes(id));
  const before = tree.order.slice(0, tree.position(id)).filter((each) => order.includes(each)).at(-1);
  return before ?? inside[0] ?? order[0] ?? null;
}
