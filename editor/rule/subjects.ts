// What a line may be about: every question (columns of tables too), decision, task, stage, rule, clock, person or
// body, other process and reading of the procedure, by its name; and the values each may have.
import type { Id, Procedure, Question, Scalar } from '../../engine/procedure/types.ts';
import { clockOf } from '../model/clocks.ts';
import { wordsOf } from '../model/text.ts';
import type { IconName } from '../canvas/icons.tsx';
import type { Said, Subject, SubjectKind } from './lines.ts';
import { words } from './words.ts';

export interface Named { readonly value: Scalar; readonly title: string }

/** A question by its id, or the column of a table that has it. */
export function questionOf(procedure: Procedure, id: Id): Question | undefined {
  return procedure.questions[id] ?? Object.values(procedure.questions).find((each) => each.columns !== undefined && Object.hasOwn(each.columns, id))?.columns?.[id];
}

/** The name of a subject, as its readers know it. */
export function subjectTitle(procedure: Procedure, { kind, id }: Subject): string {
  const { settings, tasks, stages, rules, timescales, parties, relations } = procedure;
  const timescale = timescales?.[id];
  const label = {
    question: () => questionOf(procedure, id)?.label, setting: () => settings?.[id]?.label, task: () => tasks[id]?.label, stage: () => stages[id]?.label,
    rule: () => rules?.[id]?.label, party: () => parties[id]?.title, relation: () => relations?.[id]?.label, timescale: () => timescale?.label,
  }[kind]();
  if (label !== undefined) return wordsOf(label) || id;
  if (timescale === undefined || kind !== 'timescale') return id;
  const clock = clockOf(procedure, id, timescale);
  return words.clockOf(wordsOf(tasks[timescale.for]?.label), clock.amount);
}

const signs: Readonly<Record<SubjectKind, IconName>> = { question: 'list', setting: 'list', task: 'tick', stage: 'other', rule: 'review', timescale: 'clock', party: 'person', relation: 'route' };
export interface SubjectChoice { readonly id: Id; readonly title: string; readonly sign: IconName; readonly subject: Subject }

/** Everything a line may be about; within rows of a table, its columns first. */
export function subjectsOf(procedure: Procedure, table: Id | null): readonly SubjectChoice[] {
  const of = (kind: SubjectKind, ids: Iterable<Id>): SubjectChoice[] =>
    [...ids].map((id) => ({ id: `${kind}:${id}`, subject: { kind, id }, sign: kind === 'task' && procedure.tasks[id]?.shape === 'decide' ? 'decision' : signs[kind], title: subjectTitle(procedure, { kind, id }) }));
  const keys = (map: object | undefined): readonly Id[] => Object.keys(map ?? {});
  const columns = table === null ? [] : keys(procedure.questions[table]?.columns);
  return [
    ...of('question', columns), ...of('question', keys(procedure.questions).filter((id) => !columns.includes(id))), ...of('task', keys(procedure.tasks)), ...of('stage', keys(procedure.stages)),
    ...of('rule', keys(procedure.rules)), ...of('timescale', keys(procedure.timescales)), ...of('party', keys(procedure.parties)), ...of('relation', keys(procedure.relations)), ...of('setting', keys(procedure.settings)),
  ];
}

/** The values a line's subject can have: the choices of a question or reading, the ways a decision can go. */
export function valuesOf(procedure: Procedure, { kind, id }: Subject): readonly Named[] {
  if (kind === 'setting') return (procedure.settings?.[id]?.choices ?? []).map((each) => ({ value: each.value, title: wordsOf(each.label) }));
  const options = kind === 'task' ? procedure.tasks[id]?.options : questionOf(procedure, id)?.options;
  return (options ?? []).map((each) => ({ value: each.id, title: wordsOf(each.label) }));
}

/** Questions about a date, for "from … to …". */
export const dateQuestions = (procedure: Procedure): readonly { readonly value: string; readonly words: string }[] =>
  Object.entries(procedure.questions).filter(([, each]) => each.type.startsWith('date')).map(([value, each]) => ({ value, words: wordsOf(each.label) }));

/** Decisions, for "differs from …". */
export const decisions = (procedure: Procedure): readonly { readonly value: string; readonly words: string }[] =>
  Object.entries(procedure.tasks).filter(([, each]) => each.shape === 'decide').map(([value, each]) => ({ value, words: wordsOf(each.label) }));

/** The first thing a new line could say of a subject. */
export function firstValue(procedure: Procedure, said: Said, kind: 'none' | 'option' | 'options' | 'number' | 'date' | 'text', today: string): Said {
  const first = valuesOf(procedure, said.subject)[0]?.value ?? '';
  const value = { none: undefined, option: first, options: [first], number: 1, date: today, text: '' }[kind];
  const { value: _, ...rest } = said;
  return value === undefined ? rest : { ...rest, value };
}
