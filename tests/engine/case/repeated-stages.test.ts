// A stage repeated over a list: each entry has its own lane, facts, tasks, clocks and history; it comes late, is withdrawn
// or taken up again without touching the others; and the stage is complete when all, a number or named ones are.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/compile.ts';
import { tasks } from '../../../engine/case/tasks.ts';
import { replay } from '../../../engine/case/replay.ts';
import { check } from '../../../engine/procedure/check.ts';
import type { Procedure, Repeat } from '../../../engine/procedure/types.ts';
import { answers, type Story, Story as Course } from '../../fixtures/engine/acting.ts';
import { begun, clockOf } from '../../fixtures/engine/invented.ts';
import { agencyReview, returns } from '../../fixtures/engine/returns.ts';

const opened = (agencies: readonly string[], per: Partial<Repeat> = {}): Story => begun(returns(per), '2026-12-07T09:00', { agencies });
const asks = (story: Story, agency: string) => story.does('manager', { type: 'sendExchange', task: `reviews-${agency}-write` });
const comes = (story: Story, agency: string) => story.does('manager', { type: 'recordReply', task: `reviews-${agency}-write`, recipient: agency, state: 'received' });
const looks = (story: Story, agency: string, option: string) => story.does('manager', { type: 'decide', task: `reviews-${agency}-look`, options: [option], answers: answers({ [`reviews-${agency}-involved`]: 'Some.' }) });
const through = (story: Story, agency: string) => { asks(story, agency); comes(story, agency); return looks(story, agency, 'yes'); };
const lists = (story: Story, ...agencies: readonly string[]) => story.does('manager', { type: 'recordAnswers', mode: 'change', answers: answers({ agencies }) });
const told = (story: Story) => expect(JSON.parse(JSON.stringify(replay(story.versions, story.case.events, story.case.asOf)))).toEqual(JSON.parse(JSON.stringify(story.case)));

describe('each entry of the list', () => {
  test('has a lane of its own, called by the entry, with tasks, clocks and facts of its own', () => {
    const story = opened(['health', 'police']);
    expect(story.case.stages).toEqual(['reviews', 'reviews-health', 'reviews-health-writing', 'reviews-police', 'reviews-police-writing']);
    asks(story, 'health');
    expect(clockOf(story, 'reviews-health-in-time', '2026-12-08T09:00')).toMatchObject({ date: '2026-12-21', label: 'Review of Health' });
    expect(clockOf(story, 'reviews-police-in-time', '2026-12-08T09:00')?.state).toBe('pending');
    comes(story, 'health');
    expect(story.case.stages).toEqual(['reviews', 'reviews-health', 'reviews-health-checking', 'reviews-police', 'reviews-police-writing']);
    expect(story.isRefused('manager', { type: 'decide', task: 'reviews-health-look', options: ['yes'] }).code).toBe('missing-field');
    looks(story, 'health', 'yes');
    expect([story.case.answers['reviews-health-involved'], story.case.answers['reviews-police-involved']]).toEqual([{ value: 'Some.' }, undefined]);
    expect(tasks(story.versions, story.case, story.case.asOf).map(({ label }) => label)).toEqual(['Ask Health for its review', 'Is the review of Health good enough?', 'Ask Police for its review']);
    told(story);
  });

  test('ends by itself, and the stage with the last', () => {
    const story = opened(['health', 'police']);
    expect(through(story, 'health').stages).toContain('reviews');
    expect(through(story, 'police').stages).toEqual(['report']);
    expect(story.case.findings).toEqual([]);
    told(story);
  });

  test('that comes late gets a lane and leaves the others as they are', () => {
    const story = opened(['health']);
    asks(story, 'health');
    comes(story, 'health');
    const before = story.case.tasks['reviews-health-write'];
    const grown = lists(story, 'health', 'school');
    expect([grown.stages, grown.tasks['reviews-health-write'], grown.tasks['reviews-school-write']?.[0]?.state]).toEqual([['reviews', 'reviews-health', 'reviews-health-checking', 'reviews-school', 'reviews-school-writing'], before, 'open']);
    expect(grown.visits.filter(({ stage }) => stage === 'reviews' || stage === 'reviews-health-checking')).toHaveLength(2);
    looks(story, 'health', 'yes');
    expect(through(story, 'school').stages).toEqual(['report']);
    told(story);
  });

  test('may go round again while the others run on', () => {
    const story = opened(['health', 'police']);
    asks(story, 'health');
    comes(story, 'health');
    const again = looks(story, 'health', 'no');
    expect([again.stages.includes('reviews-health-writing'), again.tasks['reviews-health-write']?.map(({ visit, state }) => [visit, state]), again.tasks['reviews-police-write']]).toEqual([true, [[1, 'done'], [2, 'open']], story.case.tasks['reviews-police-write']]);
  });

  test('that the list loses keeps its lane', () => {
    const story = opened(['health', 'police']);
    expect(lists(story, 'police').stages).toContain('reviews-health-writing');
  });
});

