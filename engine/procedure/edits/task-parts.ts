// Edits of what a task is made of: how it comes up, where it stands, its form, whom it goes to, what is said to the
// people who do it.
import { wordsOf } from '../pointer.ts';
import type { Id, Procedure, Recipient, Task } from '../types.ts';
import type { Planner, TaskParts } from './edit.ts';
import { isReadable, reworded } from './names.ts';
import { noLabel } from './stages.ts';

/** Why a task may not have these parts, or undefined. */
function obstacle(procedure: Procedure, set: TaskParts): string | undefined {
  const parties = (set.to ?? []).flatMap((one: Recipient) => (typeof one === 'string' ? [one] : []));
  const asked = (set.to ?? []).flatMap((one: Recipient) => (typeof one === 'string' ? [] : [one.answer]));
  if (parties.some((id) => procedure.parties[id] === undefined)) return 'One of the parties is not in the procedure any more.';
  if (asked.some((id) => procedure.questions[id] === undefined)) return 'The question is not in the procedure any more.';
  if (set.in?.some((id: Id) => procedure.stages[id] === undefined)) return 'One of the stages is not in the procedure any more.';
  if (set.form !== undefined && procedure.forms?.[set.form] === undefined) return 'The form is not in the procedure any more.';
  if (typeof set.raised === 'object' && 'done' in set.raised && procedure.tasks[set.raised.done] === undefined) return 'The task it waits for is not in the procedure any more.';
  if ([set.guidance, set.channel, ...(set.options ?? []).map((option) => option.label)].some((text) => text !== undefined && !isReadable(text))) return noLabel.no;
  return undefined;
}

/** Parts are put, or taken out where undefined; words keep their other languages. */
export const changeTask: Planner<'changeTask'> = ({ task, set }, procedure) => {
  const old = procedure.tasks[task];
  if (old === undefined) return { no: 'That task is not in the procedure any more.' };
  const no = obstacle(procedure, set);
  if (no !== undefined) return { no };
  const whole = 'guidance' in set && set.guidance !== undefined ? { ...set, guidance: reworded(old.guidance, set.guidance) } : set;
  const parts = Object.keys(whole) as (keyof TaskParts)[];
  return { words: `Change ${wordsOf(old.label) ?? task}`, changes: parts.map((part) => ({ path: ['tasks', task, part], value: listed(whole, part) })) };
};

/** An empty list is left out, for it says nothing. */
function listed(set: TaskParts, part: keyof TaskParts): Task[keyof TaskParts] {
  const value = set[part];
  return Array.isArray(value) && value.length === 0 && part !== 'options' ? undefined : value;
}

/** Who stands in for a party, and for what; none: nobody does. */
export const setDeputies: Planner<'setDeputies'> = ({ party, deputies }, procedure) => {
  const own = procedure.parties[party];
  if (own === undefined || deputies.some((each) => procedure.parties[each.party] === undefined)) return { no: 'One of the parties is not in the procedure any more.' };
  if (deputies.some((each) => each.party === party)) return { no: 'Choose somebody else to stand in.' };
  return { words: `Change who stands in for ${wordsOf(own.title)}`, changes: [{ path: ['parties', party, 'deputies'], value: deputies.length === 0 ? undefined : deputies }] };
};
