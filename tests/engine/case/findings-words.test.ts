// What a person is told to look at, held whole: a case with no way on and what would free it, a clock that ran out without
// a reason, a decision that the facts no longer bear.
import { describe, expect, test } from 'vitest';
import { replay } from '../../../engine/case/replay.ts';
import type { CommandBody, Finding } from '../../../engine/case/types.ts';
import type { Procedure, Rule, Task, Timescale, Transition } from '../../../engine/procedure/types.ts';
import { answers, at, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from './clockwork.ts';

const a: Task = { shape: 'record', label: 'A', by: ['manager'], in: ['alert'] };
const b: Task = { shape: 'record', label: 'B', by: ['manager'], in: ['alert'] };
const completes = (task: string): CommandBody => ({ type: 'completeTask', task });
const stuckAt = (remedy: string, named = '“Alert”'): Finding => ({ code: 'stuck', words: `Nothing that can happen now moves the case on from ${named}.`, remedy });
const CORRECT = 'Correct an answer or a decision that led here, or give the stage a route out in the procedure.';

describe('a case with no way on', () => {
  const stage = { kind: 'other', label: 'Next', owner: 'manager' } as const;
  interface Drawn { readonly on?: Transition['on']; readonly if?: Transition['if']; readonly tasks?: Readonly<Record<string, Task>>; readonly rules?: Procedure['rules']; readonly clock?: Timescale; readonly values?: object; readonly acts?: readonly CommandBody[]; readonly relations?: object }
  const told = ({ on = { done: 'a' }, if: guard, tasks = { a, b }, rules = {}, clock, values = {}, acts = [], relations }: Drawn): readonly Finding[] => {
    const base = procedureWith(clock ? { clock } : {});
    const transitions = [{ id: 'on', from: ['alert'], on, to: 'next', ...(guard ? { if: guard } : {}) }] as unknown as Procedure['transitions'];
    const story = begun({ ...base, stages: { alert: base.stages['alert'], next: stage, ended: base.stages['ended'] } as Procedure['stages'], transitions: [...transitions, { id: 'end', from: ['next'], on: { chosen: { by: ['manager'] } }, to: 'ended' }], tasks, rules, ...(relations ? { relations } : {}) } as Procedure, '2026-12-07T09:00', values as never);
    for (const body of acts) story.does('manager', body);
    return story.case.findings;
  };
  test.each<[name: string, drawn: Drawn, findings: readonly Finding[]]>([
    ['has one while its task is open', {}, []], ['has one while its decision is open', { on: { option: ['a', 'yes'] }, tasks: { a: { ...a, shape: 'decide', options: [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }] } as Task } }, []],
    ['is stuck once its decision went otherwise', { on: { option: ['a', 'yes'] }, tasks: { a: { ...a, shape: 'decide', options: [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }] } as Task }, acts: [{ type: 'decide', task: 'a', options: ['no'] }] }, [stuckAt(CORRECT)]],
    ['is stuck where its task is done and the way is shut', { if: { var: 'died' }, values: { died: false }, acts: [completes('a')] }, [stuckAt(CORRECT)]],
    ['is told which answer opens the way', { if: { var: 'died' }, acts: [completes('a')] }, [stuckAt('Answer: Child died.')]],
    ['is told each answer once', { if: { and: [{ var: 'died' }, { '==': [{ var: 'size' }, 'small'] }, { or: [{ var: 'died' }, { answered: 'aware' }] }] } as never, acts: [completes('a')] }, [stuckAt('Answer: Child died; Size; Became aware on.')]],
    ['is told no answer that it has', { if: { and: [{ var: 'died' }, { '==': [{ var: 'size' }, 'small'] }] }, values: { died: true }, acts: [completes('a')] }, [stuckAt('Answer: Size.')]],
    ['is told the answer that a rule waits for', { if: { rule: 'dead' }, rules: { dead: { label: 'Dead', if: { var: 'died' }, then: { label: 'x' }, strength: 'must' } as Rule }, acts: [completes('a')] }, [stuckAt('Answer: Child died.')]],
    ['has one while its task may be chosen', { tasks: { a: { ...a, raised: 'by-choice' } } }, []], ['has one while a rule may ask for its task', { tasks: { a: { ...a, raised: 'when-required' } } }, []],
    ['is stuck once a task that a rule asks for was done', { if: { var: 'died' }, values: { died: false }, tasks: { a: { ...a, raised: 'when-required', withdrawn: 'by-hand' } }, rules: { ask: { label: 'Ask', then: { require: { task: 'a' } }, strength: 'must' } as Rule }, acts: [completes('a')] }, [stuckAt(CORRECT)]],
    ['has one where that is asked for afresh', { if: { var: 'died' }, values: { died: false }, tasks: { a: { ...a, raised: 'when-required', withdrawn: 'by-hand', again: 'afresh' } }, rules: { ask: { label: 'Ask', then: { require: { task: 'a' } }, strength: 'must' } as Rule }, acts: [completes('a')] }, []],
    ['has one while what raises its task is open', { tasks: { a: { ...a, raised: { done: 'b' } }, b } }, []], ['has none where what raises its task was withdrawn', { tasks: { a: { ...a, raised: { done: 'b' } }, b }, acts: [{ type: 'withdrawTask', task: 'b', reason: 'No need.' }] }, [stuckAt(CORRECT)]],
    ['has none where two tasks wait for each other', { tasks: { a: { ...a, raised: { done: 'b' } }, b: { ...b, raised: { done: 'a' } } } }, [stuckAt(CORRECT)]],
    ['has none in a task that is not there to be had', { on: { done: 'b' }, tasks: { a, b: { ...b, in: ['next'] } } }, [stuckAt(CORRECT)]],
    ['has one while its clock runs', { on: { lapsed: 'clock' }, clock: { ...fiveDays, for: 'a' }, values: { aware: '2026-12-07' } }, []], ['has none where its clock was met', { on: { lapsed: 'clock' }, clock: { ...fiveDays, for: 'a' }, values: { aware: '2026-12-07' }, acts: [completes('a')] }, [stuckAt(CORRECT)]],
    ['has none where its clock has no start', { on: { lapsed: 'clock' }, clock: { ...fiveDays, for: 'a' } }, [stuckAt(CORRECT)]],
    ['has one that somebody may choose', { on: { chosen: { by: ['manager'] } } }, []],
    ['is stuck where it waits for its own end', { on: { ended: 'alert' } as never }, [stuckAt(CORRECT)]],
  ])('%s', (_name, drawn, findings) => {
    expect(told(drawn)).toStrictEqual(findings);
  });

  test('that may go by one of several ways is not stuck, and is asked only what opens its own', () => {
    const base = procedureWith({});
    const drawn = (transitions: readonly object[]): readonly Finding[] => {
      const story = begun({ ...base, rules: {}, tasks: { a, b }, stages: { alert: base.stages['alert'], next: stage, ended: base.stages['ended'] } as Procedure['stages'], transitions: [...transitions, { id: 'end', from: ['next'], on: { chosen: { by: ['manager'] } }, to: 'ended' }] as unknown as Procedure['transitions'] }, '2026-12-07T09:00');
      return story.does('manager', completes('a')).findings;
    };
    const shut = { id: 'on', from: ['alert'], on: { done: 'a' }, if: { var: 'died' }, to: 'next' };
    const other = { id: 'other', from: ['next'], on: { done: 'a' }, if: { '==': [{ var: 'size' }, 'small'] }, to: 'ended' };
    expect([drawn([shut, { id: 'aside', from: ['alert'], on: { chosen: { by: ['manager'] } }, to: 'next' }]), drawn([shut, other])]).toStrictEqual([[], [stuckAt('Answer: Child died.')]]);
  });
  test('that was closed is not stuck', () => {
    const base = procedureWith({});
    const story = begun({ ...base, rules: {}, tasks: { a }, transitions: [], closing: { by: ['manager'] } } as unknown as Procedure, '2026-12-07T09:00');
    story.does('manager', completes('a'));
    expect([story.case.findings, story.does('manager', { type: 'closeCase' }).findings]).toStrictEqual([[stuckAt(CORRECT)], []]);
  });

  test('that goes several ways at once is stuck only where none of them goes on, and each is named', () => {
    const base = procedureWith({});
    const lane = (label: string) => ({ kind: 'other', label, within: 'both', owner: 'manager' } as const);
    const stages = { both: { kind: 'other', label: 'Both', parallel: true }, left: lane('Left'), right: lane('Right'), ended: base.stages['ended'] } as Procedure['stages'];
    const open = (tasks: Readonly<Record<string, Task>>): readonly Finding[] => begun({ ...base, stages, tasks, rules: {}, doors: { front: { ...base.doors['front'], to: ['both'] } as Procedure['doors'][string] }, transitions: [{ id: 'l', from: ['left'], on: { done: 'a' } }, { id: 'r', from: ['right'], on: { done: 'b' } }, { id: 'e', from: ['both'], on: { ended: 'both' }, to: 'ended' }] as unknown as Procedure['transitions'] }, '2026-12-07T09:00').case.findings;
    expect([open({ a: { ...a, in: ['left'] }, b: { ...b, in: ['right'] } }), open({ a: { ...a, in: ['left'] }, b: { ...b, in: ['ended'] } }), open({ a: { ...a, in: ['ended'] }, b: { ...b, in: ['ended'] } })]).toStrictEqual([[], [], [stuckAt(CORRECT, '“Left” and “Right”')]]);
  });
});

