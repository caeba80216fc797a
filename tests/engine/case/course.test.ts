// The course of an invented case: stages, tasks, waiting, returning, closing.
import { describe, expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/compile.ts';
import { replay } from '../../../engine/case/replay.ts';
import { tasks } from '../../../engine/case/tasks.ts';
import type { Case } from '../../../engine/case/types.ts';
import { innermostStages } from '../../../engine/case/words.ts';
import { stageTree } from '../../../engine/statechart/index.ts';
import { answers, at, orchardVersions, Story } from '../../fixtures/engine/acting.ts';
import { orchard } from '../../fixtures/engine/orchard.ts';

const tree = stageTree(orchard);
const places = (held: Case): readonly string[] => innermostStages(tree, held.stages);
const stateOf = (held: Case, task: string): string => held.tasks[task]?.at(-1)?.state ?? 'not raised';
const found = (held: Case): readonly string[] => held.findings.map(({ code }) => code);

describe('stages', () => {
  test('a case comes in by its door and its first task is open', () => {
    const { case: held } = new Story().opens();
    expect(places(held)).toEqual(['intake']);
    expect(stateOf(held, 'assess')).toBe('open');
    expect(held.labels).toEqual(['Serious']);
  });

  test('lanes run at the same time and the case goes on when the last has ended', () => {
    const story = new Story().opens().works();
    expect(places(story.case)).toEqual(['asking', 'safety']);
    story.does('clerk', { type: 'completeTask', task: 'visit' });
    expect(places(story.case)).toEqual(['asking']);
    story.does('clerk', { type: 'takeTransition', transition: 'go-on', reason: 'Time presses.' });
    story.does('clerk', { type: 'completeTask', task: 'summary', evidence: 'ref 1', reason: 'Not reached.' });
    expect(places(story.case)).toEqual(['advice']);
  });

  test('an unknown answer makes the route wait, blocks “otherwise”, and is taken when the answer comes', () => {
    const story = new Story().opens();
    story.does('clerk', { type: 'recordAnswers', mode: 'change', answers: { harmed: { status: 'unknown' } } });
    story.does('clerk', { type: 'completeTask', task: 'assess' });
    expect(places(story.case)).toEqual(['intake']);
    expect(story.case.findings.find(({ code }) => code === 'stuck')?.remedy).toBe('Answer: Was the child harmed?.');
    story.does('clerk', { type: 'recordAnswers', mode: 'change', answers: answers({ harmed: true }) });
    expect(places(story.case)).toEqual(['asking', 'safety']);
    expect(found(story.case)).not.toContain('stuck');
  });

  test('“otherwise” is taken when every earlier route is definitely shut, and the case closes by itself', () => {
    const story = new Story().opens({ harmed: false });
    story.does('clerk', { type: 'completeTask', task: 'assess' });
    expect(places(story.case)).toEqual(['ended']);
    expect(story.case.closed).toBe(story.now);
  });

  test('a challenge comes from either of two stages and returns to the one it came from', () => {
    for (const decided of [false, true]) {
      const story = new Story().opens().works().checks();
      if (decided) story.advises();
      const before = places(story.case);
      story.does('partner', { type: 'takeTransition', transition: 'challenged' });
      expect(places(story.case)).toEqual(['challenge']);
      story.does('chief', { type: 'completeTask', task: 'answer-challenge' });
      expect(places(story.case)).toEqual(before);
    }
  });

  test('a loop is taken as often as its limit allows, and its decision is taken afresh', () => {
    const story = new Story().opens().works().checks().advises('more');
    expect(places(story.case)).toEqual(['asking', 'safety']);
    story.does('clerk', { type: 'takeTransition', transition: 'go-on', reason: 'Again.' });
    expect(stateOf(story.case, 'summary')).toBe('done');
    expect(found(story.case)).toContain('stuck');
  });

  test('a duty arises when its rule comes true, falls away with its ground, and comes again', () => {
    const story = new Story().opens();
    const look = (looked: boolean): string => stateOf(story.does('clerk', { type: 'recordAnswers', mode: 'change', answers: answers({ looked }) }), 'tell-inspector');
    expect(stateOf(story.case, 'tell-inspector')).toBe('not raised');
    expect([look(true), look(false), look(true)]).toEqual(['open', 'withdrawn', 'open']);
    story.does('clerk', { type: 'sendExchange', task: 'tell-inspector' });
    expect(look(false)).toBe('done');
  });
});

describe('agreement, replies and recipients', () => {
  test('a joint decision needs both; while they differ it stays open with a finding', () => {
    const story = new Story().opens().works().checks().advises();
    story.does('chief', { type: 'decide', task: 'outcome', options: ['review'] });
    expect(stateOf(story.case, 'outcome')).toBe('open');
    story.does('partner', { type: 'decide', task: 'outcome', options: ['none'], reasons: 'I differ.' });
    expect(found(story.case)).toContain('stuck');
    const outcome = story.tries('partner', { type: 'decide', task: 'outcome', options: ['review'] });
    expect(outcome.ok && outcome.events.map(({ type }) => type)).toEqual(['viewRecorded', 'decisionTaken']);
    expect(places(story.case)).toEqual(['publication']);
    expect(story.case.caseType).toBe('Review');
  });

  test('agencies named in an answer are asked; the exchange is complete when each has answered', () => {
    const story = new Story().opens().works();
    story.does('clerk', { type: 'sendExchange', task: 'returns' });
    expect(story.case.tasks['returns']?.[0]?.recipients.map(({ party }) => party)).toEqual(['school', 'clinic']);
    story.does('school', { type: 'recordReply', task: 'returns', recipient: 'school', state: 'received', answers: answers({ involvement: 'Teaches.' }) });
    story.does('clerk', { type: 'addRecipient', task: 'returns', recipient: 'nursery', reason: 'Named by the school.' });
    story.does('clerk', { type: 'recordReply', task: 'returns', recipient: 'clinic', state: 'declined', reason: 'Knows nothing.' });
    expect(places(story.case)).toContain('asking');
    story.does('clerk', { type: 'recordReply', task: 'returns', recipient: 'nursery', state: 'not-needed' });
    expect(places(story.case)).toContain('reading');
    expect(story.case.answers['involvement']).toBeUndefined();
  });

  test('a rule adds a recipient', () => {
    const story = new Story().opens({ looked: true, abroad: true });
    story.does('clerk', { type: 'sendExchange', task: 'tell-inspector' });
    expect(story.case.tasks['tell-inspector']?.[0]?.recipients.map(({ party }) => party)).toEqual(['inspector', 'registrar']);
  });
});

describe('time', () => {
  test('a clock that runs out raises its task at its instant, and an act entered late that was in time leaves none behind', () => {
    const story = new Story().opens();
    const later = replay(orchardVersions, story.case.events, at('2026-03-06T09:00'));
    expect(later.tasks['chase']?.[0]?.raised).toBe(at('2026-03-05T00:00'));
    expect(stateOf(story.case, 'chase')).toBe('not raised');
    story.does('clerk', { type: 'completeTask', task: 'assess' }, { now: '2026-03-09T09:00', occurred: '2026-03-03T15:00' });
    expect(stateOf(story.case, 'chase')).toBe('not raised');
  });

  test('a case that comes in after one of its clocks ran out is opened, and asks why until somebody says', () => {
    const story = new Story().opens({ aware: '2026-02-01' });
    expect(story.case.findings.map(({ code, task }) => [code, task])).toEqual([['lapsed-without-reason', 'case-note']]);
    story.does('chief', { type: 'explainLapse', timescale: 'note-in-time', reason: 'Found in old papers.' });
    expect(found(story.case)).toEqual([]);
  });

  test('what happened before the case was opened is told after its opening', () => {
    const story = new Story().opens();
    story.does('clerk', { type: 'completeTask', task: 'assess' }, { occurred: '2026-03-01T10:00' });
    expect(places(story.case)).toEqual(['asking', 'safety']);
    expect(story.case.events.map(({ type }) => type)).toEqual(['caseOpened', 'taskCompleted']);
  });

  test('a correction is told as if it had always been so, and the act it leaves without ground stands with a finding', () => {
    const story = new Story().opens().works();
    story.does('clerk', { type: 'completeTask', task: 'visit' });
    story.does('clerk', { type: 'recordAnswers', mode: 'correct', answers: answers({ harmed: false }), reason: 'Another child.' });
    expect(places(story.case)).toEqual(['ended']);
    expect(stateOf(story.case, 'visit')).toBe('done');
    expect(story.case.findings.map(({ code, task }) => [code, task])).toContainEqual(['unsupported-act', 'visit']);
  });

  test('an act entered late that raises a duty already overdue shows it at once, told act by act or from the log', () => {
    const story = new Story().opens().works();
    story.does('clerk', { type: 'recordAnswers', mode: 'change', answers: answers({ looked: true }) }, { now: '2026-03-20T12:00', occurred: '2026-03-20T09:00' });
    expect(found(story.case)).toContain('lapsed-without-reason');
    expect(replay(orchardVersions, story.case.events, story.now).findings).toEqual(story.case.findings);
  });

  test('a change holds from when it was made and leaves earlier moves alone', () => {
    const story = new Story().opens().works();
    story.does('clerk', { type: 'recordAnswers', mode: 'change', answers: answers({ harmed: false }) });
    expect(places(story.case)).toEqual(['asking', 'safety']);
    expect(found(story.case)).not.toContain('unsupported-act');
  });

  test('a decision that the facts no longer bear stands and is shown', () => {
    const open = versionsOf([compile({ ...orchard, closing: { if: { answered: 'lessons' } } })]);
    const story = new Story(open).opens().works().checks().advises('none');
    story.does('chief', { type: 'decide', task: 'outcome', options: ['none'] });
    story.does('partner', { type: 'decide', task: 'outcome', options: ['none'] });
    expect(found(story.case)).not.toContain('unsupported-act');
    story.does('clerk', { type: 'recordAnswers', mode: 'change', answers: answers({ looked: true }) });
    expect(places(story.case)).toEqual(['ended']);
    expect(story.case.findings.map(({ code, rule }) => [code, rule])).toContainEqual(['unsupported-act', 'forced-review']);
  });
});

describe('closing', () => {
  test('an ended case stays open until its closing rule holds; then it closes by itself', () => {
    const story = new Story().opens().works().checks().advises();
    story.does('chief', { type: 'decide', task: 'outcome', options: ['review'] });
    story.does('partner', { type: 'decide', task: 'outcome', options: ['review'] });
    story.does('chief', { type: 'sendExchange', task: 'publish' });
    expect([places(story.case), story.case.closed]).toEqual([['ended'], undefined]);
    story.does('clerk', { type: 'recordAnswers', mode: 'change', answers: answers({ lessons: 'Listen.' }) });
    expect(story.case.closed).toBe(story.now);
  });

  test('a closed case takes notes, what outlives it, and reopening by those who may', () => {
    const story = new Story().opens({ harmed: false });
    story.does('clerk', { type: 'completeTask', task: 'assess' });
    story.does('clerk', { type: 'addNote', words: 'A call came.' });
    expect(story.isRefused('clerk', { type: 'completeTask', task: 'case-note' }).code).toBe('closed');
    story.does('clerk', { type: 'completeTask', task: 'take-down' });
    expect(story.isRefused('clerk', { type: 'reopenCase', reason: 'New facts.' }).code).toBe('wrong-role');
    expect(story.isRefused('chief', { type: 'reopenCase', reason: '' }).code).toBe('missing-reason');
    story.does('chief', { type: 'reopenCase', reason: 'New facts.' });
    expect([places(story.case), story.case.closed]).toEqual([['decision'], undefined]);
    expect(stateOf(story.case, 'outcome')).toBe('open');
  });
});

describe('what there is to do', () => {
  test('a task says who may do it, why, and what the rules ask of it', () => {
    const { held, now } = new Story().opens({ looked: true });
    const views = tasks(orchardVersions, held as Case, now, 'clerk');
    const telling = views.find(({ id }) => id === 'tell-inspector');
    expect(telling).toMatchObject({ state: 'open', mine: true, strength: 'must', why: 'The inspector is told.', cites: ['inv#1'], doers: [{ party: 'clerk', label: 'Clerk' }], required: { recipients: ['inspector'] } });
    expect(views.find(({ id }) => id === 'assess')?.required.fields).toEqual(['aware', 'place', 'age']);
    expect(views.find(({ id }) => id === 'case-note')).toMatchObject({ state: 'offered', strength: 'may' });
    expect(views.find(({ id }) => id === 'visit')).toBeUndefined();
  });

  test('options say which is forced and which forbidden', () => {
    const story = new Story().opens({ looked: true }).works().checks().advises();
    const view = tasks(orchardVersions, story.case, story.now).find(({ id }) => id === 'outcome');
    expect(view?.options).toEqual([{ id: 'review', label: 'Review', forced: 'forced-review' }, { id: 'none', label: 'No review', forbidden: 'forced-review' }]);
  });

  test('readings are settings: another choice gives another version of the same procedure', () => {
    const other = compile(orchard, { settings: { sharing: 'chief' } });
    expect(other.settings['sharing']).toBe('chief');
    expect(versionsOf([other]).latest('orchard')).toBe(other);
    expect(versionsOf([other]).latest('elsewhere')).toBeUndefined();
  });
});
