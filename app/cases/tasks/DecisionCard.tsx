import { Link } from 'wouter';
import { letterWords } from '../letters/words.ts';
import type { TaskView } from '../../../engine/case/types.ts';
import { heldFor } from '../form/formParts.ts';
import { listWords } from '../../../engine/time/words.ts';
import { Button, Checkboxes, Note, Panel, Radios, Tag } from '../../../ui/index.ts';
import { instantWords, timeWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { canDo, enteredFor, partyLabel } from '../actors.ts';
import { WhatAllows } from '../ahead/WaysAhead.tsx';
import { Questions } from '../form/Questions.tsx';
import { needed } from '../form/required.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';
import { Acts } from '../signing/SignOffPanel.tsx';
import { ownSignOff } from '../signing/turns.ts';
import { ViewTable } from './AdviceCard.tsx';
import { whoDecides } from './whoDecides.ts';
import { HappenedField, ReasonField } from './ExtraFields.tsx';
import { MeetingFields } from './MeetingFields.tsx';
import { doersWords, fieldId } from './fields.ts';
import type { Deciding } from './useDecision.ts';

const w = caseWords.decide;

/** The decision itself: options with what each needs and leads to, reasons, and the one button. */
export function DecisionCard({ model, view, decision, step }: { readonly model: CaseModel; readonly view: TaskView; readonly decision: Deciding; readonly step: string }) {
  const { case: item, procedure } = model;
  const task = procedure.tasks[view.id];
  const { typed, acting } = decision;
  const errors = { ...decision.refused, ...decision.errors };
  const may = canDo(procedure, view, model.actor.role);
  const behalf = enteredFor(procedure, view, model.actor.role);
  const joint = task?.agreement?.by === 'all' ? task.agreement.of ?? task.by ?? [] : [];
  const label = (ids: readonly string[]) => listWords(ids.map((id) => view.options.find((one) => one.id === id)?.label ?? id));
  if (view.state === 'done' || view.state === 'withdrawn' || ownSignOff(view) !== undefined) return <Decided model={model} view={view} step={step} label={label} />;
  const props = { typed: typed.value, set: typed.set, errors };
  return (
    <Panel big kind={may ? 'strong' : 'quiet'} over={step} title={whoDecides(model, view)} aside={may ? undefined : <Tag wrap>{caseWords.task.only(doersWords(procedure, view))}</Tag>}>
      {joint.length > 1 ? <ViewTable model={model} views={view.record?.views ?? []} asked={joint} label={label} /> : null}
      {behalf === undefined ? null : <Note><p>{caseWords.task.entering(partyLabel(procedure, behalf))}</p></Note>}
      <form noValidate onSubmit={(event) => { event.preventDefault(); decision.submit(); }}>
        <Options model={model} view={view} decision={decision} error={errors['options']} />
        {typed.ready ? <Questions procedure={procedure} ids={decision.questions} typed={typed.value.answers} answers={heldFor(procedure, item, view)} errors={errors} required={needed(model, view.id)} onChange={(id, next) => typed.set((before) => ({ ...before, answers: { ...before.answers, [id]: next } }))} /> : null}
        {task?.meeting === undefined ? null : <MeetingFields procedure={procedure} view={view} body={task.meeting.body} {...props} />}
        <ReasonField {...props} label={w.reasons} hint={w.reasonsHint} />
        <HappenedField {...props} />
        <div className="cw-row"><Button type="submit" kind={may ? 'primary' : 'secondary'} disabled={!typed.ready || acting.state === 'saving'}>{joint.length > 1 ? w.buttonView : task?.advises === undefined ? w.button : w.buttonAdvice}</Button>
          {may ? null : <span className="cw-s">{caseWords.task.refusedForYou}</span>}{typed.kept === undefined ? null : <span className="cw-s cw-q">{caseWords.task.kept(timeWords(typed.kept))}</span>}
        </div>
        {may || acting.tried !== undefined ? null : <WhatAllows model={model} task={view.id} label={view.label} />}
      </form>
    </Panel>
  );
}
function Options({ model, view, decision, error }: { readonly model: CaseModel; readonly view: TaskView; readonly decision: Deciding; readonly error: string | undefined }) {
  const { typed } = decision;
  const several = (model.procedure.tasks[view.id]?.choose?.most ?? 1) > 1;
  const choices = view.options.map((option) => ({ value: option.id, label: <b>{option.label}</b>, hint: [option.hint ?? '', option.forced === undefined ? '' : w.forced, option.forbidden === undefined ? '' : w.forbidden, option.against === undefined ? '' : w.against[option.against], leadsTo(model, view.id, option.id)].filter(Boolean).join(' ') }));
  const set = (options: readonly string[]) => typed.set((before) => ({ ...before, options }));
  const shared = { id: fieldId('options'), label: <span className="cw-vh">{view.label}</span>, error, choices };
  return several ? <Checkboxes {...shared} values={typed.value.options} onChange={set} /> : <Radios {...shared} value={typed.value.options[0] ?? ''} onChange={(value) => set([value])} />;
}
/** Where an option leads, or that the procedure says nothing of it. */
function leadsTo({ procedure }: CaseModel, task: string, option: string): string {
  const ways = procedure.transitions.filter((one) => 'option' in one.on && one.on.option[0] === task && one.on.option[1] === option);
  if (ways.length === 0) return procedure.transitions.some((one) => 'option' in one.on && one.on.option[0] === task) ? w.noNext : '';
  const stages = ways.flatMap((one) => (typeof one.to === 'string' ? [textOf(procedure.stages[one.to]?.label)] : []));
  return stages.length === 0 ? '' : w.nextStage([...new Set(stages)].join(' or '));
}
function Decided({ model, view, step, label }: { readonly model: CaseModel; readonly view: TaskView; readonly step: string; readonly label: (ids: readonly string[]) => string }) {
  const { record } = view;
  return (
    <Panel big over={step} title={record?.options === undefined ? caseWords.task.state[view.state] : label(record.options)} aside={<Tag kind={view.state === 'done' ? 'met' : 'pending'}>{caseWords.task.state[view.state]}</Tag>}>
      {record?.done === undefined ? null : <p>{instantWords(record.done, model.now)}. {record.by === undefined ? '' : `${record.by.person}, ${partyLabel(model.procedure, record.by.onBehalfOf ?? record.by.role)}`}</p>}
      {(record?.views.length ?? 0) > 0 ? <ViewTable model={model} views={record?.views ?? []} label={label} /> : null}
      {record?.reasons === undefined ? null : <p className="cw-s"><b>{w.reasons}.</b> {record.reasons}</p>}
      {ownSignOff(view) === undefined ? <Acts model={model} signing={record?.signing} /> : null}
      {record?.meeting === undefined ? null : <p><Link href={`/cases/${model.case.id}/tasks/${view.id}/minutes`}>{letterWords.minutesOpen}</Link></p>}
      {(record?.departures ?? []).map((one) => <Note key={one.rule} kind="soon"><p>{textOf(model.procedure.rules?.[one.rule]?.label)}{one.reason === undefined ? '' : `: ${one.reason}`}</p></Note>)}
    </Panel>
  );
}
