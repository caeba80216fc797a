// Whatever a deadline hangs on, a rule that asks about the deadline hears at once when that changes: its start, its length,
// a date agreed, a hold, and whether its task is asked at all.
import { describe, expect, test } from 'vitest';
import { rules } from '../../../engine/case/rules.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { Criterion, DateExpression, Procedure, Rule, Timescale } from '../../../engine/procedure/types.ts';
import { answers } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from './clockwork.ts';

type Act = readonly [body: CommandBody, role?: string, now?: string];
const bare = procedureWith({});
const result = (timescale: Partial<Timescale>, criterion: Criterion, acts: readonly Act[], more: Partial<Procedure> = {}, ruled: Readonly<Record<string, Rule>> = {}): unknown => {
  const procedure: Procedure = {
    ...procedureWith({ it: { ...fiveDays, for: 'keep', ...timescale }, other: { ...fiveDays, for: 'keep', from: { var: 'aware' } } }), holds: { trial: { label: 'Trial', by: ['manager'], stops: { timescales: ['it'] }, until: { released: true }, resume: 'remainder' } },
    questions: { ...bare.questions, born: { type: 'date', label: 'Born' }, moved: { type: 'computed', label: 'Moved', compute: { var: 'born' } } as never },
    tasks: {
      ...bare.tasks, keep: { shape: 'record', label: 'Keep', by: ['manager'] }, plan: { shape: 'record', label: 'Plan', by: ['manager'], in: ['alert'] }, note: { shape: 'record', label: 'Note', by: ['manager'], raised: 'by-choice' },
      choose: { shape: 'decide', label: 'Choose', by: ['manager'], in: ['alert'], options: [{ id: 'a', label: 'A' }, { id: 'b', label: 'B' }] }, tell: { shape: 'exchange', label: 'Tell', by: ['manager'], in: ['alert'], to: ['health'], expects: 'nothing' },
    },
    ...more, rules: { asked: { label: 'Asked', if: criterion, then: { label: 'Asked' }, strength: 'must' }, ...ruled },
  };
  const story = begun(procedure, '2026-12-07T09:00');
  for (const [body, role = 'manager', now] of acts) story.does(role, body, now === undefined ? {} : { now });
  return rules(story.versions, story.case).find(({ rule }) => rule === 'asked')?.result;
};
const says = (values: Parameters<typeof answers>[0]): Act => [{ type: 'recordAnswers', mode: 'change', answers: answers(values) }];
const does = (task: string): Act => [{ type: 'completeTask', task }];
const pending: Criterion = { pending: 'it' };
const sends: Act = [{ type: 'sendExchange', task: 'send-alert' }];
const later = (now: string): Act => [{ type: 'addNote', words: 'Time passes.' }, 'manager', now];

describe('the start', () => {
  test.each<[from: DateExpression, act: Act]>([
    [{ var: 'aware' }, says({ aware: '2026-12-07' })], [{ var: 'moved' }, says({ born: '2026-12-07' })], [{ done: 'plan' }, does('plan')], [{ sent: 'tell' }, [{ type: 'sendExchange', task: 'tell' }]], [{ planned: 'plan' }, [{ type: 'planTask', task: 'plan', on: '2026-12-09' }]], [{ raised: 'note' }, [{ type: 'raiseTask', task: 'note' }]],
    [{ entered: 'review' }, sends], [{ left: 'alert' }, sends], [{ taken: ['choose', 'a'] }, [{ type: 'decide', task: 'choose', options: ['a'] }]], [{ 'true-since': 'died' }, says({ died: true })], [{ due: 'other' }, says({ aware: '2026-12-07' })],
    [{ earliest: [{ done: 'plan' }, { var: 'aware' }] }, says({ aware: '2026-12-07' })], [{ latest: [{ done: 'plan' }, { opened: true }] }, does('plan')], [{ choose: { setting: 'start', of: { aware: { done: 'plan' } } } }, does('plan')],
  ])('%j', (from, act) => {
    const died: Readonly<Record<string, Rule>> = { died: { label: 'Died', if: { var: 'died' }, then: { label: 'Died' }, strength: 'must' } };
    expect([[], [act]].map((acts) => result({ from }, pending, acts, {}, died))).toEqual([true, false]);
    expect([[], [act]].map((acts) => result({ from }, { '!': { and: [pending, { '!': { done: 'note' } }] } }, acts, {}, died))).toEqual([false, true]);
  });
});

test.each<[name: string, timescale: Partial<Timescale>, acts: readonly Act[], expected: unknown]>([
  ['an amount that a table gives', { from: { opened: true }, amount: { lookup: { table: 'lengths', with: { var: 'size' } } } }, [], true], ['an amount that a table gives now', { from: { opened: true }, amount: { lookup: { table: 'lengths', with: { var: 'size' } } } }, [says({ size: 'small' })], false],
  ['a start that was corrected away', { from: { var: 'aware' } }, [says({ aware: '2026-12-07' }), [{ type: 'recordAnswers', mode: 'correct', answers: { aware: { status: 'unknown' } } }]], true],
])('what is waited for: %s', (_name, timescale, acts, expected) => {
  expect(result(timescale, pending, acts)).toBe(expected);
});

