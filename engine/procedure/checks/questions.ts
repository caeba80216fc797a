// Questions, forms and settings: choices have options, tables have columns, each question is asked somewhere, names do not collide in a list.
// It does not know what the answers are used for.
import { pointerTo } from '../pointer.ts';
import { nearest } from '../near.ts';
import { problem, type Problem } from '../problems.ts';
import { askedQuestions } from '../structure.ts';
import type { Id, Procedure, Question } from '../types.ts';
import { when, type Check } from './finder.ts';

export const checkQuestions: Check = (procedure) => {
  const asked = askedQuestions(procedure);
  return [
    ...Object.entries(procedure.questions).flatMap(([id, question]) => [
      ...checkQuestion(procedure, question, pointerTo('questions', id)),
      ...when(!asked.has(id), 'P-100', procedure, pointerTo('questions', id)),
    ]),
    ...checkForms(procedure), ...checkSections(procedure), ...checkSettings(procedure), ...checkCollisions(procedure),
  ];
};

function checkQuestion(procedure: Procedure, question: Question, at: string): Problem[] {
  return [
    ...when(question.type === 'choice' && (question.options?.length ?? 0) < 2, 'P-095', procedure, at),
    ...when((question.type === 'table' || question.type === 'matrix') && Object.keys(question.columns ?? {}).length === 0, 'P-097', procedure, at),
    ...when(question.type === 'matrix' && (question.rows?.length ?? 0) === 0, 'P-105', procedure, at),
    ...when(question.type === 'matrix' && question.columns?.['row'] !== undefined, 'P-106', procedure, `${at}/columns/row`, { found: 'row' }),
    ...when(question.type === 'computed' && question.compute === undefined, 'P-104', procedure, at),
    ...twice(procedure, ids(question.options), `${at}/options`), ...twice(procedure, ids(question.rows), `${at}/rows`),
    ...Object.entries(question.columns ?? {}).flatMap(([id, column]) => checkQuestion(procedure, column, at + pointerTo('columns', id))),
  ];
}

function checkForms(procedure: Procedure): Problem[] {
  return Object.entries(procedure.forms ?? {}).flatMap(([id, form]) => {
    const places = form.sections.flatMap((section, index) => section.questions.map((question, row) => ({ question, pointer: pointerTo('forms', id, 'sections', index, 'questions', row) })));
    const again = places.filter((place, index) => places.findIndex((other) => other.question === place.question) < index);
    return [
      ...again.flatMap((place) => when(true, 'P-098', procedure, place.pointer, { found: place.question })),
      ...twice(procedure, ids(form.sections), pointerTo('forms', id, 'sections')),
    ];
  });
}

/** A task that fills one part of a form names a part that there is. */
function checkSections(procedure: Procedure): Problem[] {
  return Object.entries(procedure.tasks).flatMap(([id, { form, section }]) => {
    const known = ids(procedure.forms?.[form ?? '']?.sections);
    const wrong = section !== undefined && !known.includes(section);
    return wrong ? [problem('P-107', procedure, pointerTo('tasks', id, 'section'), { found: section, near: nearest(section, known) })] : [];
  });
}

function checkSettings(procedure: Procedure): Problem[] {
  return Object.entries(procedure.settings ?? {}).flatMap(([id, setting]) => {
    const values = setting.choices.map((choice) => choice.value);
    return [
      ...when(!values.includes(setting.default), 'P-096', procedure, pointerTo('settings', id, 'default'), { found: String(setting.default), expected: values.join(', ') }),
      // Outside a fragment there is no caller who could give it.
      ...when(setting.scope === 'fragment', 'P-128', procedure, pointerTo('settings', id, 'scope'), { found: id }),
    ];
  });
}

/** Ids written into lists, which the file format cannot keep apart as it does the names of a map. */
function checkCollisions(procedure: Procedure): Problem[] {
  return [
    ...twice(procedure, ids(procedure.transitions), '/transitions'), ...twice(procedure, ids(procedure.gaps), '/gaps'),
    ...Object.entries(procedure.tasks).flatMap(([id, task]) => twice(procedure, ids(task.options), pointerTo('tasks', id, 'options'))),
    ...Object.entries(procedure.doors).flatMap(([id, door]) => twice(procedure, ids(door.sources), pointerTo('doors', id, 'sources'))),
    ...Object.entries(procedure.registers ?? {}).flatMap(([id, register]) => twice(procedure, ids(register.columns), pointerTo('registers', id, 'columns'))),
  ];
}

function ids(list: readonly { readonly id: Id }[] | undefined): readonly Id[] {
  return (list ?? []).map(({ id }) => id);
}

function twice(procedure: Procedure, list: readonly Id[], at: string): Problem[] {
  return list.flatMap((id, index) => when(list.indexOf(id) < index, 'P-072', procedure, `${at}/${index}`, { found: id }));
}
