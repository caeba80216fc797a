import type { TaskView } from '../../../engine/case/types.ts';
import { listWords } from '../../../engine/time/words.ts';
import { partyLabel } from '../actors.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';

/** "Head of Service and Director decide together", "Chair of the LSCP decides". */
export function whoDecides(model: CaseModel, view: TaskView): string {
  const task = model.procedure.tasks[view.id];
  const advice = task?.advises !== undefined || task?.preset === 'recommendation';
  const all = task?.agreement?.by === 'all' ? task.agreement.of ?? task.by ?? [] : [];
  const names = all.length > 1 ? all.map((id) => partyLabel(model.procedure, id)) : view.doers.filter((doer) => doer.deputy !== true).map((doer) => doer.label);
  if (all.length > 1) return caseWords.decide.together(listWords(names));
  const who = names.length === 0 ? '' : names.join(' or ');
  return advice ? caseWords.decide.advises(who) : caseWords.decide.decides(who);
}