describe('a clock that ran out', () => {
  const report: Timescale = { ...fiveDays, label: 'Report', onLapse: 'reason' };
  const opened = (clock: Timescale = report, late?: 'reason' | 'nothing', aware = '2026-12-07'): Story => {
    const base = procedureWith({ report: clock });
    return begun({ ...base, doors: { front: { ...base.doors['front'], ...(late ? { late } : {}) } as Procedure['doors'][string] } }, '2026-12-08T09:00', { aware });
  };
  const told = ({ versions, case: held }: Story, when: number): readonly Finding[] => replay(versions, held.events, when).findings;
  const finding: Finding = { code: 'lapsed-without-reason', task: 'write', words: 'The time for “Write the report” ran out, and no reason is recorded.', remedy: 'Record why.' };
  const last = at('2026-12-15T00:00') - 1;

  test('asks why from the moment after the last that complies, until that is said', () => {
    const story = opened();
    expect([told(story, last), told(story, last + 1)]).toStrictEqual([[], [finding]]);
    story.does('manager', { type: 'explainLapse', timescale: 'report', reason: 'Ill.' }, { now: '2026-12-16T09:00' });
    expect(story.case.findings).toStrictEqual([]);
  });
  test('asks nothing where nobody wants to know, or where it was met', () => {
    expect(told(opened(fiveDays), last + 1)).toStrictEqual([]);
    const story = opened();
    story.does('manager', { type: 'sendExchange', task: 'send-alert' });
    story.does('manager', { type: 'completeTask', task: 'write' });
    expect(told(story, last + 1)).toStrictEqual([]);
  });
  test('before the case was opened is asked about where the door asks, and only there', () => {
    const born: Finding = { ...finding, words: 'The case was opened after the time for “Write the report” had run out, and no reason is recorded.' };
    const found = (late: 'reason' | 'nothing' | undefined, aware: string) => opened(fiveDays, late, aware).case.findings;
    expect([found('reason', '2026-12-01'), found('reason', '2026-11-30'), found('nothing', '2026-11-30'), found(undefined, '2026-11-30')]).toStrictEqual([[], [born], [], []]);
    expect(opened(report, 'reason', '2026-11-30').case.findings).toHaveLength(1);
    const story = opened(fiveDays, 'reason', '2026-11-30');
    expect(story.does('manager', { type: 'explainLapse', timescale: 'report', reason: 'Ill.' }).findings).toStrictEqual([]);
  });
});

