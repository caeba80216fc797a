import { useState } from 'react';
import type { TaskView } from '../../../engine/case/types.ts';
import type { DateExpression } from '../../../engine/procedure/types.ts';
import { Button, DateField, Details, Panel, announce, civilOf, emptyDate, partsOf } from '../../../ui/index.ts';
import { civilWords } from '../../dates.ts';
import { formWords } from '../form/words.ts';
import { isElsewhere } from '../life/Elsewhere.tsx';
import { RefusalBox } from '../RefusalBox.tsx';
import type { CaseModel } from '../types.ts';
import { useAct } from '../useAct.ts';
import { useReload } from '../reload.ts';
import { caseWords } from '../words.ts';

const w = caseWords.task;

/** Sets the date a task is to happen, where the procedure counts from or to that date. */
export function PlanPanel({ model, view }: { readonly model: CaseModel; readonly view: TaskView }) {
  const reload = useReload();
  const planned = view.record?.planned;
  const [date, setDate] = useState(planned === undefined ? emptyDate : partsOf(planned));
  const [error, setError] = useState<string>();
  const acting = useAct(model, () => { announce(w.planned(civilWords(civilOf(date, false) ?? ''))); reload(); });
  if (!isPlanned(model, view.id) || view.state === 'done' || view.state === 'withdrawn' || isElsewhere(model)) return null;
  const withTime = (date.time ?? '').trim() !== '';
  const submit = () => {
    const on = civilOf(date, withTime);
    setError(on === undefined ? formWords.notADate(w.plan, withTime) : undefined);
    if (on !== undefined) acting.submit({ type: 'planTask', task: view.id, on });
  };
  return (
    <Panel level={2} title={planned === undefined ? w.planTitle : w.planned(civilWords(planned))}>
      <RefusalBox model={model} acting={acting} />
      <Details summary={w.plan} open={planned === undefined}>
        <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
          <DateField id="plan" withTime label={w.planDate} hint={w.planHint} value={date} error={error} onChange={setDate} />
          <Button type="submit" kind="secondary" small disabled={acting.state === 'saving'}>{w.planButton}</Button>
        </form>
      </Details>
    </Panel>
  );
}
/** True when a body meets for it, or some clock is counted from or met by its planned date. */
function isPlanned({ procedure }: CaseModel, task: string): boolean {
  if (procedure.tasks[task]?.meeting !== undefined) return true;
  return Object.values(procedure.timescales ?? {}).some((one) => (one.act === 'planned' && one.for === task) || readsPlan(one.from, task));
}
function readsPlan(from: DateExpression, task: string): boolean {
  if ('planned' in from) return from.planned === task;
  if ('earliest' in from) return from.earliest.some((one) => readsPlan(one, task));
  if ('latest' in from) return from.latest.some((one) => readsPlan(one, task));
  return 'choose' in from && Object.values(from.choose.of).some((one) => readsPlan(one, task));
}
