// How the parts of an element are compared and said: one entry for each property of the format, so that the compiler
// asks for words as soon as the format grows. What the words are stands in the tables beside this file.
import { listWords } from '../../time/index.ts';
import { wordsOf } from '../pointer.ts';
import type { Criterion, Id, Text } from '../types.ts';
import type { NameKind, Speaker } from './speaker.ts';
import type { Weight } from './types.ts';

/** What a line about a changed part is made from. */
export interface Said { readonly label: string; readonly was: string; readonly now: string }

/** A property said on its own. */
export interface Value<V> {
  readonly shape: 'value';
  readonly title: string;
  readonly weight: Weight;
  /** What is said where it is left out. Default: "none". */
  readonly absent?: string;
  /** A text that people read: it is reworded, never changed. */
  readonly reworded?: true;
  say(value: V, speaker: Speaker): string;
  line?(said: Said): string;
}
/** Several properties that are said together: they share this very object. */
export interface Joint<E> {
  readonly shape: 'joint';
  readonly title: string;
  readonly weight: Weight;
  /** The properties together. Not called `say`, so that the compiler tells a value's type from an element's. */
  tell(element: E, speaker: Speaker): string;
  line?(said: Said, element: E): string;
}
/** An object with parts of its own, inside the same element. */
export interface Nested<V> { readonly shape: 'nested'; readonly title: string; readonly weight: Weight; readonly parts: () => Parts<V> }
/** Elements by id: a map, or a list in which each carries its key. */
export interface Many<E> {
  readonly shape: 'map' | 'list';
  /** What all of them are called: "Routes". */
  readonly title: string;
  /** What one is called: "Route". */
  readonly noun: string;
  readonly weight: Weight;
  readonly parts: () => Parts<E>;
  /** True when the name is no label of its own and is said behind the noun: "Route from A to B". */
  readonly nameless?: true;
  name(element: E, key: Id, speaker: Speaker): string;
  /** Said behind the name of one that was added or removed. */
  describe?(element: E, speaker: Speaker): string;
  /** List: what tells one from another. */
  key?(element: E): string;
  /** List: whether it matters which of the two comes first. Default: it does. */
  ordered?(one: E, other: E): boolean;
}
/** The places of boxes. */
export interface Places { readonly shape: 'places'; readonly title: string }

export type Part<V, E> = Value<V> | Joint<E> | Nested<V> | Places | (V extends readonly (infer I)[] ? Many<I> : never) | (V extends Readonly<Record<string, infer I>> ? Many<I> : never);
/** One part for each property of an element. */
export type Parts<E> = { readonly [K in keyof E]-?: Part<NonNullable<E[K]>, E> };

export function value<V>(title: string, weight: Weight, say: (value: V, speaker: Speaker) => string, absent?: string): Value<V> {
  return { shape: 'value', title, weight, say, ...(absent === undefined ? {} : { absent }) };
}

export const text = (title: string): Value<Text> => ({ ...value<Text>(title, 'wording', (words, speaker) => speaker.text(words)), reworded: true });
/** The label of an element; its line says that it is called otherwise. */
export const label = (noun: string): Value<Text> => ({ ...text(`${noun} name`), line: ({ was, now }) => `${noun} renamed: ${was} → ${now}` });
export const word = <V extends string | number>(title: string, weight: Weight, words: Readonly<Record<V, string>>, absent?: string): Value<V> => value(title, weight, (one) => words[one], absent);
export const flag = (title: string, weight: Weight, absent = 'no'): Value<boolean> => value(title, weight, (yes) => (yes ? 'yes' : 'no'), absent);
export const plain = (title: string, weight: Weight, absent?: string): Value<string | number | boolean> => value(title, weight, String, absent);
export const day = (title: string, weight: Weight, absent?: string): Value<string> => value(title, weight, (date, speaker) => speaker.day(date), absent);
export const one = (title: string, weight: Weight, kind: NameKind, absent?: string): Value<Id> => value(title, weight, (id, speaker) => speaker.name(id, kind), absent);
export const some = (title: string, weight: Weight, kinds: NameKind | readonly NameKind[], absent?: string): Value<readonly Id[]> =>
  value(title, weight, (ids, speaker) => (ids.length === 0 ? 'an empty list' : speaker.names(ids, ...[kinds].flat())), absent);
export const criterion = (title: string, weight: Weight, absent = 'always'): Value<Criterion> => value(title, weight, (rule, speaker) => speaker.criterion(rule), absent);

/** "a, b and c", or "none" for an empty list. */
export function listed(items: readonly string[]): string {
  return items.length === 0 ? 'none' : listWords(items);
}

/** Words of a label in running text; the key where it has none. */
export function named(text: Text | undefined, key: string): string {
  return wordsOf(text) || key;
}
