// Words out of a procedure: a text in British English, a title by id, words cut short.
import type { Id, Procedure, Text } from '../../engine/procedure/types.ts';

/** The English words of a text, or its first language, or ''. */
export function wordsOf(text: Text | undefined): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  return text['en-GB'] ?? text['en'] ?? Object.values(text)[0] ?? '';
}

/** A party's title; its id when the procedure does not have it. */
export const partyTitle = (procedure: Procedure, id: Id): string => wordsOf(procedure.parties[id]?.title) || id;
/** A stage's name; its id when it is unknown or nameless. */
export const stageTitle = (procedure: Procedure, id: Id): string => wordsOf(procedure.stages[id]?.label) || id;
/** A task's name; its id when it is unknown. */
export const taskTitle = (procedure: Procedure, id: Id): string => wordsOf(procedure.tasks[id]?.label) || id;

/** Words cut at a word's end with "…" when longer than `most` characters. */
export function shortened(words: string, most: number): string {
  if (words.length <= most) return words;
  const cut = words.slice(0, most - 1);
  const at = cut.lastIndexOf(' ');
  return `${(at > most / 2 ? cut.slice(0, at) : cut).trimEnd()}…`;
}
