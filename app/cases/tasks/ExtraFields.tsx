import type { TaskView } from '../../../engine/case/types.ts';
import { Checkbox, DateField, Radios, TextField } from '../../../ui/index.ts';
import { caseWords } from '../words.ts';
import { fieldId } from './fields.ts';
import type { FieldErrors, TaskTyped } from './fields.ts';

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
/** By which way it went: one of those that a rule asks for, else in words. */
export function ChannelField({ typed, set, view }: ExtraProps & { readonly view: TaskView }) {
  const field = { id: fieldId('channel'), value: typed.channel, onChange: (channel: string) => set((before) => ({ ...before, channel })) };
  const { channels } = view.required;
  if (channels !== undefined) return <Radios {...field} label={w.channel} choices={channels.map((one) => ({ value: one, label: one }))} />;
  return <TextField {...field} width="w30" label={<>{w.channel}<span className="case-optional"> (optional)</span></>} />;
}
export function EvidenceField({ typed, set, errors, required }: ExtraProps & { readonly required: boolean }) {
  return <TextField id={fieldId('evidence')} label={<>{w.evidence}{required ? null : <span className="case-optional"> (optional)</span>}</>} hint={w.evidenceHint} value={typed.evidence} error={errors['evidence']} onChange={(evidence) => set((before) => ({ ...before, evidence }))} />;
}
export function ReasonField({ typed, set, errors, label = w.reason, hint = w.reasonHint }: ExtraProps & { readonly label?: string; readonly hint?: string }) {
  return <TextField id={fieldId('reason')} long rows={3} label={label} hint={hint} value={typed.reason} error={errors['reason']} onChange={(reason) => set((before) => ({ ...before, reason }))} />;
}
