// Compares two values part by part and says each part that differs. It knows no property of the format by name: the
// tables of parts do. Equal means the same canonical text.
import { pointerTo } from '../pointer.ts';
import type { Id, Place } from '../types.ts';
import { movedWithin } from './order.ts';
import type { Joint, Many, Nested, Parts, Places, Value } from './parts.ts';
import { same } from './same.ts';
import type { Speaker } from './speaker.ts';
import { both, changed, elementAt, inLine, led, longest, type Here } from './telling.ts';
import type { Difference } from './types.ts';

type Thing = object;
type AnyPart = Value<unknown> | Joint<Thing> | Nested<Thing> | Many<Thing> | Places;
/** Where in both, and the two values themselves. */
interface Pair<V> { readonly key: string; readonly was: V | undefined; readonly now: V | undefined; readonly here: Here }

/** Every part of the two that differs, in the order of the table. */
export function compareParts<E extends object>(was: E, now: E, parts: Parts<E>, here: Here): Difference[] {
  const told = new Set<unknown>();
  const entries: [string, AnyPart][] = Object.entries(parts);
  return entries.flatMap(([key, part]) => {
    const [before, after] = [valueOf(was, key), valueOf(now, key)];
    if (same(before, after) || told.has(part)) return [];
    told.add(part);
    const at = { ...here, wasAt: here.wasAt + pointerTo(key), nowAt: here.nowAt + pointerTo(key) };
    if (part.shape === 'joint') return [joint(part, { key, was, now, here: at })];
    return comparePart(part, { key, was: before, now: after, here: at });
  });
}

function valueOf(element: object, key: string): unknown {
  return Object.hasOwn(element, key) ? (element as Readonly<Record<string, unknown>>)[key] : undefined;
}

function comparePart(part: Exclude<AnyPart, Joint<Thing>>, pair: Pair<unknown>): Difference[] {
  if (part.shape === 'value') return [single(part, pair)];
  if (part.shape === 'places') return places(part, pair as Pair<Readonly<Record<Id, Place>>>);
  if (part.shape === 'nested') return inside(part, pair as Pair<Thing>);
  return many(part, pair as Pair<Readonly<Record<Id, Thing>> | readonly Thing[]>);
}

function single(part: Value<unknown>, { was, now, here }: Pair<unknown>): Difference {
  const side = { was, now };
  const absent = part.absent ?? 'none';
  const say = (speaker: Speaker, which: 'was' | 'now'): string => (side[which] === undefined ? absent : part.say(side[which], speaker));
  if ((was === undefined || now === undefined) && say(here.voices.was, 'was') === say(here.voices.now, 'now')) return writtenOut(part, absent, now === undefined, here);
  const said = both(say, here.voices);
  const line = part.line?.({ label: here.label, was: said[0], now: said[1] });
  return changed(here, { title: part.title, weight: part.weight, kind: part.reworded ? 'reworded' : 'changed', said, line: line === undefined || here.depth < 2 ? line : `${led(here.label)} ${line}` });
}

/** What holds anyway was written out, or no longer is: nothing changes for a case. */
function writtenOut(part: Value<unknown>, words: string, gone: boolean, here: Here): Difference {
  const said = [`${words}, ${gone ? 'written out' : 'as usual'}`, `${words}, ${gone ? 'as usual' : 'written out'}`] as const;
  return changed(here, { title: part.title, weight: 'layout', kind: 'changed', said });
}

function joint(part: Joint<Thing>, { was, now, here }: Pair<Thing>): Difference {
  const side = { was: was ?? {}, now: now ?? {} };
  const said = both((speaker, which) => part.tell(side[which], speaker), here.voices);
  return changed(here, { title: part.title, weight: part.weight, kind: 'changed', said, line: part.line?.({ label: here.label, was: said[0], now: said[1] }, side.now) });
}

function inside(part: Nested<Thing>, { was, now, here }: Pair<Thing>): Difference[] {
  if (was !== undefined && now !== undefined) return compareParts(was, now, part.parts(), { ...here, label: part.title });
  const kind = was === undefined ? 'added' : 'removed';
  return [{ kind, weight: part.weight, element: elementAt(here, was === undefined ? here.nowAt : here.wasAt), label: part.title, part: part.title, words: `${part.title} ${kind}` }];
}

interface Entry { readonly id: string; readonly place: string; readonly element: Thing }

function entriesOf(part: Many<Thing>, value: Readonly<Record<Id, Thing>> | readonly Thing[] | undefined): Entry[] {
  if (!Array.isArray(value)) return Object.entries(value ?? {}).map(([id, element]: [string, Thing]) => ({ id, place: id, element }));
  const seen = new Map<string, number>();
  return value.map((element: Thing, index) => {
    const key = part.key?.(element) ?? String(index);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return { id: times === 1 ? key : `${key} (${times})`, place: String(index), element };
  });
}

