// Rules that choose: who does a task, the form it fills, how long a clock runs.
import { describe, expect, test } from 'vitest';
import { tasks } from '../../../engine/case/tasks.ts';
import { check } from '../../../engine/procedure/check.ts';
import type { Procedure, Rule } from '../../../engine/procedure/types.ts';
import type { Value } from '../../../engine/criteria/types.ts';
import { answers, type Story } from '../../fixtures/engine/acting.ts';
import { begun, clockOf } from '../../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from './clockwork.ts';

const base = procedureWith({ report: fiveDays });
const choosing = (then: Extract<Rule['then'], { choose: unknown }>['choose'], more: Partial<Rule> = {}): Procedure => ({
  ...base, rules: { ...base.rules, choosing: { label: 'A death is led by the police', if: { var: 'died' }, then: { choose: then }, strength: 'must', ...more } },
  forms: { short: { label: 'Short form', version: { words: 'Form 1' }, sections: [{ id: 'all', label: 'All', questions: ['size'] }] }, long: { label: 'Long form', version: { words: 'Form 2' }, sections: [{ id: 'all', label: 'All', questions: ['size', 'incident-at'] }] } },
  tasks: { ...base.tasks, write: { ...base.tasks['write'], form: 'short' } as Procedure['tasks'][string] },
});
const inReview = (procedure: Procedure, values: Readonly<Record<string, Value>> = {}): Story => {
  const story = begun(procedure, '2026-12-07T09:00', { aware: '2026-12-07', ...values });
  story.does('manager', { type: 'sendExchange', task: 'send-alert' });
  return story;
};
const says = (story: Story, values: Readonly<Record<string, Value>>): void => void story.does('manager', { type: 'recordAnswers', mode: 'change', answers: answers(values) });
const view = (story: Story, task: string) => tasks(story.versions, story.case, story.now, 'police').find(({ id }) => id === task);
const doers = (story: Story, task: string) => view(story, task)?.doers.map(({ party }) => party);

test('a procedure whose rules choose is sound', () => {
  for (const then of [{ party: 'police', of: 'outcome' }, { form: 'long', of: 'write' }, { amount: 10, of: 'report' }]) expect(check(choosing(then)).filter(({ severity, pointer }) => severity === 'problem' && pointer.startsWith('/rules'))).toEqual([]);
});

describe('a party', () => {
  test('does the task in the place of those whom the task names, while the rule holds', () => {
    const story = inReview(choosing({ party: 'police', of: 'outcome' }));
    expect([doers(story, 'outcome'), view(story, 'outcome')?.mine]).toEqual([['manager'], false]);
    says(story, { died: true });
    expect([doers(story, 'outcome'), view(story, 'outcome')?.mine]).toEqual([['police'], true]);
    expect(story.isRefused('manager', { type: 'decide', task: 'outcome', options: ['end'] })).toMatchObject({ code: 'wrong-role', missing: [{ id: 'police' }] });
    says(story, { died: false });
    expect(story.does('manager', { type: 'decide', task: 'outcome', options: ['end'] }).stages).toEqual(['ended']);
  });

  test('does it beside them where the rule only allows', () => {
    const story = inReview(choosing({ party: 'police', of: 'outcome' }, { strength: 'may' }), { died: true });
    expect(doers(story, 'outcome')).toEqual(['manager', 'police']);
  });

  test('is not settled while an answer is not known on which the rule blocks', () => {
    const story = inReview(choosing({ party: 'police', of: 'outcome' }, { unknown: 'block' }));
    expect(story.isRefused('manager', { type: 'decide', task: 'outcome', options: ['end'] })).toMatchObject({ code: 'waits', rule: 'choosing' });
    says(story, { died: false });
    expect(story.does('manager', { type: 'decide', task: 'outcome', options: ['end'] }).stages).toEqual(['ended']);
  });

  test('of several rules the first that holds is followed', () => {
    const procedure = choosing({ party: 'police', of: 'outcome' });
    const story = inReview({ ...procedure, rules: { ...procedure.rules, second: { then: { choose: { party: 'health', of: 'outcome' } }, strength: 'must' } } });
    expect(doers(story, 'outcome')).toEqual(['health']);
    says(story, { died: true });
    expect(doers(story, 'outcome')).toEqual(['police']);
  });
});

test('a form is filled in the place of the usual one, and the act keeps which', () => {
  const story = inReview(choosing({ form: 'long', of: 'write' }));
  expect(view(story, 'write')?.form).toMatchObject({ id: 'short', sections: [{ questions: ['size'] }] });
  says(story, { died: true });
  expect(view(story, 'write')?.form).toMatchObject({ id: 'long', version: 'Form 2', sections: [{ asked: true, questions: ['size', 'incident-at'] }] });
  expect(story.does('manager', { type: 'completeTask', task: 'write' }).tasks['write']?.at(-1)?.form).toEqual({ id: 'long', version: 'Form 2' });
});

