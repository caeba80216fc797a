import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { TaskView } from '../../../engine/case/types.ts';
import { Button, ErrorSummary, Note, Tag } from '../../../ui/index.ts';
import { timeWords } from '../../dates.ts';
import { canDo, enteredFor, partyLabel } from '../actors.ts';
import { Questions } from '../form/Questions.tsx';
import { partsOfForm, shownAll } from '../form/formParts.ts';
import type { Part } from '../form/formParts.ts';
import { readAll } from '../form/typedAnswers.ts';
import { RefusalBox } from '../RefusalBox.tsx';
import { useSayAndGo } from '../reload.ts';
import type { CaseModel } from '../types.ts';
import { useAct } from '../useAct.ts';
import { useTyped } from '../useTyped.ts';
import { caseWords } from '../words.ts';
import { TaskAside } from './Aside.tsx';
import { CheckAnswers } from './CheckAnswers.tsx';
import { EvidenceField, HappenedField, MeetingFields, ReasonField } from './ExtraFields.tsx';
import { Parts } from './Parts.tsx';
import { Recorded } from './Recorded.tsx';
import { doersWords, emptyTyped, errorsFrom, meetingOf, occurredOf, summaryOf, withText } from './fields.ts';
import type { FieldErrors, TaskTyped } from './fields.ts';

const w = caseWords.task;

/** Fill in and record as done: one page for a short form, one page a part for a long one. */
export function RecordTask({ model, view }: { readonly model: CaseModel; readonly view: TaskView }) {
  const { case: item, procedure } = model;
  const task = procedure.tasks[view.id];
  const parts = partsOfForm(procedure, task?.form === undefined ? undefined : procedure.forms?.[task.form]);
  const typed = useTyped<TaskTyped>(`${item.id}/${view.id}/${view.record?.visit ?? 0}`, emptyTyped);
  const [search] = useSearchParams();
  const done = view.state === 'done' || view.state === 'withdrawn';
  const at = Math.max(0, parts.findIndex((one) => one.id === search.get('part')));
  const long = parts.length > 1;
  const checking = long && (search.get('part') === 'check' || done);
  return (
    <div className={long ? 'case-form' : 'case-form plain'}>
      {long ? <Parts model={model} view={view} parts={parts} typed={typed.value} current={checking ? 'check' : parts[at]?.id ?? ''} /> : null}
      <div>{done ? <Recorded model={model} view={view} parts={parts} /> : <RecordForm key={search.get('part') ?? ''} model={model} view={view} parts={parts} at={checking ? parts.length : at} typed={typed} />}</div>
      <TaskAside model={model} view={view} />
    </div>
  );
}

