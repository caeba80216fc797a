// Which answer each kind of question takes, bounds from both sides, and what somebody is told whose answer cannot be.
import { expect, test } from 'vitest';
import type { Answer, Answers, CommandBody, Missing } from '../../../engine/case/types.ts';
import type { Procedure, Question } from '../../../engine/procedure/types.ts';
import { answers, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const bare = procedureWith({});
const options: NonNullable<Question['options']> = [{ id: 'a', label: 'Arm' }, { id: 'b', label: 'Back' }, { id: 'was', label: 'As it was', inForce: { until: '2026-12-06' } }, { id: 'will', label: 'As it will be', inForce: { from: '2026-12-08' } }];
const columns: NonNullable<Question['columns']> = { on: { type: 'date', label: 'Seen on' }, who: { type: 'text', label: 'By whom', maxLength: 3 } };
const questions: Readonly<Record<string, Question>> = {
  sure: { type: 'yes-no', label: 'Sure' }, one: { type: 'choice', label: 'One', options }, many: { type: 'choice', label: 'Many', many: true, options },
  age: { type: 'number', label: 'Age', min: 0, max: 18 }, any: { type: 'number', label: 'Any' }, low: { type: 'number', label: 'Low', min: 2 }, high: { type: 'number', label: 'High', max: 2 },
  born: { type: 'date', label: 'Born', past: true }, due: { type: 'date', label: 'Due' }, seen: { type: 'date-time', label: 'Seen', past: true }, meet: { type: 'date-time', label: 'Meet' },
  name: { type: 'text', label: 'Name', maxLength: 3 }, story: { type: 'text', label: 'Story' }, paper: { type: 'file', label: 'Paper' }, hand: { type: 'signature', label: 'Hand' }, whom: { type: 'party', label: 'Whom' },
  names: { type: 'list', label: 'Names' }, rows: { type: 'table', label: 'Rows', columns }, grid: { type: 'matrix', label: 'Grid', columns, rows: [{ id: 'mother', label: 'Mother' }, { id: 'father', label: 'Father' }] },
  sum: { type: 'computed', label: 'Sum', compute: { '+': [{ var: 'age' }, 1] } } as unknown as Question,
};
const procedure: Procedure = {
  ...bare, questions: { ...bare.questions, ...questions }, tasks: { ...bare.tasks, look: { shape: 'record', label: 'Look', by: ['manager'], in: ['alert'] } },
  rules: { asked: { label: 'Asked', then: { require: { fields: ['story', 'names'], of: 'look' } }, strength: 'must' } },
};
const began = (): Story => begun(procedure, '2026-12-07T09:00');
const now = '2026-12-07T10:00';
const telling = (given: Answers): CommandBody => ({ type: 'recordAnswers', mode: 'change', answers: given });
const told = (question: string, value: unknown): Answers => ({ [question]: { value } as Answer });

test.each<[question: string, value: unknown]>([
  ['sure', true], ['sure', false], ['one', 'a'], ['many', ['a', 'b']], ['many', []], ['age', 0], ['age', 18], ['any', -1e9], ['any', 1e9], ['low', 2], ['low', 1e9], ['high', 2], ['high', -1e9],
  ['born', '2026-12-07'], ['due', '2030-01-01'], ['seen', '2026-12-07T10:00'], ['meet', '2030-01-01T10:00'], ['name', 'Abc'], ['name', ''], ['story', 'As long as it needs.'],
  ['paper', 'p. 1'], ['hand', 'A.B.'], ['whom', 'health'], ['names', []], ['names', ['a', 'b']], ['rows', []], ['rows', [{ on: '2026-12-01', who: 'A.B' }, {}]], ['rows', [{ other: 7 }]],
  ['grid', []], ['grid', [{ row: 'father', on: '2026-12-01' }, { row: 'mother' }]],
])('“%s” may be answered with %j', (question, value) => {
  began().does('manager', telling(told(question, value)), { now });
});

test.each<[question: string, value: unknown, fault: string]>([
  ['sure', 'yes', '“Sure” must be yes or no.'], ['sure', undefined, '“Sure” must be yes or no.'],
  ['one', 'c', '“One” must be “Arm” or “Back”.'], ['one', 'was', '“One” must be “Arm” or “Back”.'], ['one', 'will', '“One” must be “Arm” or “Back”.'], ['one', ['a'], '“One” must be “Arm” or “Back”.'],
  ['many', 'a', '“Many” must be a list of options.'], ['many', ['a', 'c'], '“Many” must be “Arm” or “Back”.'],
  ['age', -1, '“Age” must be 0 or more.'], ['age', 19, '“Age” must be 18 or fewer.'], ['age', '7', '“Age” must be a number.'], ['age', Number.NaN, '“Age” must be a number.'], ['any', Infinity, '“Any” must be a number.'], ['low', 1, '“Low” must be 2 or more.'], ['high', 3, '“High” must be 2 or fewer.'],
  ['born', '2026-12-08', '“Born” must be today (2026-12-07) or earlier.'], ['born', '2026-02-30', '“Born” must be a real date.'], ['born', 20261207, '“Born” must be a real date.'],
  ['seen', '2026-12-07T10:01', '“Seen” must not be in the future.'], ['seen', '2026-12-07', '“Seen” must be a real date and time.'], ['meet', 7, '“Meet” must be a real date and time.'],
  ['name', 'Abcd', '“Name” must be 3 characters or fewer.'], ['name', 7, '“Name” must be text.'], ['paper', 7, '“Paper” must be text.'], ['hand', 7, '“Hand” must be text.'], ['whom', 7, '“Whom” must be text.'],
  ['names', 'a', '“Names” must be a list.'], ['names', ['a', 7], '“Names” must be a list.'], ['names', ['a', 'b', 'a'], '“Names” names one entry twice.'],
  ['rows', 'a', '“Rows” must be a table.'], ['rows', [{}, { on: '2026-02-30' }], '“Rows” has a row (2) whose “Seen on” must be a real date.'], ['rows', [{ who: 'A.B.' }], '“Rows” has a row (1) whose “By whom” must be 3 characters or fewer.'],
  ['grid', 'a', '“Grid” must be a table.'], ['grid', [{ row: 'mother' }, { row: 'uncle' }], '“Grid” must have the rows “Mother” and “Father”, and no other.'], ['grid', [{}], '“Grid” must have the rows “Mother” and “Father”, and no other.'],
  ['grid', [{ row: 'mother' }, { row: 'mother' }], '“Grid” has one row twice.'], ['grid', [{ row: 'mother', who: 7 }], '“Grid” has a row (1) whose “By whom” must be text.'],
  ['sum', 7, '“Sum” is worked out and cannot be answered.'], ['moon', 7, '“moon” is not asked by this procedure.'],
])('“%s” may not be answered with %j', (question, value, fault) => {
  const label = questions[question]?.label ?? question;
  expect(began().isRefused('manager', telling(told(question, value)), { now })).toStrictEqual({ code: 'bad-answer', words: fault, missing: [{ kind: 'field', id: question, label }], remedy: 'Change the answer, then try again.' });
});

test('several answers that cannot be are told together, in their order, and those that can are not', () => {
  expect(began().isRefused('manager', telling({ ...told('name', 'Abcd'), ...told('age', 7), ...told('sure', 'no') }), { now })).toEqual({
    code: 'bad-answer', words: '“Name” must be 3 characters or fewer. “Sure” must be yes or no.', remedy: 'Change the answer, then try again.',
    missing: [{ kind: 'field', id: 'name', label: 'Name' }, { kind: 'field', id: 'sure', label: 'Sure' }],
  });
});

test.each(['unknown', 'not-applicable', 'declined', 'to-be-supplied'])('any question may be answered by saying that it is “%s”, and by no other word', (status) => {
  began().does('manager', telling({ age: { status } as Answer, sum: { status } as Answer }), { now });
  expect(began().isRefused('manager', telling({ age: { status: `${status}-perhaps` } as unknown as Answer }), { now }).words).toBe('“Age” has a status that is not known.');
});

test.each<[name: string, given: Answers, lacking: readonly Missing[]]>([
  ['nothing', {}, [{ kind: 'field', id: 'story', label: 'Story' }, { kind: 'field', id: 'names', label: 'Names' }]],
  ['an empty text', { ...answers({ names: ['a'] }), story: { value: '' } }, [{ kind: 'field', id: 'story', label: 'Story' }]],
  ['an empty list', answers({ names: [], story: 'Short.' }), [{ kind: 'field', id: 'names', label: 'Names' }]],
  ['that it does not apply', { ...answers({ names: ['a'] }), story: { status: 'not-applicable' } }, [{ kind: 'field', id: 'story', label: 'Story' }]],
  ['that it does not apply, for no reason', { ...answers({ names: ['a'] }), story: { status: 'not-applicable', reason: ' ' } as Answer }, [{ kind: 'field', id: 'story', label: 'Story' }]],
])('what is asked for is lacking where the act says %s', (_name, given, lacking) => {
  const because = lacking.map(({ label }) => `“${label}”`).join(', ');
  expect(began().isRefused('manager', { type: 'completeTask', task: 'look', answers: given }, { now })).toStrictEqual({ code: 'missing-field', words: `“Look” needs ${because}.`, missing: lacking, rule: 'asked', remedy: 'Fill in what is named, then try again.' });
});

test.each<[name: string, story: Answer]>([
  ['a value', { value: 'Short.' }], ['that it is not known', { status: 'unknown' }], ['that it was declined', { status: 'declined' }], ['that it follows', { status: 'to-be-supplied' }], ['that it does not apply, and why', { status: 'not-applicable', reason: 'A foundling.' } as Answer],
])('what is asked for is there where the act says %s', (_name, story) => {
  began().does('manager', { type: 'completeTask', task: 'look', answers: { ...answers({ names: ['a'] }), story } }, { now });
});
