// Sets or takes out one part of an element, whatever the format holds there: the details page edits by it. It does not
// ask whether the value is one the format allows: that would draw the validator into every screen that edits, so
// whoever gives a value asks `validateShape` first.
import { wordsOf, type Step } from '../pointer.ts';
import { references } from '../references.ts';
import type { ReferenceKind } from '../reference.ts';
import type { Procedure } from '../types.ts';
import type { Planner } from './edit.ts';

const collections: Readonly<Record<string, ReferenceKind>> = {
  settings: 'setting', calendars: 'calendar', meetings: 'meeting', parties: 'party', questions: 'question', forms: 'form', registers: 'register', documents: 'document', disclosure: 'class', tables: 'table', holds: 'hold', relations: 'relation', fragments: 'fragment', sources: 'source',
};

/** `path`: the keys that lead to the part, the collection first; lists are set whole. Without a value the part is taken out. */
export const setPart: Planner<'setPart'> = ({ path, value, words }, procedure) => {
  const [collection = '', id] = path;
  if (value === undefined && path.length === 2 && id !== undefined) {
    const uses = usesOf(procedure, collections[collection], id);
    if (uses > 0) return { no: `${uses === 1 ? 'One other place names' : `${uses} other places name`} ${nameAt(procedure, path)}. Change that first.` };
  }
  return { words, changes: [{ path, ...(value === undefined ? {} : { value }) }] };
};

function usesOf(procedure: Procedure, kind: ReferenceKind | undefined, id: string): number {
  return kind === undefined ? 0 : references(procedure).filter((each) => each.kind === kind && each.id === id).length;
}

function nameAt(procedure: Procedure, path: readonly Step[]): string {
  const element = path.reduce<unknown>((node, step) => (typeof node === 'object' && node !== null ? Reflect.get(node, step) : undefined), procedure);
  const label = typeof element === 'object' && element !== null ? wordsOf(Reflect.get(element, 'label') ?? Reflect.get(element, 'title')) : undefined;
  return label === undefined ? 'it' : `“${label}”`;
}
