// Names for new elements, made from their labels; and labels that keep their other languages when one is changed.
import { wordsOf } from '../pointer.ts';
import type { Id, Text } from '../types.ts';

const longest = 60;
/** Names that no file may have; see gates.ts. */
const forbidden: readonly string[] = ['constructor', 'prototype'];

/** A name made from the label, not yet in use: "Rapid review panel" gives rapid-review-panel, then rapid-review-panel-2. */
export function freeId(label: Text, fallback: Id, used: Iterable<Id>): Id {
  const taken = new Set([...used, ...forbidden]);
  const plain = (wordsOf(label) ?? '').normalize('NFD').replaceAll(/\p{Mark}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').slice(0, longest).replaceAll(/^-+|-+$/g, '');
  const base = /^[a-z]/.test(plain) ? plain : [fallback, plain].filter((part) => part !== '').join('-');
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** True for words that a person can read in each language given. */
export function isReadable(text: Text): boolean {
  const texts = typeof text === 'string' ? [text] : Object.values(text);
  const languages = typeof text === 'string' ? [] : Object.keys(text);
  return texts.length > 0 && texts.every((one) => /\S/.test(one) && one.length <= 20_000) && languages.every((language) => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language));
}

/** The new words; plain words change the English of a label in several languages and keep the others. */
export function reworded(old: Text | undefined, words: Text): Text {
  return typeof words === 'string' && typeof old === 'object' ? { ...old, en: words } : words;
}
