import { useState } from 'react';
import { Button, DateField, ErrorSummary, Panel, SelectField, Table, announce, civilOf, emptyDate, isEmptyDate } from '../../../ui/index.ts';
import type { CaseModel } from '../types.ts';
import { civilWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { partyLabel, rolesOf } from '../actors.ts';
import { Appoint, Seats } from '../around/Seats.tsx';
import { CaseFrame } from '../CaseFrame.tsx';
import { Elsewhere, isElsewhere } from '../life/Elsewhere.tsx';
import { RefusalBox } from '../RefusalBox.tsx';
import { useReload } from '../reload.ts';
import { summaryOf } from '../tasks/fields.ts';
import type { FieldErrors } from '../tasks/fields.ts';
import { useAct } from '../useAct.ts';
import { caseWords } from '../words.ts';

const w = caseWords.people;

/** Who has something to do in this case, who stands in for whom, and who is away. */
export function PeoplePage({ model }: { readonly model: CaseModel }) {
  const { case: item, procedure } = model;
  const doing = (id: string) => (isElsewhere(model) ? [] : model.tasks).filter((view) => (view.state === 'open' || view.state === 'waiting') && view.doers.some((doer) => doer.party === id)).map((view) => view.label);
  const away = (id: string) => item.absences.filter((one) => one.party === id).map((one) => w.absent(civilWords(one.from, false), one.until === undefined ? undefined : civilWords(one.until, false))).join('; ');
  const columns = [{ id: 'who', head: w.party }, { id: 'does', head: w.does }, { id: 'stands', head: w.deputies }];
  const rows = rolesOf(procedure).map(({ id, label }) => ({ id, cells: [<>{label}{away(id) === '' ? null : <span className="case-sub">{away(id)}</span>}</>, doing(id).join('; '), [...new Set((procedure.parties[id]?.deputies ?? []).map((deputy) => partyLabel(procedure, deputy.party)))].join(', ')] }));
  return (
    <CaseFrame model={model} tab="people" title={w.title}>
      <h1 className="cw-h1 case-h1">{w.title}</h1>
      <div className="case-two"><div className="cw-stack"><Table caption={w.title} hideCaption columns={columns} rows={rows} /><Seats model={model} /></div><div className="case-aside">{isElsewhere(model) ? <Elsewhere model={model} /> : <><Appoint model={model} /><Absence model={model} /></>}</div></div>
    </CaseFrame>
  );
}
function Absence({ model }: { readonly model: CaseModel }) {
  const { procedure } = model;
  const [who, setWho] = useState('');
  const [from, setFrom] = useState(emptyDate);
  const [until, setUntil] = useState(emptyDate);
  const [errors, setErrors] = useState<FieldErrors>({});
  const reload = useReload();
  const acting = useAct(model, () => { announce(caseWords.task.recorded(w.record)); setWho(''); setFrom(emptyDate); setUntil(emptyDate); reload(); });
  const submit = () => {
    const [first, last] = [civilOf(from, false), isEmptyDate(until) ? undefined : civilOf(until, false)];
    const found: FieldErrors = { ...(who === '' ? { who: w.whoMissing } : {}), ...(first === undefined ? { from: w.fromMissing } : {}) };
    setErrors(found);
    if (first !== undefined && who !== '') acting.submit({ type: 'recordAbsence', party: who, from: first, ...(last === undefined ? {} : { until: last }) });
  };
  return (
    <Panel title={w.record}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <ErrorSummary items={summaryOf(errors, ['who', 'from'])} round={Object.keys(errors).length} />
        <RefusalBox model={model} acting={acting} />
        <p className="cw-s">{w.hint}</p>
        <SelectField id="f-who" label={w.who} empty="Choose one" error={errors['who']} value={who} onChange={setWho} options={Object.entries(procedure.parties).filter(([, party]) => party.kind === 'role' || party.kind === 'body').map(([id, party]) => ({ value: id, label: textOf(party.title) }))} />
        <DateField id="f-from" label={w.from} error={errors['from']} value={from} onChange={setFrom} />
        <DateField id="f-until" label={w.until} value={until} onChange={setUntil} />
        <Button type="submit" kind="secondary" disabled={acting.state === 'saving'}>{w.button}</Button>
      </form>
    </Panel>
  );
}
