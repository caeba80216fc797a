// The elements of the procedure by collection: their names, a new one, one taken out, and what names each.
import type { Edit } from '../../engine/procedure/edits/edit.ts';
import { validateShape } from '../../engine/procedure/read.ts';
import { freeId } from '../../engine/procedure/edits/names.ts';
import { stepsOf } from '../../engine/procedure/pointer.ts';
import { references } from '../../engine/procedure/references.ts';
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import { single, type Command } from '../edits/commands.ts';
import { wordsOf } from '../model/text.ts';
import { choicesOf, elementsOf } from './choices.ts';
import { definitionOf, fieldsOf, type Field } from './shape.ts';
import { startOf } from './start.ts';
import { collections, words, type Collection } from './words.ts';

export interface Element { readonly id: Id; readonly title: string }
const lists: ReadonlySet<Collection> = new Set(['transitions', 'gaps']);
/** What is kept by the file itself, moved by hand on the diagram or written by the panel of findings; an id stays when its words change. */
const kept: ReadonlySet<string> = new Set(['Procedure.$schema', 'Procedure.format', 'Procedure.id', 'Procedure.layout', 'Procedure.findingsLeft', 'Conventions.timeZone', 'Transition.id', 'ProcedureGap.id']);

/** The elements of a collection, in the order they are written. */
export function elementsIn(procedure: Procedure, collection: Collection): readonly Element[] {
  if (collection === 'procedure') return [];
  if (collection === 'transitions') return choicesOf(procedure, 'route', { element: null, id: null }).map(({ value, words: title }) => ({ id: value, title }));
  if (collection === 'gaps') return (procedure.gaps ?? []).map((gap) => ({ id: gap.id, title: wordsOf(gap.words) }));
  const own = (procedure[collection] ?? {}) as object;
  return elementsOf(procedure, collection).filter(({ value }) => Object.hasOwn(own, value)).map(({ value, words: title }) => ({ id: value, title }));
}

/** How many elements a collection has, without making their names. */
export const countIn = (procedure: Procedure, collection: Collection): number => (collection === 'procedure' ? 0 : Object.keys((procedure[collection] ?? {}) as object).length);
/** The first of them, in the order they are written. */
export const firstIn = (procedure: Procedure, collection: Collection): Id | null => elementsIn(procedure, collection)[0]?.id ?? null;

/** The parts of an element, or of the procedure itself without its collections. */
export function partsOf(collection: Collection): readonly Field[] {
  const fields = collection === 'procedure' ? fieldsOf('Procedure').filter((field) => !(field.key in collections)) : fieldsOf(definitionOf(collection));
  return fields.filter((field) => !kept.has(field.place));
}

export const elementAt = (procedure: Procedure, collection: Collection, id: Id | null): unknown => {
  if (collection === 'procedure') return procedure;
  if (collection === 'transitions' || collection === 'gaps') return (procedure[collection] as readonly { readonly id: Id }[] | undefined)?.find((each) => each.id === id);
  return ((procedure[collection] ?? {}) as Readonly<Record<Id, unknown>>)[id ?? ''];
};

/** An edit that may not leave a file the format refuses; why not is said in the validator's words for people. */
export const guarded = (edit: Edit): Command => (procedure) => {
  const done = single(edit)(procedure);
  const [problem] = done.ok ? validateShape(done.procedure) : [];
  return problem === undefined ? done : { ok: false, words: `${problem.words} ${problem.remedy}` };
};

/** The edit that sets one part of an element; a list is set whole. */
export function setting(procedure: Procedure, collection: Collection, id: Id | null, key: string, value: unknown, said: string): Edit {
  const edit = (path: readonly string[], next: unknown): Edit => ({ type: 'setPart', path, ...(next === undefined ? {} : { value: next }), words: said });
  if (collection === 'procedure') return edit([key], value);
  if (!lists.has(collection)) return edit([collection, id ?? '', key], value);
  const all = (procedure[collection] ?? []) as unknown as readonly Readonly<Record<string, unknown>>[];
  return edit([collection], all.map((each) => (each['id'] === id ? Object.fromEntries(Object.entries({ ...each, [key]: value }).filter(([, part]) => part !== undefined)) : each)));
}

/** The edit that adds an element with the least it needs, and its id; null where something else must be there first. */
export function adding(procedure: Procedure, collection: Collection, today: string): { readonly edit: Edit; readonly id: Id } | null {
  const label = words.addOne(words.nouns[collection]).replace(/^Add a /, 'New ');
  const item: Field = { key: collection, place: `Procedure.${collection} item`, title: '', hint: '', required: true, shape: () => ({ kind: 'parts', fields: fieldsOf(definitionOf(collection)), heads: null, least: 0 }) };
  const first = startOf(procedure, item, { element: null, id: null }, today);
  if (typeof first !== 'object' || first === null) return null;
  const id = freeId(label, 'new', elementsIn(procedure, collection).map((each) => each.id));
  const named = { ...first, ...('label' in first ? { label } : 'title' in first ? { title: label } : {}) };
  const value = collection === 'transitions' || collection === 'gaps' ? [...(procedure[collection] ?? []), { ...named, id }] : named;
  return { id, edit: { type: 'setPart', path: lists.has(collection) ? [collection] : [collection, id], value, words: words.added(label) } };
}

/** The edit that takes an element out; those of the diagram by the edits that mend what stands around them. */
export function removing(procedure: Procedure, collection: Collection, id: Id, title: string): Edit {
  const own: Partial<Record<Collection, Edit>> = {
    stages: { type: 'removeStage', stage: id }, tasks: { type: 'removeTask', task: id }, timescales: { type: 'removeTimescale', timescale: id }, doors: { type: 'removeDoor', door: id }, rules: { type: 'removeRule', rule: id }, transitions: { type: 'removeTransition', transition: id },
  };
  const said = words.remove(title);
  return own[collection] ?? (collection === 'gaps' ? { type: 'setPart', path: ['gaps'], value: (procedure.gaps ?? []).filter((gap) => gap.id !== id), words: said } : { type: 'setPart', path: [collection, id], words: said });
}

const kinds: Partial<Record<Collection, readonly string[]>> = {
  parties: ['party'], doors: ['task-or-door'], stages: ['stage'], transitions: ['transition'], tasks: ['task', 'task-or-door', 'task-or-form'], rules: ['rule'], timescales: ['timescale'], forms: ['form', 'task-or-form'], questions: ['question'], documents: ['document'], disclosure: ['class'], registers: ['register'], holds: ['hold'], relations: ['relation'], meetings: ['meeting'], calendars: ['calendar'], settings: ['setting'], tables: ['table'], fragments: ['fragment'], sources: ['source'],
};

/** The elements that name this one, each once. */
export function usersOf(procedure: Procedure, collection: Collection, id: Id): readonly { readonly collection: Collection; readonly id: Id; readonly title: string }[] {
  const found = references(procedure).filter((each) => each.id === id && kinds[collection]?.includes(each.kind) === true).map((each) => stepsOf(each.pointer));
  const users = found.flatMap(([where = '', key = '']) => (where in collections ? [{ collection: where as Collection, id: lists.has(where as Collection) ? elementsIn(procedure, where as Collection)[Number(key)]?.id ?? key : key }] : [{ collection: 'procedure' as const, id: where }]));
  const once = [...new Map(users.map((user) => [`${user.collection} ${user.id}`, user])).values()].filter((user) => !(user.collection === collection && user.id === id));
  return once.map((user) => ({ ...user, title: user.collection === 'procedure' ? collections.procedure : elementsIn(procedure, user.collection).find((each) => each.id === user.id)?.title ?? user.id }));
}