describe('a list that is not answered, or empty', () => {
  test('leaves the stage waiting, and grows into it', () => {
    const story = opened([]);
    expect(story.case.stages).toEqual(['reviews']);
    expect(lists(story, 'school').stages).toEqual(['reviews', 'reviews-school', 'reviews-school-writing']);
    expect(through(story, 'school').stages).toEqual(['report']);
    told(story);
  });

  test('may hold words that are no names, each with a lane of its own', () => {
    const story = opened(['A.B. (uncle)', 'a b uncle', '…']);
    expect(Object.values(story.case.instances ?? {}).flat().map(({ id, lane }) => [id, lane])).toEqual([['A.B. (uncle)', 'reviews-a-b-uncle'], ['a b uncle', 'reviews-a-b-uncle-2'], ['…', 'reviews-entry']]);
    expect(story.case.stages).toHaveLength(7);
  });
});

describe('withdrawing one', () => {
  const withdraw = (story: Story, agency: string, reason = 'It was another family.') => story.does('manager', { type: 'takeTransition', transition: `reviews-${agency}-withdraw`, reason });

  test('ends its lane and what is open in it, with the reason, and leaves the others', () => {
    const story = opened(['health', 'police']);
    asks(story, 'police');
    const gone = withdraw(story, 'police');
    expect([gone.stages.filter((id) => id.startsWith('reviews-police')), gone.tasks['reviews-police-write']?.[0]]).toMatchObject([['reviews-police', 'reviews-police-withdrawn'], { state: 'withdrawn', reasons: 'It was another family.' }]);
    expect([gone.tasks['reviews-health-write']?.[0]?.state, clockOf(story, 'reviews-police-in-time', '2027-02-01T09:00')?.state]).toEqual(['open', 'stopped']);
    expect(through(story, 'health').stages).toEqual(['report']);
    told(story);
  });

  test('needs a reason and the right hands, and can be undone: it is taken up again from its beginning', () => {
    const story = opened(['health', 'police']);
    expect(story.isRefused('manager', { type: 'takeTransition', transition: 'reviews-police-withdraw' }).code).toBe('missing-reason');
    expect(story.isRefused('health', { type: 'takeTransition', transition: 'reviews-police-withdraw', reason: 'So.' }).code).toBe('wrong-role');
    expect(story.isRefused('manager', { type: 'takeTransition', transition: 'reviews-police-take-up', reason: 'So.' }).code).toBe('forbidden');
    withdraw(story, 'police');
    const again = story.does('manager', { type: 'takeTransition', transition: 'reviews-police-take-up', reason: 'It was this family.' });
    expect([again.stages.includes('reviews-police-writing'), again.tasks['reviews-police-write']?.at(-1)?.state]).toEqual([true, 'open']);
  });

  test('one that was complete is taken up again without touching the others', () => {
    const story = opened(['health', 'police']);
    through(story, 'health');
    const again = story.does('manager', { type: 'takeTransition', transition: 'reviews-health-take-up', reason: 'New facts.' });
    expect([again.stages.includes('reviews-health-writing'), again.tasks['reviews-health-write']?.map(({ visit }) => visit), again.tasks['reviews-police-write']?.length]).toEqual([true, [1, 2], 1]);
  });
});

describe('a join', () => {
  test('of a number goes on when as many have ended, and says what was outstanding; that stays asked for', () => {
    const story = opened(['health', 'police', 'school'], { join: 2 });
    through(story, 'health');
    asks(story, 'school');
    expect(through(story, 'police').stages).toEqual(['report']);
    expect(story.case.findings).toMatchObject([{ code: 'gone-on', words: 'The case went on from “Agency reviews” while School was outstanding.' }]);
    expect(comes(story, 'school').tasks['reviews-school-write']?.[0]?.state).toBe('done');
    told(story);
  });

  test('of named ones waits for these and no others', () => {
    const story = opened(['health', 'police', 'school'], { join: { named: ['police', 'school'] } });
    through(story, 'health');
    through(story, 'school');
    expect(story.case.stages).toContain('reviews');
    expect(through(story, 'police').stages).toEqual(['report']);
  });

  test('of a number does not count what was withdrawn', () => {
    const story = opened(['health', 'police', 'school'], { join: 2 });
    story.does('manager', { type: 'takeTransition', transition: 'reviews-school-withdraw', reason: 'Not involved.' });
    expect(through(story, 'health').stages).toContain('reviews');
    expect(through(story, 'police').stages).toEqual(['report']);
  });

  test('of all goes on by choice with the gap marked', () => {
    const story = opened(['health', 'police']);
    through(story, 'police');
    expect(story.does('manager', { type: 'takeTransition', transition: 'go-on', reason: 'Time presses.' }).findings).toMatchObject([{ code: 'gone-on', words: 'The case went on from “Agency reviews” while Health was outstanding.' }]);
  });
});

