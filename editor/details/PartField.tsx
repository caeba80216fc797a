// One place of an element with the control it needs, named by the words of the format: words, a number, a date, yes,
// one of several, something of the procedure, a list, parts of its own. What may be left out can be set and taken out.
import { useId, useRef, type ReactNode } from 'react';
import { drawnThen, isFocusLost } from '../../ui/focus.ts';
import { PartyList } from '../fields/PartyList.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { useBench, useEditor } from '../store/context.ts';
import { choicesOf } from './choices.ts';
import { Criterion } from './CriterionField.tsx';
import { Group, type PartProps } from './Group.tsx';
import { chosenOf, startOf, withBeside } from './start.ts';
import { scalar } from './keyed.ts';
import { Cite, DateOrTime, Items, Keyed, OwnName } from './PlainFields.tsx';
import type { Field, Shape } from './shape.ts';
import { valueWords, words } from './words.ts';

/** What is set by a control at once, without being added first. */
const plain: ReadonlySet<Shape['kind']> = new Set(['words', 'line', 'value', 'yes', 'day', 'time', 'number', 'one-of']);

export function PartField(props: PartProps) {
  const { field, value, around, readOnly, onSet, path } = props;
  const { today } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const shape = field.shape();
  const chips = isChips(shape);
  const direct = plain.has(shape.kind) || chips || (shape.kind === 'named' && shape.names !== 'own') || value !== undefined;
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed goes: the keys go on to what stands in its place.
  const onward = (): void => { if (isFocusLost()) box.current?.querySelector<HTMLElement>('input, textarea, select, summary, button')?.focus(); };
  const start = (): void => { const first = startOf(procedure, field, around, today); if (first !== undefined) drawnThen(() => onSet(first), onward); };
  if (readOnly && value === undefined) return null;
  return (
    <div ref={box} className="ed-part" data-place={field.place} data-path={path}>
      {direct ? <Control {...props} shape={shape} /> : <span className="ed-label">{field.title}</span>}
      {field.hint !== '' && <span className="ed-hint">{field.hint}</span>}
      {!readOnly && !direct && <button type="button" className="ed-link" aria-label={`${words.set}: ${field.title}`} onClick={start}>{words.set}</button>}
      {!readOnly && direct && !field.required && value !== undefined && !plain.has(shape.kind) && !chips && shape.kind !== 'named' && <button type="button" className="ed-link" aria-label={`${words.takeOut}: ${field.title}`} onClick={() => drawnThen(() => onSet(undefined), onward)}>{words.takeOut}</button>}
    </div>
  );
}

const partOf = (props: PartProps): ReactNode => <PartField {...props} />;

/** Names and fixed values in a list, shown as chips to add and take out. */
function isChips(shape: Shape): boolean {
  if (shape.kind !== 'list') return false;
  const item = shape.item.shape();
  return item.kind === 'one-of' || (item.kind === 'named' && item.names !== 'own');
}

function Control(props: PartProps & { readonly shape: Shape }): ReactNode {
  const { field, shape, value, readOnly, onSet } = props;
  const optional = (typed: string): void => onSet(typed === '' && !field.required ? undefined : typed);
  switch (shape.kind) {
    case 'words': return <TextField label={field.title} value={said(value)} long={said(value).length > 60} lines readOnly={readOnly} onKeep={(typed) => onSet(typed === '' ? (field.required ? value : undefined) : typeof value === 'object' && value !== null ? { ...value, en: typed } : typed)} />;
    case 'line': return <TextField label={field.title} value={said(value)} readOnly={readOnly} onKeep={optional} />;
    case 'value': return <TextField label={field.title} value={value === undefined ? '' : String(value as string)} readOnly={readOnly} onKeep={(typed) => onSet(typed === '' && !field.required ? undefined : scalar(typed, value))} />;
    case 'number': return <TextField label={field.title} value={value === undefined ? '' : String(value as number)} readOnly={readOnly} onKeep={(typed) => onSet(typed === '' ? undefined : Number(typed))} />;
    case 'yes': return <Yes {...props} />;
    case 'day': case 'time': return <DateOrTime label={field.title} kind={shape.kind} value={said(value)} readOnly={readOnly} onKeep={optional} />;
    case 'one-of': return <SelectField label={field.title} value={value === undefined ? '' : String(value as string)} readOnly={readOnly} choices={[...(field.required ? [] : [{ value: '', words: words.notSaid }]), ...shape.values.map((each) => ({ value: String(each), words: valueWords(shape.of, each) }))]} onChoose={(chosen) => onSet(shape.values.find((each) => String(each) === chosen))} />;
    case 'named': return <Name {...props} names={shape.names} />;
    case 'cite': return <Cite label={field.title} value={said(value)} readOnly={readOnly} onKeep={onSet} />;
    case 'fixed': return <span className="ed-label">{field.title}</span>;
    case 'criterion': return <Criterion label={field.title} value={value} readOnly={readOnly} onKeep={onSet} />;
    case 'list': return isChips(shape) ? <Chips {...props} item={shape.item} least={shape.least} /> : <Items {...props} item={shape.item} least={shape.least} part={partOf} />;
    case 'map': return <Keyed {...props} item={shape.item} names={shape.names} part={partOf} />;
    case 'pair': return <Pair {...props} items={shape.items} />;
    case 'parts': return <Parts {...props} fields={shape.fields} heads={shape.heads} />;
    case 'either': return <Either {...props} choices={shape.choices} />;
  }
}

const said = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'object' && value !== null ? String(Reflect.get(value, 'en') ?? Object.values(value)[0] ?? '') : '');
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value as readonly unknown[] : []);

