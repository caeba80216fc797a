// The ways a decision can go: reword, add, take out. A way that a route or a rule stands on is not taken out unseen:
// the check tells of it.
import type { DecisionOption, Id } from '../../engine/procedure/types.ts';
import { Icon } from '../canvas/icons.tsx';
import { TextField } from '../fields/TextField.tsx';
import { wordsOf } from '../model/text.ts';
import { useEditor } from '../store/context.ts';
import { words } from '../words.ts';
import { addOption } from './commands.ts';

export function Options({ id, options }: { readonly id: Id; readonly options: readonly DecisionOption[] }) {
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const set = (next: readonly DecisionOption[]): void => { edit({ type: 'changeTask', task: id, set: { options: next } }); };
  const w = words.tasks;
  return (
    <>
      <span className="ed-label ed-label-top">{w.options}</span>
      <div className="ed-option-list" role="group" aria-label={w.options}>
        {options.map((option, index) => (
          <span key={option.id}>
            <TextField label={w.option(index + 1)} hidden value={wordsOf(option.label)} readOnly={readOnly} onKeep={(label) => { if (label !== '') set(options.with(index, { ...option, label })); }} />
            {!readOnly && options.length > 1 && <button type="button" className="ed-ib" aria-label={words.fields.takeOut(wordsOf(option.label))} title={words.fields.takeOut(wordsOf(option.label))} onClick={() => set(options.toSpliced(index, 1))}><Icon name="cross" small /></button>}
          </span>
        ))}
        {!readOnly && <button type="button" className="ed-link" onClick={() => edit(addOption(id, options))}>{w.addOption}</button>}
      </div>
    </>
  );
}
