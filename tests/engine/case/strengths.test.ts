// What each strength does, who stands in for whom, and who speaks for those without an account.
import { describe, expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/compile.ts';
import { explain, rules } from '../../../engine/case/rules.ts';
import { register } from '../../../engine/case/register.ts';
import type { Answers, Case } from '../../../engine/case/types.ts';
import type { Task } from '../../../engine/procedure/types.ts';
import { answers, orchardVersions, Story } from '../../fixtures/engine/acting.ts';
import { orchard } from '../../fixtures/engine/orchard.ts';

const without = (...ids: readonly string[]): Answers => {
  const all = answers({ initials: 'Q.X.', harmed: true, looked: false, aware: '2026-03-01', place: 'home', age: 3 });
  return Object.fromEntries(Object.entries(all).filter(([id]) => !ids.includes(id)));
};
const opened = (given: Answers): Story => {
  const story = new Story();
  story.does('clerk', { type: 'openCase', case: 'case-1', reference: 'OR-1', door: 'referral', answers: given });
  return story;
};
/** The same, with an outcome that the chief decides alone: a must binds an outcome and no member's view (agreement.test.ts). */
const alone = (): Story => {
  const { outcome } = orchard.tasks;
  return new Story(versionsOf([compile({ ...orchard, tasks: { ...orchard.tasks, outcome: { ...outcome, by: ['chief'], agreement: { by: 'one' } } as Task } }, { version: 1 })]));
};
const departures = (held: Case, task: string): readonly unknown[] => held.tasks[task]?.at(-1)?.departures ?? [];

describe('strength', () => {
  test('must: the contrary is refused by its rule, whatever reason is given', () => {
    const refusal = opened(without('aware')).isRefused('clerk', { type: 'completeTask', task: 'assess', reason: 'Nobody knows.' });
    expect(refusal).toMatchObject({ code: 'missing-field', rule: 'aware-asked', missing: [{ id: 'aware', label: 'When did you become aware?' }] });
  });

  test('must: saying that it is not known, or follows later, is an answer; leaving it out is none', () => {
    for (const status of ['unknown', 'to-be-supplied', 'declined'] as const) {
      const story = opened(without('aware'));
      expect(story.isRefused('clerk', { type: 'completeTask', task: 'assess' }).code).toBe('missing-field');
      story.does('clerk', { type: 'completeTask', task: 'assess', answers: { aware: { status } } });
    }
  });

  test('must: that something does not apply is an answer only with its reason', () => {
    const story = opened(without('aware'));
    expect(story.isRefused('clerk', { type: 'completeTask', task: 'assess', answers: { aware: { status: 'not-applicable' } } }).code).toBe('missing-field');
    story.does('clerk', { type: 'completeTask', task: 'assess', answers: { aware: { status: 'not-applicable', reason: 'Nobody was told.' } } });
  });

  test('should always: refused without a recorded reason, then flagged with it', () => {
    const story = opened(without('age'));
    expect(story.isRefused('clerk', { type: 'completeTask', task: 'assess' })).toMatchObject({ code: 'missing-reason', rule: 'age-asked' });
    const held = story.does('clerk', { type: 'completeTask', task: 'assess', reason: 'Papers are lost.' });
    expect(departures(held, 'assess')).toEqual([{ rule: 'age-asked', reason: 'Papers are lost.' }]);
    expect(held.findings).toMatchObject([{ code: 'departure', rule: 'age-asked', task: 'assess' }]);
  });

  test('should: accepted, and the departure recorded with or without a reason', () => {
    const held = opened(without('place')).does('clerk', { type: 'completeTask', task: 'assess' });
    expect(departures(held, 'assess')).toEqual([{ rule: 'place-asked' }]);
  });

  test('consider: a reason shows that it was considered, and is no departure', () => {
    const story = new Story().opens().works();
    story.does('clerk', { type: 'takeTransition', transition: 'go-on', reason: 'Time.' });
    expect(story.isRefused('clerk', { type: 'completeTask', task: 'summary', evidence: 'ref' })).toMatchObject({ code: 'missing-reason', rule: 'wishes-considered' });
    const held = story.does('clerk', { type: 'completeTask', task: 'summary', evidence: 'ref', reason: 'They could not be reached.' });
    expect(departures(held, 'summary')).toEqual([]);
  });

  test('a rule relieves of what another asks', () => {
    const held = opened({ ...without('age'), ...answers({ abroad: true }) }).does('clerk', { type: 'completeTask', task: 'assess' });
    expect(departures(held, 'assess')).toEqual([]);
  });

  test('must forbids the task itself', () => {
    const story = new Story().opens({ abroad: true }).works().checks().advises();
    story.does('chief', { type: 'decide', task: 'outcome', options: ['review'] });
    story.does('partner', { type: 'decide', task: 'outcome', options: ['review'] });
    expect(story.isRefused('chief', { type: 'sendExchange', task: 'publish' })).toMatchObject({ code: 'forbidden', rule: 'no-publishing-abroad' });
  });

  test('must forces an option, with the source of its rule', () => {
    const story = alone().opens({ looked: true }).works().checks().advises('none');
    const refusal = story.isRefused('chief', { type: 'decide', task: 'outcome', options: ['none'] });
    expect(refusal).toMatchObject({ code: 'forced-option', rule: 'forced-review', cites: ['inv#2'], missing: [{ kind: 'option', id: 'review' }] });
  });

  test('an unknown that blocks refuses until it is known', () => {
    const story = alone().opens().works().checks().advises('none');
    story.does('clerk', { type: 'recordAnswers', mode: 'change', answers: { looked: { status: 'unknown' } } });
    expect(story.isRefused('chief', { type: 'decide', task: 'outcome', options: ['none'] })).toMatchObject({ code: 'waits', rule: 'forced-review' });
    story.does('clerk', { type: 'recordAnswers', mode: 'change', answers: answers({ looked: false }) });
    story.does('chief', { type: 'decide', task: 'outcome', options: ['none'] });
  });

  test('a decision that differs from the advice gives its reasons, judged on the options of the act itself', () => {
    const story = alone().opens().works().checks().advises('none');
    expect(story.isRefused('chief', { type: 'decide', task: 'outcome', options: ['review'] })).toMatchObject({ code: 'missing-reason', rule: 'differing-reasons' });
  });

  test('a member who should be present is missed as a departure; one who must be is refused', () => {
    const story = new Story().opens().works().checks();
    const held = story.does('panel', { type: 'decide', task: 'advise', options: ['none'], meeting: { present: ['health', 'police'] } });
    expect(departures(held, 'advise')).toEqual([{ rule: 'legal' }]);
  });
});

describe('who may act', () => {
  const atDecision = (): Story => new Story().opens().works().checks().advises();

  test('a deputy acts on a day on which absence is recorded, and on no other', () => {
    const story = atDecision();
    expect(story.isRefused('deputy', { type: 'decide', task: 'outcome', options: ['review'] }).code).toBe('wrong-role');
    story.does('clerk', { type: 'recordAbsence', party: 'chief', from: '2026-03-02', until: '2026-03-02' });
    expect(story.isRefused('deputy', { type: 'decide', task: 'outcome', options: ['review'] }, { now: '2026-03-03T09:00' }).code).toBe('wrong-role');
    const held = story.does('deputy', { type: 'decide', task: 'outcome', options: ['review'] }, { now: '2026-03-03T09:10', occurred: '2026-03-02T17:00' });
    expect(held.tasks['outcome']?.[0]?.views).toMatchObject([{ party: 'chief' }]);
  });

  test('a deputy stands in for the tasks that are named, and for no other', () => {
    const story = atDecision();
    story.does('clerk', { type: 'recordAbsence', party: 'chief', from: '2026-03-02' });
    story.does('partner', { type: 'takeTransition', transition: 'challenged' });
    expect(story.isRefused('deputy', { type: 'completeTask', task: 'answer-challenge' }).code).toBe('wrong-role');
  });

  test('a body acts as itself or through one of its seats', () => {
    for (const role of ['panel', 'police']) new Story().opens().works().checks().does(role, { type: 'decide', task: 'advise', options: ['review'], meeting: { present: ['health', 'police', 'lawyer'] } });
    expect(new Story().opens().works().checks().isRefused('chief', { type: 'decide', task: 'advise', options: ['review'], meeting: { present: ['health', 'police'] } }).code).toBe('wrong-role');
  });

  test('staff enter what an outside party said, on its behalf; nobody speaks for a party with an account', () => {
    const story = new Story().opens();
    expect(story.isRefused('clerk', { type: 'completeTask', task: 'hear-family' }).code).toBe('wrong-role');
    const held = story.does('clerk', { type: 'completeTask', task: 'hear-family' }, { onBehalfOf: 'family' });
    expect(held.events.at(-1)?.actor).toEqual({ person: 'A.B.', role: 'clerk', onBehalfOf: 'family' });
    expect(story.isRefused('partner', { type: 'completeTask', task: 'assess' }, { onBehalfOf: 'clerk' }).code).toBe('wrong-role');
  });
});

describe('looking at a case', () => {
  test('rules say their result and the clauses that made it so', () => {
    const { case: held } = new Story().opens({ looked: true });
    const view = rules(orchardVersions, held).find(({ rule }) => rule === 'notifiable');
    expect(view).toMatchObject({ result: true, strength: 'must', words: 'The inspector is told', cites: ['inv#1'] });
    expect(view?.clause?.clauses.map(({ reads, result }) => [reads, result])).toEqual([[['harmed'], true], [['looked'], true]]);
    expect(explain(orchardVersions, held, { transition: 'serious' })?.clause.result).toBe(true);
    expect(explain(orchardVersions, held, { transition: 'not-serious' })).toBeUndefined();
  });

  test('a register lists the cases its filter lets through, in words', () => {
    const compiled = compile(orchard, { version: 1 });
    const cases = [new Story().opens(), new Story().opens({ harmed: false })].map((story) => story.case);
    expect(register(compiled, 'all', cases, 0)).toEqual([{ case: 'case-1', cells: { reference: 'OR-2026-001', stage: 'Intake', place: 'At home', outcome: '' } }]);
    expect(() => register(compiled, 'none', [], 0)).toThrow('The procedure has no register "none".');
  });

  test('a case runs on the version it is pinned to, and says when that is not held', () => {
    const other = versionsOf([compile(orchard, { version: 2 })]);
    expect(() => rules(other, new Story().opens().case)).toThrow('Version 1 of procedure "orchard" is not held here');
  });
});
