import { useEffect, useState } from 'react';
import { AddAnother, Checkbox, DateField, TextField, civilOf, partsOf } from '../../../ui/index.ts';
import type { DateParts } from '../../../ui/index.ts';
import { storyboardWords as w } from './words.ts';

/** A moment of the story; given on once what is typed is one. */
export function MomentField({ id, label, hint, value, onChange }: { readonly id: string; readonly label: string; readonly hint?: string; readonly value: string; readonly onChange: (at: string) => void }) {
  const [parts, setParts] = useState<DateParts>(() => partsOf(value));
  const typed = civilOf(parts, true);
  // What was moved from elsewhere is shown; what is being typed stays.
  useEffect(() => { setParts((before) => (civilOf(before, true) === value ? before : partsOf(value))); }, [value]);
  const type = (next: DateParts) => { setParts(next); };
  const leave = () => { if (typed !== undefined && typed !== value) onChange(typed); };
  return <div onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) leave(); }} onKeyDown={(event) => { if (event.key === 'Enter') leave(); }}><DateField withTime id={id} label={label} hint={hint} value={parts} onChange={type} error={typed === undefined ? w.notADate : undefined} /></div>;
}

/** A moment that may be left out. */
export function OptionalMoment({ id, label, whenLabel, value, usual, onChange }: { readonly id: string; readonly label: string; readonly whenLabel: string; readonly value: string | undefined; readonly usual: string; readonly onChange: (at: string | undefined) => void }) {
  return (
    <div className="sb-optional">
      <Checkbox id={`${id}-is`} label={label} checked={value !== undefined} onChange={(checked) => onChange(checked ? usual : undefined)} />
      {value === undefined ? null : <MomentField id={id} label={whenLabel} value={value} onChange={onChange} />}
    </div>
  );
}

/** Short lines of words, added and taken out. */
export function Lines({ id, label, item, addLabel, values, onChange }: { readonly id: string; readonly label: string; readonly item: string; readonly addLabel: string; readonly values: readonly string[]; readonly onChange: (values: readonly string[], field?: string) => void }) {
  return (
    <AddAnother plain id={id} label={label} item={item} addLabel={addLabel} count={values.length} onAdd={() => onChange([...values, ''], `${id}-add`)} onRemove={(index) => onChange(values.filter((_, at) => at !== index), `${id}-take`)}
      row={(index) => <TextField long rows={1} id={index === 0 ? `${id}-0` : `${id}-${index}`} label={<span className="cw-vh">{label} {index + 1}</span>} value={values[index] ?? ''} onChange={(text) => onChange(values.map((one, at) => (at === index ? text : one)), `${id}-${index}`)} />} />
  );
}
