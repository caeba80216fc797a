import { useState } from 'react';
import type { Id, SettingDefinition } from '../../../engine/procedure/types.ts';
import { Details, Panel, Radios, TextField } from '../../../ui/index.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { ActForm, actField } from '../acts/ActForm.tsx';
import { withText } from '../tasks/fields.ts';
import type { CaseModel } from '../types.ts';
import { aroundWords } from './words.ts';

const w = aroundWords.settings;

/** What the procedure leaves each case to choose: what stands now, and the choice of something else. */
export function CaseSettings({ model }: { readonly model: CaseModel }) {
  const own = Object.entries(model.procedure.settings ?? {}).filter(([, { scope }]) => scope === 'case');
  if (own.length === 0) return null;
  return (
    <Panel title={w.title}>
      <p className="cw-s">{w.text}</p>
      {own.map(([id, setting]) => <OneSetting key={`${id}-${String(model.case.settings?.[id])}`} model={model} id={id} setting={setting} />)}
    </Panel>
  );
}
function OneSetting({ model, id, setting }: { readonly model: CaseModel; readonly id: Id; readonly setting: SettingDefinition }) {
  const now = model.case.settings?.[id] ?? setting.default;
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const label = textOf(setting.label);
  const form = `setting-${id}`;
  const wanted = () => {
    const choice = setting.choices.find((one) => String(one.value) === value);
    return choice === undefined ? { errors: { value: w.missing } } : { body: { type: 'chooseSetting', setting: id, value: choice.value, ...withText('reason', reason) } as const };
  };
  return (
    <>
      <p><b>{label}:</b> {textOf(setting.choices.find((one) => one.value === now)?.label) || String(now)}{model.case.settings?.[id] === undefined ? <span className="cw-s cw-q"> ({w.usual})</span> : null}</p>
      <Details summary={<>{w.change}<span className="cw-vh">: {label}</span></>}>
        <ActForm model={model} id={form} button={w.button} said={label} reasonAt="why" wanted={wanted} fields={(errors) => (
          <>
            <Radios id={actField(form, 'value')} label={label} error={errors['value']} value={value} onChange={setValue} choices={setting.choices.filter((one) => one.value !== now).map((one) => ({ value: String(one.value), label: textOf(one.label) }))} />
            <TextField id={actField(form, 'why')} label={w.reason} error={errors['why']} value={reason} onChange={setReason} />
          </>
        )} />
      </Details>
    </>
  );
}
