import { Link } from 'wouter';
import { heldFor, isOthers } from '../form/formParts.ts';
import type { TaskView } from '../../../engine/case/types.ts';
import { Button, ErrorSummary, Note, SummaryList, Tag } from '../../../ui/index.ts';
import { timeWords } from '../../dates.ts';
import { canDo, enteredFor, partyLabel } from '../actors.ts';
import { WhatAllows } from '../ahead/WaysAhead.tsx';
import { answerWords } from '../form/answerWords.ts';
import type { Part } from '../form/formParts.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { Questions } from '../form/Questions.tsx';
import { needed } from '../form/required.ts';
import { RefusalBox } from '../RefusalBox.tsx';
import type { CaseModel } from '../types.ts';
import type { TypedState } from '../useTyped.ts';
import { caseWords } from '../words.ts';
import { CheckAnswers } from './CheckAnswers.tsx';
import { HappenedField } from './ExtraFields.tsx';
import { doersWords, summaryOf } from './fields.ts';
import type { TaskTyped } from './fields.ts';
import type { Job } from './jobs.tsx';
import { FormLines } from '../signing/SignedPart.tsx';
import { SmartGaps } from './SmartAdvice.tsx';
import { SoFar } from './SoFar.tsx';
import { useFormTask } from './useFormTask.ts';

const w = caseWords.task;
export interface FormPartProps { readonly model: CaseModel; readonly view: TaskView; readonly job: Job; readonly parts: readonly Part[]; readonly at: number; readonly typed: TypedState<TaskTyped>; /** Within a page that has its heading. */ readonly bare?: boolean }

/** One part of a form, or its last page with everything to check before it is recorded. */
export function FormPart(props: FormPartProps) {
  const { model, view, job, parts, at, typed, bare = false } = props;
  const { case: item, procedure } = model;
  const form = useFormTask(props);
  const held = heldFor(procedure, item, view);
  const { last, long, shownIds, errors, acting, saving } = form;
  const behalf = enteredFor(procedure, view, model.actor.role);
  const part = parts[at];
  const must = needed(model, view.id);
  const ofOthers = part !== undefined && isOthers(procedure, part, model.actor.role);
  const extra = { typed: typed.value, set: typed.set, errors };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); if (last) form.finish(); else form.goOn(); }}>
      <ErrorSummary items={summaryOf(errors, [...shownIds, 'recipients', 'present', 'evidence', 'reason', 'happened'])} round={form.round + acting.round} onFollow={form.goToField} />
      {form.refusedAtFields ? null : <RefusalBox model={model} acting={acting.refusal !== undefined || acting.failure !== undefined ? acting : saving} doers={view.doers.map((doer) => doer.party)} more={acting.tried === undefined ? null : <WhatAllows key={acting.round} model={model} task={view.id} label={view.label} given={acting.tried} />} />}
      {bare ? null : (
        <>
          <p className="cw-caption">{long && part !== undefined ? `${view.label}, ${w.part(at + 1, parts.length)}` : long ? view.label : view.stageLabel ?? ''}</p>
          <h1 className="cw-h1 case-h1">{long ? part?.label ?? w.check : view.label} {canDo(procedure, view, model.actor.role) ? null : <Tag wrap>{w.only(doersWords(procedure, view))}</Tag>}</h1>
        </>
      )}
      {bare ? null : <FormLines model={model} view={view} parts={long ? parts.slice(at, at + 1) : parts} />}
      {behalf === undefined ? null : <Note><p>{w.entering(partyLabel(procedure, behalf))}</p></Note>}
      {part?.hint === undefined ? null : <p className="cw-hint">{part.hint}</p>}
      {part?.by === undefined || part.locked === true || !ofOthers ? null : <p className="cw-hint">{w.filledBy(partyLabel(procedure, part.by))}</p>}
      {part === undefined || !ofOthers ? null : <SummaryList rows={part.questions.flatMap((id) => { const question = procedure.questions[id]; return question === undefined ? [] : [{ id, name: textOf(question.label), value: answerWords(procedure, question, held[id]) }]; })} />}
      {typed.ready ? <Questions procedure={procedure} ids={shownIds} typed={typed.value.answers} answers={held} errors={errors} required={must} onChange={(id, next) => typed.set((before) => ({ ...before, answers: { ...before.answers, [id]: next } }))} /> : null}
      {typed.ready ? <SoFar model={model} ids={shownIds} answers={form.answers} /> : null}
      {typed.ready ? <SmartGaps procedure={procedure} task={procedure.tasks[view.id]} ids={last && long ? parts.flatMap(({ questions }) => questions) : shownIds} answers={form.answers} /> : null}
      {last && long ? <CheckAnswers procedure={procedure} parts={parts} typed={typed.value.answers} answers={held} now={typed.now} base={form.here} required={must} /> : null}
      {last ? <>{job.fields(extra, form.answers)}<HappenedField {...extra} /></> : null}
      <div className="case-act">
        <Button type="submit" disabled={!typed.ready || acting.state === 'saving'}>{last ? job.button(typed.value, form.answers) : w.saveNext}</Button>
        {bare || parts.length === 0 ? null : <Button kind="secondary" onClick={form.later}>{w.saveLater}</Button>}
        {at > 0 && long ? <Link href={`${form.here}?part=${parts[at - 1]?.id}`}>{w.backPart}</Link> : null}
        {typed.kept === undefined ? null : <span className="cw-s cw-q">{w.kept(timeWords(typed.kept))}</span>}
      </div>
      {bare || acting.tried !== undefined || canDo(procedure, view, model.actor.role) ? null : <WhatAllows model={model} task={view.id} label={view.label} />}
    </form>
  );
}
