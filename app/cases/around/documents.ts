// The documents of a procedure in one case: where each is made or sent, in which variant, and who had which.
import type { Case, CaseEvent } from '../../../engine/case/types.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import { textOf } from '../../procedures/catalogue.ts';

export interface Had { readonly party: Id; readonly at: number; readonly variant?: Id; readonly task: Id; readonly sending: number }
export interface DocumentOf { readonly id: Id; readonly label: string; readonly variants: readonly { readonly id: Id; readonly leavesOut: readonly Id[] }[]; readonly carries: readonly Id[]; readonly tasks: readonly Id[]; readonly had: readonly Had[] }

/** Each document, newest sending of it first. */
export function documentsOf(procedure: Procedure, item: Pick<Case, 'events' | 'tasks'>): readonly DocumentOf[] {
  return Object.entries(procedure.documents ?? {}).map(([id, definition]) => {
    const tasks = Object.keys(procedure.tasks).filter((task) => procedure.tasks[task]?.document?.id === id);
    return { id, label: textOf(definition.label), variants: (definition.variants ?? []).map((variant) => ({ id: variant, leavesOut: definition.leavesOut?.[variant] ?? [] })), carries: definition.carries ?? Object.keys(procedure.disclosure ?? {}), tasks, had: tasks.flatMap((task) => hadBy(procedure, item, task)).toSorted((a, b) => b.at - a.at) };
  });
}
function hadBy(procedure: Procedure, item: Pick<Case, 'events' | 'tasks'>, task: Id): readonly Had[] {
  const sendings = item.events.filter((event) => event.type === 'exchangeSent' && event.payload['task'] === task);
  return sendings.flatMap((event, index) => {
    const variant = typeof event.payload['variant'] === 'string' ? event.payload['variant'] : procedure.tasks[task]?.document?.variant;
    return toWhom(item, task, event).map((party): Had => ({ party, at: event.occurred, task, sending: index + 1, ...(variant === undefined ? {} : { variant }) }));
  });
}
/** Those named by the act; where it named nobody it went to all, and their records say so. */
function toWhom({ tasks }: Pick<Case, 'tasks'>, task: Id, event: CaseEvent): readonly Id[] {
  const named = event.payload['recipients'];
  if (Array.isArray(named) && named.length > 0) return named as readonly Id[];
  return [...new Set((tasks[task] ?? []).flatMap((record) => record.recipients.filter((one) => one.sent === event.occurred).map((one) => one.party)))];
}
