import { useState } from 'react';
import { standsAt } from '../../../engine/case/in-force.ts';
import type { HoldRecord } from '../../../engine/case/types.ts';
import { DateField, Details, Note, Panel, TextField, civilOf, emptyDate, isEmptyDate } from '../../../ui/index.ts';
import { civilWords, instantWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { ActForm, actField } from '../acts/ActForm.tsx';
import { withText } from '../tasks/fields.ts';
import type { CaseModel } from '../types.ts';
import { aroundWords } from './words.ts';

const w = aroundWords.holds;

/** Holds that the procedure knows: those that run, with release, and those that may be placed. */
export function HoldPanel({ model }: { readonly model: CaseModel }) {
  const { case: item, procedure, now } = model;
  const holds = Object.keys(procedure.holds ?? {});
  if (holds.length === 0) return null;
  const running = runningHolds(model);
  return (
    <Panel title={w.title}>
      <p className="cw-s">{w.text}</p>
      {running.length === 0 ? <p>{w.none}</p> : running.map((one) => <Running key={one.hold} model={model} hold={one} />)}
      {item.closed !== undefined ? null : holds.filter((id) => !running.some((one) => one.hold === id) && standsAt(procedure.holds?.[id], now)).map((id) => <Details key={id} summary={w.start(textOf(procedure.holds?.[id]?.label))}><Start model={model} hold={id} /></Details>)}
      {item.holds.filter((one) => one.ended !== undefined).map((one) => <p key={`${one.hold}-${one.from}`} className="cw-s cw-q">{textOf(procedure.holds?.[one.hold]?.label)}: {w.past(instantWords(one.from, now), instantWords(one.ended ?? now, now))}. {one.reason}</p>)}
    </Panel>
  );
}
/** Holds in force now. */
export function runningHolds({ case: item, now }: CaseModel): readonly HoldRecord[] { return item.holds.filter((one) => one.ended === undefined || one.ended > now); }

function Running({ model, hold }: { readonly model: CaseModel; readonly hold: HoldRecord }) {
  const definition = model.procedure.holds?.[hold.hold];
  const [reason, setReason] = useState('');
  const id = `release-${hold.hold}`;
  const asked = hold.reminded !== undefined && (hold.confirmed ?? Number.NEGATIVE_INFINITY) < hold.reminded;
  return (
    <Note kind="held">
      <p><b>{textOf(definition?.label)}</b>. {w.since(instantWords(hold.from, model.now), hold.reason.replace(/\.$/, ''))}{hold.until === undefined ? '' : `, ${w.endsOn(civilWords(hold.until))}`}.</p>
      {asked ? <p><b>{w.reminded(instantWords(hold.reminded ?? hold.from, model.now))}</b></p> : hold.confirmed === undefined ? null : <p className="cw-s">{w.confirmed(instantWords(hold.confirmed, model.now))}</p>}
      {definition?.remindEvery === undefined ? null : <Still key={hold.confirmed} model={model} hold={hold} asked={asked} />}
      {definition?.until.released === true ? <ActForm model={model} id={id} button={w.release} doers={definition.by} said={w.released(textOf(definition.label))} wanted={() => ({ body: { type: 'releaseHold', hold: hold.hold, ...withText('reason', reason) } })} fields={() => <TextField id={actField(id, 'why')} label={w.releaseReason} value={reason} onChange={setReason} />} /> : null}
    </Note>
  );
}
/** That a hold still stands, once somebody was asked or before. */
function Still({ model, hold, asked }: { readonly model: CaseModel; readonly hold: HoldRecord; readonly asked: boolean }) {
  const definition = model.procedure.holds?.[hold.hold];
  const [reason, setReason] = useState('');
  const id = `still-${hold.hold}`;
  return (
    <Details summary={w.still} open={asked}>
      <ActForm model={model} id={id} button={w.still} doers={definition?.by ?? []} said={w.stillSaid(textOf(definition?.label))} reasonAt="why" wanted={() => ({ body: { type: 'confirmHold', hold: hold.hold, ...withText('reason', reason) } })}
        fields={(errors) => <TextField id={actField(id, 'why')} label={w.stillReason} error={errors['why']} value={reason} onChange={setReason} />} />
    </Details>
  );
}
function Start({ model, hold }: { readonly model: CaseModel; readonly hold: string }) {
  const definition = model.procedure.holds?.[hold];
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(emptyDate);
  const id = `hold-${hold}`;
  const dated = definition?.until.date === true;
  const only = dated && Object.keys(definition.until).length === 1;
  const wanted = () => {
    const day = isEmptyDate(until) ? undefined : civilOf(until, false);
    const errors = { ...(reason.trim() === '' ? { why: w.reasonMissing } : {}), ...(dated && day === undefined && (only || !isEmptyDate(until)) ? { until: w.untilMissing } : {}) };
    return Object.keys(errors).length > 0 ? { errors } : { body: { type: 'startHold', hold, reason: reason.trim(), ...(day === undefined ? {} : { until: day }) } as const };
  };
  return (
    <ActForm model={model} id={id} button={w.startButton} doers={definition?.by ?? []} said={w.started(textOf(definition?.label))} wanted={wanted} fields={(errors) => (
      <>
        <TextField id={actField(id, 'why')} long label={w.reason} error={errors['why']} value={reason} onChange={setReason} />
        {dated ? <DateField id={actField(id, 'until')} label={only ? w.until : w.untilOptional} error={errors['until']} value={until} onChange={setUntil} /> : null}
      </>
    )} />
  );
}
