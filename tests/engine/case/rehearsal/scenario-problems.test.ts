// What keeps a scenario from being played, each thing whole; and what becomes of the steps of a storyboard that cannot be
// run, are only looked at, or are done for somebody else.
import { describe, expect, test } from 'vitest';
import { playbookOf, readScenario, scenarioProblems, storyCaseAt, storyProblems, storyRun } from '../../../../engine/case/rehearsal/index.ts';
import type { Scenario } from '../../../../engine/case/rehearsal/index.ts';
import { compile } from '../../../../engine/case/compile.ts';
import type { WalkthroughProblem } from '../../../../engine/case/walkthrough-read.ts';
import type { WalkthroughCommand, WalkthroughStep } from '../../../../engine/case/walkthrough-types.ts';
import type { Procedure } from '../../../../engine/procedure/types.ts';
import { procedureWith } from '../clockwork.ts';

const base = procedureWith({});
const procedure: Procedure = { ...base, rules: {}, parties: { ...base.parties, health: { kind: 'agency', title: 'Health', outside: true } }, tasks: { ...base.tasks, copy: { shape: 'record', label: 'Copy', by: ['health'], in: ['alert', 'review'] } } };
const compiled = compile(procedure, { version: 1, hash: 'h' });
const act = (at: string, what: WalkthroughCommand, more: object = {}): WalkthroughStep => ({ at, as: 'manager', person: 'M.M.', do: what, ...more });
const open = act('2026-12-07T09:00', { type: 'openCase', reference: 'IN-1', door: 'front', answers: {} });
const note = (at: string, more: object = {}): WalkthroughStep => act(at, { type: 'addNote', words: 'x' }, more);
const story = (changes: Partial<Scenario>): Scenario => ({ format: 1, id: 'small', title: 'Small', procedure: 'invented', invented: 'All invented.', steps: [open], ...changes });
const inject = (at: string, to: readonly string[] = []) => ({ id: 'press', at, kind: 'media', title: 'Press', words: 'Said.', to } as const);
const question = (at: string, ...rights: readonly (boolean | undefined)[]) => ({ id: 'why', at, ask: 'Why?', choices: rights.map((right) => ({ words: 'A', feedback: 'B', ...(right === undefined ? {} : { right }) })) });
const noRole = (pointer: string, role: string): WalkthroughProblem => ({ pointer, expected: 'a role of the procedure', found: role, words: `The procedure has no role “${role}”.` });
const early = (pointer: string, at: string): WalkthroughProblem => ({ pointer, expected: 'a moment of the rehearsal', found: at, words: 'This comes before the rehearsal begins.' });
const back = (pointer: string, at: string): WalkthroughProblem => ({ pointer, expected: 'a moment not before the step above', found: at, words: 'Steps are recorded one after the other.' });
const none = (pointer: string): WalkthroughProblem => ({ pointer, expected: 'one choice that is right', found: 'none', words: 'No answer to this question is marked as right.' });

test.each<[name: string, changes: Partial<Scenario>, problems: readonly WalkthroughProblem[]]>([
  ['nothing, where all fits', { cast: [{ role: 'manager', person: 'M.M.' }], injects: [inject('2026-12-07T09:00', ['health'])], questions: [question('2026-12-07T09:00', undefined, true)], steps: [open, note('2026-12-07T09:00'), { at: '2026-12-07T09:00', look: true, expect: {} }] }, []],
  ['a role in the cast', { cast: [{ role: 'manager', person: 'M.M.' }, { role: 'king', person: 'K.K.' }] }, [noRole('/cast/1/role', 'king')]],
  ['a role that learns of news', { injects: [inject('2026-12-07T09:00'), inject('2026-12-07T09:00', ['health', 'king'])] }, [noRole('/injects/1/to/1', 'king')]],
  ['a role that acts', { steps: [open, note('2026-12-07T10:00', { as: 'king' })] }, [noRole('/steps/1/as', 'king')]],
  ['a task', { steps: [open, act('2026-12-07T10:00', { type: 'completeTask', task: 'crown' }), act('2026-12-07T10:00', { type: 'completeTask', task: 'write' })] }, [{ pointer: '/steps/1/do/task', expected: 'a task of the procedure', found: 'crown', words: 'The procedure has no task “crown”.' }]],
  ['steps that go back', { steps: [open, note('2026-12-07T08:59'), note('2026-12-07T08:59'), note('2026-12-06T10:00')] }, [back('/steps/1/at', '2026-12-07T08:59'), back('/steps/3/at', '2026-12-06T10:00')]],
  ['a step without a time after one with', { steps: [open, note('soon'), note('2026-12-07T10:00')] }, [back('/steps/1/at', 'soon')]],
  ['news and questions before it begins', { injects: [inject('2026-12-07T08:59')], questions: [question('2026-12-07T08:59', true)] }, [early('/injects/0/at', '2026-12-07T08:59'), early('/questions/0/at', '2026-12-07T08:59')]],
  ['news before it begins as it says', { opening: { until: '2026-12-08T09:00', words: 'x' }, injects: [inject('2026-12-08T08:59'), inject('2026-12-08T09:00'), inject('soon')] }, [early('/injects/0/at', '2026-12-08T08:59'), early('/injects/2/at', 'soon')]],
  ['nothing of time where nothing says when it begins', { steps: [], injects: [inject('2026-12-08T08:59')] }, []],
  ['a question without a right answer', { questions: [question('2026-12-07T10:00', false, undefined), question('2026-12-07T10:00', false, true)] }, [none('/questions/0/choices')]],
])('a scenario is told %s', (_name, changes, problems) => {
  expect(scenarioProblems(story(changes), procedure)).toStrictEqual(problems);
});