describe('an amount', () => {
  test('is counted in the place of the clock’s own, and falls away with the rule', () => {
    const story = inReview(choosing({ amount: 10, of: 'report' }));
    const due = () => clockOf(story, 'report', '2026-12-07T12:00')?.date;
    expect(due()).toBe('2026-12-14');
    says(story, { died: true });
    expect(due()).toBe('2026-12-21');
    expect(clockOf(story, 'report', '2026-12-07T12:00')?.sentence).toContain('10 working days after');
    says(story, { died: false });
    expect(due()).toBe('2026-12-14');
  });

  test('gives a time where the source gives none, and waits where the rule blocks', () => {
    const gap = choosing({ amount: 3, of: 'report' }, { unknown: 'block' });
    const story = inReview({ ...gap, timescales: { report: { ...fiveDays, amount: { gap: 'as soon as possible' } } } });
    expect(clockOf(story, 'report', '2026-12-07T12:00')).toMatchObject({ state: 'pending', sentence: expect.stringContaining('the answer that sets how long it is') });
    says(story, { died: true });
    expect(clockOf(story, 'report', '2026-12-07T12:00')?.date).toBe('2026-12-10');
    says(story, { died: false });
    expect(clockOf(story, 'report', '2026-12-07T12:00')).toMatchObject({ state: 'no-date', sentence: 'as soon as possible' });
  });
});

describe('what rules choose for one task, of which some block', () => {
  const died = { if: { var: 'died' }, unknown: 'block' } as const;
  const sized: Partial<Rule> = { if: { '==': [{ var: 'size' }, 'small'] }, unknown: 'block' };
  type Choosing = readonly [then: Extract<Rule['then'], { choose: unknown }>['choose'], more?: Partial<Rule>];
  const chosen = (...rules: readonly Choosing[]): Procedure => ({
    ...choosing({ form: 'long', of: 'nothing' }), rules: Object.fromEntries(rules.map(([then, more], index) => [`r${index}`, { label: `Rule ${index}`, then: { choose: then }, strength: 'must', ...more } as Rule])),
  });
  const [party, long, short] = [{ party: 'police', of: 'write' }, { form: 'long', of: 'write' }, { form: 'short', of: 'write' }] as const;
  const told = (procedure: Procedure, values: Readonly<Record<string, Value>> = {}) => {
    const outcome = inReview(procedure, values).tries('manager', { type: 'completeTask', task: 'write' });
    return outcome.ok ? outcome.case.tasks['write']?.at(-1)?.form?.id : `${outcome.refusal.code} ${outcome.refusal.rule}`;
  };

  test.each<[name: string, rules: readonly Choosing[], values: Readonly<Record<string, Value>>, expected: string]>([
    ['none', [], {}, 'short'], ['a form, not known', [[long, died]], {}, 'waits r0'], ['a form, known not to', [[long, died]], { died: false }, 'short'], ['a form, known to', [[long, died]], { died: true }, 'long'], ['a form, not known, and blocks not', [[long, { if: { var: 'died' } }]], {}, 'short'],
    ['the form that it has', [[short, { if: { var: 'died' } }]], { died: true }, 'short'], ['a party, not known', [[party, died]], {}, 'waits r0'], ['a form after one that holds', [[short], [long, died]], {}, 'short'], ['a form after one that does not, not known', [[long, died], [long, sized]], { died: false }, 'waits r1'],
    ['a form and before it one for another task', [[{ form: 'long', of: 'copy' }, died]], {}, 'short'], ['a form, not known, beside a party that is', [[{ party: 'manager', of: 'write' }], [long, died]], {}, 'waits r1'], ['the first that holds of two forms', [[long], [short]], {}, 'long'],
  ])('%s', (_name, rules, values, expected) => {
    expect(told(chosen(...rules), values)).toBe(expected);
  });

  test('is told with the rule and what would help', () => {
    expect(inReview(chosen([long, { ...died, cites: ['inv#1'] }])).isRefused('manager', { type: 'completeTask', task: 'write' })).toStrictEqual({
      code: 'waits', words: '“Write the report” waits: an answer on which “Rule 0” rests is not known.', missing: [], rule: 'r0', cites: ['inv#1'], remedy: 'Answer what is still open in the case.',
    });
  });

  test.each<[name: string, rules: readonly Choosing[], values: Readonly<Record<string, Value>>, due: string | undefined]>([
    ['none', [], {}, '2026-12-14'], ['another, which holds', [[{ amount: 10, of: 'report' }]], {}, '2026-12-21'], ['another, which does not', [[{ amount: 10, of: 'report' }, died]], { died: false }, '2026-12-14'], ['another, not known', [[{ amount: 10, of: 'report' }, died]], {}, undefined], ['another, not known, and blocks not', [[{ amount: 10, of: 'report' }, { if: { var: 'died' } }]], {}, '2026-12-14'], ['no days', [[{ amount: 0, of: 'report' }]], {}, '2026-12-07'],
  ])('an amount: %s', (_name, rules, values, due) => {
    expect(clockOf(inReview(chosen(...rules), values), 'report', '2026-12-08T09:00')?.date).toBe(due);
  });

  test.each<[rules: readonly Choosing[], doers: readonly string[]]>([[[[party, { strength: 'may' }], [{ party: 'health', of: 'write' }]], ['manager', 'police']], [[[{ party: 'manager', of: 'write' }, { strength: 'may' }]], ['manager']], [[[long], [party]], ['police']]])('who does it: %j', (rules, expected) => {
    expect(doers(inReview(chosen(...rules)), 'write')).toEqual(expected);
  });
});
