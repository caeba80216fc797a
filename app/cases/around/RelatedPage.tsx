import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { RegisterRow } from '../../../engine/store/types.ts';
import type { RelationEffect } from '../../../engine/procedure/types.ts';
import { Panel, Radios, SelectField, Table, Tag, TextField, buttonClass } from '../../../ui/index.ts';
import { instantWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { useWorld } from '../../world/world.ts';
import { ActForm, actField } from '../acts/ActForm.tsx';
import { partyLabel } from '../actors.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import { Elsewhere, isElsewhere } from '../life/Elsewhere.tsx';
import { MergedCases } from '../life/MergedCases.tsx';
import { incidentOf } from '../identity.ts';
import { openingWords } from '../open/words.ts';
import { withText } from '../tasks/fields.ts';
import { aboutOf } from '../today/entryWords.ts';
import { everyRow } from '../today/useOverview.ts';
import type { CaseModel } from '../types.ts';
import { aroundWords } from './words.ts';

const w = aroundWords.related;

/** Processes that run beside the case, with what they do to it, and other cases of the same incident. */
export function RelatedPage({ model }: { readonly model: CaseModel }) {
  const { case: item, procedure, now } = model;
  const relations = Object.entries(procedure.relations ?? {});
  const columns = [{ id: 'what', head: w.process }, { id: 'state', head: w.state }, { id: 'lead', head: w.lead }, { id: 'effect', head: w.effect }];
  const rows = relations.map(([id, relation]) => {
    const record = item.relations.findLast((one) => one.relation === id);
    const state = record === undefined ? w.never : record.ended === undefined ? w.since(instantWords(record.opened, now)) : w.ended(instantWords(record.ended, now));
    return { id, cells: [<>{textOf(relation.label)}{relation.arises === undefined ? null : <span className="case-sub">{textOf(relation.arises)}</span>}</>, <><Tag wrap kind={record !== undefined && record.ended === undefined ? 'soon' : 'pending'}>{state}</Tag>{record?.reference === undefined ? null : <span className="case-sub">{record.reference}</span>}{record?.words === undefined ? null : <span className="case-sub">{record.words}</span>}</>, record?.lead ?? partyLabel(procedure, relation.lead), relation.effects.map(effectWords).join('; ')] };
  });
  return (
    <CaseFrame model={model} tab="related" title={w.title}>
      <h1 className="cw-h1 case-h1">{w.title}</h1>
      <div className="case-two">
        <div>{rows.length === 0 ? <p>{w.none}</p> : <Table caption={w.title} hideCaption columns={columns} rows={rows} />}<MergedCases model={model} /><SameIncident model={model} /></div>
        {isElsewhere(model) ? <Elsewhere model={model} /> : rows.length === 0 ? <span /> : <Panel title={w.record}><RecordRelation model={model} /></Panel>}
      </div>
    </CaseFrame>
  );
}
function effectWords(effect: RelationEffect): string { return w.effects[typeof effect === 'string' ? effect : 'mayHold']; }
function RecordRelation({ model }: { readonly model: CaseModel }) {
  const [which, setWhich] = useState('');
  const [state, setState] = useState('');
  const [lead, setLead] = useState('');
  const [reference, setReference] = useState('');
  const [note, setNote] = useState('');
  const id = 'relation';
  const wanted = () => {
    const errors = { ...(which === '' ? { which: w.whichMissing } : {}), ...(state === '' ? { state: w.stateMissing } : {}) };
    return Object.keys(errors).length > 0 ? { errors } : { body: { type: 'recordRelation', relation: which, state: state === 'ended' ? 'ended' : 'open', ...withText('lead', lead), ...withText('reference', reference), ...withText('words', note) } as const };
  };
  const clear = () => { setWhich(''); setState(''); setLead(''); setReference(''); setNote(''); };
  return (
    <ActForm model={model} id={id} button={w.button} said={textOf(model.procedure.relations?.[which]?.label)} wanted={wanted} onDone={clear} fields={(errors) => (
      <>
        <SelectField id={actField(id, 'which')} label={w.which} empty="Choose one" error={errors['which']} value={which} onChange={setWhich} options={Object.entries(model.procedure.relations ?? {}).map(([value, relation]) => ({ value, label: textOf(relation.label) }))} />
        <Radios id={actField(id, 'state')} label={w.stateLabel} error={errors['state']} value={state} onChange={setState} choices={[{ value: 'open', label: w.isOpen }, { value: 'ended', label: w.hasEnded }]} />
        <TextField id={actField(id, 'lead')} label={w.leadLabel} value={lead} onChange={setLead} />
        <TextField id={actField(id, 'reference')} label={w.reference} value={reference} onChange={setReference} />
        <TextField id={actField(id, 'note')} long label={w.words} value={note} onChange={setNote} />
      </>
    )} />
  );
}
/** Cases with the same day of the incident, and the way to open one for another child. */
function SameIncident({ model }: { readonly model: CaseModel }) {
  const { case: item, procedure } = model;
  const world = useWorld();
  const [rows, setRows] = useState<readonly RegisterRow[]>([]);
  const incident = incidentOf(procedure, item.answers);
  useEffect(() => {
    let here = true;
    if (incident !== undefined) void everyRow(world).then((all) => { if (here) setRows(all.filter((row) => row.case !== item.id && row.content.incident === incident)); });
    return () => { here = false; };
  }, [world, incident, item.id]);
  return (
    <section aria-labelledby="same-incident"><h2 id="same-incident" className="cw-h2">{openingWords.sameIncident}</h2>
      {rows.length === 0 ? null : <><p className="cw-s cw-q">{openingWords.sameDay}</p><ul className="case-plain">{rows.map((row) => <li key={row.case}><Link href={`/cases/${row.case}`}>{aboutOf({ row })}</Link>, {row.content.stage}</li>)}</ul></>}
      {isElsewhere(model) ? null : <><p><Link className={buttonClass('secondary', true)} href={`/cases/open?procedure=${item.procedure.id}&version=${item.procedure.version}&with=${item.id}`}>{openingWords.another}</Link></p><p className="cw-s cw-q">{openingWords.anotherHint}</p></>}
    </section>
  );
}
