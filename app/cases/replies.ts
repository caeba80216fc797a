// When a recipient of an exchange counts as in: the states its task names, or those that need nothing more.
import type { TaskView } from '../../engine/case/types.ts';
import type { Id, Procedure, ReplyState } from '../../engine/procedure/types.ts';
import type { SignName, TagKind } from '../../ui/index.ts';

const DEFAULT_COMPLETE: readonly ReplyState[] = ['accepted', 'received', 'declined', 'not-needed', 'withdrawn'];

export function isIn(procedure: Procedure, task: Id, state: ReplyState): boolean {
  return (procedure.tasks[task]?.complete ?? DEFAULT_COMPLETE).includes(state);
}
/** True when something comes back: an answer or a receipt. */
export function expectsReply(procedure: Procedure, task: Id): boolean {
  const expects = procedure.tasks[task]?.expects ?? 'nothing';
  return expects !== 'nothing';
}
export function replyTag(state: ReplyState, late: boolean): { readonly kind: TagKind; readonly sign: SignName } {
  if (state === 'received' || state === 'accepted') return { kind: 'met', sign: 'met' };
  if (state === 'sent-back') return { kind: 'soon', sign: 'back' };
  if (state === 'asked' || state === 'acknowledged') return late ? { kind: 'late', sign: 'late' } : { kind: 'pending', sign: 'coming' };
  return { kind: 'held', sign: 'none' };
}
/** How many count as in, of those that are needed. */
export function countIn(procedure: Procedure, view: TaskView): { readonly done: number; readonly of: number } {
  const needed = (view.record?.recipients ?? []).filter((one) => one.state !== 'not-needed' && one.state !== 'withdrawn');
  return { done: needed.filter((one) => isIn(procedure, view.id, one.state)).length, of: needed.length };
}
