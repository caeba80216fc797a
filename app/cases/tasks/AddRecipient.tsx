import { useState } from 'react';
import type { TaskView } from '../../../engine/case/types.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { Button, Details, SelectField, TextField, announce } from '../../../ui/index.ts';
import { partyOptions } from '../form/parties.ts';
import { RefusalBox } from '../RefusalBox.tsx';
import { useReload } from '../reload.ts';
import type { CaseModel } from '../types.ts';
import { useAct } from '../useAct.ts';
import { caseWords } from '../words.ts';
import { withText } from './fields.ts';

const w = caseWords.exchange;

/** Adds one who is asked later than the others. */
export function AddRecipient({ model, view }: { readonly model: CaseModel; readonly view: TaskView }) {
  const reload = useReload();
  const [party, setParty] = useState('');
  const [reason, setReason] = useState('');
  const asked = new Set((view.record?.recipients ?? []).map((one) => one.party));
  const options = candidates(model.procedure, view).filter((one) => !asked.has(one.value));
  const acting = useAct(model, () => { announce(`${options.find((one) => one.value === party)?.label ?? ''}: ${w.lateAdd}`); setParty(''); setReason(''); reload(); });
  return (
    <Details summary={w.add}>
      {options.length === 0 ? <p>{w.noneToAdd}</p> : (
        <form noValidate onSubmit={(event) => { event.preventDefault(); if (party !== '') acting.submit({ type: 'addRecipient', task: view.id, recipient: party, ...withText('reason', reason) }); }}>
          <RefusalBox model={model} acting={acting} doers={view.doers.map((doer) => doer.party)} />
          <p className="cw-hint">{w.addHint}</p>
          <SelectField id="add-who" label={w.addWho} empty="Choose one" value={party} options={options} onChange={setParty} />
          <TextField id="add-why" label={w.addReason} value={reason} onChange={setReason} />
          <Button type="submit" kind="secondary" small disabled={party === '' || acting.state === 'saving'}>{w.addButton}</Button>
        </form>
      )}
    </Details>
  );
}
/** Parties of the kinds asked already: agencies beside agencies. */
function candidates(procedure: Procedure, view: TaskView): readonly { readonly value: string; readonly label: string }[] {
  const kinds = new Set((view.record?.recipients ?? []).map((one) => procedure.parties[one.party]?.kind));
  return partyOptions(procedure, undefined).filter((one) => kinds.size === 0 || kinds.has(procedure.parties[one.value]?.kind));
}
