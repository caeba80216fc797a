// Parts of the format that the engine does not run yet: each is told in words, never ignored.
// When the engine comes to run one, strike its entry off the list; its fixture and test go with it.
import { pointerTo } from '../pointer.ts';
import { problem } from '../problems.ts';
import { references } from '../references.ts';
import type { Id, Procedure } from '../types.ts';
import type { Check } from './finder.ts';

export interface NotRunYet {
  /** Name of the part, for the fixture and the test. */
  readonly id: string;
  /** What it is, as it stands in "… uses …, which Caseway does not run yet". */
  readonly words: string;
  /** JSON pointers of the places that use it. */
  readonly places: (procedure: Procedure) => readonly string[];
}

const inMap = <T>(collection: keyof Procedure, uses: (element: T) => boolean, part = ''): NotRunYet['places'] => (procedure) =>
  // The cast is safe: each entry below names a collection together with the type of its elements.
  Object.entries((procedure[collection] ?? {}) as Readonly<Record<Id, T>>).filter(([, element]) => uses(element)).map(([id]) => pointerTo(collection, id) + part);

/** What a relation says that it does to the course of a case, where nothing asks whether it is open. */
function effectsNobodyReads(procedure: Procedure): readonly string[] {
  const read = new Set(references(procedure).filter(({ kind, pointer }) => kind === 'relation' && pointer.endsWith('/open')).map(({ id }) => id));
  const byRule: readonly unknown[] = ['gates', 'adds-recipients', 'extends', 'relieves'];
  return Object.entries(procedure.relations ?? {}).flatMap(([id, { effects }]) =>
    read.has(id) ? [] : effects.flatMap((effect, index) => (byRule.includes(effect) ? [pointerTo('relations', id, 'effects', index)] : [])));
}

/** Elements with a time of their own; rules and parties are run by it. */
const datedElements: NotRunYet['places'] = (procedure) => (['settings', 'calendars', 'meetings', 'questions', 'forms', 'doors', 'stages', 'tasks', 'timescales', 'registers', 'documents', 'disclosure', 'tables', 'holds', 'relations'] as const)
  .flatMap((collection) => inMap<{ readonly inForce?: unknown }>(collection, ({ inForce }) => inForce !== undefined, '/inForce')(procedure)).concat(procedure.transitions.flatMap(({ inForce }, index) => (inForce === undefined ? [] : [pointerTo('transitions', index, 'inForce')])));

export const NOT_RUN_YET: readonly NotRunYet[] = [
  { id: 'relation-effects', words: 'an effect of a related process that no criterion carries out', places: effectsNobodyReads },
  { id: 'setting-scope', words: 'a setting for the callers of a fragment, outside a fragment', places: inMap<NonNullable<Procedure['settings']>[Id]>('settings', ({ scope }) => scope === 'fragment', '/scope') },
  { id: 'in-force', words: 'an element other than a rule or a party that is in force for part of the time', places: datedElements },
];

export const checkNotRunYet: Check = (procedure) =>
  NOT_RUN_YET.flatMap((part) => part.places(procedure).map((pointer) => problem('P-140', procedure, pointer, { found: part.words })));
