// The controls of the details page that are its own: a date or a time, a passage of a source, a name of its own, items
// in order, items by name.
import { useId, useRef, useState, type ReactNode } from 'react';
import { freeId } from '../../engine/procedure/edits/names.ts';
import { Icon } from '../canvas/icons.tsx';
import { SelectField, type Choosable } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { wordsOf } from '../model/text.ts';
import { useBench, useEditor } from '../store/context.ts';
import { choicesOf } from './choices.ts';
import type { Naming } from './named.ts';
import { Group, type PartProps } from './Group.tsx';
import type { Field, Shape } from './shape.ts';
import { freeLine, renamed } from './keyed.ts';
import { startOf } from './start.ts';
import { words } from './words.ts';

interface Plain { readonly label: string; readonly value: string; readonly readOnly: boolean; readonly onKeep: (value: string) => void }

/** Kept on leaving: a date half typed is none. */
export function DateOrTime({ label, kind, value, readOnly, onKeep }: Plain & { readonly kind: 'day' | 'time' }) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (): void => { if (typed !== null && typed !== value) onKeep(typed); setTyped(null); };
  return <><label htmlFor={id} className="ed-label">{label}</label><input id={id} className="ed-in" type={kind === 'day' ? 'date' : 'time'} readOnly={readOnly} value={typed ?? value} onChange={(event) => setTyped(event.currentTarget.value)} onBlur={keep} onKeyDown={(event) => { if (event.key === 'Enter') keep(); }} /></>;
}

/** A source and the lines of it. */
export function Cite({ label, value, readOnly, onKeep }: Plain) {
  const procedure = useEditor((state) => state.procedure);
  const [source = '', lines = ''] = value.split('#');
  const sources = Object.entries(procedure.sources).map(([id, { title }]) => ({ value: id, words: wordsOf(title) || id }));
  return (
    <Group title={label}>
      <SelectField label={words.source} value={source} readOnly={readOnly} choices={sources} onChoose={(chosen) => onKeep(`${chosen}#${lines}`)} />
      <TextField label={words.lines} value={lines} readOnly={readOnly} onKeep={(typed) => onKeep(typed === '' ? source : `${source}#${typed}`)} />
    </Group>
  );
}

/** A name of its own, made from what is typed: small letters and hyphens. */
export function OwnName({ label, value, readOnly, onKeep }: Plain) {
  return <TextField label={label} value={value} readOnly={readOnly} onKeep={(typed) => { if (typed !== '') onKeep(freeId(typed, 'name', [])); }} />;
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value as readonly unknown[] : []);

/** What an item of a list is called: its words, else its number. */
function titleOf(item: unknown, index: number): string {
  if (typeof item !== 'object' || item === null) return typeof item === 'string' ? item : words.item(index + 1);
  const text: unknown = Reflect.get(item, 'label') ?? Reflect.get(item, 'title') ?? Reflect.get(item, 'words');
  return wordsOf(text as string | undefined) || words.item(index + 1);
}

interface Within extends PartProps { readonly item: Field; /** Shows an item. */ readonly part: (props: PartProps) => ReactNode }

/** Items in order: each opens, moves up and down, is taken out; another is added at the end. */
export function Items({ item, least, part, ...props }: Within & { readonly least: number }) {
  const { field, value, around, readOnly, onSet, path } = props;
  const { today } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const { added, box, show } = useAdded();
  const all = list(value);
  const set = (next: readonly unknown[]): void => onSet(next.length === 0 && !field.required ? undefined : next);
  const add = (): void => { const first = valuesOf(item.shape()).find((each) => !all.includes(each)) ?? startOf(procedure, item, around, today); if (first !== undefined) { set([...all, fresh(first, all)]); show(String(all.length)); } };
  return (
    <Group title={field.title}>
      {all.map((each, index) => (
        <details key={index} ref={added === String(index) ? box : undefined} className="ed-part-item" open={all.length === 1 || added === String(index)}>
          <summary><span className="ed-grow">{titleOf(each, index)}</span></summary>
          {!readOnly && <div className="ed-part-acts">
            {index > 0 && <button type="button" className="ed-ib" aria-label={words.up(index + 1)} title={words.up(index + 1)} onClick={() => set(all.with(index - 1, each).with(index, all[index - 1]))}><Icon name="up" small /></button>}
            {index < all.length - 1 && <button type="button" className="ed-ib" aria-label={words.down(index + 1)} title={words.down(index + 1)} onClick={() => set(all.with(index + 1, each).with(index, all[index + 1]))}><Icon name="down" small /></button>}
            {all.length > least && <button type="button" className="ed-ib" aria-label={words.out(index + 1)} title={words.out(index + 1)} onClick={() => set(all.toSpliced(index, 1))}><Icon name="bin" small /></button>}
          </div>}
          {part({ ...props, field: { ...item, title: titleOf(each, index), hint: '', required: true }, path: `${path}/${index}`, value: each, onSet: (next) => { if (next !== undefined) set(all.with(index, next)); } })}
        </details>
      ))}
      {!readOnly && <button type="button" className="ed-link" aria-label={`${words.add}: ${field.title}`} onClick={add}>{words.add}</button>}
    </Group>
  );
}