test.each<[text: string, problems: readonly WalkthroughProblem[] | undefined]>([
  ['{"id":"a"}', undefined], ['{"id":1}', [{ pointer: '/id', expected: 'a text', found: '1', words: 'This is not what a walkthrough has here.' }]],
  ...['{"hash":"x"}', '{"id":"a","digest" : 1}', '{"salt":1}'].map((text): [string, readonly WalkthroughProblem[]] => [text, [{ pointer: '', expected: 'a scenario', found: 'a record of cases', words: 'This file holds the record of a case. A rehearsal never opens one: make a scenario of the case where it is kept, with names taken out and dates moved.' }]]),
  ['{"id":"hash: salt"}', undefined],
])('the file %s is read as a scenario or told to be none', (text, problems) => {
  const read = readScenario(text, { properties: { id: { type: 'string' } } });
  expect(read).toStrictEqual(problems === undefined ? { ok: true, scenario: JSON.parse(text) } : { ok: false, problems });
});

describe('a step of a storyboard', () => {
  const run = (...steps: readonly WalkthroughStep[]) => storyRun(compiled, story({ steps }));
  test('that cannot be run, or only looks, leaves the case as it stood', () => {
    const { steps } = run(note('soon'), { at: '2026-12-07T08:00', look: true, expect: {} }, open, note('soon'), { at: '2026-12-07T10:00', look: true, expect: {} });
    expect(steps.map(({ case: held, refusal }) => [held?.events.length, refusal])).toStrictEqual([[undefined, undefined], [undefined, undefined], [1, undefined], [1, undefined], [1, undefined]]);
    expect(steps.map((one) => 'case' in one)).toStrictEqual([false, false, true, true, true]);
  });
  test('done for somebody who has no account is done in its name', () => {
    const copies = (more: object) => run(open, act('2026-12-07T10:00', { type: 'completeTask', task: 'copy' }, more)).steps[1];
    expect([copies({})?.refusal, copies({ onBehalfOf: 'health' })?.refusal]).toStrictEqual([{ words: '“Copy” falls to Health.', remedy: 'Ask Health to do it, or act in that role if it is yours.' }, undefined]);
  });
  test('is shown as the case stood after it, whatever moment is asked for before that', () => {
    const made = run(open, note('2026-12-07T11:00'), note('2026-12-07T12:00'));
    const at = (moment: string, through?: number) => { const held = storyCaseAt(made, moment, through); return [held?.events.length, held?.asOf === made.steps[1]?.case?.asOf]; };
    expect([at('2026-12-07T11:00'), at('2026-12-07T10:00', 1), at('2026-12-07T12:30', 1), at('2026-12-07T11:30'), at('2026-12-07T13:00', 0)]).toStrictEqual([[2, true], [2, true], [2, false], [2, false], [1, false]]);
  });
  test('that leads round and round is refused, with where', () => {
    const other = (more: object) => ({ kind: 'other', label: 'Loop', ...more } as const);
    const endless: Procedure = { ...procedure, stages: { ...procedure.stages, loop: other({}), within: other({ within: 'loop', final: true }) }, transitions: [{ id: 'in', from: ['alert'], on: { done: 'send-alert' }, to: 'loop' }, { id: 'round', from: ['loop'], on: { ended: 'loop' }, to: 'loop' }] };
    const scenario = story({ steps: [open, act('2026-12-07T10:00', { type: 'sendExchange', task: 'send-alert' })] });
    const told = storyRun(compile(endless, { version: 1, hash: 'h' }), scenario);
    expect(told.steps[1]?.refusal).toStrictEqual({ words: expect.stringMatching(/.\.$/u), remedy: '' });
    expect(told.steps[1]?.case).toBe(told.steps[0]?.case);
    expect(storyProblems(told, scenario, endless)).toStrictEqual([{ pointer: '/steps/1/do', expected: 'an act that is accepted', found: 'refused', words: told.steps[1]?.refusal?.words }]);
  });
});

