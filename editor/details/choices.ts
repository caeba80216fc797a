// What can be chosen where an id names something: the elements of a collection by their names, the ways of a decision,
// the parts of a form, the routes, the variants of a document.
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import { speakerOf, type NameKind } from '../../engine/procedure/differences/speaker.ts';
import type { Choosable } from '../fields/SelectField.tsx';
import { triggerWords } from '../model/routes.ts';
import { stageTitle, wordsOf } from '../model/text.ts';
import { clockOf } from '../model/clocks.ts';
import type { Naming } from './named.ts';
import { valueWords } from './words.ts';

/** What stands around the place: the element it belongs to, the object it is in, the items of the pair before it. */
export interface Around { readonly element: unknown; readonly id: Id | null; readonly within?: unknown; readonly before?: readonly unknown[] }

/** What may be named, with its words. */
export function choicesOf(procedure: Procedure, names: Naming, around: Around): readonly Choosable[] {
  if (names === 'own' || names === 'lines') return [];
  if (names === 'option') return optionsOf(procedure, around);
  if (names === 'section') return (procedure.forms?.[text(around.element, 'form')]?.sections ?? []).map(({ id, label }) => ({ value: id, words: wordsOf(label) || id }));
  if (names === 'route') return procedure.transitions.map((route) => ({ value: route.id, words: `${route.from.map((id) => stageTitle(procedure, id)).join(', ')}: ${wordsOf(route.label) || triggerWords(procedure, route)}` }));
  if (names === 'variant') return (procedure.documents?.[text(around.within, 'id')]?.variants ?? []).map((value) => ({ value, words: value }));
  if (names === 'column') return columnsOf(procedure);
  if (names === 'listed') return [...kindsListed.map((value) => ({ value, words: valueWords('Party.kind', value) })), ...elementsOf(procedure, 'parties')];
  return names.flatMap((kind) => elementsOf(procedure, kind));
}

/** A list may be of all parties of a kind. */
const kindsListed: readonly NonNullable<Procedure['parties'][Id]>['kind'][] = ['role', 'body', 'agency', 'participant', 'audience'];

/** The columns of all tables, those of one name once. */
const columnsOf = (procedure: Procedure): readonly Choosable[] => [...new Map(Object.values(procedure.questions).flatMap((question) => Object.entries(question.columns ?? {}).map(([value, column]) => [value, { value, words: wordsOf(column.label) }] as const))).values()];

const text = (value: unknown, key: string): string => { const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined; return typeof found === 'string' ? found : ''; };

/** The options of the decision named just before, else of the decision that this is a part of. */
function optionsOf(procedure: Procedure, { before, id }: Around): readonly Choosable[] {
  const task = procedure.tasks[typeof before?.[0] === 'string' ? before[0] : id ?? ''];
  return (task?.options ?? []).map((option) => ({ value: option.id, words: wordsOf(option.label) }));
}

const made = new WeakMap<Procedure, Map<NameKind | 'duties', readonly Choosable[]>>();

/** The elements of a collection by name; columns of tables count as questions. Made once for each procedure: a page of parts asks for the same names at every list. */
export function elementsOf(procedure: Procedure, kind: NameKind | 'duties'): readonly Choosable[] {
  const known = made.get(procedure) ?? new Map<NameKind | 'duties', readonly Choosable[]>();
  made.set(procedure, known);
  const found = known.get(kind) ?? namesOf(procedure, kind);
  known.set(kind, found);
  return found;
}

function namesOf(procedure: Procedure, kind: NameKind | 'duties'): readonly Choosable[] {
  const speaker = speakerOf(procedure, false);
  const name = (id: Id): string => (kind === 'duties' ? wordsOf(procedure.duties?.[id]?.label) || id : nameOf(procedure, kind, id, speaker.name(id, kind)));
  const own = Object.keys((procedure[kind] ?? {}) as object).map((value) => ({ value, words: name(value) }));
  return kind === 'questions' ? [...own, ...choicesOf(procedure, 'column', { element: null, id: null }).filter((column) => !own.some((each) => each.value === column.value))] : own;
}

/** A clock without a name is known by what it is for and how long it is. */
function nameOf(procedure: Procedure, kind: NameKind, id: Id, name: string): string {
  const timescale = kind === 'timescales' ? procedure.timescales?.[id] : undefined;
  return timescale === undefined || timescale.label !== undefined ? name : `${wordsOf(procedure.tasks[timescale.for]?.label)}: ${clockOf(procedure, id, timescale).amount}`;
}
