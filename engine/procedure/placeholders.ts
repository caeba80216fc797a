// Names in braces within the words of a template: what kind of thing each names, and where it stands.
// It does not know what will stand there.
import type { Text } from './types.ts';

export interface Placeholder {
  /** 'answer' for a plain name; else the word before the colon. */
  readonly kind: string;
  readonly name: string;
  /** The whole with its braces. */
  readonly whole: string;
}

export const placeholderKinds: readonly string[] = ['answer', 'case', 'taken', 'done', 'due', 'holder', 'party', 'today'];
const pattern = /\{(?:([a-z]+):)?([a-z][a-z0-9-]*)\}/g;

/** The placeholders of a text, in order; those of each language. */
export function placeholdersOf(words: Text | undefined): readonly Placeholder[] {
  const texts = words === undefined ? [] : typeof words === 'string' ? [words] : Object.values(words);
  return texts.flatMap((text) => [...text.matchAll(pattern)].map(([whole, kind = 'answer', name = '']) => ({ kind, name, whole })));
}

/** The text cut at its placeholders: plain words and placeholders in turn. */
export function cutAtPlaceholders(text: string): readonly (string | Placeholder)[] {
  const parts: (string | Placeholder)[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const [whole, kind = 'answer', name = ''] = match;
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push({ kind, name, whole });
    from = match.index + whole.length;
  }
  return from < text.length ? [...parts, text.slice(from)] : parts;
}