test('a time changed by hand of which somebody is to be told is found until something went to them', () => {
  const base = procedureWith({ report: { ...fiveDays, label: 'Report', adjust: { by: ['manager'], reason: true, tell: ['health', 'police'] } } });
  const story = begun(base, '2026-12-07T09:00', { aware: '2026-12-07' });
  const untold = (who: string): Finding => ({ code: 'not-told', task: 'write', words: `The time for “Write the report” was changed, and nothing has gone to ${who} since.`, remedy: `Send ${who} word of the new date.` });
  expect(story.does('manager', { type: 'extendTimescale', timescale: 'report', to: '2026-12-20', reason: 'Ill.' }).findings).toStrictEqual([untold('Health and Police')]);
  expect(story.does('manager', { type: 'sendExchange', task: 'send-alert' }).findings).toStrictEqual([untold('Police')]);
  expect(story.does('manager', { type: 'sendExchange', task: 'checks', recipients: ['police'] }).findings).toStrictEqual([]);
});

describe('a decision that a must speaks against', () => {
  const rule = (then: Rule['then'], more: Partial<Rule> = {}): Rule => ({ label: 'A death ends it', if: { var: 'died' }, then, strength: 'must', ...more });
  const found = (rules: Readonly<Record<string, Rule>>, option: string, died = true): readonly Finding[] => {
    const base = procedureWith({});
    const { outcome } = base.tasks;
    const story = begun({ ...base, rules, tasks: { ...base.tasks, outcome: { ...outcome, in: ['alert'] } as Task }, transitions: [{ id: 'on-alert', from: ['alert'], on: { done: 'send-alert' }, to: 'review' }] }, '2026-12-07T09:00', { died: false });
    story.does('manager', { type: 'decide', task: 'outcome', options: [option] }, { id: 'decided' });
    return story.does('manager', { type: 'recordAnswers', mode: 'change', answers: answers({ died }) }).findings;
  };
  const REMEDY = 'Those who decided confirm that it stands, or the stage is taken up again.';
  const otherwise: Finding = { code: 'unsupported-act', task: 'outcome', rule: 'rule', event: 'decided', words: '“Outcome” was decided otherwise than “A death ends it” now asks. It stands.', remedy: REMEDY };
  test.each<[name: string, rules: Readonly<Record<string, Rule>>, option: string, findings: readonly Finding[]]>([
    ['is told where another option is required', { rule: rule({ require: { option: ['outcome', 'end'] } }) }, 'go-on', [otherwise]], ['is none where the required one was taken', { rule: rule({ require: { option: ['outcome', 'end'] } }) }, 'end', []],
    ['is told where its option is forbidden', { rule: rule({ forbid: { option: ['outcome', 'go-on'] } }) }, 'go-on', [otherwise]], ['is none where another is forbidden', { rule: rule({ forbid: { option: ['outcome', 'end'] } }) }, 'go-on', []],
    ['is none where the rule is no must', { rule: rule({ forbid: { option: ['outcome', 'go-on'] } }, { strength: 'should' }) }, 'go-on', []],
    ['is told where the whole task is forbidden', { rule: rule({ forbid: { task: 'outcome' } }) }, 'go-on', [{ ...otherwise, words: '“Outcome” was decided, and “A death ends it” now stands against it. It stands.' }]],
    ['is none where another rule relieves of it', { rule: rule({ forbid: { task: 'outcome' } }), free: rule({ relieve: { task: 'outcome' } }) }, 'go-on', []],
    ['is none where the task that is forbidden is another', { rule: rule({ forbid: { task: 'publish' } }) }, 'go-on', []],
  ])('%s', (_name, rules, option, findings) => {
    expect(found(rules, option)).toStrictEqual(findings);
    expect(found(rules, option, false)).toStrictEqual([]);
  });
});
