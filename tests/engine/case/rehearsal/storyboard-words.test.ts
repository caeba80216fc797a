// What a storyboard says that cannot be played yet: each thing to mend at its place and in words; and a storyboard to begin
// with, whole.
import { expect, test } from 'vitest';
import { newScenario, storyCaseAt, storyProblems, storyRun } from '../../../../engine/case/rehearsal/index.ts';
import type { Scenario } from '../../../../engine/case/rehearsal/index.ts';
import { compile } from '../../../../engine/case/compile.ts';
import type { WalkthroughProblem } from '../../../../engine/case/walkthrough-read.ts';
import type { WalkthroughCommand, WalkthroughStep } from '../../../../engine/case/walkthrough-types.ts';
import type { Procedure, Rule } from '../../../../engine/procedure/types.ts';
import { parseDay } from '../../../../engine/time/index.ts';
import { procedureWith } from '../clockwork.ts';

const base = procedureWith({});
const asked: Rule = { label: 'The day is given', then: { require: { fields: ['aware'], of: 'write' } }, strength: 'must' };
const procedure: Procedure = { ...base, rules: { asked } };
const compiled = compile(procedure, { version: 1, hash: 'h' });
const act = (at: string, what: WalkthroughCommand, more: Partial<Extract<WalkthroughStep, { do: unknown }>> = {}): WalkthroughStep => ({ at: `2026-12-${at}`, as: 'manager', person: 'M.M.', do: what, ...more });
const open = act('07T09:00', { type: 'openCase', reference: 'IN-1', door: 'front', answers: {} });
const alert = act('07T10:00', { type: 'sendExchange', task: 'send-alert' });
const write = act('08T10:00', { type: 'completeTask', task: 'write' });
const story = (changes: Partial<Scenario> = {}): Scenario => ({ format: 1, id: 'small', title: 'Small', procedure: 'invented', invented: 'All invented.', cast: [{ role: 'manager', person: 'M.M.' }], opening: { until: '2026-12-07T09:00', words: 'It begins.' }, steps: [open, alert], ...changes });
const problems = (scenario: Scenario): readonly WalkthroughProblem[] => storyProblems(storyRun(compiled, scenario), scenario, procedure);
const question = { id: 'q', at: '2026-12-07T10:00', ask: 'What?', choices: [{ words: 'A', right: true, feedback: 'Yes.' }, { words: 'B', feedback: 'No.' }] };

test.each<[name: string, scenario: Scenario, told: readonly WalkthroughProblem[]]>([
  ['nothing, where nothing is to mend', story(), []],
  ['an act that is refused', story({ steps: [open, write] }), [{ pointer: '/steps/1/do', expected: 'an act that is accepted', found: 'refused', words: '“Write the report” is not open now. Look at the list of tasks for what is open.' }]],
  ['an act that lacks an answer', story({ steps: [open, alert, write] }), [{ pointer: '/steps/2/do', expected: 'an act that is accepted', found: 'refused', words: '“Write the report” needs “Became aware on”. Fill in what is named, then try again.' }]],
  ['an act that was to be refused and is not', story({ steps: [open, { ...alert, expect: { refused: { code: 'closed' } } } as WalkthroughStep] }), [{ pointer: '/steps/1/do', expected: 'a refusal', found: 'accepted', words: 'This step is there to be refused, and is accepted.' }]],
  ['nothing of an act that is refused as meant', story({ steps: [open, { ...write, expect: { refused: { code: 'not-open' } } } as WalkthroughStep] }), []],
  ['one thing of all acts that wait for a case', story({ steps: [alert, write] }), [{ pointer: '/steps/0/do', expected: 'an act that is accepted', found: 'refused', words: 'No case has been opened before this. Put the step that opens the case first.' }]],
  ['no title', story({ title: ' ' }), [{ pointer: '/title', expected: 'words', found: 'nothing', words: 'The scenario has no title.' }]],
  ['empty words of aims, cast and opening', story({ aims: ['Learn.', ''], cast: [{ role: 'manager', person: '', brief: ' ' }], opening: { until: '2026-12-07T09:00', words: '', facts: ['Known.', ' '] } }), [{ pointer: '/aims/1', expected: 'words', found: 'nothing', words: 'A learning aim is empty.' }, { pointer: '/cast/0/person', expected: 'words', found: 'nothing', words: 'Somebody in the cast has no initials.' }, { pointer: '/cast/0/brief', expected: 'words', found: 'nothing', words: 'What a role knows is empty.' }, { pointer: '/opening/words', expected: 'words', found: 'nothing', words: 'Nothing says how it begins.' }, { pointer: '/opening/facts/1', expected: 'words', found: 'nothing', words: 'A fact that is known at the beginning is empty.' }]],
  ['empty words of news, questions and notes', story({ injects: [{ id: 'x', at: '2026-12-07T10:00', kind: 'media', title: '', words: '' }], questions: [{ ...question, ask: '', choices: [{ words: '', right: true, feedback: 'Yes.' }, { words: 'B', feedback: ' ' }] }], notes: [{ words: '' }] }), [{ pointer: '/injects/0/title', expected: 'words', found: 'nothing', words: 'News has no title.' }, { pointer: '/injects/0/words', expected: 'words', found: 'nothing', words: 'News does not say what the room is told.' }, { pointer: '/questions/0/ask', expected: 'words', found: 'nothing', words: 'A question does not say what is asked.' }, { pointer: '/questions/0/choices/0', expected: 'words', found: 'nothing', words: 'An answer has no words.' }, { pointer: '/questions/0/choices/1', expected: 'words', found: 'nothing', words: 'Nothing is said after an answer was chosen.' }, { pointer: '/notes/0/words', expected: 'words', found: 'nothing', words: 'A note for the facilitator is empty.' }]],
  ['a question with one answer', story({ questions: [{ ...question, choices: [{ words: 'A', right: true, feedback: 'Yes.' }] }] }), [{ pointer: '/questions/0/choices', expected: 'two answers or more', found: '1', words: 'A question needs two answers to choose from.' }]],
  ['a step without a person', story({ steps: [open, { ...alert, person: '' } as WalkthroughStep] }), [{ pointer: '/steps/1/person', expected: 'words', found: 'nothing', words: 'A step does not say who acts.' }]],
  ['no step', story({ steps: [] }), [{ pointer: '/steps', expected: 'a step that opens the case', found: 'nothing', words: 'No step opens a case.' }]],
])('a storyboard says %s', (_name, scenario, told) => {
  expect(problems(scenario)).toStrictEqual(told);
});

