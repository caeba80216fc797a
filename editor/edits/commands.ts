// The editor's commands: the engine's named edits, alone or several as one. Whatever it is made of, a command is one
// undo step and one announcement.
import { applyEdit } from '../../engine/procedure/edits/apply.ts';
import type { Edit } from '../../engine/procedure/edits/edit.ts';
import type { Deputy, Id, Procedure, StageKind, TaskShape, Timescale, Trigger } from '../../engine/procedure/types.ts';
import { deputiesOf } from '../model/owners.ts';
import { partyTitle, stageTitle, taskTitle, wordsOf } from '../model/text.ts';
import { treeOf } from '../model/tree.ts';
import { words } from '../words.ts';

export type Done = { readonly ok: true; readonly procedure: Procedure; readonly words: string; /** The element it added, the stage where it added several. */ readonly made?: Id; /** All it added, where a command adds several to be selected together. */ readonly all?: readonly Id[]; /** Announced in place of `words`. */ readonly said?: string };
export type Outcome = Done | { readonly ok: false; readonly words: string };
export type Command = (procedure: Procedure) => Outcome;

/** One edit as a command. */
export const single = (edit: Edit): Command => (procedure) => {
  const result = applyEdit(procedure, edit);
  if (!result.ok) return result;
  return { ok: true, procedure: result.procedure, words: result.words, ...(result.id === undefined ? {} : { made: result.id }) };
};

type StepOf = (procedure: Procedure, made: readonly Id[]) => Edit | null;

/** Several edits as one, each seeing what those before it made; all or none. Without words of its own it takes those of the first. */
export const inTurn = (steps: readonly StepOf[], said?: string): Command => (procedure) => {
  let now = procedure;
  let first = '';
  const made: Id[] = [];
  for (const step of steps) {
    const edit = step(now, made);
    if (edit === null) continue;
    const result = applyEdit(now, edit);
    if (!result.ok) return result;
    now = result.procedure;
    first = first === '' ? result.words : first;
    if (result.id !== undefined) made.push(result.id);
  }
  return { ok: true, procedure: now, words: said ?? first, ...(made[0] === undefined ? {} : { made: made[0] }) };
};

const shapes: Partial<Record<StageKind, TaskShape>> = { decision: 'decide', notify: 'exchange', 'agency-checks': 'exchange', publish: 'exchange' };

/** A new stage with one thing to do in it, or an end; `after` another, also the route that leads to it, and its owner. */
export function addStage(kind: StageKind | 'end', after: Id | null): Command {
  if (kind === 'end') return addEnd(after);
  return (procedure) => {
    const label = freeLabel(procedure, words.kindNew(words.kinds[kind]));
    const parent = after === null ? null : treeOf(procedure).parent(after);
    const within = parent ?? undefined;
    const routed = after !== null && procedure.stages[after]?.final !== true && procedure.stages[parent ?? '']?.parallel !== true;
    const owner = after === null ? undefined : procedure.stages[after]?.owner;
    return inTurn([
      () => ({ type: 'addStage', kind, label, ...(within === undefined ? {} : { within }), ...(after === null ? {} : { after }) }),
      (_, [stage = '']) => (owner === undefined ? null : { type: 'setOwner', stage, owner }),
      (_, [stage = '']) => ({ type: 'addTask', shape: shapes[kind] ?? 'record', label, in: [stage], ...(kind === 'decision' ? { options: [{ id: 'yes', label: words.edits.yes }, { id: 'no', label: words.edits.no }] } : {}) }),
      (now, [stage = '']) => (routed ? { type: 'addTransition', from: [after], to: stage, on: triggersOf(now, after)[0] ?? { chosen: { by: [] } } } : null),
    ])(procedure);
  };
}

function addEnd(after: Id | null): Command {
  return (procedure) => {
    const within = after === null ? undefined : treeOf(procedure).parent(after) ?? undefined;
    const routed = after !== null && procedure.stages[after]?.final !== true && procedure.stages[within ?? '']?.parallel !== true;
    return inTurn([
      () => ({ type: 'addStage', kind: 'other', final: true, label: freeLabel(procedure, words.kinds.end), ...(within === undefined ? {} : { within }), ...(after === null ? {} : { after }) }),
      (now, [stage = '']) => (routed ? { type: 'addTransition', from: [after], to: stage, on: triggersOf(now, after)[0] ?? { chosen: { by: [] } } } : null),
    ])(procedure);
  };
}

/** A stage's new name; what is done in it alone and bears the same name takes the new one too, as a new stage's first task does. */
export const rename = (stage: Id, label: string): Command => (procedure) => {
  const before = wordsOf(procedure.stages[stage]?.label);
  const named = Object.entries(procedure.tasks).filter(([, task]) => task.in?.length === 1 && task.in[0] === stage && wordsOf(task.label) === before).map(([task]) => task);
  return inTurn([() => ({ type: 'renameStage', stage, label }), ...named.map((task): StepOf => () => ({ type: 'renameTask', task, label }))])(procedure);
};

/** Another kind for a stage; `end` makes it an end, and a kind makes an end a stage again. */
export const setKind = (stage: Id, kind: StageKind | 'end'): Command => (procedure) => {
  const ends = procedure.stages[stage]?.final === true;
  if (kind === 'end') return single({ type: 'setStageEnd', stage, final: true })(procedure);
  return inTurn([() => ({ type: 'setStageKind', stage, kind }), () => (ends ? { type: 'setStageEnd', stage, final: false } : null)])(procedure);
};

