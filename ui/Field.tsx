import { useId } from 'react';
import type { ReactNode } from 'react';
import { uiWords } from './words.ts';

/** What every field shows beside its control. */
export interface FieldText { readonly id: string; readonly label: ReactNode; readonly hint?: ReactNode; readonly error?: string | undefined; readonly after?: ReactNode }

function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
  return [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ') || undefined;
}
/** Hint and error, in that order, under the label. */
function Remarks({ id, hint, error }: { readonly id: string; readonly hint?: ReactNode; readonly error?: string | undefined }) {
  return (
    <>
      {hint === undefined ? null : <p className="cw-hint" id={`${id}-hint`}>{hint}</p>}
      {error === undefined ? null : <p className="cw-message" id={`${id}-error`}><span className="cw-vh">{uiWords.errorPrefix}</span>{error}</p>}
    </>
  );
}

/** A group of controls under one question. `id` is given to the first control, so that an error link finds it. */
export function FieldGroup({ id, label, hint, error, after, children }: FieldText & { readonly children: ReactNode }) {
  return (
    <fieldset className={`cw-field${error === undefined ? '' : ' bad'}`} aria-describedby={describedBy(id, hint, error)}>
      <legend>{label}</legend><Remarks id={id} hint={hint} error={error} />{children}{after}
    </fieldset>
  );
}

export interface TextFieldProps extends FieldText {
  readonly value: string; readonly onChange: (value: string) => void;
  readonly long?: boolean; readonly rows?: number; readonly width?: 'w5' | 'w10' | 'w20' | 'w30';
  readonly inputMode?: 'numeric' | 'decimal' | 'text'; readonly maxLength?: number | undefined; readonly disabled?: boolean; readonly spellCheck?: boolean;
  /** Offered while typing; anything else may be typed too. */
  readonly suggestions?: readonly SelectOption[];
}
/** Words, one line or many; a long one grows with its text. */
export function TextField({ id, label, hint, error, after, value, onChange, long = false, rows = 2, width, inputMode, maxLength, disabled = false, spellCheck, suggestions = [] }: TextFieldProps) {
  const shared = {
    id, value, disabled, maxLength, spellCheck, className: `cw-input${error === undefined ? '' : ' bad'}${width === undefined ? '' : ` cw-${width}`}`,
    'aria-describedby': describedBy(id, hint, error), 'aria-invalid': error === undefined ? undefined : true, autoComplete: 'off',
  } as const;
  return (
    <div className={`cw-field${error === undefined ? '' : ' bad'}`}>
      <label htmlFor={id}>{label}</label><Remarks id={id} hint={hint} error={error} />
      {long
        ? <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
        : <input {...shared} type="text" inputMode={inputMode} list={suggestions.length === 0 ? undefined : `${id}-known`} onChange={(event) => onChange(event.target.value)} />}
      {suggestions.length === 0 ? null : <datalist id={`${id}-known`}>{suggestions.map((one) => <option key={one.value} value={one.value} label={one.label} />)}</datalist>}
      {after}
    </div>
  );
}

export interface SelectOption { readonly value: string; readonly label: string }
/** One of many, where a list of radios would be too long. */
export function SelectField({ id, label, hint, error, after, value, options, onChange, empty }: FieldText & { readonly value: string; readonly options: readonly SelectOption[]; readonly onChange: (value: string) => void; /** Words of the choice that chooses nothing. */ readonly empty?: string }) {
  return (
    <div className={`cw-field${error === undefined ? '' : ' bad'}`}>
      <label htmlFor={id}>{label}</label><Remarks id={id} hint={hint} error={error} />
      <select id={id} className={`cw-input${error === undefined ? '' : ' bad'}`} value={value} aria-describedby={describedBy(id, hint, error)} onChange={(event) => onChange(event.target.value)}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
      {after}
    </div>
  );
}

export interface Choice { readonly value: string; readonly label: ReactNode; readonly hint?: ReactNode; readonly disabled?: boolean }
/** Exactly one; nothing is chosen beforehand. A long list stands in columns where there is room. */
export function Radios({ choices, value, onChange, inline = false, ...text }: FieldText & { readonly choices: readonly Choice[]; readonly value: string; readonly onChange: (value: string) => void; readonly inline?: boolean }) {
  return (
    <FieldGroup {...text}>
      <div className={`cw-choices${inline ? ' inline' : choices.length > 8 ? ' many' : ''}`}>
        {choices.map((choice, index) => (
          <ChoiceLine key={choice.value} type="radio" id={index === 0 ? text.id : `${text.id}-${choice.value}`} name={text.id} choice={choice} checked={value === choice.value} onChange={() => onChange(choice.value)} />
        ))}
      </div>
    </FieldGroup>
  );
}
/** Any number of them; a long list stands in columns where there is room. */
export function Checkboxes({ choices, values, onChange, ...text }: FieldText & { readonly choices: readonly Choice[]; readonly values: readonly string[]; readonly onChange: (values: readonly string[]) => void }) {
  const toggle = (value: string) => onChange(values.includes(value) ? values.filter((one) => one !== value) : choices.map((c) => c.value).filter((one) => one === value || values.includes(one)));
  return (
    <FieldGroup {...text}>
      <div className={`cw-choices${choices.length > 8 ? ' many' : ''}`}>
        {choices.map((choice, index) => (
          <ChoiceLine key={choice.value} type="checkbox" id={index === 0 ? text.id : `${text.id}-${choice.value}`} name={text.id} choice={choice} checked={values.includes(choice.value)} onChange={() => toggle(choice.value)} />
        ))}
      </div>
    </FieldGroup>
  );
}
/** A choice is named by its words alone; its hint describes it, so that it is not read out twice. */
function ChoiceLine({ type, id, name, choice, checked, onChange }: { readonly type: 'radio' | 'checkbox'; readonly id: string; readonly name: string; readonly choice: Choice; readonly checked: boolean; readonly onChange: () => void }) {
  const [words, hint] = [useId(), useId()];
  const hinted = choice.hint !== undefined;
  return (
    <label className={`cw-choice${choice.disabled === true ? ' settled' : ''}`} htmlFor={id}>
      <input type={type} id={id} name={name} value={choice.value} checked={checked} disabled={choice.disabled === true} onChange={onChange} aria-labelledby={hinted ? words : undefined} aria-describedby={hinted ? hint : undefined} />
      <span><span id={words}>{choice.label}</span>{hinted ? <small id={hint}>{choice.hint}</small> : null}</span>
    </label>
  );
}
/** One box on its own, such as "Not known yet" beside an answer. */
export function Checkbox({ id, label, hint, checked, onChange, quiet = false }: { readonly id: string; readonly label: ReactNode; readonly hint?: ReactNode; readonly checked: boolean; readonly onChange: (checked: boolean) => void; readonly quiet?: boolean }) {
  const [words, describes] = [useId(), useId()];
  return (
    <label className={`cw-choice${quiet ? ' cw-unknown quiet' : ''}`} htmlFor={id}>
      <input type="checkbox" id={id} checked={checked} onChange={(event) => onChange(event.target.checked)} aria-labelledby={hint === undefined ? undefined : words} aria-describedby={hint === undefined ? undefined : describes} />
      <span><span id={words}>{label}</span>{hint === undefined ? null : <small id={describes}>{hint}</small>}</span>
    </label>
  );
}
