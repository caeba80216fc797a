// A procedure as it reads in one of its languages. Ids, rules and dates are the same in all of them, so that a case told
// in another language is the same case; the engine's own sentences are English. It knows no screen.
import { isObject } from './pointer.ts';
import type { Procedure } from './types.ts';

/** Parts that are words, lists of words, or words by name. A test holds them to the schema. */
export const WORDED: Readonly<Record<'one' | 'list' | 'named', readonly string[]>> = {
  one: ['arises', 'caseType', 'channel', 'claim', 'gap', 'guidance', 'heading', 'hint', 'label', 'law', 'note', 'reason', 'section', 'summary', 'supersedes', 'system', 'title', 'words'],
  list: ['channels'], named: ['passages'],
};

/**
 * The procedure with each text in this language; a text that is not given in it stays as it is, in all its languages.
 * `language`: a code such as `cy`. The procedure itself is not changed.
 */
export const inLanguage = (procedure: Procedure, language: string): Procedure => Object.fromEntries(Object.entries(procedure).map(([key, part]) => [key, spoken(part, key, language)])) as unknown as Procedure;

function spoken(value: unknown, key: string, language: string): unknown {
  if (Array.isArray(value)) return value.map((item) => (WORDED.list.includes(key) ? chosen(item, language) : spoken(item, '', language)));
  if (!isObject(value)) return value;
  if (WORDED.one.includes(key) && isText(value)) return chosen(value, language);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, WORDED.named.includes(key) ? chosen(part, language) : spoken(part, name, language)]));
}

/** What is called so may be an element of that name instead: a question `label`, a stage `title`. */
const isText = (value: object): boolean => Object.entries(value).every(([code, words]) => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(code) && typeof words === 'string');

const chosen = (text: unknown, language: string): unknown => (isObject(text) ? ((text as Readonly<Record<string, unknown>>)[language] ?? text) : text);
