import { useState } from 'react';
import { Link } from 'wouter';
import { Button, ErrorSummary, TextField } from '../../../ui/index.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import { NotAsked } from '../NotAsked.tsx';
import { RefusalBox } from '../RefusalBox.tsx';
import { useSayAndGo } from '../reload.ts';
import { HappenedField } from '../tasks/ExtraFields.tsx';
import { emptyTyped, occurredOf, summaryOf, withText } from '../tasks/fields.ts';
import type { FieldErrors, TaskTyped } from '../tasks/fields.ts';
import { Cites } from '../Cites.tsx';
import type { CaseModel } from '../types.ts';
import { useAct } from '../useAct.ts';
import { useTyped } from '../useTyped.ts';
import { waysOn } from '../ways.ts';
import type { Way } from '../ways.ts';
import { caseWords } from '../words.ts';

const w = caseWords.way;

/** A way on that somebody chooses, with the reason where one is asked. */
export function WayPage({ model, way: id }: { readonly model: CaseModel; readonly way: string }) {
  const way = waysOn(model).find((one) => one.id === id);
  return <CaseFrame model={model} tab="now" title={way?.label ?? caseWords.task.notAsked}>{way === undefined ? <NotAsked model={model} /> : <WayForm model={model} way={way} />}</CaseFrame>;
}
function WayForm({ model, way }: { readonly model: CaseModel; readonly way: Way }) {
  const { case: item } = model;
  const typed = useTyped<TaskTyped>(`${item.id}/way/${way.id}`, emptyTyped);
  const [errors, setErrors] = useState<FieldErrors>({});
  const say = useSayAndGo();
  const acting = useAct(model, () => { typed.forget(); say(`/cases/${item.id}`, caseWords.task.recorded(way.label)); });
  const submit = () => {
    const occurred = occurredOf(typed.value, typed.now);
    const found: FieldErrors = { ...(way.reason && typed.value.reason.trim() === '' ? { reason: caseWords.timescale.reasonMissing } : {}), ...(occurred.ok ? {} : { happened: occurred.words }) };
    setErrors(found);
    if (Object.keys(found).length === 0 && occurred.ok) acting.submit({ type: 'takeTransition', transition: way.id, ...withText('reason', typed.value.reason) }, { occurred: occurred.at });
  };
  return (
    <form noValidate className="case-open" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <ErrorSummary items={summaryOf(errors, ['reason', 'happened'])} round={Object.keys(errors).length} />
      <RefusalBox model={model} acting={acting} doers={way.by} />
      <h1 className="cw-h1 case-h1">{way.label}</h1>
      <p>{w.text}</p><p className="cw-s">{caseWords.task.only(way.who.join(' or '))}.</p>
      <Cites procedure={model.procedure} cites={way.transition.cites ?? []} most={1} />
      {way.reason ? <TextField id="f-reason" long label={w.reason} error={errors['reason']} value={typed.value.reason} onChange={(reason) => typed.set((before) => ({ ...before, reason }))} /> : null}
      <HappenedField typed={typed.value} set={typed.set} errors={errors} />
      <div className="case-act plain"><Button type="submit" kind={way.by.includes(model.actor.role) ? 'primary' : 'secondary'} disabled={acting.state === 'saving'}>{w.button}</Button><Link href={`/cases/${item.id}`}>{caseWords.frame.back}</Link></div>
    </form>
  );
}
