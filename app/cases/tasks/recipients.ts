// To whom an exchange goes, as far as the screen can tell before it is sent: listed, named by answers, required by rules.
import type { Answers, TaskView } from '../../../engine/case/types.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';

export interface PossibleRecipient { readonly id: Id; readonly required: boolean }

export function possibleRecipients(procedure: Procedure, view: TaskView, answers: Answers): readonly PossibleRecipient[] {
  const task = procedure.tasks[view.id];
  const listed = (task?.to ?? []).flatMap((to) => (typeof to === 'string' ? [to] : namedBy(answers, to.answer)));
  const over = task?.per?.over;
  const repeated = over === undefined ? [] : typeof over === 'string' ? namedBy(answers, over) : over;
  const known = (view.record?.recipients ?? []).map((one) => one.party);
  const all = [...new Set([...listed, ...repeated, ...view.required.recipients, ...known])];
  return all.filter((id) => procedure.parties[id] !== undefined).map((id) => ({ id, required: view.required.recipients.includes(id) }));
}
function namedBy(answers: Answers, question: Id): readonly Id[] {
  const answer = answers[question];
  if (answer === undefined || !('value' in answer)) return [];
  return Array.isArray(answer.value) ? answer.value.map(String) : [String(answer.value)];
}

/** Those it goes to and has not gone to yet: asked for by the procedure, or added. */
export function unsentTo({ required, record }: Pick<TaskView, 'required' | 'record'>): readonly Id[] {
  const known = record?.recipients ?? [];
  const sent = (id: Id): boolean => known.some((one) => one.party === id && (one.sent !== undefined || one.state !== 'asked'));
  return [...new Set([...required.recipients, ...known.map(({ party }) => party)])].filter((id) => !sent(id));
}
