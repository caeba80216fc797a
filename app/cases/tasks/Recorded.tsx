import { useState } from 'react';
import { Link } from 'wouter';
import type { TaskView } from '../../../engine/case/types.ts';
import { Button, Note, SummaryList, Tag } from '../../../ui/index.ts';
import { instantWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { partyLabel } from '../actors.ts';
import { answerWords } from '../form/answerWords.ts';
import type { Part } from '../form/formParts.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';
import { isElsewhere } from '../life/Elsewhere.tsx';
import { lifeWords } from '../life/words.ts';
import { Acts, SignOffs } from '../signing/SignOffPanel.tsx';
import { ownSignOff } from '../signing/turns.ts';
import { OpenAgain } from '../signing/SignedPart.tsx';
import { signingWords } from '../signing/words.ts';
import { CorrectForm } from './CorrectForm.tsx';

const w = caseWords.task;

/** A task that is done or no longer asked: what was recorded, and a correction as a new entry. */
export function Recorded({ model, view, parts }: { readonly model: CaseModel; readonly view: TaskView; readonly parts: readonly Part[] }) {
  const { case: item, procedure } = model;
  const [correcting, setCorrecting] = useState(false);
  const { record } = view;
  const ids = parts.flatMap((part) => part.questions);
  if (correcting) return <CorrectForm model={model} ids={ids} title={view.label} task={view.id} onDone={() => setCorrecting(false)} />;
  const rows = [
    ...(record?.done === undefined ? [] : [{ id: 'done', name: w.state.done, value: instantWords(record.done, model.now) }]),
    ...(record?.by === undefined ? [] : [{ id: 'by', name: w.who, value: `${record.by.person}, ${partyLabel(procedure, record.by.role)}` }]),
    ...(record?.form === undefined ? [] : [{ id: 'form', name: signingWords.formOf, value: `${textOf(procedure.forms?.[record.form.id]?.label)}, ${record.form.version}` }]),
    ...(record?.evidence === undefined ? [] : [{ id: 'evidence', name: w.evidence, value: record.evidence }]),
    ...(record?.meeting === undefined ? [] : [{ id: 'present', name: caseWords.meeting.present, value: record.meeting.present.map((id) => partyLabel(procedure, id)).join(', ') }]),
    ...ids.flatMap((id) => { const question = procedure.questions[id]; return question === undefined ? [] : [{ id, name: textOf(question.label), value: answerWords(procedure, question, item.answers[id]) }]; }),
  ];
  return (
    <>
      <p className="cw-caption">{view.stageLabel ?? ''}</p>
      <h1 className="cw-h1 case-h1">{view.label} <Tag kind={view.state === 'done' ? 'met' : 'pending'} {...(view.state === 'done' ? { sign: 'met' as const } : {})}>{isElsewhere(model) && view.state !== 'done' ? lifeWords.frame.notDone : w.state[view.state]}</Tag></h1>
      {view.state === 'done' && !isElsewhere(model) ? <p className="cw-hint">{w.locked}</p> : null}
      {(record?.departures ?? []).map((one) => <Note key={one.rule} kind="soon"><p>{textOf(procedure.rules?.[one.rule]?.label)}{one.reason === undefined ? '' : `: ${one.reason}`}</p></Note>)}
      {isElsewhere(model) ? null : <SignOffs model={model} view={view} />}
      <SummaryList rows={rows} />
      {isElsewhere(model) ? null : <OpenAgain model={model} view={view} parts={parts} />}
      {ownSignOff(view) === undefined ? <Acts model={model} signing={record?.signing} /> : null}
      <div className="cw-row">{ids.length > 0 && view.state === 'done' && !isElsewhere(model) ? <Button kind="secondary" onClick={() => setCorrecting(true)}>{w.correct}</Button> : null}<Link href={`/cases/${item.id}`}>{caseWords.frame.back}</Link></div>
    </>
  );
}