function Yes({ field, value, readOnly, onSet }: PartProps) {
  return <label className="ed-part-yes"><input type="checkbox" checked={value === true} disabled={readOnly} onChange={(event) => onSet(event.currentTarget.checked ? true : field.required ? false : undefined)} />{field.title}</label>;
}

function Name({ field, names, value, around, readOnly, onSet }: PartProps & { readonly names: Parameters<typeof choicesOf>[1] }) {
  const procedure = useEditor((state) => state.procedure);
  if (names === 'own') return <OwnName label={field.title} value={said(value)} readOnly={readOnly} onKeep={onSet} />;
  const choices = choicesOf(procedure, names, around);
  const known = choices.some((choice) => choice.value === value) || value === undefined;
  return <SelectField label={field.title} value={said(value)} readOnly={readOnly} choices={[...(field.required ? [] : [{ value: '', words: words.notSaid }]), ...(known ? [] : [{ value: said(value), words: said(value) }]), ...choices]} onChoose={(chosen) => onSet(chosen === '' ? undefined : chosen)} />;
}

function Chips({ field, item, least, value, around, readOnly, onSet }: PartProps & { readonly item: Field; readonly least: number }) {
  const procedure = useEditor((state) => state.procedure);
  const shape = item.shape();
  const choices = shape.kind === 'one-of' ? shape.values.map((each) => ({ value: String(each), words: valueWords(shape.of, each) })) : shape.kind === 'named' ? choicesOf(procedure, shape.names, around) : [];
  const chosen = list(value).map(String);
  const titled = (id: string) => ({ id, title: choices.find((choice) => choice.value === id)?.words ?? id, sign: 'other' as const });
  return <PartyList label={field.title} none={words.none} chosen={chosen.map(titled)} others={choices.filter((choice) => !chosen.includes(choice.value)).map((choice) => titled(choice.value))} readOnly={readOnly} onChange={(ids) => { if (ids.length >= least || !field.required) onSet(ids.length === 0 && (least > 0 || !field.required) ? undefined : ids); }} />;
}

/** Parts of its own; where one is chosen, choosing another takes the first out. */
function Parts({ fields, heads, ...props }: PartProps & { readonly fields: readonly Field[]; readonly heads: ReadonlyMap<string, readonly string[]> | null }) {
  const { field, value, around, onSet, path, readOnly } = props;
  const { today } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const object = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  const within = { ...around, within: object };
  const put = (key: string, next: unknown): void => { const { [key]: _, ...rest } = object; onSet(next === undefined ? rest : Object.hasOwn(object, key) ? { ...object, [key]: next } : { ...rest, [key]: next }); };
  const part = (one: Field) => <PartField key={one.key} {...props} field={one} path={`${path}/${one.key}`} around={within} value={object[one.key]} onSet={(next) => put(one.key, next)} />;
  if (heads === null) return <Group title={field.title}>{fields.map(part)}</Group>;
  const chosen = [...heads.keys()].find((key) => Object.hasOwn(object, key));
  const made = (key: string) => withBeside(fields, heads, key, (each) => startOf(procedure, each, within, today));
  const offered = fields.filter(({ key }) => heads.has(key) && (key === chosen || made(key) !== undefined));
  const shown = chosen === undefined ? [] : fields.filter(({ key }) => key === chosen || heads.get(chosen)?.includes(key) === true);
  return (
    <Group title={field.title}>
      <SelectField label={words.which} value={chosen ?? ''} readOnly={readOnly} choices={offered.map(({ key, title }) => ({ value: key, words: title }))} onChoose={(key) => { const next = made(key); if (next !== undefined) onSet(next); }} />
      {shown.map((each) => part({ ...each, required: true }))}
    </Group>
  );
}

/** Two that belong together: with another first one, the second begins anew. */
function Pair({ items, ...props }: PartProps & { readonly items: readonly Field[] }) {
  const { field, value, around, onSet, path } = props;
  const { today } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const pair = list(value);
  const put = (index: number, next: unknown): void => {
    const rest = items.slice(index + 1).map((item) => startOf(procedure, item, { ...around, before: [...pair.slice(0, index), next] }, today));
    const made = [...pair.slice(0, index), next, ...rest];
    if (!made.includes(undefined)) onSet(made);
  };
  return <Group title={field.title}>{items.map((item, index) => <PartField key={index} {...props} field={item} path={`${path}/${index}`} around={{ ...around, before: pair.slice(0, index) }} value={pair[index]} onSet={(next) => put(index, next)} />)}</Group>;
}

/** One of several sorts of value. */
function Either({ choices, ...props }: PartProps & { readonly choices: readonly Field[] }) {
  const { field, value, around, onSet, readOnly } = props;
  const { today } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const at = chosenOf(choices, value);
  const chosen = choices[at];
  const choose = (index: number): void => { const first = choices[index] === undefined ? undefined : startOf(procedure, choices[index], around, today); if (first !== undefined) onSet(first); };
  const id = useId();
  return (
    <Group title={field.title}>
      <SelectField key={id} label={words.which} value={String(at)} readOnly={readOnly} choices={choices.map((choice, index) => ({ value: String(index), words: choice.title === '' ? field.title : choice.title }))} onChoose={(index) => choose(Number(index))} />
      {chosen !== undefined && <PartField {...props} field={{ ...chosen, required: true, title: chosen.title === '' ? field.title : chosen.title }} onSet={(next) => { if (next !== undefined) onSet(next); }} />}
    </Group>
  );
}
