// One question of a form: its words, its help, how it is answered, its choices, its place.
import type { Id, Option } from '../../engine/procedure/types.ts';
import { freeId } from '../../engine/procedure/edits/names.ts';
import { Icon } from '../canvas/icons.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { wordsOf } from '../model/text.ts';
import { useEditor } from '../store/context.ts';
import { words } from '../words.ts';
import { partsOf, sortOf, sorts, type Sort } from './answers.ts';

interface Props { readonly form: Id; readonly id: Id; readonly place: number; readonly count: number; readonly fresh: boolean; readonly onTaken: () => void }

export function QuestionFields({ form, id, place, count, fresh, onTaken }: Props) {
  const question = useEditor((state) => state.procedure.questions[id]);
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const w = words.form;
  if (question === undefined) return null;
  const sort = sortOf(question);
  return (
    <>
      <div className="ed-form-place"><span className="ed-hint ed-grow">{w.place(place, count)}</span>
        {!readOnly && ([-1, 1] as const).map((by) => <button key={by} type="button" className="ed-ib" aria-label={by < 0 ? w.up : w.down} title={by < 0 ? w.up : w.down} onClick={() => edit({ type: 'orderQuestion', form, question: id, by })}><Icon name={by < 0 ? 'up' : 'down'} /></button>)}
        {!readOnly && <button type="button" className="ed-ib" aria-label={w.take} title={w.take} onClick={() => { if (edit({ type: 'takeQuestion', form, question: id })) onTaken(); }}><Icon name="bin" /></button>}
      </div>
      <div className="ed-fields ed-fields-tall">
        <TextField label={w.question} value={wordsOf(question.label)} start={fresh} readOnly={readOnly} onKeep={(label) => edit({ type: 'renameQuestion', question: id, label })} />
        <TextField label={w.hint} value={wordsOf(question.hint)} readOnly={readOnly} onKeep={(hint) => edit({ type: 'changeQuestion', question: id, set: { hint: hint === '' ? undefined : hint } })} />
        {sort === null ? <><span className="ed-label">{w.answer}</span><span>{w.others[question.type]}</span></> : <SelectField label={w.answer} value={sort} choices={sorts.map((value) => ({ value, words: w.sorts[value] }))} readOnly={readOnly} onChoose={(value) => edit({ type: 'changeQuestion', question: id, set: partsOf(value as Sort, question) })} />}
        {question.type === 'choice' && <Choices id={id} options={question.options ?? []} />}
      </div>
    </>
  );
}

function Choices({ id, options }: { readonly id: Id; readonly options: readonly Option[] }) {
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const w = words.form;
  const set = (next: readonly Option[]): void => { edit({ type: 'changeQuestion', question: id, set: { options: next } }); };
  const add = (): void => { const label = w.choice(options.length + 1); set([...options, { id: freeId(label, 'choice', options.map((option) => option.id)), label }]); };
  return (
    <>
      <span className="ed-label">{w.choices}</span>
      <div className="ed-option-list" role="group" aria-label={w.choices}>
        {options.map((option, index) => (
          <span key={option.id}>
            <TextField label={w.choice(index + 1)} hidden value={wordsOf(option.label)} readOnly={readOnly} onKeep={(label) => { if (label !== '') set(options.with(index, { ...option, label })); }} />
            {!readOnly && <button type="button" className="ed-ib" disabled={index === 0} aria-label={w.choiceUp(wordsOf(option.label))} title={w.choiceUp(wordsOf(option.label))} onClick={() => { const above = options[index - 1]; if (above !== undefined) set(options.with(index - 1, option).with(index, above)); }}><Icon name="up" small /></button>}
            {!readOnly && options.length > 1 && <button type="button" className="ed-ib" aria-label={words.fields.takeOut(wordsOf(option.label))} title={words.fields.takeOut(wordsOf(option.label))} onClick={() => set(options.toSpliced(index, 1))}><Icon name="cross" small /></button>}
          </span>
        ))}
        {!readOnly && <button type="button" className="ed-link" onClick={add}>{w.addChoice}</button>}
      </div>
    </>
  );
}
