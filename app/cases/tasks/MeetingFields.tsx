import type { TaskView } from '../../../engine/case/types.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import { AddAnother, Checkboxes, Details, Panel, SelectField, Sign, TextField } from '../../../ui/index.ts';
import { partyLabel } from '../actors.ts';
import { caseWords } from '../words.ts';
import { attendees, guests } from './attendees.ts';
import type { ExtraProps } from './ExtraFields.tsx';
import { fieldId } from './fields.ts';
import type { MeetingTyped } from './fields.ts';

const m = caseWords.meeting;

/** Attendance, who must be there, apologies, declared interests, and who saw it differently, of a body that met. */
export function MeetingFields({ procedure, view, body, typed, set, errors }: ExtraProps & { readonly procedure: Procedure; readonly view: TaskView; readonly body: Id }) {
  const named = (procedure.parties[body]?.seats ?? []).length > 0;
  const seats = attendees(procedure, body);
  const others = guests(procedure, body);
  const choicesOf = (ids: readonly Id[]) => ids.map((id) => ({ value: id, label: partyLabel(procedure, id) }));
  const meeting = (change: Partial<MeetingTyped>) => set((before) => ({ ...before, meeting: { ...before.meeting, ...change } }));
  const { present, apologies, place, interests } = typed.meeting;
  const attend = (values: readonly Id[]) => meeting({ present: values, apologies: apologies.filter((id) => !values.includes(id)) });
  const interest = (index: number, change: Partial<MeetingTyped['interests'][number]>) => meeting({ interests: interests.map((one, at) => (at === index ? { ...one, ...change } : one)) });
  const sent = <Checkboxes id={fieldId('apologies')} label={m.apologies} choices={choicesOf(seats.filter((id) => !present.includes(id)))} values={apologies.filter((id) => seats.includes(id))} onChange={(values) => meeting({ apologies: [...values, ...apologies.filter((id) => !seats.includes(id))] })} />;
  return (
    <Panel title={m.title} level={3} className="case-meeting">
      <Checkboxes id={fieldId('present')} label={m.present} choices={choicesOf(seats)} values={present.filter((id) => seats.includes(id))} error={errors['present']} onChange={(values) => attend([...values, ...present.filter((id) => !seats.includes(id))])} />
      {others.length === 0 ? null : <Details summary={m.others} open={[...present, ...apologies].some((id) => others.includes(id))}><Checkboxes id={fieldId('guests')} label={m.othersLabel} choices={choicesOf(others)} values={present.filter((id) => others.includes(id))} onChange={(values) => attend([...present.filter((id) => !others.includes(id)), ...values])} /><Checkboxes id={fieldId('guests-away')} label={m.othersAway} choices={choicesOf(others.filter((id) => !present.includes(id)))} values={apologies.filter((id) => others.includes(id))} onChange={(values) => meeting({ apologies: [...apologies.filter((id) => !others.includes(id)), ...values] })} /></Details>}
      <Quorum procedure={procedure} seats={view.required.seats} present={present} />
      {named ? sent : <Details summary={m.someApologies} open={apologies.length > 0}>{sent}</Details>}
      <AddAnother id={fieldId('interests')} label={m.interests} item={m.interest} addLabel={m.addInterest} count={interests.length}
        onAdd={() => meeting({ interests: [...interests, { seat: '', words: '' }] })} onRemove={(index) => meeting({ interests: interests.filter((_, at) => at !== index) })}
        row={(index) => <><SelectField id={fieldId(`seat-${index}`)} label={m.seat} empty="Choose one" value={interests[index]?.seat ?? ''} options={choicesOf([...seats, ...others.filter((id) => present.includes(id))])} onChange={(seat) => interest(index, { seat })} /><TextField id={fieldId(`interest-${index}`)} label={m.words} value={interests[index]?.words ?? ''} onChange={(words) => interest(index, { words })} /></>} />
      {view.shape === 'decide' ? <Dissent procedure={procedure} view={view} typed={typed.meeting} meeting={meeting} error={errors['dissent']} /> : null}
      <TextField id={fieldId('place')} label={m.place} width="w30" value={place} onChange={(value) => meeting({ place: value })} />
    </Panel>
  );
}
/** Seats that a rule asks for, each with whether it is filled, before anything is refused. */
function Quorum({ procedure, seats, present }: { readonly procedure: Procedure; readonly seats: readonly Id[]; readonly present: readonly Id[] }) {
  if (seats.length === 0) return null;
  const missing = seats.filter((id) => !present.includes(id));
  return (
    <div className="case-quorum" role="status"><p><b>{missing.length === 0 ? m.quorate : m.notQuorate(missing.length)}</b></p>
      <ul>{seats.map((id) => <li key={id}><Sign name={missing.includes(id) ? 'waits' : 'met'} /> {partyLabel(procedure, id)}{missing.includes(id) ? `: ${m.missing}` : ''}</li>)}</ul>
    </div>
  );
}
/** Who did not share the outcome; everybody else who was there is recorded as having shared it. */
function Dissent({ procedure, view, typed, meeting, error }: { readonly procedure: Procedure; readonly view: TaskView; readonly typed: MeetingTyped; readonly meeting: (change: Partial<MeetingTyped>) => void; readonly error: string | undefined }) {
  const rows = typed.dissent ?? [];
  const change = (index: number, one: Partial<(typeof rows)[number]>) => meeting({ dissent: rows.map((row, at) => (at === index ? { ...row, ...one } : row)) });
  const options = [...view.options.map(({ id, label }) => ({ value: id, label })), { value: '#abstained', label: m.abstained }];
  return (
    <AddAnother id={fieldId('dissent')} label={m.dissent} hint={m.dissentHint} error={error} item={m.differing} addLabel={m.addDissent} count={rows.length}
      onAdd={() => meeting({ dissent: [...rows, { seat: '', option: '', words: '' }] })} onRemove={(index) => meeting({ dissent: rows.filter((_, at) => at !== index) })}
      row={(index) => (
        <>
          <SelectField id={fieldId(`dissent-seat-${index}`)} label={m.who} empty="Choose one" value={rows[index]?.seat ?? ''} options={typed.present.map((id) => ({ value: id, label: partyLabel(procedure, id) }))} onChange={(seat) => change(index, { seat })} />
          <SelectField id={fieldId(`dissent-option-${index}`)} label={m.held} empty="Choose one" value={rows[index]?.option ?? ''} options={options} onChange={(option) => change(index, { option })} />
          <TextField id={fieldId(`dissent-words-${index}`)} label={m.why} value={rows[index]?.words ?? ''} onChange={(words) => change(index, { words })} />
        </>
      )} />
  );
}
