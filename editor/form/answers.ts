// The sorts of answer a person chooses from, and what each makes of a question.
import type { QuestionParts } from '../../engine/procedure/edits/edit.ts';
import type { Option, Question } from '../../engine/procedure/types.ts';
import { words } from '../words.ts';

export const sorts = ['yes-no', 'choice', 'choice-many', 'text', 'text-long', 'number', 'date', 'date-time'] as const;
export type Sort = (typeof sorts)[number];

/** The sort of a question; null for one that is not made here (a table, a list, a file). */
export function sortOf(question: Question): Sort | null {
  if (question.type === 'choice') return question.many === true ? 'choice-many' : 'choice';
  if (question.type === 'text') return question.long === true ? 'text-long' : 'text';
  return sorts.find((sort) => sort === question.type) ?? null;
}

const firstOptions = (): readonly Option[] => [1, 2].map((number) => ({ id: `choice-${number}`, label: words.form.choice(number) }));

/** The parts of a question of this sort; choices are kept where it had any. */
export function partsOf(sort: Sort, old: Question | null): QuestionParts & { readonly type: Question['type'] } {
  const choice = sort === 'choice' || sort === 'choice-many';
  const type = choice ? 'choice' : sort === 'text-long' ? 'text' : sort;
  return { type, many: sort === 'choice-many' ? true : undefined, long: sort === 'text-long' ? true : undefined, options: choice ? old?.options ?? firstOptions() : undefined };
}
