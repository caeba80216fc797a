// A task said as an order, with why in the next line and the button that starts it.
import type { TaskView } from '../../../engine/case/types.ts';
import { listWords } from '../../../engine/time/words.ts';
import { civilDateTime } from '../../../engine/time/london.ts';
import { civilWords } from '../../dates.ts';
import { chaseSet } from '../agencies/chases.ts';
import { agencyWords } from '../agencies/words.ts';
import { partyLabel } from '../actors.ts';
import { isIn } from '../replies.ts';
import type { CaseModel } from '../types.ts';
import { taskName } from '../lanes.ts';
import { maySign, ownSignOff } from '../signing/turns.ts';
import { signingWords as w } from '../signing/words.ts';
import { caseWords } from '../words.ts';

export interface Headline { readonly title: string; readonly text: string; readonly button: string }

export function headlineOf(model: CaseModel, view: TaskView): Headline { return headline(model, { ...view, label: taskName(model.procedure, model.case, view) }); }
function headline(model: CaseModel, view: TaskView): Headline {
  const signing = signingHeadline(model, view);
  if (signing !== undefined) return signing;
  const late = view.deadlines.filter((one) => one.state === 'overdue' && one.recipient !== undefined);
  const out = view.record?.recipients.filter((one) => !isIn(model.procedure, view.id, one.state)) ?? [];
  if (view.state === 'waiting' && view.shape === 'exchange' && out.length > 0) return waiting(model, view, late.map((one) => one.recipient ?? ''), out.map((one) => one.party));
  return { title: view.label, text: view.guidance ?? view.why, button: buttonFor(view) };
}
/** Where the next step is a signature: what, whose work it is, and which signature of how many. */
function signingHeadline({ procedure, actor }: CaseModel, view: TaskView): Headline | undefined {
  const own = ownSignOff(view);
  const who = view.record?.by;
  if (own !== undefined) return { title: w.headline(view.label), text: who === undefined ? `${w.step(own.step, own.of, own.round)}.` : w.headlineText(w.step(own.step, own.of, own.round), `${who.person}, ${partyLabel(procedure, who.onBehalfOf ?? who.role)}`), button: w.headlineButton };
  const replies = (view.signOffs ?? []).filter((one) => one.recipient !== undefined && maySign(procedure, one, actor.role));
  return replies.length === 0 ? undefined : { title: `${view.label}: ${w.headlineReply(replies.length).toLowerCase()}`, text: view.guidance ?? view.why, button: w.headlineButton };
}
function waiting(model: CaseModel, view: TaskView, late: readonly string[], out: readonly string[]): Headline {
  const names = (ids: readonly string[]) => listWords([...new Set(ids)].map((id) => partyLabel(model.procedure, id)));
  const date = view.deadlines.find((one) => one.state === 'overdue')?.date;
  const next = chaseSet(model.procedure, view);
  if (late.length > 0 && next !== undefined && next > civilDateTime(model.now)) return { title: `${view.label}: ${caseWords.exchange.outstanding(0, out.length).toLowerCase().replace('.', '')}`, text: agencyWords.waits(names(out), civilWords(next, false)), button: caseWords.now.replies };
  if (late.length > 0) return { title: caseWords.now.chase(names(late)), text: date === undefined ? `${view.label}: late.` : `${view.label}: due on ${civilWords(date, false)}.`, button: caseWords.now.chaseButton };
  return { title: `${view.label}: ${caseWords.exchange.outstanding(0, out.length).toLowerCase().replace('.', '')}`, text: `Waits for ${names(out)}.`, button: caseWords.now.replies };
}
function buttonFor(view: TaskView): string {
  if (view.shape === 'decide') return 'Go to the decision';
  if (view.shape === 'exchange') return 'Record it as sent';
  return view.state === 'open' ? 'Start' : 'Go on';
}
