// What two logs of one story must share: each act, when it happened and was entered, by whom, and what it said. Left out
// are ids and what is made from them, the case's reference, and answers given again as they stood.
import type { Answers, CaseEvent } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';

export interface Lasting { readonly type: CaseEvent['type']; readonly occurred: number; readonly recorded: number; readonly actor: CaseEvent['actor']; readonly payload: Readonly<Record<string, unknown>> }

export function lasting(events: readonly CaseEvent[], procedure: Procedure): readonly Lasting[] {
  const held: Record<string, unknown> = {};
  return events.map(({ type, occurred, recorded, actor, payload }) => ({ type, occurred, recorded, actor, payload: essence(type, payload, held, procedure) }));
}
function essence(type: CaseEvent['type'], payload: CaseEvent['payload'], held: Record<string, unknown>, procedure: Procedure): Lasting['payload'] {
  const { case: _case, reference: _reference, answers, recipients: _recipients, ...rest } = payload;
  const place = type === 'replyRecorded' ? `${String(payload['task'])}/${String(payload['recipient'])}/` : '';
  const changed = Object.entries((answers ?? {}) as Answers).filter(([id, answer]) => {
    const [key, said] = [`${place}${id}`, JSON.stringify(answer)];
    // What the procedure puts into a form beforehand is confirmed with the form; a walkthrough has no form before it.
    if (procedure.questions[id]?.prefill !== undefined) return false;
    const again = procedure.questions[id]?.each !== 'act' && held[key] === said;
    held[key] = said;
    return !again;
  });
  const { task: _task, ...noTask } = rest;
  return { ...(type === 'answersRecorded' ? noTask : rest), ...(type === 'relationRecorded' && payload['reference'] !== undefined ? { reference: payload['reference'] } : {}), ...(changed.length === 0 ? {} : { answers: Object.fromEntries(changed.toSorted(([a], [b]) => (a < b ? -1 : 1))) }) };
}
