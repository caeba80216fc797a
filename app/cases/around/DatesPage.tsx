import { useState } from 'react';
import { Link } from 'wouter';
import type { DeadlineView } from '../../../engine/case/types.ts';
import { Button, Checkboxes, DateField, Details, Panel, SummaryList, Table, TextField, civilOf, emptyDate } from '../../../ui/index.ts';
import { civilWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { recordExport } from '../../trust/access.ts';
import { originOf } from '../../trust/origin.ts';
import { originWords } from '../../trust/words.ts';
import { saveFile } from '../../world/download.ts';
import { useWorld } from '../../world/world.ts';
import { WhatStarts } from '../ahead/WaysAhead.tsx';
import { ActForm, actField } from '../acts/ActForm.tsx';
import { partyLabel } from '../actors.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import { calendarFile } from '../exports/ics.ts';
import { Elsewhere, isElsewhere } from '../life/Elsewhere.tsx';
import { DeadlineRows } from '../now/DeadlineTable.tsx';
import { byUrgency } from '../states.ts';
import { withText } from '../tasks/fields.ts';
import type { CaseModel } from '../types.ts';
import { caseDates } from './caseDates.ts';
import { CaseSettings } from './CaseSettings.tsx';
import { HoldPanel } from './HoldPanel.tsx';
import { aroundWords } from './words.ts';

const w = aroundWords.dates;
const GROUP: Readonly<Record<DeadlineView['state'], keyof typeof w.groups>> = { overdue: 'running', due: 'running', 'not-yet': 'running', pending: 'waiting', 'no-date': 'waiting', stopped: 'waiting', met: 'past', 'met-late': 'past' };

/** Every clock of the case in every state, holds, and the dates that were agreed or changed. */
export function DatesPage({ model }: { readonly model: CaseModel }) {
  const { case: item, procedure, now } = model;
  const world = useWorld();
  const sorted = model.deadlines.toSorted(byUrgency);
  const dates = caseDates(model);
  const save = () => { void originOf(world, item.id).then((origin) => { saveFile(`${item.reference}-dates.ics`, 'text/calendar', calendarFile(dates, now, origin)); return recordExport(world, item.id, `${w.title}: ${originWords.dates}`); }); };
  const agreeable = sorted.filter((one) => one.state === 'no-date' && isAgreed(procedure.timescales?.[one.timescale]?.amount));
  return (
    <CaseFrame model={model} tab="dates" title={w.title}>
      <div className="case-head"><h1 className="cw-h1">{w.title}</h1>{dates.length === 0 ? null : <Button kind="secondary" small onClick={save}>{w.ics}</Button>}</div>
      <div className="case-two">
        <div>
          {sorted.length === 0 ? <p>{w.none}</p> : (Object.keys(w.groups) as (keyof typeof w.groups)[]).map((group) => {
            const views = sorted.filter((one) => GROUP[one.state] === group);
            return views.length === 0 ? null : <section key={group} aria-labelledby={`dates-${group}`}><h2 id={`dates-${group}`} className="cw-h2">{w.groups[group]} ({views.length})</h2><DeadlineRows model={model} views={views} caption={w.groups[group]} under={(one) => (one.state === 'pending' || one.state === 'no-date' ? <WhatStarts model={model} timescale={one.timescale} label={one.label} /> : null)} /></section>;
          })}
          <Changes model={model} />
        </div>
        <aside className="case-aside">
          {isElsewhere(model) ? <Elsewhere model={model} /> : <>{agreeable.map((one) => <Agree key={one.timescale} model={model} deadline={one} />)}<CaseSettings model={model} /><HoldPanel model={model} /></>}
          <Details summary={w.explained}><SummaryList rows={w.states.map(([name, value]) => ({ id: name, name, value }))} /></Details>
        </aside>
      </div>
    </CaseFrame>
  );
}
function isAgreed(amount: unknown): boolean { return typeof amount === 'object' && amount !== null && 'agreed' in amount; }
function Agree({ model, deadline }: { readonly model: CaseModel; readonly deadline: DeadlineView }) {
  const { procedure } = model;
  const [on, setOn] = useState(emptyDate);
  const [by, setBy] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const id = `agree-${deadline.timescale}`;
  const between = procedure.timescales?.[deadline.timescale]?.adjust?.agreedBy ?? [];
  const wanted = () => {
    const civil = civilOf(on, (on.time ?? '').trim() !== '');
    return civil === undefined ? { errors: { on: w.agreeMissing } } : { body: { type: 'agreeDate', timescale: deadline.timescale, on: civil, ...(by.length === 0 ? {} : { agreedBy: by }), ...withText('reason', reason) } as const };
  };
  return (
    <Panel title={`${w.agree}: ${deadline.label}`}>
      <ActForm model={model} id={id} button={w.agreeButton} said={deadline.label} wanted={wanted} fields={(errors) => (
        <>
          <DateField id={actField(id, 'on')} label={w.agreeOn} error={errors['on']} value={on} onChange={setOn} />
          {between.length === 0 ? null : <Checkboxes id={actField(id, 'by')} label={w.agreedBy} values={by} onChange={setBy} choices={between.map((party) => ({ value: party, label: partyLabel(procedure, party) }))} />}
          <TextField id={actField(id, 'why')} label={w.agreeReason} value={reason} onChange={setReason} />
        </>
      )} />
    </Panel>
  );
}
function Changes({ model: { case: item, procedure } }: { readonly model: CaseModel }) {
  if (item.extensions.length === 0) return null;
  const columns = [{ id: 'what', head: w.changed }, { id: 'to', head: w.to }, { id: 'why', head: w.why }, { id: 'who', head: w.who }];
  return (
    <section aria-labelledby="dates-changed"><h2 id="dates-changed" className="cw-h2">{w.changes}</h2>
      <Table caption={w.changes} hideCaption columns={columns} rows={item.extensions.map((one, index) => ({ id: String(index), cells: [<Link key="l" href={`/cases/${item.id}/deadlines/${one.timescale}`}>{textOf(procedure.timescales?.[one.timescale]?.label) || textOf(procedure.tasks[procedure.timescales?.[one.timescale]?.for ?? '']?.label)}</Link>, civilWords(one.to), one.reason, `${one.by.person}, ${partyLabel(procedure, one.by.role)}`] }))} />
    </section>
  );
}
