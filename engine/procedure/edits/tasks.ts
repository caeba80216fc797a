// Edits of tasks and of their clocks: add, rename, doers, change, remove.
import { wordsOf } from '../pointer.ts';
import type { Id, Procedure, Task, Timescale } from '../types.ts';
import type { ClockParts, Plan, Planner } from './edit.ts';
import { freeId, isReadable, reworded } from './names.ts';
import { noLabel } from './stages.ts';

const noTask: Plan = { no: 'That task is not in the procedure any more.' };
const noClock: Plan = { no: 'That clock is not in the procedure any more.' };

function taskName(procedure: Procedure, task: Id): string {
  return wordsOf(procedure.tasks[task]?.label) ?? task;
}

/** Why these stages and parties cannot be named, or undefined. */
function missing(procedure: Procedure, stages: readonly Id[], parties: readonly Id[]): string | undefined {
  if (stages.some((id) => procedure.stages[id] === undefined)) return 'One of the stages is not in the procedure any more.';
  return parties.some((id) => procedure.parties[id] === undefined) ? 'One of the parties is not in the procedure any more.' : undefined;
}

export const addTask: Planner<'addTask'> = (edit, procedure) => {
  if (!isReadable(edit.label)) return noLabel;
  const no = missing(procedure, edit.in ?? [], [...(edit.by ?? []), ...(edit.to ?? [])]);
  if (no !== undefined) return { no };
  if (edit.options?.some(({ label }) => !isReadable(label))) return noLabel;
  const { type: _type, shape, label, ...parts } = edit;
  const id = freeId(edit.label, 'task', Object.keys(procedure.tasks));
  return { id, words: `Add task ${wordsOf(edit.label)}`, changes: [{ path: ['tasks', id], value: { shape, label, ...parts } satisfies Task }] };
};

export const renameTask: Planner<'renameTask'> = (edit, procedure) => {
  const task = procedure.tasks[edit.task];
  if (task === undefined) return noTask;
  if (!isReadable(edit.label)) return noLabel;
  return { words: `Rename ${taskName(procedure, edit.task)} to ${wordsOf(edit.label)}`, changes: [{ path: ['tasks', edit.task, 'label'], value: reworded(task.label, edit.label) }] };
};

export const setDoers: Planner<'setDoers'> = (edit, procedure) => {
  if (procedure.tasks[edit.task] === undefined) return noTask;
  const no = missing(procedure, [], edit.by ?? []);
  if (no !== undefined) return { no };
  const by = edit.by !== undefined && edit.by.length > 0 ? edit.by : undefined;
  return { words: `Change who does ${taskName(procedure, edit.task)}`, changes: [{ path: ['tasks', edit.task, 'by'], value: by }] };
};

/** The task goes with its clocks. Rules and routes that name it are kept: the check tells of them. */
export const removeTask: Planner<'removeTask'> = (edit, procedure) => {
  if (procedure.tasks[edit.task] === undefined) return noTask;
  const clocks = Object.entries(procedure.timescales ?? {}).filter(([, clock]) => clock.for === edit.task).map(([id]) => id);
  const count = clocks.length === 0 ? '' : clocks.length === 1 ? ' and its clock' : ` and its ${clocks.length} clocks`;
  return { words: `Remove ${taskName(procedure, edit.task)}${count}`, changes: [...clocks.map((id) => ({ path: ['timescales', id] })), { path: ['tasks', edit.task] }] };
};

const badNumber = 'Write the amount as a number, zero or more.';

/** Why a clock may not have these parts, or undefined. */
function clockObstacle(parts: ClockParts): string | undefined {
  const { amount, until } = parts;
  if (typeof amount === 'number' && !(Number.isFinite(amount) && amount >= 0)) return badNumber;
  if (until !== undefined && !(Number.isFinite(until) && until >= 0)) return badNumber;
  if (typeof amount === 'object' && 'gap' in amount && !isReadable(amount.gap)) return 'Write what the source says instead of an amount.';
  const lists = [parts.from && 'earliest' in parts.from ? parts.from.earliest : undefined, parts.from && 'latest' in parts.from ? parts.from.latest : undefined];
  if (lists.some((list) => list?.length === 0)) return 'Choose what the clock is counted from.';
  const unreadable = [parts.label, parts.words].some((text) => text !== undefined && !isReadable(text));
  return unreadable ? noLabel.no : undefined;
}

export const addTimescale: Planner<'addTimescale'> = (edit, procedure) => {
  if (procedure.tasks[edit.clock.for] === undefined) return noTask;
  const no = clockObstacle(edit.clock);
  if (no !== undefined) return { no };
  const id = freeId(edit.clock.label ?? `${edit.clock.for} due`, 'clock', Object.keys(procedure.timescales ?? {}));
  return { id, words: `Add clock to ${taskName(procedure, edit.clock.for)}`, changes: [{ path: ['timescales', id], value: edit.clock }] };
};

const mustHave: readonly (keyof Timescale)[] = ['direction', 'amount', 'unit', 'from', 'basis'];

export const changeTimescale: Planner<'changeTimescale'> = (edit, procedure) => {
  const clock = procedure.timescales?.[edit.timescale];
  if (clock === undefined) return noClock;
  const no = clockObstacle(edit.set);
  if (no !== undefined) return { no };
  const parts = Object.entries(edit.set);
  if (parts.some(([part, value]) => value === undefined && mustHave.some((one) => one === part))) return { no: 'A clock needs an amount, a unit, a direction, a start and a basis.' };
  return { words: `Change clock of ${taskName(procedure, clock.for)}`, changes: parts.map(([part, value]) => ({ path: ['timescales', edit.timescale, part], value })) };
};

export const removeTimescale: Planner<'removeTimescale'> = (edit, procedure) => {
  const clock = procedure.timescales?.[edit.timescale];
  return clock === undefined ? noClock : { words: `Remove clock of ${taskName(procedure, clock.for)}`, changes: [{ path: ['timescales', edit.timescale] }] };
};
