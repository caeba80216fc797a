// Who an exchange goes to, and when it is complete. Recipients are named by the task, by rules, by an answer, or
// by each entry of a list question; late ones are added to the record.
import type { Id, ReplyState, Task } from '../procedure/types.ts';
import type { CompiledProcedure } from './compile.ts';
import { recordOf } from './folded.ts';
import { isCounted } from './grounds.ts';
import { scopeOf, type Held } from './scope.ts';
import type { Answers, Recipient, TaskRecord } from './types.ts';
import type { Instant } from '../time/index.ts';
import { addressee, hasSuccessors } from './titles.ts';

/** Recipients that the task and the rules ask for now, each once: those the task names first; `said`: with these answers besides. */
export function recipientsAsked(compiled: CompiledProcedure, held: Held, taskId: Id, at: Instant, said?: Answers): readonly Id[] {
  const task = compiled.procedure.tasks[taskId];
  if (task?.shape !== 'exchange') return [];
  const asked = new Set<Id>();
  const add = (ids: readonly Id[]): void => ids.forEach((id) => asked.add(id));
  for (const to of task.to ?? []) add(typeof to === 'string' ? [to] : listed(compiled, held, to.answer, at, said));
  const over = task.per?.over;
  if (over !== undefined) add(typeof over === 'string' ? listed(compiled, held, over, at, said) : over);
  addRuled(compiled, held, taskId, asked);
  return succeeded(compiled, held, taskId, [...asked], at);
}

/** Who took the place of a recipient is asked instead, unless it went to the one before. */
function succeeded({ procedure }: CompiledProcedure, held: Held, task: Id, asked: readonly Id[], at: Instant): readonly Id[] {
  if (!hasSuccessors(procedure)) return asked;
  const had = recordOf(held, task)?.recipients ?? [];
  const now = asked.flatMap((id) => (had.some(({ party }) => party === id) ? id : (addressee(procedure, id, at) ?? [])));
  return now.length === asked.length && now.every((id, index) => id === asked[index]) ? asked : [...new Set(now)];
}

/** Adds those whom rules require, and takes out those whom rules relieve. */
function addRuled({ plans, rules }: CompiledProcedure, held: Held, taskId: Id, asked: Set<Id>): void {
  const ruled = plans.onRecipients.get(taskId) ?? [];
  for (const { rule, effect, recipients } of ruled) if (effect === 'require' && isCounted(rules, held, rule)) for (const id of recipients) asked.add(id);
  for (const { rule, effect, recipients } of ruled) if (effect === 'relieve' && isCounted(rules, held, rule)) for (const id of recipients) asked.delete(id);
}

function listed(compiled: CompiledProcedure, held: Held, question: Id, at: Instant, said: Answers | undefined): readonly Id[] {
  const value = scopeOf(compiled, held, at, false, said).value(question);
  const items: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return items.filter((item) => typeof item === 'string');
}

const defaults: readonly ReplyState[] = ['accepted', 'received', 'declined', 'not-needed', 'withdrawn'];

/** States of a reply that need nothing more; one that is signed off is not complete when it is received. */
export function completeStates({ complete, expects, signOff }: Task): readonly ReplyState[] {
  const states = complete ?? (expects === 'acknowledgement' ? ['acknowledged', ...defaults] : defaults);
  return signOff ? states.filter((state) => state !== 'received') : states;
}

/** True when a reply in this state has reached those who asked: what is sent back had come. An acknowledgement is a reply where nothing more is waited for. */
export function hasCome(task: Task | undefined, state: ReplyState): boolean {
  return state === 'received' || state === 'accepted' || state === 'sent-back' || (state === 'acknowledged' && task !== undefined && completeStates(task).includes(state));
}

/** True when the recipient needs nothing more. */
function isSettled(task: Task, recipient: Recipient): boolean {
  if ((task.expects ?? 'nothing') === 'nothing') return recipient.sent !== undefined || recipient.state === 'not-needed' || recipient.state === 'withdrawn';
  return completeStates(task).includes(recipient.state);
}

/** Some of a list: as many as are asked for have answered, or those who are named. */
function areEnough(task: Task, recipients: readonly Recipient[], join: number | { readonly named: readonly Id[] }): boolean {
  const settled = recipients.filter((one) => isSettled(task, one) && one.state !== 'withdrawn' && one.state !== 'not-needed');
  return typeof join === 'number' ? settled.length >= join : join.named.every((id) => recipients.some((one) => one.party === id && isSettled(task, one)));
}

/** True when everybody asked for, and everybody it went to, needs nothing more, or as many as its join asks for; going to nobody completes nothing. */
export function isComplete(task: Task, record: TaskRecord, asked: readonly Id[]): boolean {
  const { recipients } = record;
  if (recipients.length === 0 && asked.length === 0) return false;
  const { join = 'all' } = task.per ?? {};
  if (join !== 'all') return areEnough(task, recipients, join);
  return recipients.every((recipient) => isSettled(task, recipient)) && asked.every((id) => recipients.some(({ party }) => party === id));
}