interface FormProps { readonly model: CaseModel; readonly view: TaskView; readonly parts: readonly Part[]; readonly at: number; readonly typed: ReturnType<typeof useTyped<TaskTyped>> }
function RecordForm({ model, view, parts, at, typed }: FormProps) {
  const { case: item, procedure } = model;
  const [errors, setErrors] = useState<FieldErrors>({});
  const [round, setRound] = useState(0);
  const [, go] = useLocation();
  const say = useSayAndGo();
  const ids = parts.flatMap((one) => one.questions);
  const long = parts.length > 1;
  const here = `/cases/${item.id}/tasks/${view.id}`;
  const acting = useAct(model, () => { typed.forget(); say(`/cases/${item.id}`, w.recorded(view.label)); });
  const saving = useAct(model, () => { say(`/cases/${item.id}`, w.answersKept); });
  const part = parts[at];
  const last = !long || at >= parts.length;
  const shownIds = last && !long ? ids : part?.questions ?? [];
  const behalf = enteredFor(procedure, view, model.actor.role);
  const fail = (found: FieldErrors): boolean => { setErrors(found); if (Object.keys(found).length > 0) setRound(round + 1); return Object.keys(found).length > 0; };
  const goOn = () => { if (!fail(readAll(procedure, shownIds, shownAll(procedure, shownIds, typed.value.answers, item.answers), typed.now).problems)) go(`${here}?part=${parts[at + 1]?.id ?? 'check'}`); };
  const finish = () => {
    const read = readAll(procedure, ids, shownAll(procedure, ids, typed.value.answers, item.answers), typed.now);
    const occurred = occurredOf(typed.value, typed.now);
    if (fail({ ...read.problems, ...(occurred.ok ? {} : { happened: occurred.words }) }) || !occurred.ok) return;
    const meeting = meetingOf(procedure, view.id, typed.value.meeting);
    acting.submit({ type: 'completeTask', task: view.id, answers: read.answers, ...withText('evidence', typed.value.evidence), ...withText('reason', typed.value.reason), ...(meeting === undefined ? {} : { meeting }) }, { occurred: occurred.at, onBehalfOf: behalf });
  };
  const later = () => {
    const touched = ids.filter((id) => typed.value.answers[id] !== undefined);
    const { answers } = readAll(procedure, touched, typed.value.answers, typed.now);
    if (Object.keys(answers).length === 0) { go(`/cases/${item.id}`); return; }
    saving.submit({ type: 'recordAnswers', task: view.id, mode: 'change', answers }, { onBehalfOf: behalf });
  };
  const refused = errorsFrom(procedure, acting.refusal, ids);
  const shown: FieldErrors = { ...refused, ...errors };
  const props = { typed: typed.value, set: typed.set, errors: shown };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); if (last) finish(); else goOn(); }}>
      <ErrorSummary items={summaryOf(shown, [...shownIds, 'present', 'happened', 'evidence', 'reason'])} round={round + acting.round} />
      {Object.keys(refused).length > 0 ? null : <RefusalBox model={model} acting={acting.refusal !== undefined || acting.failure !== undefined ? acting : saving} doers={view.doers.map((doer) => doer.party)} />}
      <p className="cw-caption">{long && part !== undefined ? `${view.label}, ${w.part(at + 1, parts.length)}` : view.stageLabel ?? ''}</p>
      <h1 className="cw-h1 case-h1">{long ? part?.label ?? w.check : view.label} {canDo(procedure, view, model.actor.role) ? null : <Tag>{w.only(doersWords(procedure, view))}</Tag>}</h1>
      {behalf === undefined ? null : <Note><p>{w.entering(partyLabel(procedure, behalf))}</p></Note>}
      {part?.hint === undefined ? null : <p className="cw-hint">{part.hint}</p>}
      {part?.by === undefined ? null : <p className="cw-hint">{w.filledBy(partyLabel(procedure, part.by))}</p>}
      {typed.ready ? <Questions procedure={procedure} ids={shownIds} typed={typed.value.answers} answers={item.answers} errors={shown} required={view.required.fields} onChange={(id, next) => typed.set((before) => ({ ...before, answers: { ...before.answers, [id]: next } }))} /> : null}
      {last && long ? <CheckAnswers procedure={procedure} parts={parts} typed={typed.value.answers} answers={item.answers} now={typed.now} base={here} required={view.required.fields} /> : null}
      {last ? <LastFields model={model} view={view} ids={ids} props={props} /> : null}
      <div className="case-act">
        <Button type="submit" disabled={acting.state === 'saving'}>{last ? w.finishShort : w.saveNext}</Button>
        {ids.length > 0 ? <Button kind="secondary" onClick={later}>{w.saveLater}</Button> : null}
        {at > 0 && long ? <Link href={`${here}?part=${parts[at - 1]?.id}`}>Back</Link> : null}
        {typed.kept === undefined ? null : <span className="cw-s cw-q">{w.kept(timeWords(typed.kept))}</span>}
      </div>
    </form>
  );
}
function LastFields({ model, view, ids, props }: { readonly model: CaseModel; readonly view: TaskView; readonly ids: readonly string[]; readonly props: Parameters<typeof HappenedField>[0] }) {
  const task = model.procedure.tasks[view.id];
  return (
    <>
      {ids.length === 0 && task?.meeting === undefined ? <p className="cw-hint">{w.noForm}</p> : null}
      {task?.meeting === undefined ? null : <MeetingFields procedure={model.procedure} body={task.meeting.body} {...props} />}
      {task?.evidence === 'optional' || task?.evidence === 'required' ? <EvidenceField required={task.evidence === 'required'} {...props} /> : null}
      {view.required.reasons || props.errors['reason'] !== undefined || props.typed.reason !== '' ? <ReasonField {...props} /> : null}
      <HappenedField {...props} />
    </>
  );
}
