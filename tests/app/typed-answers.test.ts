import { describe, expect, test } from 'vitest';
import { readTyped, typedFrom } from '../../app/cases/form/typedAnswers.ts';
import type { Typed } from '../../app/cases/form/typedAnswers.ts';
import type { Answer } from '../../engine/case/types.ts';
import type { Question } from '../../engine/procedure/types.ts';
import { parseDateTime } from '../../engine/time/london.ts';

const now = parseDateTime('2026-12-31T10:42') ?? 0;
const answers: readonly (readonly [string, Question, Typed, Answer])[] = [
  ['yes is true', { type: 'yes-no', label: 'q' }, { picked: ['yes'] }, { value: true }],
  ['no is false, and not the same as nothing', { type: 'yes-no', label: 'q' }, { picked: ['no'] }, { value: false }],
  ['one of a choice is its id', { type: 'choice', label: 'q', options: [{ id: 'a', label: 'A' }] }, { picked: ['a'] }, { value: 'a' }],
  ['several of a choice are a list', { type: 'choice', many: true, label: 'q', options: [{ id: 'a', label: 'A' }] }, { picked: ['a'] }, { value: ['a'] }],
  ['a number may hold a comma', { type: 'number', label: 'q' }, { text: '1,200' }, { value: 1200 }],
  ['text loses the spaces around it', { type: 'text', label: 'q' }, { text: ' Broken arm. ' }, { value: 'Broken arm.' }],
  ['a date-time is London wall time', { type: 'date-time', label: 'q' }, { date: { day: '30', month: '12', year: '2026', time: '20:15' } }, { value: '2026-12-30T20:15' }],
  ['a table leaves out rows with nothing in them', { type: 'table', label: 'q', columns: { initials: { type: 'text', label: 'I' } } }, { rows: [{ initials: { text: 'B.B.' } }, {}] }, { value: [{ initials: 'B.B.' }] }],
  ['not known yet is a status, whatever was typed', { type: 'yes-no', label: 'q' }, { picked: ['yes'], status: 'unknown' }, { status: 'unknown' }],
];

describe('what is typed', () => {
  test.each(answers)('%s', (_, question, typed, answer) => {
    expect(readTyped(question, typed, now)).toEqual({ kind: 'answer', answer });
  });
  test.each(answers)('%s, and is shown again as it was', (_, question, _typed, answer) => {
    expect(readTyped(question, typedFrom(question, answer), now)).toEqual({ kind: 'answer', answer });
  });
  test('nothing typed is no answer, never a no', () => {
    for (const type of ['yes-no', 'choice', 'number', 'text', 'date', 'table', 'list'] as const) expect(readTyped({ type, label: 'q' }, {}, now)).toEqual({ kind: 'empty' });
  });
  test('an incident must be in the past: a quarter of an hour ahead is still to come', () => {
    const asked: Question = { type: 'date-time', label: 'When did the incident happen?', past: true };
    const reading = readTyped(asked, { date: { day: '31', month: '12', year: '2026', time: '10:57' } }, now);
    expect(reading).toEqual({ kind: 'problem', words: '“When did the incident happen” must be in the past. Thu 31 Dec 2026, 10:57 is still to come' });
    expect(readTyped(asked, { date: { day: '31', month: '12', year: '2026', time: '10:42' } }, now).kind).toBe('answer');
  });
  test('a fault in one cell of a table is a fault of the table', () => {
    const asked: Question = { type: 'table', label: 'Siblings', columns: { dob: { type: 'date', label: 'Date of birth' } } };
    expect(readTyped(asked, { rows: [{ dob: { date: { day: '31', month: '2', year: '2020' } } }] }, now).kind).toBe('problem');
  });
  test('a number outside its bounds says which they are', () => {
    expect(readTyped({ type: 'number', label: 'Age', min: 0, max: 18 }, { text: '40' }, now)).toEqual({ kind: 'problem', words: '“Age” must be a number from 0 to 18' });
  });
});
