// The question as staff will see it, with the very components of a case; it can be answered and keeps nothing.
import { useId, useState } from 'react';
import type { Id } from '../../engine/procedure/types.ts';
import { DateField, emptyDate } from '../../ui/DateField.tsx';
import { Checkboxes, Radios, TextField } from '../../ui/Field.tsx';
import { wordsOf } from '../model/text.ts';
import { useEditor } from '../store/context.ts';
import { words } from '../words.ts';
import { sortOf } from './answers.ts';

export function Preview({ id: question }: { readonly id: Id }) {
  const id = useId();
  const asked = useEditor((state) => state.procedure.questions[question]);
  const [one, setOne] = useState('');
  const [many, setMany] = useState<readonly string[]>([]);
  const [date, setDate] = useState(emptyDate);
  if (asked === undefined) return null;
  const sort = sortOf(asked);
  const hint = wordsOf(asked.hint);
  const text = { id, label: wordsOf(asked.label), ...(hint === '' ? {} : { hint }) };
  const choices = sort === 'yes-no' ? [{ value: 'yes', label: words.edits.yes }, { value: 'no', label: words.edits.no }] : (asked.options ?? []).map((option) => ({ value: option.id, label: wordsOf(option.label) }));
  return (
    <div className="ed-preview">
      {sort === null ? <p className="ed-hint">{words.form.noPreview}</p>
        : sort === 'choice-many' ? <Checkboxes {...text} choices={choices} values={many} onChange={setMany} />
        : sort === 'choice' || sort === 'yes-no' ? <Radios {...text} choices={choices} value={one} onChange={setOne} />
        : sort === 'date' || sort === 'date-time' ? <DateField {...text} value={date} withTime={sort === 'date-time'} onChange={setDate} />
        : <TextField {...text} value={one} long={sort === 'text-long'} {...(sort === 'number' ? { inputMode: 'decimal' as const, width: 'w5' as const } : {})} onChange={setOne} />}
      {sort !== null && <p className="ed-hint">{words.form.tryIt}</p>}
    </div>
  );
}