describe('a task sent to each of a list', () => {
  const exchange = (join: Repeat['join']): Procedure => ({ ...returns(), stages: { reviews: { kind: 'agency-checks', label: 'Checks', owner: 'manager' }, ended: { kind: 'other', label: 'Ended', final: true } }, fragments: {}, transitions: [{ id: 'in', from: ['reviews'], on: { done: 'ask' }, to: 'ended' }], tasks: { ask: { shape: 'exchange', label: 'Ask', in: ['reviews'], per: { over: 'agencies', ...(join !== undefined && { join }) }, expects: 'reply', afterClosing: true } } });
  const answered = (join: Repeat['join'], ...agencies: readonly string[]) => {
    const story = begun(exchange(join), '2026-12-07T09:00', { agencies: ['health', 'police', 'school'] });
    story.does('manager', { type: 'sendExchange', task: 'ask' });
    for (const recipient of agencies) story.does('manager', { type: 'recordReply', task: 'ask', recipient, state: 'received' });
    return story;
  };

  test('is complete with all, with a number, or with those named', () => {
    const done = (join: Repeat['join'], ...agencies: readonly string[]) => answered(join, ...agencies).case.tasks['ask']?.[0]?.state;
    expect([done(undefined, 'health', 'police'), done(2, 'health'), done(2, 'health', 'police'), done({ named: ['school'] }, 'health', 'police'), done({ named: ['school'] }, 'school')]).toEqual(['open', 'open', 'done', 'open', 'done']);
  });

  test('keeps asking those who have not answered, and hears them when they do', () => {
    const story = answered(2, 'health', 'police');
    expect(story.case.tasks['ask']?.[0]?.recipients.map(({ state }) => state)).toEqual(['received', 'received', 'asked']);
    expect(story.does('manager', { type: 'recordReply', task: 'ask', recipient: 'school', state: 'received' }).tasks['ask']?.[0]).toMatchObject({ state: 'done', recipients: [{}, {}, { state: 'received' }] });
  });
});

test('entries that the file lists itself are drawn from the beginning', () => {
  const story = begun(returns({ over: ['police', 'health'] }), '2026-12-07T09:00');
  expect(story.case.stages).toEqual(['reviews', 'reviews-police', 'reviews-police-writing', 'reviews-health', 'reviews-health-writing']);
  expect(story.case.instances).toBeUndefined();
});

test('a case keeps its lanes in a move to another version, and those are drawn there too', () => {
  const [one, two] = [compile(returns(), { version: 1, hash: 'one' }), compile({ ...returns(), timescales: { late: { for: 'report', direction: 'within', amount: 1, unit: 'weeks', from: { entered: 'report' }, basis: 'aim' } } }, { version: 2, hash: 'two' })];
  const story = new Course(versionsOf([two, one]), '2026-12-07T09:00');
  story.does('manager', { type: 'openCase', case: 'c', reference: 'IN-1', door: 'front', answers: answers({ agencies: ['health', 'police'] }) });
  through(story, 'health');
  const moved = story.does('manager', { type: 'moveCase', to: two.pin, reason: 'New.' });
  expect(moved.stages).toEqual(['reviews', 'reviews-health', 'reviews-health-accepted', 'reviews-police', 'reviews-police-writing']);
  expect(lists(story, 'health', 'police', 'school').stages).toContain('reviews-school-writing');
  through(story, 'school');
  expect(through(story, 'police').stages).toEqual(['report']);
  expect(clockOf(story, 'late', '2026-12-08T09:00')?.date).toBe('2026-12-14');
  told(story);
});

test('lists that grow in whatever order lead to the same lanes, and the log tells them again', () => {
  const names = ['health', 'police', 'school'];
  fc.assert(fc.property(fc.shuffledSubarray(names, { minLength: 1 }), fc.array(fc.tuple(fc.constantFrom('ask', 'come', 'yes', 'no', 'list', 'withdraw', 'take-up'), fc.constantFrom(...names)), { maxLength: 14 }), (first, acts) => {
    const story = opened(first);
    for (const [act, agency] of acts) {
      const task = `reviews-${agency}`;
      if (act === 'list') story.tries('manager', { type: 'recordAnswers', mode: 'change', answers: answers({ agencies: [...first, agency] }) });
      else if (act === 'ask') story.tries('manager', { type: 'sendExchange', task: `${task}-write` });
      else if (act === 'come') story.tries('manager', { type: 'recordReply', task: `${task}-write`, recipient: agency, state: 'received' });
      else if (act === 'yes' || act === 'no') story.tries('manager', { type: 'decide', task: `${task}-look`, options: [act], answers: answers({ [`${task}-involved`]: 'Some.' }) });
      else story.tries('manager', { type: 'takeTransition', transition: `${task}-${act}`, reason: 'So.' });
    }
    told(story);
  }), { numRuns: 40 });
});

test('the checks look at one lane that stands for all, and find nothing in what is sound', () => {
  expect(check(returns()).map(({ words }) => words)).toEqual([]);
  const broken = { ...returns(), fragments: { 'agency-review': { ...agencyReview, tasks: { ...agencyReview.tasks, write: { ...agencyReview.tasks?.['write'], by: ['nobody'] } } } } } as Procedure;
  expect(check(broken).map(({ code, pointer }) => `${code} ${pointer}`)).toContain('P-044 /fragments/agency-review/tasks/write/by/0');
});
