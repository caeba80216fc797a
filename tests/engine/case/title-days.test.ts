// What a party is called and who stands for it, day by day; and how the words of a procedure are put into sentences.
import { describe, expect, test } from 'vitest';
import { addressee, covers, hasSuccessors, otherTitles, standingFor, titleOf } from '../../../engine/case/titles.ts';
import { everyText, ruleLabel, rowWords, sentence, signerLabel, textOf, valueWords } from '../../../engine/case/words.ts';
import type { Party, Procedure, Question, Rule, Task, Text } from '../../../engine/procedure/types.ts';
import { parseDay } from '../../../engine/time/index.ts';
import { at } from '../../fixtures/engine/acting.ts';
import { procedureWith } from './clockwork.ts';

const base = procedureWith({});
const day = (text: string): number => parseDay(text) ?? Number.NaN;
const withParties = (parties: Readonly<Record<string, Partial<Party>>>): Procedure => ({ ...base, parties: Object.fromEntries(Object.entries(parties).map(([id, one]) => [id, { kind: 'body', title: id, ...one }])) as Procedure['parties'] });

test.each<[span: { from?: string; until?: string }, on: string, covered: boolean]>([
  [{}, '2026-12-01', true], [{ from: '2026-12-01' }, '2026-12-01', true], [{ from: '2026-12-01' }, '2026-11-30', false], [{ until: '2026-12-01' }, '2026-12-01', true], [{ until: '2026-12-01' }, '2026-12-02', false],
  [{ from: '2026-12-01', until: '2026-12-03' }, '2026-12-02', true], [{ from: '2026-12-01', until: '2026-12-03' }, '2026-12-04', false], [{ from: 'once' }, '2026-12-01', true], [{ until: 'once' }, '2026-12-01', true], [{ from: 'once', until: '2026-11-01' }, '2026-12-01', false],
])('the span %j covers %s: %s', (span, on, covered) => {
  expect(covers(span, day(on))).toBe(covered);
});

describe('a party with several titles', () => {
  const titles = [{ title: 'Second', from: '2026-02-01' }, { title: 'First', from: '2026-01-01' }, { title: 'Third', from: '2026-03-01', until: '2026-03-31' }, { title: 'Always' }, { title: 'Early', until: '2026-02-10' }];
  const procedure = withParties({ board: { title: 'Board', titles }, other: { title: { en: 'Other', cy: 'Arall' } }, bare: { titles: [{ title: 'Bare', from: '2026-01-01' }] } });
  test('has the latest that has begun, in whichever order they are written', () => {
    const called = (of: Procedure) => ['2025-12-31', '2026-01-15', '2026-02-05', '2026-02-20', '2026-03-15', '2026-04-01'].map((on) => titleOf(of, 'board', day(on)));
    const expected = ['Early', 'First', 'Second', 'Second', 'Third', 'Second'];
    expect([called(procedure), called(withParties({ board: { title: 'Board', titles: titles.toReversed() } }))]).toEqual([expected, expected]);
    expect([titleOf(procedure, 'other', 0), titleOf(procedure, 'bare', 0), titleOf(procedure, 'none', 0)]).toEqual(['Other', 'bare', 'none']);
  });
  test('has beside it those without a day and the usual one, each once', () => {
    expect([otherTitles(procedure, 'board', day('2026-02-20')), otherTitles(withParties({ board: { title: 'Board', titles: [{ title: 'Board' }, { title: 'Also' }] } }), 'board', 0), otherTitles(procedure, 'other', 0), otherTitles(procedure, 'none', 0)]).toEqual([['Board', 'Always'], ['Also'], [], []]);
  });
});

