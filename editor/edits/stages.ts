// Adding a stage with what its kind starts with, and removing one with all that would be left hanging.
import type { Id, Procedure, Stage, StageKind, Task, Transition } from '../../engine/procedure/types.ts';
import { stageTitle } from '../model/text.ts';
import { words } from '../words.ts';
import type { Edit, EditResult } from './types.ts';

/** A new stage with one task to do in it; with `after`, also the route that leads to it. */
export function addStage(procedure: Procedure, edit: Extract<Edit, { readonly edit: 'add-stage' }>): EditResult {
  const { stage: id, kind, after, within } = edit;
  if (id in procedure.stages || id in procedure.tasks) return { ok: false, words: words.edits.taken };
  const label = edit.label.trim() === '' ? words.kindNew(words.kinds[kind]) : edit.label.trim();
  const stage: Stage = within === null ? { kind, label } : { kind, label, within };
  const routed = after === null ? procedure.transitions : [...procedure.transitions, routeTo(procedure, after, id)];
  const next = {
    ...procedure, stages: { ...procedure.stages, [id]: stage },
    tasks: { ...procedure.tasks, [id]: starterTask(kind, label, id) }, transitions: routed,
  };
  return { ok: true, procedure: next, words: words.edits.addStage(label) };
}

function starterTask(kind: StageKind, label: string, stage: Id): Task {
  if (kind === 'decision') return { shape: 'decide', label, in: [stage], options: [{ id: 'yes', label: words.edits.yes }, { id: 'no', label: words.edits.no }] };
  if (kind === 'notify' || kind === 'agency-checks' || kind === 'publish') return { shape: 'exchange', label, in: [stage], to: [] };
  return { shape: 'record', label, in: [stage] };
}

/** The way on from a stage: when its first task is done; when all of it has ended, for a group; else when its owner chooses. */
function routeTo(procedure: Procedure, from: Id, to: Id): Transition {
  const id = freeId(`${from}-to-${to}`, procedure.transitions.map((each) => each.id));
  const group = Object.values(procedure.stages).some((stage) => stage.within === from);
  if (group) return { id, from: [from], on: { ended: from }, to };
  const task = Object.entries(procedure.tasks).find(([, each]) => each.in?.includes(from) === true)?.[0];
  const owner = procedure.stages[from]?.owner;
  return { id, from: [from], on: task !== undefined ? { done: task } : { chosen: { by: owner === undefined ? [] : [owner] } }, to };
}

/** The id itself, or the id with the first number from 2 that is not taken. */
export function freeId(wanted: string, taken: readonly string[]): Id {
  const clean = wanted.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '') || 'stage';
  if (!taken.includes(clean)) return clean;
  let number = 2;
  while (taken.includes(`${clean}-${number}`)) number += 1;
  return `${clean}-${number}`;
}

/** Without the stage, its own tasks with their clocks, and the routes to and from it; the parts of a group move up. */
export function removeStage(procedure: Procedure, id: Id): EditResult {
  const gone = procedure.stages[id];
  if (gone === undefined) return { ok: false, words: words.edits.noStage };
  const own = Object.entries(procedure.tasks).filter(([, task]) => task.in?.length === 1 && task.in[0] === id).map(([task]) => task);
  const stages = Object.entries(procedure.stages).filter(([each]) => each !== id).map(([each, stage]) => [each, movedUp(stage, id, gone.within)] as const);
  const tasks = Object.entries(procedure.tasks).filter(([task]) => !own.includes(task))
    .map(([task, each]) => [task, each.in?.includes(id) === true ? { ...each, in: each.in.filter((stage) => stage !== id) } : each] as const);
  const timescales = Object.entries(procedure.timescales ?? {}).filter(([, timescale]) => !own.includes(timescale.for));
  const layout = Object.entries(procedure.layout ?? {}).filter(([stage]) => stage !== id);
  const next: Procedure = {
    ...procedure, stages: Object.fromEntries(stages), tasks: Object.fromEntries(tasks), transitions: procedure.transitions.flatMap((each) => without(each, id)),
    ...(procedure.timescales === undefined ? {} : { timescales: Object.fromEntries(timescales) }),
    ...(procedure.layout === undefined ? {} : { layout: Object.fromEntries(layout) }),
  };
  return { ok: true, procedure: next, words: words.edits.removeStage(stageTitle(procedure, id)) };
}

function movedUp(stage: Stage, gone: Id, to: Id | undefined): Stage {
  const { within, initial, ...rest } = stage;
  const first = initial === undefined || initial === gone ? {} : { initial };
  if (within !== gone) return { ...rest, ...first, ...(within === undefined ? {} : { within }) };
  return to === undefined ? { ...rest, ...first } : { ...rest, ...first, within: to };
}

function without(transition: Transition, id: Id): readonly Transition[] {
  const from = transition.from.filter((each) => each !== id);
  const to = transition.to;
  if (from.length === 0 || to === id || (typeof to === 'object' && 'history' in to && to.history === id)) return [];
  const ended = 'ended' in transition.on && transition.on.ended === id;
  return ended ? [] : [from.length === transition.from.length ? transition : { ...transition, from }];
}
