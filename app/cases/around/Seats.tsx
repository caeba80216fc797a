import { useState } from 'react';
import type { Appointment } from '../../../engine/case/types.ts';
import type { Id } from '../../../engine/procedure/types.ts';
import { Button, DateField, Dialog, Panel, SelectField, Table, TextField, civilOf, emptyDate, isEmptyDate } from '../../../ui/index.ts';
import { civilDay, civilWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { ActForm, actField } from '../acts/ActForm.tsx';
import { partyLabel, spokenFor } from '../actors.ts';
import { isElsewhere } from '../life/Elsewhere.tsx';
import { withText } from '../tasks/fields.ts';
import type { CaseModel } from '../types.ts';
import { aroundWords } from './words.ts';

const w = aroundWords.people;
const OTHER = '#other';

/** Who holds which seat of this case, in which capacity, with what they declared; and the end of an appointment. */
export function Seats({ model }: { readonly model: CaseModel }) {
  const { appointments } = model.case;
  const [ending, setEnding] = useState<Appointment>();
  const columns = [{ id: 'seat', head: w.seat }, { id: 'who', head: w.person }, { id: 'as', head: w.capacity }, { id: 'when', head: w.from }, { id: 'end', head: <span className="cw-vh">{w.end}</span> }];
  return (
    <section aria-labelledby="seats"><h2 id="seats" className="cw-h2">{w.seats}</h2>
      {appointments.length === 0 ? <p>{w.noSeat}</p> : <Table caption={w.seats} hideCaption columns={columns} rows={appointments.map((one, index) => ({ id: String(index), cells: [partyLabel(model.procedure, one.seat), <>{one.person}{one.organisation === undefined ? null : <span className="case-sub">{partyLabel(model.procedure, one.organisation)}</span>}{(one.declared ?? []).map((words) => <span key={words} className="case-sub">{w.declared}: {words}</span>)}</>, w.capacities[one.capacity], `${civilWords(one.from)}${one.until === undefined ? '' : ` to ${civilWords(one.until)}`}`, !isElsewhere(model) && (one.until === undefined || one.until >= civilDay(model.now)) ? <Button key="end" kind="secondary" small onClick={() => setEnding(one)}>{w.end}<span className="cw-vh"> {one.person}</span></Button> : ''] }))} />}
      <Dialog title={w.endTitle(ending?.person ?? '')} open={ending !== undefined} onClose={() => setEnding(undefined)}>{ending === undefined ? null : <End model={model} appointment={ending} onDone={() => setEnding(undefined)} />}</Dialog>
    </section>
  );
}
function End({ model, appointment, onDone }: { readonly model: CaseModel; readonly appointment: Appointment; readonly onDone: () => void }) {
  const [last, setLast] = useState(emptyDate);
  const [reason, setReason] = useState('');
  const wanted = () => {
    const until = civilOf(last, false);
    return until === undefined ? { errors: { last: w.lastMissing } } : { body: { type: 'endAppointment', seat: appointment.seat, person: appointment.person, until, ...withText('reason', reason) } as const };
  };
  return (
    <ActForm model={model} id="end" button={w.endButton} {...whose(model, appointment.seat)} said={w.ended(appointment.person)} wanted={wanted} onDone={onDone} fields={(errors) => (
      <>
        <DateField id={actField('end', 'last')} label={w.last} error={errors['last']} value={last} onChange={setLast} />
        <TextField id={actField('end', 'why')} label={w.reasonOptional} value={reason} onChange={setReason} />
      </>
    )} />
  );
}
/** Who says who fills a seat, and for whom the person at this screen enters it. */
function whose({ procedure, actor }: CaseModel, seat: Id): { readonly doers?: readonly Id[]; readonly onBehalfOf?: Id } {
  const by = procedure.parties[seat]?.appointedBy;
  const spoken = spokenFor(procedure, by, actor.role);
  return { ...(by === undefined ? {} : { doers: by }), ...(spoken === undefined ? {} : { onBehalfOf: spoken }) };
}
/** Fills a seat; a rule on independence may refuse it, and says why. */
export function Appoint({ model }: { readonly model: CaseModel }) {
  const { procedure } = model;
  const [typed, setTyped] = useState({ seat: '', person: '', capacity: 'holder', organisation: '', otherwise: '', declared: '', reason: '' });
  const [from, setFrom] = useState(emptyDate);
  const [until, setUntil] = useState(emptyDate);
  const set = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change });
  const seats = Object.entries(procedure.parties).filter(([, party]) => party.kind === 'role' || party.kind === 'participant').map(([value, party]) => ({ value, label: textOf(party.title) }));
  const wanted = () => {
    const [first, last] = [civilOf(from, false), isEmptyDate(until) ? undefined : civilOf(until, false)];
    const errors = { ...(typed.seat === '' ? { seat: w.seatMissing } : {}), ...(typed.person.trim() === '' ? { person: w.personMissing } : {}), ...(first === undefined ? { from: w.fromMissing } : {}) };
    if (first === undefined || Object.keys(errors).length > 0) return { errors };
    return { body: { type: 'appoint', seat: typed.seat, person: typed.person.trim(), capacity: typed.capacity as Appointment['capacity'], from: first, ...(last === undefined ? {} : { until: last }), ...withText('organisation', typed.organisation === OTHER ? typed.otherwise : typed.organisation), ...(typed.declared.trim() === '' ? {} : { declared: [typed.declared.trim()] }), ...withText('reason', typed.reason) } as const };
  };
  const clear = () => { setTyped({ seat: '', person: '', capacity: 'holder', organisation: '', otherwise: '', declared: '', reason: '' }); setFrom(emptyDate); setUntil(emptyDate); };
  const id = 'appoint';
  return (
    <Panel title={w.appoint}>
      <ActForm model={model} id={id} button={w.button} {...whose(model, typed.seat)} said={`${typed.person}: ${partyLabel(procedure, typed.seat)}`} wanted={wanted} onDone={clear} fields={(errors) => (
        <>
          <SelectField id={actField(id, 'seat')} label={w.seat} empty="Choose one" error={errors['seat']} value={typed.seat} onChange={(seat) => set({ seat })} options={seats} />
          <TextField id={actField(id, 'person')} label={w.who} hint={w.whoHint} width="w10" maxLength={12} error={errors['person']} value={typed.person} onChange={(person) => set({ person })} />
          <SelectField id={actField(id, 'capacity')} label={w.capacity} value={typed.capacity} onChange={(capacity) => set({ capacity })} options={Object.entries(w.capacities).map(([value, label]) => ({ value, label }))} />
          <DateField id={actField(id, 'from')} label={w.from} error={errors['from']} value={from} onChange={setFrom} />
          <DateField id={actField(id, 'until')} label={`${w.until} (optional)`} value={until} onChange={setUntil} />
          <SelectField id={actField(id, 'organisation')} label={w.organisation} empty="Not said" value={typed.organisation} onChange={(organisation) => set({ organisation })} options={[...Object.entries(procedure.parties).filter(([, party]) => party.kind === 'agency').map(([value, party]) => ({ value, label: textOf(party.title) })), { value: OTHER, label: w.elsewhere }]} />
          {typed.organisation === OTHER ? <TextField id={actField(id, 'otherwise')} label={w.elsewhereName} value={typed.otherwise} onChange={(otherwise) => set({ otherwise })} /> : null}
          <TextField id={actField(id, 'declared')} long label={w.involvement} hint={w.involvementHint} value={typed.declared} onChange={(declared) => set({ declared })} />
          <TextField id={actField(id, 'reason')} label={w.reasonOptional} value={typed.reason} onChange={(reason) => set({ reason })} />
        </>
      )} />
    </Panel>
  );
}
