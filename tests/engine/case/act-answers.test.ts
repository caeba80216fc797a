// An answer that belongs to one act: asked afresh each time, never carried over from an earlier act.
import { describe, expect, test } from 'vitest';
import { tasks } from '../../../engine/case/tasks.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { Procedure, Question, Rule } from '../../../engine/procedure/types.ts';
import { answers, type Story } from '../../fixtures/engine/acting.ts';
import { begun, clockOf } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const rules: Readonly<Record<string, Rule>> = {
  said: { then: { require: { fields: ['anonymised'], of: 'letter' } }, strength: 'must' },
  barred: { label: 'Nothing leaves that is not anonymised', if: { '!': { var: 'anonymised' } }, unknown: 'block', then: { forbid: { task: 'letter' } }, strength: 'must' },
};
const lettersWith = (each: Pick<Question, 'each'>): Procedure => procedureWith({ reply: { for: 'decide', direction: 'within', amount: 5, unit: 'calendar-days', from: { var: 'heard' }, basis: 'local' } }, {
  questions: { anonymised: { type: 'yes-no', label: 'Is it anonymised?', ...each }, heard: { type: 'date', label: 'Heard on', ...each }, pending: { type: 'yes-no', label: 'Are proceedings pending?', ...each }, told: { type: 'yes-no', label: 'Told?' } },
  forms: { letter: { label: 'Letter', sections: [{ id: 'all', label: 'All', questions: ['anonymised', 'told'] }] }, decision: { label: 'Decision', sections: [{ id: 'all', label: 'All', questions: ['pending', 'heard'] }] } },
  tasks: {
    letter: { shape: 'exchange', label: 'Write', by: ['manager'], to: ['health'], expects: 'nothing', form: 'letter', raised: 'by-choice', again: 'afresh' },
    decide: { shape: 'decide', label: 'Publish or not', by: ['manager'], form: 'decision', raised: 'by-choice', again: 'afresh', options: [{ id: 'publish', label: 'Publish' }, { id: 'wait', label: 'Wait' }] },
    watch: { shape: 'record', label: 'Watch the proceedings', by: ['manager'], raised: 'when-required', withdrawn: 'unless-required' },
    'send-alert': { shape: 'record', label: 'Alert', by: ['manager'], in: ['alert'] }, outcome: { shape: 'decide', label: 'Outcome', by: ['manager'], in: ['review'], options: [{ id: 'end', label: 'End' }, { id: 'on', label: 'On' }] },
  },
  rules: { ...rules, no: { label: 'Not while proceedings are pending', if: { var: 'pending' }, then: { forbid: { option: ['decide', 'publish'] } }, strength: 'must' }, watched: { if: { var: 'pending' }, then: { require: { task: 'watch' } }, strength: 'must' } },
});
const began = (each: Pick<Question, 'each'> = { each: 'act' }): Story => begun(lettersWith(each), '2026-12-01T09:00');
const letter = (values: Readonly<Record<string, boolean>> = {}, more: object = {}): CommandBody => ({ type: 'sendExchange', task: 'letter', answers: answers(values), ...more });
const decide = (option: string, values: Readonly<Record<string, boolean | string>> = {}): CommandBody => ({ type: 'decide', task: 'decide', options: [option], answers: answers(values) });

describe('an earlier yes', () => {
  test('lets the next letter out where the answer belongs to the case', () => {
    const story = began({ each: 'case' });
    story.does('manager', letter({ anonymised: true }));
    expect(story.tries('manager', letter({}, { recipients: ['health'], reason: 'The second letter.' })).ok).toBe(true);
  });

  test('does not let out the next letter in the same exchange', () => {
    const story = began();
    story.does('manager', letter({ anonymised: true }));
    expect(story.isRefused('manager', letter({}, { recipients: ['health'], reason: 'The second letter.' }))).toMatchObject({ code: 'missing-field', missing: [{ id: 'anonymised' }] });
    story.does('manager', letter({ anonymised: true }, { recipients: ['health'], reason: 'The second letter.' }));
  });

  test('does not let out a letter taken up afresh, and a no stops it though the last was a yes', () => {
    const story = began();
    story.does('manager', letter({ anonymised: true }));
    story.does('manager', { type: 'raiseTask', task: 'letter' });
    expect(story.isRefused('manager', letter()).code).toBe('missing-field');
    expect(story.isRefused('manager', letter({ anonymised: false }))).toMatchObject({ code: 'forbidden', rule: 'barred' });
    story.does('manager', letter({ anonymised: true }));
    expect(story.case.tasks['letter']?.map((record) => record.answers)).toEqual([answers({ anonymised: true }), answers({ anonymised: true })]);
  });

  test('is asked for again in the view of the task', () => {
    const story = began();
    const asked = (): readonly string[] | undefined => tasks(story.versions, story.case, story.now).find(({ id }) => id === 'letter')?.required.fields;
    story.does('manager', letter({ anonymised: true, told: true }));
    story.does('manager', { type: 'raiseTask', task: 'letter' });
    expect(asked()).toEqual(['anonymised']);
  });
});

test('answers given ahead of the act count for it, and not for the one after', () => {
  const story = began();
  story.does('manager', { type: 'raiseTask', task: 'letter' });
  story.does('manager', { type: 'recordAnswers', task: 'letter', mode: 'change', answers: answers({ anonymised: true }) });
  story.does('manager', letter());
  story.does('manager', { type: 'raiseTask', task: 'letter' });
  expect(story.isRefused('manager', letter()).code).toBe('missing-field');
});

test('an answer recorded for no task does not count for an act', () => {
  const story = began();
  story.does('manager', { type: 'recordAnswers', mode: 'change', answers: answers({ anonymised: true }) });
  expect(story.isRefused('manager', letter()).code).toBe('missing-field');
});

describe('elsewhere in the case', () => {
  test('the last act’s answer is read, and none where the last act gave none', () => {
    const story = began();
    story.does('manager', decide('wait', { pending: true }));
    expect(story.case.tasks['watch']?.at(-1)?.state).toBe('open');
    story.does('manager', decide('publish'));
    expect(story.case.answers['pending']).toBeUndefined();
    expect(story.case.tasks['watch']?.at(-1)?.state).toBe('withdrawn');
  });

  test('a rule on the decision reads what was said at it, not at the one before', () => {
    const story = began();
    story.does('manager', decide('wait', { pending: true }));
    expect(story.isRefused('manager', decide('publish', { pending: true })).code).toBe('forced-option');
    story.does('manager', decide('publish', { pending: false }));
  });

  test('a clock of the task waits for the answer of its own act', () => {
    const story = began();
    story.does('manager', decide('wait', { heard: '2026-12-01' }));
    expect(clockOf(story, 'reply', '2026-12-02T09:00')?.date).toBe('2026-12-06');
    story.does('manager', { type: 'raiseTask', task: 'decide' });
    expect(clockOf(story, 'reply', '2026-12-02T09:00')?.state).toBe('pending');
  });
});

test('a correction puts the answer of the act right', () => {
  const story = began();
  story.does('manager', letter({ anonymised: true }));
  story.does('manager', { type: 'recordAnswers', task: 'letter', mode: 'correct', answers: answers({ anonymised: false }), reason: 'A name was left in.' });
  expect(story.case.tasks['letter']?.[0]?.answers).toEqual(answers({ anonymised: false }));
});
