// Acts of a stage that are not asked for yet, because a rule, an answer or another act has to come first.
import { partingOf } from '../../../engine/case/parting.ts';
import type { Id } from '../../../engine/procedure/types.ts';
import { textOf } from '../../procedures/catalogue.ts';
import type { CaseModel } from '../types.ts';

export interface NotYetAct { readonly id: Id; readonly label: string }

/** Those of these stages, in the procedure's order; none of a case that is over or goes on elsewhere. */
export function notYet({ case: item, procedure, tasks }: Pick<CaseModel, 'case' | 'procedure' | 'tasks'>, stages: readonly Id[]): readonly NotYetAct[] {
  if (item.closed !== undefined || partingOf(item.events) !== undefined) return [];
  const known = new Set(tasks.map(({ id }) => id));
  return Object.entries(procedure.tasks).flatMap(([id, task]) => (!known.has(id) && task.in?.some((stage) => stages.includes(stage)) ? [{ id, label: textOf(task.label) }] : []));
}
