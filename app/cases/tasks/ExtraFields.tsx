import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import { AddAnother, Checkbox, Checkboxes, DateField, Details, Panel, SelectField, TextField } from '../../../ui/index.ts';
import { partyLabel } from '../actors.ts';
import { caseWords } from '../words.ts';
import { attendees } from './attendees.ts';
import { fieldId } from './fields.ts';
import type { FieldErrors, MeetingTyped, TaskTyped } from './fields.ts';

const w = caseWords.task;
export interface ExtraProps { readonly typed: TaskTyped; readonly set: (change: (before: TaskTyped) => TaskTyped) => void; readonly errors: FieldErrors }

/** "It happened earlier than now", and when. */
export function HappenedField({ typed, set, errors }: ExtraProps) {
  return (
    <>
      <Checkbox id={fieldId('earlier')} label={w.happenedEarlier} checked={typed.earlier} onChange={(earlier) => set((before) => ({ ...before, earlier }))} />
      {typed.earlier ? <DateField id={fieldId('happened')} withTime label={w.happenedAt} hint={w.happenedHint} value={typed.happened} error={errors['happened']} onChange={(happened) => set((before) => ({ ...before, happened }))} /> : null}
    </>
  );
}
export function EvidenceField({ typed, set, errors, required }: ExtraProps & { readonly required: boolean }) {
  return <TextField id={fieldId('evidence')} label={<>{w.evidence}{required ? null : <span className="case-optional"> (optional)</span>}</>} hint={w.evidenceHint} value={typed.evidence} error={errors['evidence']} onChange={(evidence) => set((before) => ({ ...before, evidence }))} />;
}
export function ReasonField({ typed, set, errors, label = w.reason, hint = w.reasonHint }: ExtraProps & { readonly label?: string; readonly hint?: string }) {
  return <TextField id={fieldId('reason')} long rows={3} label={label} hint={hint} value={typed.reason} error={errors['reason']} onChange={(reason) => set((before) => ({ ...before, reason }))} />;
}

/** Attendance, apologies and declared interests of a body that met. */
export function MeetingFields({ procedure, body, typed, set, errors }: ExtraProps & { readonly procedure: Procedure; readonly body: Id }) {
  const m = caseWords.meeting;
  const named = (procedure.parties[body]?.seats ?? []).length > 0;
  const choices = (without: readonly Id[]) => attendees(procedure, body).filter((id) => !without.includes(id)).map((id) => ({ value: id, label: partyLabel(procedure, id) }));
  const meeting = (change: Partial<MeetingTyped>) => set((before) => ({ ...before, meeting: { ...before.meeting, ...change } }));
  const { present, apologies, place, interests } = typed.meeting;
  const interest = (index: number, change: Partial<MeetingTyped['interests'][number]>) => meeting({ interests: interests.map((one, at) => (at === index ? { ...one, ...change } : one)) });
  const sent = <Checkboxes id={fieldId('apologies')} label={m.apologies} choices={choices(present)} values={apologies} onChange={(values) => meeting({ apologies: values })} />;
  return (
    <Panel title={m.title} level={3} className="case-meeting">
      <Checkboxes id={fieldId('present')} label={m.present} choices={choices([])} values={present} error={errors['present']} onChange={(values) => meeting({ present: values, apologies: apologies.filter((id) => !values.includes(id)) })} />
      {named ? sent : <Details summary={m.someApologies} open={apologies.length > 0}>{sent}</Details>}
      <AddAnother id={fieldId('interests')} label={m.interests} item={m.interest} addLabel={m.addInterest} count={interests.length}
        onAdd={() => meeting({ interests: [...interests, { seat: '', words: '' }] })} onRemove={(index) => meeting({ interests: interests.filter((_, at) => at !== index) })}
        row={(index) => <><SelectField id={fieldId(`seat-${index}`)} label={m.seat} empty="Choose one" value={interests[index]?.seat ?? ''} options={choices([])} onChange={(seat) => interest(index, { seat })} /><TextField id={fieldId(`interest-${index}`)} label={m.words} value={interests[index]?.words ?? ''} onChange={(words) => interest(index, { words })} /></>} />
      <TextField id={fieldId('place')} label={m.place} width="w30" value={place} onChange={(value) => meeting({ place: value })} />
    </Panel>
  );
}
