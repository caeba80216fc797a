import { useState } from 'react';
import { Link } from 'wouter';
import type { DeadlineView } from '../../../engine/case/types.ts';
import { Button, Checkboxes, DateField, ErrorSummary, Panel, TextField, civilOf, emptyDate } from '../../../ui/index.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { partyLabel, spokenFor } from '../actors.ts';
import { WhatStarts } from '../ahead/WaysAhead.tsx';
import { CaseFrame } from '../CaseFrame.tsx';
import { NotAsked } from '../NotAsked.tsx';
import { Cites } from '../Cites.tsx';
import { formWords } from '../form/words.ts';
import { DateAndWhy } from '../now/DeadlineTable.tsx';
import { Elsewhere, isElsewhere } from '../life/Elsewhere.tsx';
import { RefusalBox } from '../RefusalBox.tsx';
import { useSayAndGo } from '../reload.ts';
import { summaryOf } from '../tasks/fields.ts';
import type { FieldErrors } from '../tasks/fields.ts';
import type { CaseModel } from '../types.ts';
import { useAct } from '../useAct.ts';
import { caseWords } from '../words.ts';

const w = caseWords.timescale;

/** One clock of the case: how it is counted, an agreed new date, and why it is late. */
export function TimescalePage({ model, timescale }: { readonly model: CaseModel; readonly timescale: string }) {
  const deadline = model.deadlines.find((one) => one.timescale === timescale);
  if (deadline === undefined) return <CaseFrame model={model} title={caseWords.task.notAsked}><NotAsked model={model} /></CaseFrame>;
  return (
    <CaseFrame model={model} tab="now" title={deadline.label}>
      <p className="cw-caption"><Link href={`/cases/${model.case.id}`}>{caseWords.frame.back}</Link></p>
      <h1 className="cw-h1 case-h1">{deadline.label}</h1>
      <div className="case-two">
        <div className="cw-stack">{isElsewhere(model) ? <Elsewhere model={model} /> : <>{deadline.needsReason || isAsked(model, deadline) ? <Explain model={model} deadline={deadline} /> : null}<Extend model={model} deadline={deadline} /></>}</div>
        <aside className="case-aside"><Panel title={caseWords.task.clock}><DateAndWhy model={model} deadline={deadline} />{deadline.state === 'pending' || deadline.state === 'no-date' ? <WhatStarts model={model} timescale={timescale} label={deadline.label} /> : null}<Cites procedure={model.procedure} cites={deadline.cites} /></Panel></aside>
      </div>
    </CaseFrame>
  );
}
/** A reason may be given before the time has run out, where it will be asked for. */
function isAsked({ procedure }: CaseModel, { timescale, state }: DeadlineView): boolean {
  return procedure.timescales?.[timescale]?.onLapse === 'reason' && (state === 'due' || state === 'overdue');
}
function Extend({ model, deadline }: { readonly model: CaseModel; readonly deadline: DeadlineView }) {
  const { case: item, procedure } = model;
  const adjust = procedure.timescales?.[deadline.timescale]?.adjust;
  const [to, setTo] = useState(emptyDate);
  const [reason, setReason] = useState('');
  const [agreed, setAgreed] = useState<readonly string[]>([]);
  const [errors, setErrors] = useState<FieldErrors>({});
  const say = useSayAndGo();
  const acting = useAct(model, () => say(`/cases/${item.id}`, caseWords.task.recorded(`${w.extendTitle}, ${deadline.label}`)));
  if (adjust === undefined) return <p>{w.notAllowed}</p>;
  const submit = () => {
    const withTime = (to.time ?? '').trim() !== '';
    const civil = civilOf(to, withTime);
    const found: FieldErrors = { ...(civil === undefined ? { to: formWords.notADate(w.to, withTime) } : {}), ...(adjust.reason && reason.trim() === '' ? { why: w.reasonMissing } : {}) };
    setErrors(found);
    if (civil !== undefined && Object.keys(found).length === 0) acting.submit({ type: 'extendTimescale', timescale: deadline.timescale, to: civil, reason: reason.trim(), ...(agreed.length > 0 ? { agreedBy: agreed } : {}) });
  };
  return (
    <Panel title={w.extendTitle}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <ErrorSummary items={summaryOf(errors, ['to', 'why'])} round={Object.keys(errors).length} />
        <RefusalBox model={model} acting={acting} doers={adjust.by} />
        <p className="cw-s">{caseWords.task.only(adjust.by.map((id) => partyLabel(procedure, id)).join(' or '))}. {adjust.tell === undefined ? '' : w.told(adjust.tell.map((id) => partyLabel(procedure, id)).join(', '))}</p>
        <DateField id="f-to" label={w.to} hint={formWords.dateHint} error={errors['to']} value={to} onChange={setTo} />
        <TextField id="f-why" long label={w.reason} error={errors['why']} value={reason} onChange={setReason} />
        {(adjust.agreedBy ?? []).length === 0 ? null : <Checkboxes id="f-agreed" label={w.agreed} values={agreed} onChange={setAgreed} choices={(adjust.agreedBy ?? []).map((id) => ({ value: id, label: partyLabel(procedure, id) }))} />}
        <Button type="submit" disabled={acting.state === 'saving'}>{w.button}</Button>
      </form>
    </Panel>
  );
}
function Explain({ model, deadline }: { readonly model: CaseModel; readonly deadline: DeadlineView }) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const by = model.procedure.timescales?.[deadline.timescale]?.explainedBy;
  const say = useSayAndGo();
  const acting = useAct(model, () => say(`/cases/${model.case.id}`, caseWords.task.recorded(`${w.explainTitle}, ${deadline.label}`)));
  return (
    <Panel title={w.explainTitle}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); if (reason.trim() === '') setError(w.reasonMissing); else acting.submit({ type: 'explainLapse', timescale: deadline.timescale, reason: reason.trim() }, { onBehalfOf: spokenFor(model.procedure, by, model.actor.role) }); }}>
        <RefusalBox model={model} acting={acting} doers={by ?? []} />
        <p className="cw-s">{textOf(model.procedure.timescales?.[deadline.timescale]?.words)}</p>
        <TextField id="f-late" long label={w.reason} error={error} value={reason} onChange={setReason} />
        <Button type="submit" disabled={acting.state === 'saving'}>{w.explainButton}</Button>
      </form>
    </Panel>
  );
}
