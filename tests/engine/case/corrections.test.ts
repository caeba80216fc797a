// What a correction does to acts that were done before it: they stand, move nothing, and are flagged for somebody to
// confirm. Each kind of act is shown on the invented procedure of the orchard, or on one made from it.
import { describe, expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/compile.ts';
import { replay } from '../../../engine/case/replay.ts';
import type { Case, CommandBody } from '../../../engine/case/types.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { answers, at, Story } from '../../fixtures/engine/acting.ts';
import { begun as begunOn, clockOf } from '../../fixtures/engine/invented.ts';
import { orchard } from '../../fixtures/engine/orchard.ts';
import { fiveDays, procedureWith } from './clockwork.ts';

/** With a hold that rests on a rule, and a related process. */
const procedure: Procedure = {
  ...orchard,
  holds: { trial: { label: 'Trial', by: ['clerk'], stops: { tasks: ['publish'] }, until: { released: true }, resume: 'remainder' } },
  rules: { ...orchard.rules, 'trial-allowed': { label: 'Harm may be tried', if: { var: 'harmed' }, then: { allowHold: 'trial' }, strength: 'may' } },
};
const versions = versionsOf([compile(procedure, { version: 1 })]);
const begun = (values = {}): Story => new Story(versions).opens(values);
const correct = (values: Parameters<typeof answers>[0]): CommandBody => ({ type: 'recordAnswers', mode: 'correct', answers: answers(values), reason: 'It was another child.' });
const flagged = ({ findings }: Case): readonly (readonly [string, string | undefined])[] => findings.filter(({ code }) => code === 'unsupported-act').map(({ code, task }) => [code, task]);

test('[S17.5] what was said before a correction stays in the log, and so does the correction', () => {
  const held = begun().works().does('clerk', correct({ harmed: false }));
  const said = held.events.flatMap(({ payload }) => ('answers' in payload ? [(payload['answers'] as Record<string, unknown>)['harmed']] : [])).filter((one) => one !== undefined);
  expect(said).toEqual([{ value: true }, { value: false }]);
  expect(held.answers['harmed']).toEqual({ value: false });
});

/** Acts done in the lanes, which the correction takes away: the child was not harmed, so the case ended at intake. */
const kinds: readonly (readonly [string, string, () => Story])[] = [
  ['a record that was completed', 'visit', () => done(['clerk', { type: 'completeTask', task: 'visit' }])],
  ['a sending', 'returns', () => done(['clerk', { type: 'sendExchange', task: 'returns' }])],
  ['a reply', 'returns', () => done(['clerk', { type: 'sendExchange', task: 'returns' }], ['school', { type: 'recordReply', task: 'returns', recipient: 'school', state: 'declined' }])],
  ['a recipient that was added', 'returns', () => done(['clerk', { type: 'sendExchange', task: 'returns' }], ['clerk', { type: 'addRecipient', task: 'returns', recipient: 'nursery' }])],
  ['a plan', 'visit', () => done(['clerk', { type: 'planTask', task: 'visit', on: '2026-03-10' }])],
  ['a view', 'outcome', () => deciding(['chief', { type: 'decide', task: 'outcome', options: ['review'] }])],
  ['a decision', 'advise', () => deciding()],
  ['a decision of several', 'outcome', () => deciding(['chief', { type: 'decide', task: 'outcome', options: ['review'] }], ['partner', { type: 'decide', task: 'outcome', options: ['review'] }])],
];

type Acts = readonly (readonly [string, CommandBody])[];
function done(...acts: Acts): Story {
  const story = begun().works();
  for (const [role, body] of acts) story.does(role, body);
  return story;
}
function deciding(...acts: Acts): Story {
  const story = begun().works().checks().advises();
  for (const [role, body] of acts) story.does(role, body);
  return story;
}

describe('an act that a correction leaves without support', () => {
  test.each(kinds)('[S17.6] %s stands after the correction and is flagged', (_, task, story) => {
    const before = story();
    const kept = before.case.tasks[task]?.at(-1);
    const held = before.does('clerk', correct({ harmed: false }));
    expect(held.stages).toEqual(['ended']);
    const after = held.tasks[task]?.at(-1);
    expect({ options: after?.options, recipients: after?.recipients.map(({ party, state }) => [party, state]), planned: after?.planned, views: after?.views })
      .toEqual({ options: kept?.options, recipients: kept?.recipients.map(({ party, state }) => [party, state]), planned: kept?.planned, views: kept?.views });
    expect(flagged(held)).toContainEqual(['unsupported-act', task]);
    expect(held.findings.find((finding) => finding.task === task)?.remedy).toMatch(/confirms that it stands/);
  });
});

/** Acts that are no record of a task: the act, what it left in the case, and what the flag says. */
const others: readonly (readonly [string, () => Story, CommandBody, (held: Case) => unknown, unknown, string])[] = [
  ['a route that was chosen', () => begun().works(), { type: 'takeTransition', transition: 'go-on', reason: 'Time presses.' }, ({ stages }) => stages, ['ended'], 'The route “go-on” was chosen at a time when, on what is known now, it was not open. It stands. Corrected since: “Was the child harmed?”.'],
  ['a withdrawal', () => begun().works(), { type: 'withdrawTask', task: 'visit', reason: 'Not needed.' }, ({ tasks }) => tasks['visit'], undefined, '“Visit” was withdrawn at a time when, on what is known now, it was not open. It stands. Corrected since: “Was the child harmed?”.'],
  ['a hold', () => begun(), { type: 'startHold', hold: 'trial', reason: 'The prosecutor asked.' }, ({ holds }) => holds.length, 1, '“Trial” was placed at a time when, on what is known now, nothing allowed it. It stands. Corrected since: “Was the child harmed?”.'],
  ['an extension', () => begun({ looked: true }), { type: 'extendTimescale', timescale: 'inspector-in-time', to: '2026-04-01', reason: 'Ill.', agreedBy: ['partner'] }, ({ extensions }) => extensions.map(({ to }) => to), ['2026-04-01'], '“Tell the inspector” was given another date, and on what is known now the case does not ask for it. It stands. Corrected since: “Was the child harmed?”.'],
];

describe('an act that is no record of a task', () => {
  test.each(others)('[S17.6] %s stands after the correction and is flagged', (_, before, body, left, expected, words) => {
    const story = before();
    const role = body.type === 'extendTimescale' ? 'chief' : 'clerk';
    story.does(role, body);
    expect(story.case.findings.filter(({ code }) => code === 'unsupported-act')).toEqual([]);
    if (story.case.tasks['assess']?.at(-1)?.state === 'open') story.does('clerk', { type: 'completeTask', task: 'assess' });
    const held = story.does('clerk', correct({ harmed: false }));
    expect(left(held)).toEqual(expected);
    expect(held.findings.filter(({ code }) => code === 'unsupported-act').map((finding) => finding.words)).toContain(words);
    expect(replay(versions, held.events, held.asOf).findings).toEqual(held.findings);
  });

  test('[S17.6] a reopening stands after the correction and is flagged', () => {
    const story = begun({ harmed: false });
    story.does('clerk', { type: 'completeTask', task: 'assess' });
    story.does('chief', { type: 'reopenCase', reason: 'New facts.' });
    const held = story.does('clerk', correct({ harmed: true }));
    expect([held.stages, held.closed]).toEqual([['decision'], undefined]);
    expect(held.findings.map(({ words }) => words)).toContain('The case was reopened at a time when, on what is known now, it was not closed. It stands. Corrected since: “Was the child harmed?”.');
  });

  test('[S17.6] a closing by hand stands after the correction and is flagged', () => {
    const closing = { if: { var: 'looked' }, by: ['chief'], reopen: { by: ['chief'], to: 'decision', reason: true } } as const;
    const story = new Story(versionsOf([compile({ ...procedure, closing }, { version: 1 })])).opens({ harmed: false, looked: true });
    story.does('clerk', { type: 'completeTask', task: 'assess' });
    story.does('chief', { type: 'closeCase' });
    expect(story.isRefused('clerk', correct({ looked: false })).code).toBe('closed');
    story.does('chief', { type: 'reopenCase', reason: 'The papers were of another child.' });
    const held = story.does('clerk', correct({ looked: false }));
    expect([held.stages, held.closed]).toEqual([['decision'], undefined]);
    expect(held.findings.map(({ words }) => words)).toContain('The case was closed at a time when, on what is known now, it could not be. It stands. Corrected since: “Is the child looked after?”.');
  });

  test('[S17.6] a sending that a rule forbids on the facts as corrected stands and is flagged with the rule', () => {
    const story = begun({ abroad: false }).works().checks().advises();
    story.does('chief', { type: 'decide', task: 'outcome', options: ['review'] });
    story.does('partner', { type: 'decide', task: 'outcome', options: ['review'] });
    story.does('chief', { type: 'sendExchange', task: 'publish' });
    const held = story.does('clerk', correct({ abroad: true }));
    expect(held.tasks['publish']?.at(-1)?.recipients[0]?.sent).toBeDefined();
    expect(held.findings).toContainEqual(expect.objectContaining({ code: 'unsupported-act', task: 'publish', rule: 'no-publishing-abroad' }));
  });

  test('without a correction none of these is flagged', () => {
    const story = begun({ looked: true }).works();
    story.does('clerk', { type: 'startHold', hold: 'trial', reason: 'Asked.' });
    story.does('clerk', { type: 'releaseHold', hold: 'trial' });
    story.does('chief', { type: 'extendTimescale', timescale: 'inspector-in-time', to: '2026-04-01', reason: 'Ill.', agreedBy: ['partner'] });
    story.does('clerk', { type: 'takeTransition', transition: 'go-on', reason: 'Time.' });
    story.does('clerk', { type: 'withdrawTask', task: 'visit', reason: 'Not needed.' });
    expect(flagged(story.case)).toEqual([]);
  });
});

test('[S17.8] what is learnt later turns no act that was done into a refusal', () => {
  const story = begun();
  story.does('clerk', { type: 'completeTask', task: 'assess' }, { now: '2026-03-02T12:00' });
  story.does('clerk', { type: 'completeTask', task: 'visit' }, { now: '2026-03-03T12:00' });
  const held = story.does('clerk', { ...correct({ harmed: false }) }, { now: '2026-03-09T12:00', occurred: '2026-03-02T10:00' });
  expect(held.events.map(({ type }) => type)).toEqual(['caseOpened', 'taskCompleted', 'taskCompleted', 'answersRecorded']);
  expect(replay(versions, held.events, at('2026-03-20T09:00')).tasks['visit']?.at(-1)?.state).toBe('done');
});

describe('an answer that was first given as a correction', () => {
  const late: Procedure = { ...procedureWith({ report: { ...fiveDays, from: { 'true-since': 'death-told' } } }) };

  test('had been so all along: what follows from it follows from the opening on', () => {
    const story = begunOn(late, '2026-12-07T09:00');
    story.does('manager', { type: 'sendExchange', task: 'send-alert' });
    const held = story.does('manager', correct({ died: true }), { now: '2026-12-16T09:00' });
    expect(held.tasks['duty']?.[0]?.raised).toBe(at('2026-12-07T09:00'));
    expect(clockOf(story, 'report', '2026-12-16T10:00')).toMatchObject({ date: '2026-12-14', state: 'overdue' });
    expect(replay(story.versions, held.events, held.asOf).tasks).toEqual(held.tasks);
  });

  test('told as a change instead it counts from then', () => {
    const story = begunOn(late, '2026-12-07T09:00');
    const held = story.does('manager', { type: 'recordAnswers', mode: 'change', answers: answers({ died: true }) }, { now: '2026-12-16T09:00' });
    expect(held.tasks['duty']?.[0]?.raised).toBe(at('2026-12-16T09:00'));
  });
});

describe('a decision whose whole task a must comes to forbid', () => {
  const barred: Procedure = { ...procedureWith({}), rules: { 'not-for-this': { label: 'A death is decided elsewhere', if: { var: 'died' }, then: { forbid: { task: 'outcome' } }, strength: 'must' } } };
  const decided = (): Story => {
    const story = begunOn({ ...barred, closing: { by: ['manager'] } }, '2026-12-07T09:00', { died: false });
    story.does('manager', { type: 'sendExchange', task: 'send-alert' });
    story.does('manager', { type: 'decide', task: 'outcome', options: ['go-on'] });
    return story;
  };

  test('stands and is flagged with the rule, whether the answer is corrected or changes, until it is confirmed', () => {
    for (const mode of ['correct', 'change'] as const) {
      const story = decided();
      expect(flagged(story.case)).toEqual([]);
      const held = story.does('manager', { type: 'recordAnswers', mode, answers: answers({ died: true }) });
      expect(held.findings.filter(({ code }) => code === 'unsupported-act').map(({ task, rule, words }) => [task, rule, words])).toEqual([['outcome', 'not-for-this', '“Outcome” was decided, and “A death is decided elsewhere” now stands against it. It stands.']]);
      const event = held.events.find(({ type }) => type === 'decisionTaken')?.id ?? '';
      expect(flagged(story.does('manager', { type: 'confirmAct', event, reason: 'It was decided together.' }))).toEqual([]);
    }
  });

  test('is not flagged where the rule speaks of the course of the case', () => {
    const course = begunOn({ ...barred, rules: { early: { label: 'Not before the alert', if: { done: 'duty' }, then: { forbid: { task: 'outcome' } }, strength: 'must' } }, closing: { by: ['manager'] }, tasks: { ...barred.tasks, duty: { ...barred.tasks['duty'], raised: 'by-choice', withdrawn: 'by-hand' } as Procedure['tasks'][string] } }, '2026-12-07T09:00');
    course.does('manager', { type: 'sendExchange', task: 'send-alert' });
    course.does('manager', { type: 'decide', task: 'outcome', options: ['go-on'] });
    expect(flagged(course.does('manager', { type: 'completeTask', task: 'duty' }))).toEqual([]);
  });
});