describe('who stands for a party', () => {
  const noon = (on: string): number => at(`${on}T12:00`);
  const stands = (parties: Readonly<Record<string, Partial<Party>>>, on: string, ...ids: readonly string[]) => [standingFor(withParties(parties), ids.length > 0 ? ids : ['a'], noon(on)), addressee(withParties(parties), 'a', noon(on))];
  test.each<[name: string, parties: Readonly<Record<string, Partial<Party>>>, on: string, standing: readonly string[], addressed: string | undefined]>([
    ['itself, where nothing is said', { a: {}, b: {} }, '2026-12-01', ['a'], 'a'],
    ['itself up to its last day', { a: { inForce: { until: '2026-12-01' }, successor: 'b' }, b: {} }, '2026-12-01', ['a'], 'a'], ['its successor from the day after', { a: { inForce: { until: '2026-12-01' }, successor: 'b' }, b: {} }, '2026-12-02', ['b'], 'b'],
    ['both, where it has no last day', { a: { successor: 'b' }, b: {} }, '2026-12-01', ['a', 'b'], 'a'],
    ['itself alone before the other has begun', { a: { successor: 'b' }, b: { inForce: { from: '2026-12-02' } } }, '2026-12-01', ['a'], 'a'], ['both from the day it begins', { a: { successor: 'b' }, b: { inForce: { from: '2026-12-02' } } }, '2026-12-02', ['a', 'b'], 'a'],
    ['nobody between the two', { a: { inForce: { until: '2026-12-01' }, successor: 'b' }, b: { inForce: { from: '2026-12-05' } } }, '2026-12-03', [], undefined],
    ['nobody once it is over without a successor', { a: { inForce: { until: '2026-12-01' } } }, '2026-12-02', [], undefined], ['nobody before it begins', { a: { inForce: { from: '2026-12-02' } } }, '2026-12-01', [], undefined],
    ['the last of several', { a: { inForce: { until: '2026-12-01' }, successor: 'b' }, b: { inForce: { until: '2026-12-10' }, successor: 'c' }, c: {} }, '2026-12-11', ['c'], 'c'], ['the second while it lasts', { a: { inForce: { until: '2026-12-01' }, successor: 'b' }, b: { inForce: { until: '2026-12-10' }, successor: 'c' }, c: {} }, '2026-12-10', ['b'], 'b'],
    ['one after one that was over before it could follow', { a: { inForce: { until: '2026-12-05' }, successor: 'b' }, b: { inForce: { until: '2026-12-03' }, successor: 'c' }, c: {} }, '2026-12-06', ['c'], 'c'],
    ['each of a circle once', { a: { successor: 'b' }, b: { successor: 'a' } }, '2026-12-01', ['a', 'b'], 'a'], ['itself, where its successor is not in the procedure', { a: { successor: 'none' } }, '2026-12-01', ['a', 'none'], 'a'],
  ])('is %s', (_name, parties, on, standing, addressed) => {
    expect(stands(parties, on)).toEqual([standing, addressed]);
  });
  test('of several is each once', () => {
    expect(stands({ a: { inForce: { until: '2026-12-01' }, successor: 'b' }, b: {}, c: {} }, '2026-12-02', 'a', 'b', 'c', 'none')[0]).toEqual(['b', 'c', 'none']);
  });
  test('is looked for where somebody has a successor or is in force for part of the time', () => {
    expect([{ a: {} }, { a: { successor: 'b' }, b: {} }, { a: {}, b: { inForce: { until: '2026-12-01' } } }].map((parties) => hasSuccessors(withParties(parties)))).toEqual([false, true, true]);
  });
});

describe('words of a procedure', () => {
  test('are read in English where there is, else in the first language', () => {
    expect([textOf('One'), textOf({ cy: 'Un', en: 'One' }), textOf({ cy: 'Un', gd: 'Aon' }), textOf(undefined)]).toEqual(['One', 'One', 'Un', undefined]);
    expect([everyText('One'), everyText({ cy: 'Un', en: 'One' } as Text)]).toEqual([['One'], ['Un', 'One']]);
  });
  test('of a rule are its label, else its remark, else its name; of a signer the party that signs the step', () => {
    const rules = { labelled: { label: 'Label', note: 'Note' }, noted: { note: 'Note' }, bare: {} } as unknown as Readonly<Record<string, Rule>>;
    expect(['labelled', 'noted', 'bare', 'none'].map((id) => ruleLabel({ ...base, rules }, id))).toEqual(['Label', 'Note', 'bare', 'none']);
    const { rules: _none, ...without } = base;
    expect(ruleLabel(without, 'x')).toBe('x');
    const write = { ...base.tasks['write'], signOff: [{ id: 'read', by: 'health' }, { id: 'sign', by: 'manager' }] } as unknown as Task;
    const signed = { ...base, tasks: { ...base.tasks, write } };
    expect([signerLabel(signed, 'write', 'read'), signerLabel(signed, 'write', 'sign'), signerLabel(signed, 'write', 'police'), signerLabel(signed, 'copy', 'none'), signerLabel(signed, 'none', 'x')]).toEqual(['Health', 'Manager', 'Police', 'none', 'x']);
  });
  test('of a row are the labels of its options, the row of a matrix by its own', () => {
    const question = { type: 'matrix', label: 'Q', rows: [{ id: 'home', label: 'At home' }], columns: { view: { type: 'choice', label: 'V', options: [{ id: 'home', label: 'Homely' }, { id: 'cold', label: 'Cold' }] }, sure: { type: 'yes-no', label: 'S' }, age: { type: 'number', label: 'A' } } } as unknown as Question;
    expect(rowWords(question, { row: 'home', view: 'cold', sure: true, age: 3 })).toEqual({ row: 'At home', view: 'Cold', sure: 'Yes', age: '3' });
    expect(rowWords(question, { row: 'away', view: 'home', sure: false, other: 'home' })).toEqual({ row: 'away', view: 'Homely', sure: 'No', other: 'home' });
    expect(rowWords({ ...question, columns: { row: { type: 'choice', label: 'R', options: [{ id: 'home', label: 'Own' }] } } } as Question, { row: 'home' })).toEqual({ row: 'Own' });
    expect(rowWords(undefined, { row: 'home', sure: true })).toEqual({ row: 'home', sure: 'Yes' });
  });
  test('of a value are labels of options and parties, and nothing where nothing is known', () => {
    expect([undefined, true, false, 0, 'small', 'health', 'x', ['small', 'police', 'x']].map((value) => valueWords(base, 'size', value))).toEqual(['', 'Yes', 'No', '0', 'Small', 'Health', 'x', 'Small, Police, x']);
    expect([valueWords(base, 'none', 'small'), valueWords(base, 'none', [{ a: 'x', b: true }, { a: 'y' }] as never)]).toEqual(['small', 'x Yes, y']);
  });
  test('that somebody wrote are ended as a sentence is', () => {
    expect(['So.', ' So ', 'So!', 'So? ', 'So…', 'So. And', 'e.g. so'].map(sentence)).toEqual(['So.', 'So.', 'So!', 'So?', 'So…', 'So. And.', 'e.g. so.']);
  });
});
