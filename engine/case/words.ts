// How the engine puts a procedure's own words into its sentences: labels, never ids.
import type { Value } from '../criteria/types.ts';
import type { Id, Procedure, Question, Scalar, Text } from '../procedure/types.ts';
import { liesWithin, type StageTree } from '../statechart/index.ts';
import { listWords } from '../time/index.ts';

/** The English of a text, else its first language; undefined when there is none. */
export function textOf(text: Text | undefined): string | undefined {
  if (text === undefined || typeof text === 'string') return text;
  return text['en'] ?? Object.values(text)[0];
}

/** A text in each of its languages. */
export const everyText = (text: Text): readonly string[] => (typeof text === 'string' ? [text] : Object.values(text));

export const taskLabel = ({ tasks }: Procedure, id: Id): string => textOf(tasks[id]?.label) ?? id;
export const stageLabel = ({ stages }: Procedure, id: Id): string => textOf(stages[id]?.label) ?? id;
export const questionLabel = ({ questions }: Procedure, id: Id): string => textOf(questions[id]?.label) ?? id;
export const partyLabel = ({ parties }: Procedure, id: Id): string => textOf(parties[id]?.title) ?? id;
export const classLabel = ({ disclosure }: Procedure, id: Id): string => textOf(disclosure?.[id]?.label) ?? id;
export const optionLabel = ({ tasks }: Procedure, task: Id, id: Id): string => textOf(tasks[task]?.options?.find((option) => option.id === id)?.label) ?? id;

/** Who signs a step of the sign-off of a task. */
export function signerLabel(procedure: Procedure, task: Id, step: Id): string {
  return partyLabel(procedure, procedure.tasks[task]?.signOff?.find(({ id }) => id === step)?.by ?? step);
}

/** A rule in words: its label, its remark, else what it is about. */
export function ruleLabel({ rules }: Procedure, id: Id): string {
  const rule = rules?.[id];
  return textOf(rule?.label) ?? textOf(rule?.note) ?? id;
}

/** "a", "a or b", "a, b or c". */
export const anyOf = (items: readonly string[]): string => listWords(items, 'or');

/** The active stages that hold no other active stage. */
export function innermostStages(tree: StageTree, stages: readonly Id[]): readonly Id[] {
  return stages.filter((stage) => !stages.some((other) => liesWithin(tree, other, stage)));
}

/** The cells of a row as people read them: options by their labels, the row of a matrix by its own. */
export function rowWords(question: Question | undefined, row: Readonly<Record<string, Scalar>>): Readonly<Record<string, string>> {
  const { columns = {}, rows = [] } = question ?? {};
  const labelled = (id: string, cell: Scalar): string => {
    if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
    const options = id === 'row' && columns[id] === undefined ? rows : (columns[id]?.options ?? []);
    return textOf(options.find((option) => option.id === cell)?.label) ?? String(cell);
  };
  return Object.fromEntries(Object.entries(row).map(([id, cell]) => [id, labelled(id, cell)]));
}

/** An answer's value as a register shows it: options and parties by their labels, yes and no, '' when not known. */
export function valueWords(procedure: Procedure, question: Id, value: Value | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  const { options = [] } = procedure.questions[question] ?? {};
  const named = (item: unknown): string => textOf(options.find(({ id }) => id === item)?.label) ?? (procedure.parties[String(item)] ? partyLabel(procedure, String(item)) : String(item));
  if (typeof value === 'string') return named(value);
  return value.map((item) => (typeof item === 'object' ? Object.values(rowWords(procedure.questions[question], item)).join(' ') : named(item))).join(', ');
}

/** Words that somebody wrote, ended as a sentence is. */
export const sentence = (words: string): string => (/[.!?…]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);