test('a step that was refused says why and what would help, names the questions it lacks, and leaves the case as it was', () => {
  const { steps } = storyRun(compiled, story({ steps: [open, alert, write, act('08T11:00', { type: 'completeTask', task: 'dance' })] }));
  const told = [null, null, { words: '“Write the report” needs “Became aware on”.', remedy: 'Fill in what is named, then try again.', fields: ['aware'] }, { words: 'The procedure of this case knows nothing called “dance”.', remedy: 'Choose one of those the procedure has.' }];
  expect(steps.map(({ refusal }) => refusal ?? null)).toStrictEqual(told);
  expect(steps.map(({ case: held }) => held?.events.length)).toStrictEqual([1, 2, 2, 2]);
  const waiting = { words: 'No case has been opened before this.', remedy: 'Put the step that opens the case first.', waits: true };
  expect(storyRun(compiled, story({ steps: [alert] })).steps[0]?.refusal).toStrictEqual(waiting);
});

test('the run of the beginning is kept only of the same storyboard on the same procedure, up to the first step that changed', () => {
  const first = storyRun(compiled, story());
  const kept = (run: ReturnType<typeof storyRun>): readonly boolean[] => run.steps.map((one, index) => one === first.steps[index]);
  expect(kept(storyRun(compiled, story(), first))).toStrictEqual([true, true]);
  expect(kept(storyRun(compiled, story({ steps: [open, { ...alert, person: 'N.N.' } as WalkthroughStep] }), first))).toStrictEqual([true, false]);
  expect(kept(storyRun(compiled, story({ steps: [{ ...open, person: 'N.N.' } as WalkthroughStep, alert] }), first))).toStrictEqual([false, false]);
  expect(kept(storyRun(compiled, story({ id: 'other' }), first))).toStrictEqual([false, false]);
  expect(kept(storyRun(compile(procedure, { version: 1, hash: 'h' }), story(), first))).toStrictEqual([false, false]);
});

test('the case is looked up at the minute of a step and later, and is not there before it is open', () => {
  const run = storyRun(compiled, story());
  expect(['2026-12-07T08:59', '2026-12-07T09:00', '2026-12-07T09:59', '2026-12-07T10:00', '2026-12-30T10:00'].map((at) => storyCaseAt(run, at)?.events.length)).toStrictEqual([undefined, 1, 1, 2, 2]);
  expect(storyCaseAt(run, 'soon', 1)?.asOf).toBe(run.steps[1]?.case?.asOf);
});

test.each<[name: string, doors: Procedure['doors'], told: Scenario]>([
  ['opens by the first door, by the first who may', base.doors, { format: 1, id: 'own', title: 'New', procedure: 'invented', invented: 'Invented.', guided: 'facilitated', minutes: 30, aims: [], cast: [{ role: 'manager', person: 'A.A.' }], opening: { until: '2026-12-07T09:00', words: 'It begins.' }, injects: [], questions: [], notes: [], steps: [{ at: '2026-12-07T09:00', as: 'manager', person: 'A.A.', do: { type: 'openCase', reference: 'REHEARSAL-1', door: 'front', answers: {} } }] }],
  ['names the first source, where the door has some', { front: { ...base.doors['front'], by: ['health', 'manager'], sources: [{ id: 'phone', label: 'Telephone', kind: 'person' }] } } as Procedure['doors'], { format: 1, id: 'own', title: 'New', procedure: 'invented', invented: 'Invented.', guided: 'facilitated', minutes: 30, aims: [], cast: [{ role: 'health', person: 'A.A.' }], opening: { until: '2026-12-07T09:00', words: 'It begins.' }, injects: [], questions: [], notes: [], steps: [{ at: '2026-12-07T09:00', as: 'health', person: 'A.A.', do: { type: 'openCase', reference: 'REHEARSAL-1', door: 'front', answers: {}, source: 'phone' } }] }],
  ['is written on a procedure without a door as well', {}, { format: 1, id: 'own', title: 'New', procedure: 'invented', invented: 'Invented.', guided: 'facilitated', minutes: 30, aims: [], cast: [{ role: 'manager', person: 'A.A.' }], opening: { until: '2026-12-07T09:00', words: 'It begins.' }, injects: [], questions: [], notes: [], steps: [{ at: '2026-12-07T09:00', as: 'manager', person: 'A.A.', do: { type: 'openCase', reference: 'REHEARSAL-1', door: '', answers: {} } }] }],
])('a storyboard to begin with %s', (_name, doors, told) => {
  expect(newScenario({ ...base, doors }, 'own', parseDay('2026-12-07') ?? 0, { title: 'New', opening: 'It begins.', invented: 'Invented.' })).toStrictEqual(told);
});
