import { useState } from 'react';
import { Link } from 'wouter';
import type { TaskView } from '../../../engine/case/types.ts';
import { Button, Checkboxes, ErrorSummary, Note, Tag, TextField } from '../../../ui/index.ts';
import { timeWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { canDo, enteredFor, partyLabel } from '../actors.ts';
import { partsOfForm, shownAll } from '../form/formParts.ts';
import { Questions } from '../form/Questions.tsx';
import { readAll } from '../form/typedAnswers.ts';
import { RefusalBox } from '../RefusalBox.tsx';
import { useSayAndGo } from '../reload.ts';
import type { CaseModel } from '../types.ts';
import { useAct } from '../useAct.ts';
import { useTyped } from '../useTyped.ts';
import { caseWords } from '../words.ts';
import { EvidenceField, HappenedField, ReasonField } from './ExtraFields.tsx';
import { doersWords, emptyTyped, errorsFrom, fieldId, occurredOf, summaryOf, withText } from './fields.ts';
import type { FieldErrors, TaskTyped } from './fields.ts';
import { possibleRecipients } from './recipients.ts';

const w = caseWords.exchange;

/** Records that something was sent: to whom, by which way, when, with what proof. */
export function SendForm({ model, view, again = false }: { readonly model: CaseModel; readonly view: TaskView; readonly again?: boolean }) {
  const { case: item, procedure } = model;
  const task = procedure.tasks[view.id];
  const parts = partsOfForm(procedure, task?.form === undefined ? undefined : procedure.forms?.[task.form]);
  const ids = parts.flatMap((part) => part.questions);
  const typed = useTyped<TaskTyped>(`${item.id}/${view.id}/${view.record?.visit ?? 0}/send${again ? '-again' : ''}`, { ...emptyTyped, channel: textOf(task?.channel) });
  const [errors, setErrors] = useState<FieldErrors>({});
  const [round, setRound] = useState(0);
  const say = useSayAndGo();
  const acting = useAct(model, () => { typed.forget(); say(again || view.record?.recipients.length ? `/cases/${item.id}/tasks/${view.id}` : `/cases/${item.id}`, caseWords.task.recorded(view.label)); });
  const read = readAll(procedure, ids, shownAll(procedure, ids, typed.value.answers, item.answers), typed.now);
  const possible = possibleRecipients(procedure, view, { ...item.answers, ...read.answers });
  const chosen = typed.value.recipients ?? (again ? [] : possible.map((one) => one.id));
  const behalf = enteredFor(procedure, view, model.actor.role);
  const submit = () => {
    const occurred = occurredOf(typed.value, typed.now);
    const found: FieldErrors = { ...read.problems, ...(occurred.ok ? {} : { happened: occurred.words }), ...(possible.length > 0 && chosen.length === 0 ? { recipients: w.pickOne } : {}) };
    setErrors(found);
    setRound(round + 1);
    if (Object.keys(found).length > 0 || !occurred.ok) return;
    const all = chosen.length === possible.length && !again;
    acting.submit({ type: 'sendExchange', task: view.id, answers: read.answers, ...(all ? {} : { recipients: chosen }), ...withText('channel', typed.value.channel), ...withText('evidence', typed.value.evidence), ...withText('reason', typed.value.reason) }, { occurred: occurred.at, onBehalfOf: behalf });
  };
  const refused = errorsFrom(procedure, acting.refusal, ids);
  const shown: FieldErrors = { ...refused, ...errors };
  const props = { typed: typed.value, set: typed.set, errors: shown };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <ErrorSummary items={summaryOf(shown, [...ids, 'recipients', 'happened', 'evidence'])} round={round + acting.round} />
      {Object.keys(refused).length > 0 ? null : <RefusalBox model={model} acting={acting} doers={view.doers.map((doer) => doer.party)} />}
      {again ? null : <><p className="cw-caption">{view.stageLabel ?? ''}</p><h1 className="cw-h1 case-h1">{view.label} {canDo(procedure, view, model.actor.role) ? null : <Tag>{caseWords.task.only(doersWords(procedure, view))}</Tag>}</h1></>}
      {behalf === undefined ? null : <Note><p>{caseWords.task.entering(partyLabel(procedure, behalf))}</p></Note>}
      {!typed.ready ? null : parts.map((part) => (
        <section key={part.id} aria-label={part.label}>{parts.length > 1 ? <h2 className="cw-h3">{part.label}</h2> : null}{part.hint === undefined ? null : <p className="cw-hint">{part.hint}</p>}
          <Questions procedure={procedure} ids={part.questions} typed={typed.value.answers} answers={item.answers} errors={shown} required={view.required.fields} onChange={(id, next) => typed.set((before) => ({ ...before, answers: { ...before.answers, [id]: next } }))} />
        </section>
      ))}
      {possible.length === 0 ? <p className="cw-hint">{w.noRecipients}</p> : (
        <Checkboxes id={fieldId('recipients')} label={w.to} error={shown['recipients']} values={chosen} onChange={(recipients) => typed.set((before) => ({ ...before, recipients }))}
          choices={possible.map(({ id, required }) => ({ value: id, label: partyLabel(procedure, id), ...(required ? { hint: w.must } : {}) }))} />
      )}
      <TextField id={fieldId('channel')} label={caseWords.task.channel} width="w30" value={typed.value.channel} onChange={(channel) => typed.set((before) => ({ ...before, channel }))} />
      <EvidenceField required={task?.evidence === 'required'} {...props} />
      {shown['reason'] !== undefined || typed.value.reason !== '' ? <ReasonField {...props} /> : null}
      <HappenedField {...props} />
      <div className="case-act">
        <Button type="submit" disabled={acting.state === 'saving'}>{chosen.length === possible.length ? w.sendButton(Math.max(1, chosen.length)) : w.sendSome(chosen.length)}</Button>
        <Link href={`/cases/${item.id}`}>{caseWords.frame.back}</Link>
        {typed.kept === undefined ? null : <span className="cw-s cw-q">{caseWords.task.kept(timeWords(typed.kept))}</span>}
      </div>
    </form>
  );
}