/** A name for a new stage that no other has. */
export function freeLabel(procedure: Procedure, wanted: string): string {
  const taken = Object.values(procedure.stages).map((stage) => stage.label);
  let label = wanted;
  for (let number = 2; taken.includes(label); number++) label = `${wanted} ${number}`;
  return label;
}

/** What a route from a stage can wait for, the likeliest first: its group's end, an option not yet used, a task, a choice, a clock. */
export function triggersOf(procedure: Procedure, from: Id): readonly Trigger[] {
  if (Object.values(procedure.stages).some((stage) => stage.within === from)) return [{ ended: from }];
  const tasks = Object.entries(procedure.tasks).filter(([, task]) => task.in?.includes(from) === true);
  const options = tasks.flatMap(([id, task]) => (task.options ?? []).map((option): Trigger => ({ option: [id, option.id] })));
  const clocks = Object.entries(procedure.timescales ?? {}).filter(([, each]) => tasks.some(([id]) => id === each.for)).map(([id]): Trigger => ({ lapsed: id }));
  const owner = procedure.stages[from]?.owner;
  const chosen: Trigger = { chosen: { by: owner === undefined ? Object.keys(procedure.parties).slice(0, 1) : [owner] } };
  const done = tasks.map(([id]): Trigger => ({ done: id }));
  const used = new Set(procedure.transitions.map((route) => JSON.stringify(route.on)));
  const free = options.filter((each) => !used.has(JSON.stringify(each)));
  const taken = options.filter((each) => used.has(JSON.stringify(each)));
  return tasks[0]?.[1].shape === 'decide' ? [...free, ...done, ...taken, chosen, ...clocks] : [...done, ...free, ...taken, chosen, ...clocks];
}

/** A route between two stages; waits for the likeliest thing unless told. */
export const connect = (from: Id, to: Id, on?: Trigger): Command => (procedure) => {
  if (from === to) return { ok: false, words: words.edits.sameStage };
  return single({ type: 'addTransition', from: [from], to, on: on ?? triggersOf(procedure, from)[0] ?? { chosen: { by: [] } } })(procedure);
};

/** Without a stage and what is done in it alone; a group is taken apart and its stages stay. */
export const remove = (stage: Id): Command => (procedure) => {
  if (treeOf(procedure).isGroup(stage)) return single({ type: 'ungroupStages', group: stage })(procedure);
  const own = Object.entries(procedure.tasks).filter(([, task]) => task.in?.length === 1 && task.in[0] === stage).map(([task]) => task);
  return inTurn([...own.map((task): StepOf => () => ({ type: 'removeTask', task })), () => ({ type: 'removeStage', stage })], words.edits.removeStage(stageTitle(procedure, stage)))(procedure);
};

/** Who acts for the owner in what is done in this stage; what deputies do elsewhere stays as it is. */
export const setDeputy = (stage: Id, deputy: Id | null): Command => (procedure) => {
  const owner = procedure.stages[stage]?.owner;
  const party = owner === undefined ? undefined : procedure.parties[owner];
  const tasks = Object.entries(procedure.tasks).filter(([, task]) => task.in?.includes(stage) === true).map(([task]) => task);
  if (owner === undefined || party === undefined) return { ok: false, words: words.edits.ownerFirst };
  if (tasks.length === 0) return { ok: false, words: words.edits.noTasks };
  if (deputiesOf(procedure, stage)[0] === (deputy ?? undefined)) return { ok: false, words: words.edits.same };
  const others = (party.deputies ?? []).map((each) => ({ ...each, tasks: each.tasks.filter((task) => !tasks.includes(task)) })).filter((each) => each.tasks.length > 0);
  const deputies: readonly Deputy[] = deputy === null ? others : [...others, { party: deputy, tasks, when: 'absent' }];
  const said = words.edits.deputy(stageTitle(procedure, stage), deputy === null ? words.stage.nobody : partyTitle(procedure, deputy));
  return inTurn([() => ({ type: 'setDeputies', party: owner, deputies })], said)(procedure);
};

/** A clock as it should be: only the parts that differ are changed. */
export const changeClock = (clock: Id, next: Timescale): Command => (procedure) => {
  const before = procedure.timescales?.[clock];
  if (before === undefined) return { ok: false, words: words.edits.noClock };
  const parts = [...new Set([...Object.keys(before), ...Object.keys(next)])].filter((part) => part !== 'for');
  const at = (timescale: Timescale, part: string): unknown => Object.entries(timescale).find(([each]) => each === part)?.[1];
  const changed = parts.filter((part) => JSON.stringify(at(before, part)) !== JSON.stringify(at(next, part)));
  if (changed.length === 0) return { ok: false, words: words.edits.same };
  return single({ type: 'changeTimescale', timescale: clock, set: Object.fromEntries(changed.map((part) => [part, at(next, part)])) })(procedure);
};

/** The clock binds another thing that people do. */
export const bindClock = (clock: Id, task: Id): Command => (procedure) =>
  (procedure.timescales?.[clock] === undefined ? { ok: false, words: words.edits.noClock } : single({ type: 'setPart', path: ['timescales', clock, 'for'], value: task, words: words.edits.clockFor(taskTitle(procedure, task)) })(procedure));

/** Every stage back where the automatic layout would put it. */
export const tidy: Command = single({ type: 'clearLayout' });

/** Puts one stage in a group of its own, to which others can be moved. */
export const groupAlone = (stage: Id): Command => (procedure) =>
  single({ type: 'groupStages', stages: [stage], label: freeLabel(procedure, words.grid.newGroup) })(procedure);
