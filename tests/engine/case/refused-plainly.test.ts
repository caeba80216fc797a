// A refusal says which rule stands against the act and what would help, and nothing it does not know; and nobody gets
// round whose part of a form it is, or to whom something goes.
import { describe, expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/compile.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { answers, Story } from '../../fixtures/engine/acting.ts';
import { orchard } from '../../fixtures/engine/orchard.ts';

const storyOf = (procedure: Procedure): Story => new Story(versionsOf([compile(procedure, { version: 1 })]));

describe('a route that a rule forbids', () => {
  const held: Procedure = { ...orchard, rules: { ...orchard.rules, 'not-abroad': { label: 'Nobody goes on while the family is abroad', if: { var: 'abroad' }, then: { forbid: { transition: 'go-on' } }, strength: 'must', cites: ['inv#7'] } } };

  test('is refused by that rule, with its place in the source', () => {
    const story = storyOf(held).opens({ abroad: true });
    story.does('clerk', { type: 'completeTask', task: 'assess' });
    expect(story.isRefused('clerk', { type: 'takeTransition', transition: 'go-on', reason: 'Time.' })).toMatchObject({
      code: 'forbidden', rule: 'not-abroad', cites: ['inv#7'], words: expect.stringContaining('Nobody goes on while the family is abroad.') as unknown,
    });
  });

  test('is open when the rule does not hold', () => {
    const story = storyOf(held).opens({ abroad: false });
    story.does('clerk', { type: 'completeTask', task: 'assess' });
    expect(story.does('clerk', { type: 'takeTransition', transition: 'go-on', reason: 'Time.' }).stages).toContain('reading');
  });
});

describe('a remedy asks for nothing that is not named', () => {
  const closing = (by: readonly string[] | undefined): Story => {
    const story = storyOf({ ...orchard, closing: { ...(by && { by }), if: { answered: 'lessons' } } }).opens({ harmed: false });
    story.does('clerk', { type: 'completeTask', task: 'assess' });
    return story;
  };

  test('closing before what closing rests on says so', () => {
    expect(closing(['chief']).isRefused('chief', { type: 'closeCase' }).remedy).toBe('Do first what the procedure asks for before a case closes.');
  });

  test('closing where a case closes by itself says so', () => {
    expect(closing(undefined).isRefused('chief', { type: 'closeCase' }).remedy).toBe('Go on with the case; it closes when it has come to an end.');
  });
});

test('a departure whose reason ends with a full stop is told with one', () => {
  const story = new Story();
  story.does('clerk', { type: 'openCase', case: 'case-1', reference: 'OR-1', door: 'referral', answers: answers({ initials: 'Q.X.', harmed: true, looked: false, aware: '2026-03-01', place: 'home' }) });
  const { findings } = story.does('clerk', { type: 'completeTask', task: 'assess', reason: 'Papers are lost.' });
  expect(findings.map(({ words }) => words)).toEqual(['“Assess” departs from a rule: Papers are lost.']);
});

describe('an exchange for which only rules name recipients', () => {
  const told: Procedure = {
    ...orchard,
    tasks: { ...orchard.tasks, 'tell-some': { shape: 'exchange', label: 'Tell some', by: ['clerk'], expects: 'nothing' } },
    rules: { ...orchard.rules, 'inspector-told': { label: 'The inspector is told', then: { require: { recipients: ['inspector'], of: 'tell-some' } }, strength: 'must' } },
  };

  test('goes to nobody whom no rule names', () => {
    const story = storyOf(told).opens();
    expect(story.isRefused('clerk', { type: 'sendExchange', task: 'tell-some', recipients: ['family'] })).toMatchObject({ code: 'unknown-recipient', missing: [{ id: 'family' }] });
    expect(story.does('clerk', { type: 'sendExchange', task: 'tell-some' }).tasks['tell-some']?.at(-1)?.recipients.map(({ party }) => party)).toEqual(['inspector']);
  });

  test('goes to one who was added', () => {
    const story = storyOf(told).opens();
    story.does('clerk', { type: 'addRecipient', task: 'tell-some', recipient: 'family', reason: 'They asked.' });
    story.does('clerk', { type: 'sendExchange', task: 'tell-some', recipients: ['family', 'inspector'] });
  });
});

test('[trap 26] the part of a form that others fill is not filled by telling answers without the task', () => {
  const story = storyOf({
    ...orchard,
    questions: { ...orchard.questions, office: { type: 'text', label: 'For the office' } },
    forms: { ...orchard.forms, own: { label: 'Own', sections: [{ id: 'office-part', label: 'Office part', by: 'chief', questions: ['office'] }] } },
  }).opens();
  const told = { type: 'recordAnswers', mode: 'change', answers: { office: { value: 'Seen.' } } } as const;
  expect(story.isRefused('clerk', told).code).toBe('wrong-role');
  story.does('chief', told);
});
