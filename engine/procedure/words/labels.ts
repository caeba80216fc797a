// The labels a criterion is read aloud with. A missing label gives the id: a sentence about a broken procedure
// is still better than none.
import type { Procedure, Question, Scalar, Text } from '../types.ts';

export type LabelKind = 'question' | 'setting' | 'task' | 'stage' | 'rule' | 'party' | 'timescale' | 'table' | 'relation';
export interface Labels {
  label(kind: LabelKind, id: string): string;
  /** The label of a choice of a question, an option of a task or a choice of a setting, in quotation marks. */
  option(of: 'question' | 'task' | 'setting', id: string, value: Scalar): string;
  isDate(question: string): boolean;
}

/** The labels of a procedure, in one language where a text has several. Columns of tables count as questions. */
export function labelsOf(procedure: Procedure, language = 'en'): Labels {
  const say = (text: Text | undefined): string | undefined =>
    typeof text === 'object' ? (text[language] ?? Object.values(text)[0]) : text;
  const questions = withColumns(procedure.questions);
  const all: Readonly<Record<LabelKind, (id: string) => Text | undefined>> = {
    question: (id) => questions.get(id)?.label,
    setting: (id) => procedure.settings?.[id]?.label,
    task: (id) => procedure.tasks[id]?.label,
    stage: (id) => procedure.stages[id]?.label,
    rule: (id) => procedure.rules?.[id]?.label,
    party: (id) => procedure.parties[id]?.title,
    timescale: (id) => procedure.timescales?.[id]?.label,
    table: (id) => procedure.tables?.[id]?.label,
    relation: (id) => procedure.relations?.[id]?.label,
  };
  const choices = {
    question: (id: string) => questions.get(id)?.options?.map((option) => ({ value: option.id, label: option.label })),
    task: (id: string) => procedure.tasks[id]?.options?.map((option) => ({ value: option.id, label: option.label })),
    setting: (id: string) => procedure.settings?.[id]?.choices,
  };
  return {
    label: (kind, id) => say(all[kind](id)) ?? id,
    option: (of, id, value) => {
      const label = say(choices[of](id)?.find((choice) => choice.value === value)?.label);
      return label === undefined ? String(value) : `“${label}”`;
    },
    isDate: (id) => questions.get(id)?.type.startsWith('date') ?? false,
  };
}

function withColumns(questions: Readonly<Record<string, Question>>): ReadonlyMap<string, Question> {
  const all = new Map<string, Question>();
  for (const question of Object.values(questions)) {
    for (const [id, column] of Object.entries(question.columns ?? {})) all.set(id, column);
  }
  for (const [id, question] of Object.entries(questions)) all.set(id, question);
  return all;
}