function many(part: Many<Thing>, { key, was, now, here }: Pair<Readonly<Record<Id, Thing>> | readonly Thing[]>): Difference[] {
  const [before, after] = [entriesOf(part, was), entriesOf(part, now)];
  if (before.length === 0 && after.length === 0) return [emptied(part, here, now === undefined)];
  const [old, fresh] = [new Map(before.map((entry) => [entry.id, entry])), new Map(after.map((entry) => [entry.id, entry]))];
  return [
    ...after.flatMap((entry) => {
      const earlier = old.get(entry.id);
      if (!earlier) return [arrived(part, key, entry, here, 'added')];
      return same(earlier.element, entry.element) ? [] : compareParts(earlier.element, entry.element, part.parts() as Parts<Thing>, stepInto(part, key, [earlier, entry], here));
    }),
    ...before.filter(({ id }) => !fresh.has(id)).map((entry) => arrived(part, key, entry, here, 'removed')),
    ...(part.shape === 'list' ? reordered(part, key, [before, after], here) : []),
  ];
}

/** The same list, left out in one version and empty in the other. */
function emptied(part: Many<Thing>, here: Here, gone: boolean): Difference {
  const said = gone ? (['an empty list', 'left out'] as const) : (['left out', 'an empty list'] as const);
  return changed(here, { title: part.title, weight: 'layout', kind: 'changed', said });
}

function stepInto(part: Many<Thing>, key: string, [was, now]: readonly [Entry, Entry], here: Here): Here {
  const name = part.name(now.element, now.id, here.voices.now);
  const top = here.depth === 0;
  return {
    ...here, collection: top ? key : here.collection, id: top ? now.id : here.id, depth: here.depth + 1,
    label: top ? (part.nameless ? `${part.noun} ${name}` : name) : `${here.label}, ${inLine(part.noun)} ${name}`,
    wasAt: here.wasAt + pointerTo(was.place), nowAt: here.nowAt + pointerTo(now.place),
  };
}

function arrived(part: Many<Thing>, key: string, { id, place, element }: Entry, here: Here, kind: 'added' | 'removed'): Difference {
  const speaker = kind === 'added' ? here.voices.now : here.voices.was;
  const at = (kind === 'added' ? here.nowAt : here.wasAt) + pointerTo(place);
  const top = here.depth === 0;
  const name = part.name(element, id, speaker);
  const about = part.describe?.(element, speaker);
  return {
    kind, weight: part.weight, element: top ? { collection: key, id, pointer: at } : elementAt(here, at), label: top ? name : here.label, part: part.noun,
    words: `${top ? part.noun : `${led(here.label)} ${inLine(part.noun)}`} ${kind}: ${name}${about === undefined || about.length > longest ? '' : `, ${about}`}`,
    ...(about === undefined ? {} : kind === 'added' ? { now: about } : { was: about }),
  };
}

function reordered(part: Many<Thing>, key: string, [before, after]: readonly [readonly Entry[], readonly Entry[]], here: Here): Difference[] {
  return movedWithin(before, after).map(({ entry, passed, later }) => {
    const meant = passed.filter((other) => part.ordered === undefined || part.ordered(entry.element, other.element));
    const [nearest = entry] = meant.length > 0 ? meant : passed;
    const into = stepInto(part, key, [entry, entry], here);
    const name = part.name(nearest.element, nearest.id, here.voices.now);
    const other = part.nameless ? `the ${inLine(part.noun)} ${name}` : name;
    const said = later ? ([`before ${other}`, `after ${other}`] as const) : ([`after ${other}`, `before ${other}`] as const);
    return changed(into, { title: 'Place in the order', weight: meant.length > 0 ? part.weight : 'layout', kind: 'moved', said, line: `${into.label}: moved in the order, now ${said[1]}` });
  });
}

/** Boxes that moved; a box of a stage that came or went is told with its stage. */
function places(part: Places, { was = {}, now = {}, here }: Pair<Readonly<Record<Id, Place>>>): Difference[] {
  const { voices } = here;
  const [before, after] = [voices.was.procedure.stages, voices.now.procedure.stages];
  const ids = [...new Set([...Object.keys(now), ...Object.keys(was)])].filter((id) => !same(was[id], now[id]) && Object.hasOwn(before, id) === Object.hasOwn(after, id));
  if (ids.length === 0 && Object.keys(was).length + Object.keys(now).length === 0) return [{ kind: 'moved', weight: 'layout', element: elementAt(here, here.nowAt), label: here.label, part: part.title, words: 'An empty list of places on the diagram was added or left out' }];
  return ids.map((id) => {
    const label = voices.now.name(id, 'stages');
    return { kind: 'moved', weight: 'layout', element: { collection: 'stages', id, pointer: here.nowAt + pointerTo(id) }, label, part: part.title, words: `Moved on the diagram: ${label}`, was: placeWords(was[id]), now: placeWords(now[id]) };
  });
}

function placeWords(place: Place | undefined): string {
  return place === undefined ? 'placed automatically' : `${place.x} across, ${place.y} down`;
}
