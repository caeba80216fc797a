// Ways on that a party chooses, out of the stages the case is in.
import { partingOf } from '../../engine/case/parting.ts';
import type { Id, Transition } from '../../engine/procedure/types.ts';
import { textOf } from '../procedures/catalogue.ts';
import { partyLabel } from './actors.ts';
import type { CaseModel } from './types.ts';
import { caseWords } from './words.ts';

export interface Way { readonly id: Id; readonly label: string; readonly by: readonly Id[]; readonly who: readonly string[]; readonly reason: boolean; readonly transition: Transition }

export function waysOn(model: CaseModel): readonly Way[] {
  const { case: item, procedure } = model;
  if (item.closed !== undefined || partingOf(item.events) !== undefined) return [];
  return procedure.transitions.flatMap((transition) => {
    const { on, from } = transition;
    if (!('chosen' in on) || !from.some((stage) => item.stages.includes(stage))) return [];
    return [{ id: transition.id, label: wayLabel(model, transition), by: on.chosen.by, who: on.chosen.by.map((id) => partyLabel(procedure, id)), reason: on.chosen.reason === true, transition }];
  });
}
function wayLabel({ procedure }: CaseModel, transition: Transition): string {
  const label = textOf(transition.label);
  if (label !== '') return `${label[0]?.toUpperCase() ?? ''}${label.slice(1)}`;
  const to = typeof transition.to === 'string' ? textOf(procedure.stages[transition.to]?.label) : '';
  return to === '' ? caseWords.now.goOn : caseWords.now.wayTo(to);
}
