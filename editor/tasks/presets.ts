// The sorts of task people know by name, and what each is made of when it is new.
import type { DecisionOption, Procedure, Task } from '../../engine/procedure/types.ts';
import { words } from '../words.ts';

export type Preset = NonNullable<Task['preset']>;
export const presets: readonly Preset[] = ['alert-form', 'notification', 'agency-check', 'meeting', 'recommendation', 'decision', 'publication', 'action-plan', 'case-note', 'review'];

/** The shape of each, with what else sets it apart. */
export const made: Record<Preset, Pick<Task, 'shape' | 'expects'>> = {
  'alert-form': { shape: 'exchange', expects: 'nothing' }, notification: { shape: 'exchange', expects: 'nothing' }, 'agency-check': { shape: 'exchange', expects: 'reply' }, meeting: { shape: 'record' },
  recommendation: { shape: 'decide' }, decision: { shape: 'decide' }, publication: { shape: 'exchange', expects: 'nothing' }, 'action-plan': { shape: 'record' }, 'case-note': { shape: 'record' }, review: { shape: 'record' },
};

/** What a new decision can come to, until somebody says better. */
export const yesNo: readonly DecisionOption[] = [{ id: 'yes', label: words.edits.yes }, { id: 'no', label: words.edits.no }];

/** A name for a new task of this sort that no other has. */
export function freeName(procedure: Procedure, preset: Preset): string {
  const taken = Object.values(procedure.tasks).map((task) => task.label);
  const wanted = words.kindNew(words.presets[preset]);
  let name = wanted;
  for (let number = 2; taken.includes(name); number++) name = `${wanted} ${number}`;
  return name;
}
