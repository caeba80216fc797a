import { useState } from 'react';
import { Link } from 'wouter';
import type { Answers, TaskView } from '../../../engine/case/types.ts';
import type { ReplyState } from '../../../engine/procedure/types.ts';
import { Button, ErrorSummary, Radios } from '../../../ui/index.ts';
import { timeWords } from '../../dates.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import { NotAsked } from '../NotAsked.tsx';
import { partyLabel } from '../actors.ts';
import { partsOfForm, shownAll } from '../form/formParts.ts';
import { Questions } from '../form/Questions.tsx';
import { readAll } from '../form/typedAnswers.ts';
import { signingWords } from '../signing/words.ts';
import { Elsewhere, isElsewhere } from '../life/Elsewhere.tsx';
import { RefusalBox } from '../RefusalBox.tsx';
import { useSayAndGo } from '../reload.ts';
import type { CaseModel } from '../types.ts';
import { useAct } from '../useAct.ts';
import { useTyped } from '../useTyped.ts';
import { caseWords } from '../words.ts';
import { TaskAside } from './Aside.tsx';
import { EvidenceField, HappenedField, ReasonField } from './ExtraFields.tsx';
import { emptyTyped, errorsFrom, fieldId, occurredOf, summaryOf, withText } from './fields.ts';
import type { FieldErrors, TaskTyped } from './fields.ts';

const w = caseWords.exchange;
const STATES: readonly ReplyState[] = ['received', 'acknowledged', 'accepted', 'sent-back', 'asked', 'declined', 'no-answer', 'not-needed', 'withdrawn'];
const ANSWERING: readonly string[] = ['received', 'accepted'];

/** What came back from one of those who were asked. */
export function ReplyPage({ model, task, party }: { readonly model: CaseModel; readonly task: string; readonly party: string }) {
  const view = model.tasks.find((one) => one.id === task);
  const title = w.reply(partyLabel(model.procedure, party));
  return (
    <CaseFrame model={model} tab="sent" title={title}>
      {view === undefined || isElsewhere(model) ? <><NotAsked model={model} /><Elsewhere model={model} /></> : <div className="case-form plain"><ReplyForm model={model} view={view} party={party} title={title} /><TaskAside model={model} view={{ ...view, deadlines: view.deadlines.filter((one) => one.recipient === party || one.recipient === undefined) }} /></div>}
    </CaseFrame>
  );
}
function ReplyForm({ model, view, party, title }: { readonly model: CaseModel; readonly view: TaskView; readonly party: string; readonly title: string }) {
  const { case: item, procedure } = model;
  const task = procedure.tasks[view.id];
  const ids = partsOfForm(procedure, task?.reply?.form === undefined ? undefined : procedure.forms?.[task.reply.form]).flatMap((part) => part.questions);
  const held: Answers = { ...view.replyForm?.prefilled, ...view.record?.recipients.find((one) => one.party === party)?.answers };
  const typed = useTyped<TaskTyped>(`${item.id}/${view.id}/reply/${party}`, emptyTyped);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [round, setRound] = useState(0);
  const say = useSayAndGo();
  const here = `/cases/${item.id}/tasks/${view.id}`;
  const acting = useAct(model, () => { typed.forget(); say(here, caseWords.task.recorded(`${partyLabel(procedure, party)}, ${w.states[typed.value.state as ReplyState].toLowerCase()}`)); });
  // Where a receipt is all that is expected, the receipt is the answer.
  const asksAnswers = ANSWERING.includes(typed.value.state) || (typed.value.state === 'acknowledged' && task?.expects === 'acknowledgement');
  const submit = () => {
    const read = asksAnswers ? readAll(procedure, ids, shownAll(procedure, ids, typed.value.answers, held), typed.now) : { answers: {}, problems: {} };
    const occurred = occurredOf(typed.value, typed.now);
    const found: FieldErrors = { ...read.problems, ...(typed.value.state === '' ? { state: w.stateMissing } : {}), ...(occurred.ok ? {} : { happened: occurred.words }) };
    setErrors(found);
    setRound(round + 1);
    if (Object.keys(found).length > 0 || !occurred.ok) return;
    acting.submit({ type: 'recordReply', task: view.id, recipient: party, state: typed.value.state as ReplyState, answers: read.answers, ...withText('reason', typed.value.reason), ...withText('evidence', typed.value.evidence) }, { occurred: occurred.at });
  };
  const refused = errorsFrom(procedure, acting.refusal, ids);
  const shown: FieldErrors = { ...refused, ...errors };
  const props = { typed: typed.value, set: typed.set, errors: shown };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <ErrorSummary items={summaryOf(shown, ['state', ...ids, 'reason', 'evidence', 'happened'])} round={round + acting.round} />
      {Object.keys(refused).length > 0 ? null : <RefusalBox model={model} acting={acting} doers={view.doers.map((doer) => doer.party)} />}
      <p className="cw-caption">{view.label}</p><h1 className="cw-h1 case-h1">{title}</h1>
      {view.replyForm?.version === undefined ? null : <p className="cw-s cw-q">{view.replyForm.label}, {signingWords.form(view.replyForm.version)}</p>}
      <Radios id={fieldId('state')} label={w.replyState} error={shown['state']} value={typed.value.state} onChange={(state) => typed.set((before) => ({ ...before, state }))} choices={STATES.map((state) => ({ value: state, label: state === 'asked' ? w.chased : w.states[state], hint: state === 'asked' ? undefined : w.stateHints[state] }))} />
      {asksAnswers && typed.ready ? <Questions procedure={procedure} ids={ids} typed={typed.value.answers} answers={held} errors={shown} required={[]} onChange={(id, next) => typed.set((before) => ({ ...before, answers: { ...before.answers, [id]: next } }))} /> : null}
      {typed.value.state === '' || asksAnswers ? null : <ReasonField {...props} />}
      {asksAnswers ? <EvidenceField required={false} {...props} /> : null}
      <HappenedField {...props} />
      <div className="case-act"><Button type="submit" disabled={!typed.ready || acting.state === 'saving'}>{w.recordReply}</Button><Link href={here}>{view.label}</Link>{typed.kept === undefined ? null : <span className="cw-s cw-q">{caseWords.task.kept(timeWords(typed.kept))}</span>}</div>
    </form>
  );
}
