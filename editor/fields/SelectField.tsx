// One of several, in words; all the words of a long one stand under it, for a select cuts them off.
import { useId } from 'react';

export interface Choosable { readonly value: string; readonly words: string }
const LINE = 32;
interface Props { readonly label: string; readonly value: string; readonly choices: readonly Choosable[]; readonly readOnly: boolean; readonly onChoose: (value: string) => void }

export function SelectField({ label, value, choices, readOnly, onChoose }: Props) {
  const id = useId();
  const chosen = choices.find((choice) => choice.value === value)?.words ?? '';
  if (readOnly) return <><span className="ed-label">{label}</span><span>{chosen}</span></>;
  return (
    <>
      <label htmlFor={id} className="ed-label">{label}</label>
      <select id={id} className="ed-in" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.words}</option>)}
      </select>
      {chosen.length > LINE && <span className="ed-hint">{chosen}</span>}
    </>
  );
}