/** The fixed values an item may have. */
function valuesOf(shape: Shape): readonly unknown[] {
  return shape.kind === 'one-of' ? shape.values : shape.kind === 'either' ? shape.choices.flatMap((choice) => valuesOf(choice.shape())) : [];
}

/** An item with a name of its own beside others that have theirs. */
function fresh(item: unknown, others: readonly unknown[]): unknown {
  if (typeof item !== 'object' || item === null || !('id' in item)) return typeof item === 'string' && others.includes(item) ? `${item}-${others.length + 1}` : item;
  return { ...item, id: freeId(words.fresh, 'new', others.map((each) => String((each as { readonly id?: unknown }).id))) };
}

/** What was added or renamed last: it stands open and has the keys, so that what it says can follow at once. */
function useAdded(): { readonly added: string | null; readonly box: (details: HTMLDetailsElement | null) => void; readonly show: (key: string) => void } {
  const [added, setAdded] = useState<string | null>(null);
  const fresh = useRef(false);
  const show = (key: string): void => { fresh.current = true; setAdded(key); };
  const box = (details: HTMLDetailsElement | null): void => {
    if (details === null || !fresh.current) return;
    fresh.current = false;
    details.open = true;
    details.querySelector('summary')?.focus();
  };
  return { added, box, show };
}

/** The name under which an item stands: one of those that can be, lines of a source, or a name of its own. */
function KeyField({ name, names, choices, readOnly, onKeep }: { readonly name: string; readonly names: Naming; readonly choices: readonly Choosable[]; readonly readOnly: boolean; readonly onKeep: (name: string) => void }) {
  // A name that cannot be chosen any more is shown as it is, or the list would seem to say another.
  const offered = choices.some((choice) => choice.value === name) ? choices : [{ value: name, words: name }, ...choices];
  if (names === 'lines') return <TextField label={words.lines} value={name} readOnly={readOnly} onKeep={onKeep} />;
  return names === 'own' ? <OwnName label={words.key} value={name} readOnly={readOnly} onKeep={onKeep} /> : <SelectField label={words.key} value={name} choices={offered} readOnly={readOnly} onChoose={onKeep} />;
}

/** Items by name. */
export function Keyed({ item, names, part, ...props }: Within & { readonly names: Naming }) {
  const { field, value, around, readOnly, onSet, path } = props;
  const { today } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const all = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  const choices = choicesOf(procedure, names, around);
  const { added, box, show } = useAdded();
  const free = choices.find((choice) => !Object.hasOwn(all, choice.value))?.value ?? (names === 'own' ? freeId(words.fresh, 'new', Object.keys(all)) : names === 'lines' ? freeLine(Object.keys(all)) : undefined);
  const add = (): void => { const first = startOf(procedure, item, around, today); if (free !== undefined && first !== undefined) { onSet({ ...all, [free]: first }); show(free); } };
  const without = (key: string): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(all).filter(([each]) => each !== key));
  const rename = (key: string, next: string): void => { if (next !== '' && !Object.hasOwn(all, next)) { onSet(renamed(all, key, next)); show(next); } };
  return (
    <Group title={field.title}>
      {Object.entries(all).map(([key, each], index) => (
        <details key={key} ref={added === key ? box : undefined} className="ed-part-item" open={Object.keys(all).length === 1 || added === key}>
          <summary><span className="ed-grow">{choices.find((choice) => choice.value === key)?.words ?? (typeof each === 'object' ? titleOf(each, index) : key)}</span></summary>
          {!readOnly && <div className="ed-part-acts"><button type="button" className="ed-ib" aria-label={words.out(index + 1)} title={words.out(index + 1)} onClick={() => { const next = without(key); onSet(Object.keys(next).length === 0 && !field.required ? undefined : next); }}><Icon name="bin" small /></button></div>}
          <KeyField name={key} names={names} choices={choices.filter(({ value: other }) => other === key || !Object.hasOwn(all, other))} readOnly={readOnly} onKeep={(next) => rename(key, next)} />
          {part({ ...props, field: { ...item, title: titleOf(each, index), hint: '', required: true }, path: `${path}/${key}`, value: each, onSet: (next) => { if (next !== undefined) onSet({ ...all, [key]: next }); } })}
        </details>
      ))}
      {!readOnly && free !== undefined && <button type="button" className="ed-link" aria-label={`${words.add}: ${field.title}`} onClick={add}>{words.add}</button>}
    </Group>
  );
}