test('words of spaces are no words, and a question with one answer has one problem for it', () => {
  const scenario = story({ questions: [{ id: 'why', at: '2026-12-07T10:00', ask: 'Why?', choices: [{ words: ' ', right: true, feedback: 'B' }] }] });
  expect(storyProblems(storyRun(compiled, scenario), scenario, procedure).map(({ pointer, words }) => `${pointer} ${words}`)).toStrictEqual(['/questions/0/choices A question needs two answers to choose from.', '/questions/0/choices/0 An answer has no words.']);
});

test('a scenario without an opening begins when its case is opened', () => {
  const book = playbookOf(story({ steps: [open, note('2026-12-07T10:00'), note('2026-12-07T11:00', { expect: { refused: { code: 'closed' } } }), note('soon')], injects: [{ ...inject('2026-12-09T09:00'), id: 'b' }, { ...inject('2026-12-08T09:00'), id: 'a' }, inject('soon')], questions: [{ ...question('2026-12-09T09:00'), id: 'd' }, { ...question('2026-12-08T09:00'), id: 'c' }] }), compiled);
  expect([book.expected.map(({ step }) => step), book.injects.map(({ id }) => id), book.questions.map(({ id }) => id), book.begins === book.opening.opened]).toStrictEqual([[1], ['a', 'b'], ['c', 'd'], true]);
});

describe('what is expected', () => {
  const cast = [{ role: 'manager', person: 'M.M.' }, { role: 'health', person: 'H.H.', played: false }, { role: 'police', person: 'P.P.', played: true }];
  test('is each act after the opening that is not there to be refused, with who plays it and when it happened', () => {
    const steps = [open, note('2026-12-07T10:00', { as: 'health', occurred: '2026-12-07T09:30' }), note('2026-12-07T10:00', { as: 'police' }), { at: '2026-12-07T10:30', look: true, expect: {} } as WalkthroughStep, note('2026-12-07T11:00')];
    const { expected } = playbookOf(story({ steps, cast }), compiled);
    const told = (step: number, minutes: number, byScenario: boolean, more: object = {}) => ({ step, at: minutes, act: steps[step], body: { type: 'addNote', words: 'x' }, key: 'addNote', byScenario, ...more });
    const [first] = expected;
    const nine = (first?.at ?? 0) - 60 * 60_000;
    expect(expected).toStrictEqual([told(1, nine + 60 * 60_000, true, { occurred: nine + 30 * 60_000 }), told(2, nine + 60 * 60_000, false), told(4, nine + 120 * 60_000, false)]);
    expect(expected.map((one) => 'occurred' in one)).toStrictEqual([true, false, false]);
  });
  test('begins where the case is opened and accepted, whatever stands before', () => {
    const steps = [{ at: '2026-12-07T07:00', look: true, expect: {} } as WalkthroughStep, act('2026-12-07T08:00', { type: 'openCase', reference: ' ', door: 'front', answers: {} }, { expect: { refused: { code: 'missing-field' } } }), open, note('2026-12-07T09:00', { expect: { refused: { code: 'closed' } } }), note('2026-12-07T10:00')];
    const book = playbookOf(story({ steps }), compiled);
    expect([book.expected.map(({ step }) => step), book.opening.events.length, book.opening.opened === book.begins, book.injects, book.questions]).toStrictEqual([[4], 1, true, [], []]);
  });
  test('takes in the opening what is done by its moment', () => {
    const opening = { until: '2026-12-07T10:00', words: 'x' };
    const book = playbookOf(story({ opening, steps: [open, note('2026-12-07T10:00'), note('2026-12-07T10:01')] }), compiled);
    expect([book.opening.events.length, book.expected.map(({ step }) => step)]).toStrictEqual([2, [2]]);
  });
  test('is nothing where the scenario cannot be played, and the error has a name', () => {
    const thrown = (changes: Partial<Scenario>): unknown => { try { return playbookOf(story(changes), compiled); } catch (error) { return error instanceof Error && [error.name, error.message]; } };
    expect(thrown({ steps: [] })).toStrictEqual(['Unplayable', 'The scenario “Small” does not say when it begins.']);
    expect(thrown({ steps: [note('2026-12-07T09:00')] })).toStrictEqual(['Unplayable', 'The scenario “Small” does not say when it begins.']);
  });
});
