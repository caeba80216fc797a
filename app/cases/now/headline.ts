// A task said as an order, with why in the next line and the button that starts it.
import type { TaskView } from '../../../engine/case/types.ts';
import { listWords } from '../../../engine/time/words.ts';
import { civilWords } from '../../dates.ts';
import { partyLabel } from '../actors.ts';
import { isIn } from '../replies.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';

export interface Headline { readonly title: string; readonly text: string; readonly button: string }

export function headlineOf(model: CaseModel, view: TaskView): Headline {
  const late = view.deadlines.filter((one) => one.state === 'overdue' && one.recipient !== undefined);
  const out = view.record?.recipients.filter((one) => !isIn(model.procedure, view.id, one.state)) ?? [];
  if (view.state === 'waiting' && view.shape === 'exchange' && out.length > 0) return waiting(model, view, late.map((one) => one.recipient ?? ''), out.map((one) => one.party));
  return { title: view.label, text: view.guidance ?? view.why, button: buttonFor(view) };
}
function waiting(model: CaseModel, view: TaskView, late: readonly string[], out: readonly string[]): Headline {
  const names = (ids: readonly string[]) => listWords([...new Set(ids)].map((id) => partyLabel(model.procedure, id)));
  const date = view.deadlines.find((one) => one.state === 'overdue')?.date;
  if (late.length > 0) return { title: caseWords.now.chase(names(late)), text: date === undefined ? `${view.label}: late.` : `${view.label}: due on ${civilWords(date, false)}.`, button: caseWords.now.chaseButton };
  return { title: `${view.label}: ${caseWords.exchange.outstanding(0, out.length).toLowerCase().replace('.', '')}`, text: `Waits for ${names(out)}.`, button: caseWords.now.replies };
}
function buttonFor(view: TaskView): string {
  if (view.shape === 'decide') return 'Go to the decision';
  if (view.shape === 'exchange') return 'Record it as sent';
  return view.state === 'open' ? 'Start' : 'Go on';
}
