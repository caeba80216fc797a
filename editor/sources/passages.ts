// A source as passages in the order of its lines, each with what cites it; what is cited and not quoted; what is quoted
// and cited by nobody. A text that is attached becomes one passage a line.
import { stepsOf, valueAt } from '../../engine/procedure/pointer.ts';
import { references } from '../../engine/procedure/references.ts';
import type { Id, Procedure, Text } from '../../engine/procedure/types.ts';
import { elementsIn } from '../details/elements.ts';
import { collections, type Collection } from '../details/words.ts';
import { wordsOf } from '../model/text.ts';

export interface Citing { readonly collection: Collection; readonly id: Id | null; readonly title: string }
export interface Passage { readonly lines: string; readonly from: number; readonly to: number; /** Empty where it is cited and not quoted. */ readonly text: string; readonly citing: readonly Citing[] }

/** "57-59" as numbers; one line is both. */
function rangeOf(lines: string): { readonly from: number; readonly to: number } {
  const [from = 0, to = from] = lines.split('-').map(Number);
  return { from, to };
}

/** Every passage of a source that is quoted or cited, in the order of its lines. */
export function passagesOf(procedure: Procedure, source: Id): readonly Passage[] {
  const quoted = Object.entries(procedure.sources[source]?.passages ?? {}).map(([lines, text]) => ({ lines, text: wordsOf(text) }));
  const cites = citesOf(procedure, source);
  const known = new Set(quoted.map((each) => each.lines));
  const bare = [...new Set(cites.map((cite) => cite.lines))].filter((lines) => lines !== '' && !known.has(lines) && !quoted.some((each) => covers(each.lines, lines))).map((lines) => ({ lines, text: '' }));
  return [...quoted, ...bare].map(({ lines, text }) => ({ lines, text, ...rangeOf(lines), citing: once(cites.filter((cite) => meets(cite.lines, lines)).map((cite) => cite.by)) })).toSorted((one, other) => one.from - other.from || one.to - other.to);
}

const covers = (outer: string, inner: string): boolean => rangeOf(outer).from <= rangeOf(inner).from && rangeOf(inner).to <= rangeOf(outer).to;
const meets = (one: string, other: string): boolean => rangeOf(one).from <= rangeOf(other).to && rangeOf(other).from <= rangeOf(one).to;
const once = (all: readonly Citing[]): readonly Citing[] => [...new Map(all.map((each) => [`${each.collection} ${each.id}`, each])).values()];

interface Cite { readonly lines: string; readonly by: Citing }

/** Everything that cites the source, with the element it belongs to. */
function citesOf(procedure: Procedure, source: Id): readonly Cite[] {
  const titles = new Map<Collection, ReadonlyMap<Id, string>>();
  const titleOf = (collection: Collection, id: Id): string => {
    const found = titles.get(collection) ?? new Map(elementsIn(procedure, collection).map((each) => [each.id, each.title]));
    titles.set(collection, found);
    return found.get(id) ?? id;
  };
  return references(procedure).filter((each) => each.kind === 'source' && each.id === source).map(({ pointer }) => {
    const cite: unknown = valueAt(procedure, pointer);
    const [where = '', key = ''] = stepsOf(pointer);
    const collection: Collection = where in collections ? where as Collection : 'procedure';
    const id = collection === 'procedure' ? null : collection === 'transitions' || collection === 'gaps' ? elementsIn(procedure, collection)[Number(key)]?.id ?? key : key;
    return { lines: typeof cite === 'string' ? cite.split('#')[1] ?? '' : '', by: { collection, id, title: id === null ? collections.procedure : titleOf(collection, id) } };
  });
}

/** A text as passages: each line that says something, by its number. */
export function passagesFrom(text: string): Readonly<Record<string, Text>> {
  return Object.fromEntries(text.split(/\r?\n/).flatMap((line, index) => (line.trim() === '' ? [] : [[String(index + 1), line.trim()] as const])));
}

/** The lines chosen, as one citation: from the first to the last. */
export function citation(source: Id, chosen: readonly string[]): string {
  const ranges = chosen.map(rangeOf);
  const [from, to] = [Math.min(...ranges.map((range) => range.from)), Math.max(...ranges.map((range) => range.to))];
  return `${source}#${from === to ? from : `${from}-${to}`}`;
}
