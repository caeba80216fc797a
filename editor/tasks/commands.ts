// Commands about one task, made of the engine's named edits.
import { freeId } from '../../engine/procedure/edits/names.ts';
import type { TaskParts } from '../../engine/procedure/edits/edit.ts';
import type { DecisionOption, Id, Task } from '../../engine/procedure/types.ts';
import { inTurn, single, type Command } from '../edits/commands.ts';
import { taskTitle } from '../model/text.ts';
import { words } from '../words.ts';
import { freeName, made, yesNo, type Preset } from './presets.ts';

/** A new task of a sort in a stage, done by whoever answers for the stage. */
export const addPreset = (stage: Id, preset: Preset): Command => (procedure) => inTurn([
  () => ({ type: 'addTask', shape: made[preset].shape, label: freeName(procedure, preset), in: [stage], ...(made[preset].shape === 'decide' ? { options: yesNo } : {}) }),
  (_, [task = '']) => ({ type: 'changeTask', task, set: { preset, ...(made[preset].expects === undefined ? {} : { expects: made[preset].expects }) } }),
])(procedure);

/** Another sort: what the old sort had and the new has not is taken out, the rest stays. */
export const setPreset = (task: Id, preset: Preset): Command => (procedure) => {
  const { shape, expects } = made[preset];
  const old = procedure.tasks[task];
  const exchange: TaskParts = shape === 'exchange' ? { expects: old?.expects ?? expects } : { to: undefined, expects: undefined, channel: undefined, complete: undefined, reply: undefined, attach: undefined, document: undefined };
  const decide: TaskParts = shape === 'decide' ? { options: old?.options ?? yesNo } : { options: undefined, choose: undefined, advises: undefined, agreement: undefined, reasons: undefined };
  return inTurn([() => ({ type: 'changeTask', task, set: { preset, shape, ...exchange, ...decide } })], words.tasks.sort(taskTitle(procedure, task), words.presets[preset]))(procedure);
};

/** A form of the task's own name, without questions yet. */
export const makeForm = (task: Id): Command => (procedure) => inTurn([
  () => ({ type: 'addForm', label: taskTitle(procedure, task) }),
  (_, [form = '']) => ({ type: 'changeTask', task, set: { form } }),
])(procedure);

/** One more way a decision can go. */
export const addOption = (task: Id, options: readonly DecisionOption[]): Command => {
  const label = words.tasks.newOption(options.length + 1);
  return single({ type: 'changeTask', task, set: { options: [...options, { id: freeId(label, 'option', options.map((option) => option.id)), label }] } });
};

/** When it comes up, by the value of the field: `on-entry`, `by-choice`, `when-required` or `done.<task>`. */
export function raisedOf(value: string): Task['raised'] {
  if (value === 'by-choice' || value === 'when-required') return value;
  return value.startsWith('done.') ? { done: value.slice(5) } : undefined;
}
