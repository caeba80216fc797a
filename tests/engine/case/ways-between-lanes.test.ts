// Which way out is taken where routes are limited, forbidden or wait, one lane beside another; and which tasks come up on
// entering a stage, with a rule, after another task, or are only offered.
import { describe, expect, test } from 'vitest';
import { tasks } from '../../../engine/case/tasks.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { Procedure, Rule, Stage, Task, Transition } from '../../../engine/procedure/types.ts';
import { answers, at, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const bare = procedureWith({});
const stage = (within?: string, more: Partial<Stage> = {}): Stage => ({ kind: 'other', label: 'Stage', owner: 'manager', ...(within !== undefined && { within }), ...more });
const record = (more: Partial<Task> = {}): Task => ({ shape: 'record', label: 'Task', by: ['manager'], ...more } as Task);
const chosen = (id: string, from: string, to: string): Transition => ({ id, from: [from], on: { chosen: { by: ['manager'] } }, to });
const does = (task: string): CommandBody => ({ type: 'completeTask', task });
const says = (values: Parameters<typeof answers>[0]): CommandBody => ({ type: 'recordAnswers', mode: 'change', answers: answers(values) });
const goes = (transition: string): CommandBody => ({ type: 'takeTransition', transition });
const opened = (procedure: Partial<Procedure>, values = {}): Story => begun({ ...bare, rules: {}, ...procedure }, '2026-12-07T09:00', values);
const after = (story: Story, ...bodies: readonly CommandBody[]): Story => { for (const body of bodies) story.does('manager', body); return story; };

describe('out of a stage', () => {
  const stages = { alert: stage(), first: stage(), second: stage(), ended: stage(undefined, { final: true }) };
  const once = { again: 'afresh', in: ['alert'], raised: 'by-choice' } as const;
  const go = (id: string, to: string, more: Partial<Transition> = {}): Transition => ({ id, from: ['alert'], on: { done: 'go' }, to, ...more });
  const of = (transitions: readonly Transition[], rules: Readonly<Record<string, Rule>> = {}): Partial<Procedure> => ({ stages, rules, tasks: { go: record({ ...once, label: 'Go' }), keep: record() }, transitions: [...transitions, chosen('back', 'first', 'alert'), chosen('over', 'second', 'ended')] });
  const came = (story: Story): string => story.case.stages.join(' ');

  test('a route is taken as often as its limit allows, and then the next', () => {
    const story = opened(of([go('to-first', 'first', { limit: 2 }), go('to-second', 'second', { otherwise: true })]));
    for (const expected of ['first', 'first', 'second']) {
      expect(came(after(story, does('go')))).toBe(expected);
      if (expected === 'first') after(story, goes('back'));
    }
  });

  const forbid = (more: Partial<Rule> = {}): Rule => ({ then: { forbid: { transition: 'to-first' } }, strength: 'must', ...more });
  const relieve = (more: Partial<Rule> = {}): Rule => ({ then: { relieve: { transition: 'to-first' } }, strength: 'may', ...more });
  const died = { if: { var: 'died' } } as const;
  test.each<[name: string, rules: Readonly<Record<string, Rule>>, values: Record<string, boolean>, stage: string]>([
    ['no rule bears on it', {}, {}, 'first'], ['a rule forbids it', { no: forbid() }, {}, 'second'], ['a rule only should forbid it', { no: forbid({ strength: 'should' }) }, {}, 'first'],
    ['a rule would forbid it', { no: forbid(died) }, { died: false }, 'first'], ['a rule that waits would forbid it', { no: forbid(died) }, {}, 'first'], ['a rule that blocks would forbid it', { no: forbid({ ...died, unknown: 'block' }) }, {}, 'alert'],
    ['another relieves of the rule', { no: forbid(), yes: relieve() }, {}, 'first'], ['another would relieve of it', { no: forbid(), yes: relieve(died) }, { died: false }, 'second'], ['another relieves of a rule that blocks', { no: forbid({ ...died, unknown: 'block' }), yes: relieve() }, {}, 'first'],
    ['only one that blocks relieves of nothing', { yes: relieve({ ...died, unknown: 'block' }) }, {}, 'first'], ['one forbids another route', { no: { then: { forbid: { transition: 'to-second' } }, strength: 'must' } }, {}, 'first'],
  ])('the first route, where %s', (_name, rules, values, expected) => {
    expect(came(after(opened(of([go('to-first', 'first'), go('to-second', 'second', { otherwise: true })], rules), values), does('go')))).toBe(expected);
  });

  test.each<[name: string, rules: Readonly<Record<string, Rule>>, told: string]>([
    ['no rule bears on it', {}, 'first'], ['a rule forbids it', { no: forbid() }, 'forbidden'], ['a rule only should forbid it', { no: forbid({ strength: 'should' }) }, 'first'], ['another relieves of the rule', { no: forbid(), yes: relieve() }, 'first'], ['another would relieve of it', { no: forbid(), yes: relieve(died) }, 'forbidden'],
  ])('a route chosen by hand, where %s', (_name, rules, told) => {
    const outcome = opened({ ...of([{ ...chosen('to-first', 'alert', 'first') }], rules) }, { died: false }).tries('manager', goes('to-first'));
    expect(outcome.ok ? outcome.case.stages.join(' ') : outcome.refusal.code).toBe(told);
  });

  test('what waits for one way is asked of those before it too, once something is known', () => {
    const sure = { questions: { ...bare.questions, sure: { type: 'yes-no' as const, label: 'Sure' } } };
    const story = opened({ ...of([go('to-first', 'first', { if: { var: 'died' } }), go('to-second', 'second', { if: { var: 'sure' } })]), ...sure }, { died: false });
    expect(came(after(story, does('go')))).toBe('alert');
    expect(came(after(story, says({ died: true })))).toBe('first');
  });
});

describe('lanes that hear of the same thing', () => {
  const of: Partial<Procedure> = {
    questions: { ...bare.questions, sure: { type: 'yes-no', label: 'Sure' } },
    stages: { alert: stage(), work: stage(undefined, { parallel: true }), a: stage('work', { initial: 'a1' }), a1: stage('a'), a2: stage('a'), a3: stage('a'), b: stage('work', { initial: 'b1' }), b1: stage('b'), b2: stage('b'), ended: stage(undefined, { final: true }) },
    tasks: { go: record({ label: 'Go' }), other: record() },
    transitions: [
      chosen('in', 'alert', 'work'), chosen('aside', 'a1', 'a3'), chosen('out', 'work', 'ended'),
      { id: 'a-on', from: ['a1'], on: { done: 'go' }, if: { var: 'died' }, to: 'a2' }, { id: 'b-on', from: ['b1'], on: { done: 'go' }, if: { var: 'sure' }, to: 'b2' },
    ],
  };
  const lanes = (story: Story): string => story.case.stages.filter((id) => /\d/u.test(id)).join(' ');
  test.each<[name: string, values: Record<string, boolean>, then: readonly CommandBody[], stages: string]>([
    ['both go on where both know their way', { died: true, sure: true }, [], 'a2 b2'], ['one goes on and the other waits', { died: true }, [], 'a2 b1'], ['one goes on and the other, which waited, follows', { died: true }, [says({ sure: true })], 'a2 b2'],
    ['one stays whose way does not hold, and the other waits', { died: false }, [], 'a1 b1'], ['one stays whose way did not hold when it was heard, though it holds later', { died: false }, [says({ died: true, sure: true })], 'a1 b2'],
    ['both wait', {}, [], 'a1 b1'], ['both waited, and one goes on', {}, [says({ sure: true })], 'a1 b2'], ['both waited, and go on one after the other', {}, [says({ sure: true }), says({ died: true })], 'a2 b2'],
    ['both waited, one was taken aside, and the other goes on', {}, [goes('aside'), says({ sure: true, died: true })], 'a3 b2'], ['both waited, and what one waited for does not hold', {}, [says({ died: false, sure: true })], 'a1 b2'],
    ['both waited, and what it waited for holds too late', {}, [says({ died: false }), says({ died: true })], 'a1 b1'],
  ])('%s', (_name, values, then, expected) => {
    expect(lanes(after(opened(of, values), goes('in'), does('go'), ...then))).toBe(expected);
  });

  test('each visit ends with its own stage, and those beside it go on', () => {
    const story = opened(of, { died: true });
    story.does('manager', goes('in'), { now: '2026-12-08T09:00' });
    story.does('manager', does('go'), { now: '2026-12-09T09:00' });
    const [begin, moved] = [at('2026-12-08T09:00'), at('2026-12-09T09:00')];
    expect(story.case.visits).toStrictEqual([
      { stage: 'alert', entered: at('2026-12-07T09:00'), left: begin }, { stage: 'work', entered: begin, by: 'in' }, { stage: 'a', entered: begin, by: 'in' }, { stage: 'a1', entered: begin, by: 'in', left: moved },
      { stage: 'b', entered: begin, by: 'in' }, { stage: 'b1', entered: begin, by: 'in' }, { stage: 'a2', entered: moved, by: 'a-on' },
    ].map(({ stage: id, entered, by, left }) => ({ stage: id, entered, ...(by !== undefined && { by }), ...(left !== undefined && { left }) })));
  });
});

describe('a task', () => {
  const back = chosen('back', 'review', 'alert');
  const on = chosen('on', 'alert', 'review');
  const of = (task: Partial<Task>, rules: Readonly<Record<string, Rule>> = {}): Partial<Procedure> => ({ tasks: { first: record({ label: 'First', again: 'afresh', raised: 'by-choice' }), it: record({ label: 'It', ...task }), outcome: bare.tasks['outcome'] as Task }, rules, transitions: [on, back, ...bare.transitions.slice(1)] });
  const asks = (more: Partial<Rule> = {}): Readonly<Record<string, Rule>> => ({ asked: { then: { require: { task: 'it' } }, if: { var: 'died' }, strength: 'must', ...more } });
  const states = (story: Story): string => (story.case.tasks['it'] ?? []).map(({ state }) => state).join(' ');
  const end: CommandBody = { type: 'decide', task: 'outcome', options: ['end'] };
  const [yes, no] = [says({ died: true }), says({ died: false })];
  const withdraws: CommandBody = { type: 'withdrawTask', task: 'it', reason: 'Not needed.' };

  test.each<[name: string, task: Partial<Task>, rules: Readonly<Record<string, Rule>>, then: readonly CommandBody[], states: string]>([
    ['of a stage comes up on entering it', { in: ['review'] }, {}, [goes('on')], 'open'], ['of a stage is left open when that is left', { in: ['review'] }, {}, [goes('on'), goes('back')], 'open'],
    ['that ends with its stage is withdrawn with it', { in: ['review'], withdrawn: 'with-stage' }, {}, [goes('on'), goes('back')], 'withdrawn'], ['that ends with its stages stays while it is in one of them', { in: ['alert', 'review'], withdrawn: 'with-stage' }, {}, [goes('on')], 'open'],
    ['that ended with its stage and is done once does not come again', { in: ['review'], withdrawn: 'with-stage', again: 'once' }, {}, [goes('on'), goes('back'), goes('on')], 'withdrawn'], ['that ended with its stage and is done afresh comes again', { in: ['review'], withdrawn: 'with-stage', again: 'afresh' }, {}, [goes('on'), goes('back'), goes('on')], 'withdrawn open'],
    ['that a rule requires comes up with it', { raised: 'when-required' }, asks(), [yes], 'open'], ['that a rule requires does not come up without it', { raised: 'when-required' }, asks(), [no], ''], ['that a rule requires in a stage comes up on entering it', { raised: 'when-required', in: ['review'] }, asks(), [yes, goes('on')], 'open'],
    ['that a rule requires in a stage does not come up before', { raised: 'when-required', in: ['review'] }, asks(), [yes], ''], ['that a rule requires in a stage comes up after it was left', { raised: 'when-required', in: ['alert'] }, asks(), [goes('on'), yes], 'open'], ['that a rule requires and that ends with its stage does not', { raised: 'when-required', withdrawn: 'with-stage', in: ['alert'] }, asks(), [goes('on'), yes], ''],
    ['that a rule required stays open where nothing says otherwise', { raised: 'when-required', withdrawn: 'by-hand' } as Partial<Task>, asks(), [yes, no], 'open'], ['that is only asked while required falls away', { raised: 'when-required', withdrawn: 'unless-required' }, asks(), [yes, no], 'withdrawn'], ['that fell away is asked again', { raised: 'when-required', withdrawn: 'unless-required', again: 'once' }, asks(), [yes, no, yes], 'withdrawn open'],
    ['that was done is not asked again with its rule', { raised: 'when-required', withdrawn: 'unless-required', again: 'once' }, asks(), [yes, does('it'), no, yes], 'done'], ['that was withdrawn by hand is not asked again with its rule', { raised: 'when-required', withdrawn: 'unless-required', again: 'once' }, asks(), [yes, withdraws, no, yes], 'withdrawn'],
    ['that may be done is not raised by a rule', { raised: 'by-choice' }, asks(), [yes], ''], ['that a rule only allows is not raised', { raised: 'when-required' }, asks({ strength: 'may' }), [yes], ''],
    ['that follows another comes up after it', { raised: { done: 'first' } }, {}, [does('first')], 'open'], ['that follows another in a stage comes up on entering it', { raised: { done: 'first' }, in: ['review'] }, {}, [does('first'), goes('on')], 'open'], ['that follows another in a stage does not come up without it', { raised: { done: 'first' }, in: ['review'] }, {}, [goes('on')], ''],
    ['that followed another in a stage does not come up again on entering it', { raised: { done: 'first' }, in: ['review'], again: 'afresh' }, {}, [does('first'), goes('on'), does('it'), goes('back'), goes('on')], 'done'], ['that follows another and ends with its stage does not come up after it', { raised: { done: 'first' }, in: ['alert'], withdrawn: 'with-stage' }, {}, [goes('on'), does('first')], ''],
    ['that follows another comes up where one of its stages was entered', { raised: { done: 'first' }, in: ['alert', 'review'] }, {}, [does('first')], 'open'],
    ['that follows another comes up in a stage that was left', { raised: { done: 'first' }, in: ['alert'] }, {}, [goes('on'), does('first')], 'open'],
  ])('%s', (_name, task, rules, then, expected) => {
    expect(states(after(opened(of(task, rules)), ...then))).toBe(expected);
  });

  test.each<[name: string, task: Partial<Task>, rules: Readonly<Record<string, Rule>>, then: readonly CommandBody[], state: string | undefined]>([
    ['by choice', { raised: 'by-choice' }, {}, [], 'offered'], ['by choice, and done once', { raised: 'by-choice', again: 'once' }, {}, [does('it')], 'done'], ['by choice, and done again', { raised: 'by-choice', again: 'afresh' }, {}, [does('it')], 'offered'], ['by choice in a stage to come', { raised: 'by-choice', in: ['review'] }, {}, [], undefined], ['by choice in a stage that was left', { raised: 'by-choice', in: ['alert'] }, {}, [goes('on')], undefined],
    ['by choice in a closed case', { raised: 'by-choice' }, {}, [goes('on'), end], undefined], ['by choice after closing', { raised: 'by-choice', afterClosing: true }, {}, [goes('on'), end], 'offered'],
    ['where a rule allows it', { raised: 'when-required' }, asks({ strength: 'may' }), [yes], 'offered'], ['where a rule would allow it', { raised: 'when-required' }, asks({ strength: 'may' }), [no], undefined], ['where a rule that should hold does not', { raised: 'when-required' }, asks({ strength: 'should' }), [no], undefined], ['on entering a stage to come, though a rule allows it', { in: ['review'] }, asks({ strength: 'may' }), [yes], undefined],
    ['on entering its stage, done and allowed by a rule', { in: ['alert'], again: 'afresh' }, asks({ strength: 'may' }), [does('it'), yes], 'done'],
    ['where a rule asked for it and it was done', { raised: 'when-required', again: 'afresh' }, asks(), [yes, does('it')], 'done'],
  ])('is offered %s', (_name, task, rules, then, state) => {
    const story = after(opened(of(task, rules)), ...then);
    expect(tasks(story.versions, story.case, story.now).find(({ id }) => id === 'it')?.state).toBe(state);
  });
});