const lapsed: Criterion = { lapsed: 'it' };
const running: Partial<Timescale> = { from: { opened: true }, adjust: { by: ['manager'], reason: true } };
const [hold, release]: readonly [Act, Act] = [[{ type: 'startHold', hold: 'trial', reason: 'Asked.' }], [{ type: 'releaseHold', hold: 'trial' }]];
const on = (act: Act, now: string): Act => [act[0], act[1] ?? 'manager', now];
test.each<[name: string, acts: readonly Act[], ruled: Readonly<Record<string, Rule>>, expected: unknown]>([
  ['nothing happened', [later('2026-12-15T00:00')], {}, true], ['it is its last minute', [later('2026-12-14T23:59')], {}, false], ['it was done in time', [does('keep'), later('2026-12-15T00:00')], {}, false], ['it was done too late', [on(does('keep'), '2026-12-15T00:00')], {}, true],
  ['it was extended', [[{ type: 'extendTimescale', timescale: 'it', to: '2026-12-20', reason: 'Ill.' }], later('2026-12-15T00:00')], {}, false], ['it was extended, and that is over', [[{ type: 'extendTimescale', timescale: 'it', to: '2026-12-20', reason: 'Ill.' }], later('2026-12-21T00:00')], {}, true],
  ['it is held', [hold, later('2026-12-15T00:00')], {}, false], ['it was held and is not over yet', [hold, on(release, '2026-12-11T09:00'), later('2026-12-15T00:00')], {}, false], ['it was held and is over', [hold, on(release, '2026-12-11T09:00'), later('2026-12-19T00:00')], {}, true],
  ['its task was withdrawn', [[{ type: 'withdrawTask', task: 'keep', reason: 'No.' }], later('2026-12-15T00:00')], {}, false],
  ['a rule gives it longer', [says({ died: true }), later('2026-12-15T00:00')], { longer: { label: 'Longer', if: { var: 'died' }, then: { choose: { amount: 10, of: 'it' } }, strength: 'must' } }, false], ['a rule would give it longer', [says({ died: false }), later('2026-12-15T00:00')], { longer: { label: 'Longer', if: { var: 'died' }, then: { choose: { amount: 10, of: 'it' } }, strength: 'must' } }, true],
])('it ran out, where %s', (_name, acts, ruled, expected) => {
  expect(result(running, lapsed, acts, {}, ruled)).toBe(expected);
});

test.each<[name: string, timescale: Partial<Timescale>, acts: readonly Act[], ruled: Readonly<Record<string, Rule>>, expected: unknown]>([
  ['is asked by a rule that holds', { for: 'duty' }, [says({ died: true }), later('2026-12-15T00:00')], {}, true], ['is asked by a rule that does not', { for: 'duty' }, [says({ died: false }), later('2026-12-15T00:00')], {}, false], ['is asked by a rule that held', { for: 'duty' }, [says({ died: true }), on(says({ died: false }), '2026-12-08T09:00'), later('2026-12-15T00:00')], {}, false],
  ['may still come with its stage', { for: 'write' }, [later('2026-12-15T00:00')], {}, true], ['cannot come, since its stage was left', { for: 'note' }, [sends, later('2026-12-15T00:00')], {}, false],
  ['is relieved of', { for: 'note' }, [says({ died: true }), later('2026-12-15T00:00')], { relieved: { label: 'No note', if: { var: 'died' }, then: { relieve: { task: 'note' } }, strength: 'may' } }, false],
])('it ran out, of a task that %s', (_name, timescale, acts, ruled, expected) => {
  const stages: Partial<Procedure> = { tasks: { ...bare.tasks, keep: { shape: 'record', label: 'Keep', by: ['manager'] }, note: { shape: 'record', label: 'Note', by: ['manager'], raised: 'by-choice', in: ['alert'] } } };
  const told: Readonly<Record<string, Rule>> = bare.rules ?? {};
  expect(result({ from: { opened: true }, ...timescale }, lapsed, acts, stages, { ...told, ...ruled })).toBe(expected);
});

test('an exchange is found complete, or not, when a rule or an answer changes whom it goes to', () => {
  const state = (acts: readonly Act[]): unknown => result({ from: { opened: true } }, { done: 'spread' }, acts, { tasks: { ...bare.tasks, keep: { shape: 'record', label: 'Keep', by: ['manager'] }, spread: { shape: 'exchange', label: 'Spread', by: ['manager'], to: ['health'], per: { over: 'list' }, expects: 'nothing', raised: 'on-entry' } as never }, questions: { ...bare.questions, list: { type: 'list', label: 'List', of: 'agency' } } }, { more: { label: 'More', if: { var: 'died' }, then: { require: { recipients: ['police'], of: 'spread' } }, strength: 'must' } });
  const send = (...recipients: readonly string[]): Act => [{ type: 'sendExchange', task: 'spread', recipients }];
  expect(state([send('health')])).toBe(true);
  expect(state([says({ died: true }), send('health')])).toBe(false);
  expect(state([says({ died: true }), send('health'), says({ died: false })])).toBe(true);
  expect(state([send('health'), says({ died: true })])).toBe(false);
  expect(state([says({ list: ['police'] }), send('health')])).toBe(false);
  expect(state([says({ list: ['police'] }), send('health'), says({ list: [] })])).toBe(true);
});
