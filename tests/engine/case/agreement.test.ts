// Deciding together: whose views make a decision, how many, and what follows when they do not.
import { describe, expect, test } from 'vitest';
import type { CommandBody, TaskRecord, View } from '../../../engine/case/types.ts';
import type { Procedure, Rule, Task, Timescale } from '../../../engine/procedure/types.ts';
import { check } from '../../../engine/procedure/check.ts';
import { answers, type Story } from '../../fixtures/engine/acting.ts';
import { begun, clockOf } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

type Agreement = NonNullable<Task['agreement']>;
const members = ['chair', 'health', 'police', 'school', 'authority'];
const base = procedureWith({});
const options = [{ id: 'review', label: 'Review' }, { id: 'none', label: 'No review' }, { id: 'not-agreed', label: 'Not agreed' }, { id: 'not-yet', label: 'Cannot decide yet' }];

/** A panel of five that decides in the stage of the alert. */
function panel(agreement: Agreement, more: Partial<Procedure> = {}, task: Partial<Task> = {}): Procedure {
  const parties = { ...base.parties, ...Object.fromEntries(members.map((id) => [id, { kind: 'role', title: id }] as const)), panel: { kind: 'body', title: 'Panel', seats: members } } as Procedure['parties'];
  const outcome: Task = { shape: 'decide', label: 'Outcome', in: ['alert'], by: ['panel'], options, agreement, ...task };
  return { ...base, parties, tasks: { ...base.tasks, outcome }, transitions: [{ id: 'on-alert', from: ['alert'], on: { done: 'outcome' }, to: 'review' }], ...more };
}
const opened = (procedure: Procedure, values = {}): Story => begun(procedure, '2026-12-07T09:00', values);
const says = (option: string, reasons?: string): CommandBody => ({ type: 'decide', task: 'outcome', options: [option], ...(reasons !== undefined && { reasons }) });
const abstains: CommandBody = { type: 'decide', task: 'outcome', options: [], abstains: true };
const current = (story: Story): TaskRecord | undefined => story.case.tasks['outcome']?.at(-1);
/** Each says in turn; how many had spoken when it was decided, and what. */
function spoken(story: Story, views: readonly (readonly [string, CommandBody])[]): string {
  for (const [index, [role, body]] of views.entries()) {
    story.does(role, body);
    if (current(story)?.state === 'done') return `${index + 1}: ${current(story)?.options?.join(' ')}`;
  }
  return 'open';
}
const found = (story: Story): readonly string[] => story.case.findings.map(({ words }) => words);

describe('how many must agree', () => {
  test('one decides alone', () => {
    expect(spoken(opened(panel({ by: 'one' })), [['police', says('none')]])).toBe('1: none');
  });

  test('all: every member, and one who differs keeps it open', () => {
    expect(spoken(opened(panel({ by: 'all' })), members.map((role) => [role, says('review')]))).toBe('5: review');
    const story = opened(panel({ by: 'all' }));
    expect(spoken(story, members.map((role) => [role, says(role === 'school' ? 'none' : 'review')]))).toBe('open');
    expect(found(story)).toContain('The views on “Outcome” differ, so it is not decided.');
  });

  test('[S8.3] a majority of five is three, whoever is absent', () => {
    const views = [['chair', says('review')], ['health', says('none')], ['police', says('review')], ['school', says('review')]] as const;
    expect(spoken(opened(panel({ by: 'majority' })), views)).toBe('4: review');
    expect(spoken(opened(panel({ by: 'majority' })), [['chair', says('review')], ['health', says('review')], ['police', abstains], ['school', abstains], ['authority', abstains]])).toBe('open');
  });

  test('of the votes cast, two against one are enough once the others have abstained', () => {
    const views = [['chair', says('review')], ['health', says('review')], ['police', says('none')], ['school', abstains], ['authority', abstains]] as const;
    expect(spoken(opened(panel({ by: 'majority', counted: 'votes' })), views)).toBe('5: review');
  });

  test('a number is that many, whatever the others say', () => {
    expect(spoken(opened(panel({ by: 2 })), [['chair', says('none')], ['health', says('review')], ['police', says('review')]])).toBe('3: review');
  });

  test('named seats must be among those who agree', () => {
    const views = [['health', says('review')], ['police', says('review')], ['school', says('review')], ['authority', says('review')]] as const;
    expect(spoken(opened(panel({ by: 'majority', named: ['authority'] })), views)).toBe('4: review');
    expect(spoken(opened(panel({ by: 'majority', named: ['chair'] })), views)).toBe('open');
  });

  test('only those who are asked have a voice', () => {
    expect(spoken(opened(panel({ by: 'all', of: ['health', 'police'] })), [['health', says('review')], ['police', says('review')]])).toBe('2: review');
  });
});

describe('a tie', () => {
  const four: Agreement = { by: 'majority', of: ['health', 'police', 'school', 'authority'], casting: 'chair' };
  const tied = [['health', says('review')], ['police', says('none')], ['school', says('review')]] as const;

  test('[S8.5] on a tie the casting vote decides, and not before everybody has spoken', () => {
    const story = opened(panel(four));
    expect(spoken(story, [...tied, ['chair', says('none')]])).toBe('open');
    expect(spoken(story, [['authority', says('none')]])).toBe('1: none');
  });

  test('waits for the casting vote', () => {
    const story = opened(panel({ ...four, otherwise: 'not-agreed' }));
    expect(spoken(story, [...tied, ['authority', says('none')]])).toBe('open');
    expect(spoken(story, [['chair', says('review')]])).toBe('1: review');
  });

  test('a casting vote breaks no majority', () => {
    expect(spoken(opened(panel(four)), [['chair', says('none')], ...tied, ['authority', says('review')]])).toBe('5: review');
  });
});

describe('what is kept of a decision', () => {
  test('[S8.4] a dissenting view stands in the decision with its reasons', () => {
    const story = opened(panel({ by: 'majority' }));
    spoken(story, [['chair', says('review')], ['health', says('none', 'Nothing was missed.')], ['police', says('review')], ['school', says('review')]]);
    expect(current(story)?.views).toContainEqual({ party: 'health', options: ['none'], reasons: 'Nothing was missed.' });
    expect(current(story)?.options).toEqual(['review']);
  });

  test('an abstention is recorded as one, with its reasons, and is none where one decides alone', () => {
    const story = opened(panel({ by: 'majority' }));
    story.does('health', { ...abstains, reasons: 'New in post.' } as CommandBody);
    expect(current(story)?.views).toEqual([{ party: 'health', options: [], abstained: true, reasons: 'New in post.' }]);
    expect(opened(panel({ by: 'one' })).isRefused('health', abstains).code).toBe('bad-answer');
  });

  test('a later view takes the place of the party’s earlier one', () => {
    const story = opened(panel({ by: 'all' }));
    expect(spoken(story, [['health', says('none')], ...members.map((role) => [role, says('review')] as const)])).toBe('6: review');
    expect(current(story)?.views).toHaveLength(5);
  });

  const meeting = { meeting: { body: 'panel' } };
  const minuted = (views: readonly View[], present: readonly string[]): CommandBody => ({ type: 'decide', task: 'outcome', options: ['review'], views, meeting: { present } });
  const agreeing = (...parties: readonly string[]): readonly View[] => parties.map((party) => ({ party, options: ['review'] }));

  test('the minutes of a meeting bring the views of those who were there, and who was not is recorded as absent', () => {
    const story = opened(panel({ by: 'majority', counted: 'votes' }, {}, meeting));
    story.does('chair', minuted([...agreeing('chair', 'health'), { party: 'police', options: ['none'] }], ['chair', 'health', 'police']));
    expect([current(story)?.state, current(story)?.views.filter(({ absent }) => absent).map(({ party }) => party)]).toEqual(['done', ['school', 'authority']]);
  });

  test('[S8.11] nobody enters the view of another role', () => {
    const story = opened(panel({ by: 'all', of: ['health', 'police'] }));
    const forged: CommandBody = { type: 'decide', task: 'outcome', options: ['review'], views: agreeing('health', 'police') };
    expect(story.isRefused('health', forged)).toMatchObject({ code: 'wrong-role', missing: [{ id: 'police' }] });
    expect(opened(panel({ by: 'all' }, {}, meeting)).isRefused('chair', minuted([{ party: 'manager', options: ['review'] }], members)).code).toBe('wrong-role');
  });

  test('a body that decides together says who thought what', () => {
    expect(opened(panel({ by: 'majority' })).isRefused('panel', says('review'))).toMatchObject({ code: 'missing-field', missing: [{ id: 'views' }] });
  });
});

describe('quorum', () => {
  const seats = (of: string): Rule => ({ label: 'Quorum', then: { require: { seats: ['health', 'police'], of } }, strength: 'must' });
  const begin: Task = { shape: 'record', label: 'Open the meeting', by: ['panel'], in: ['alert'], meeting: { body: 'panel' } };
  const sitting = panel({ by: 'majority', counted: 'votes' }, { rules: { opening: seats('begin'), deciding: seats('outcome') } }, { meeting: { body: 'panel' } });
  const procedure: Procedure = { ...sitting, tasks: { ...sitting.tasks, begin } };
  const decides = (present: readonly string[]): CommandBody => ({ type: 'decide', task: 'outcome', options: ['review'], views: present.map((party) => ({ party, options: ['review'] })), meeting: { present } });

  test('is asked at the opening and again at each decision', () => {
    const story = opened(procedure);
    expect(story.isRefused('chair', { type: 'completeTask', task: 'begin', meeting: { present: ['chair', 'health'] } }).code).toBe('quorum');
    story.does('chair', { type: 'completeTask', task: 'begin', meeting: { present: ['chair', 'health', 'police'] } });
    expect(story.isRefused('chair', decides(['chair', 'health']))).toMatchObject({ code: 'quorum', missing: [{ id: 'police' }] });
    story.does('chair', decides(['chair', 'health', 'police']));
  });
});

describe('a must and the members', () => {
  const forced: Rule = { label: 'A death is reviewed', if: { var: 'died' }, then: { require: { option: ['outcome', 'review'] } }, strength: 'must' };

  test('[S8.8] a must refuses no member’s view, and lets no decision follow that it does not allow', () => {
    const story = opened(panel({ by: 2 }, { rules: { forced } }), { died: true });
    expect(spoken(story, [['chair', says('none')], ['health', says('none')]])).toBe('open');
    expect(found(story)).toContain('Enough agree on “No review” in “Outcome”, and the rules do not allow it now, so it is not decided.');
    expect(spoken(story, [['police', says('review')], ['school', says('review')]])).toBe('open');
    expect(spoken(story, [['chair', says('review')]])).toBe('1: review');
    expect(current(story)?.views.find(({ party }) => party === 'health')?.options).toEqual(['none']);
  });

  test('what was not allowed may be decided once the facts have changed', () => {
    const story = opened(panel({ by: 2 }, { rules: { forced } }), { died: true });
    spoken(story, [['chair', says('none')], ['health', says('none')]]);
    story.does('manager', { type: 'recordAnswers', mode: 'correct', answers: answers({ died: false }) });
    expect(spoken(story, [['health', says('none')]])).toBe('1: none');
  });
});

describe('no decision is an outcome as well', () => {
  const resolve: Timescale = { label: 'Resolve', for: 'write', direction: 'within', amount: 5, unit: 'working-days', from: { taken: ['outcome', 'not-agreed'] }, basis: 'local' };
  const again: Timescale = { ...resolve, label: 'Meet again', from: { taken: ['outcome', 'not-yet'] }, amount: 2 };
  const routes: Procedure['transitions'] = [
    { id: 'escalated', from: ['alert'], on: { option: ['outcome', 'not-agreed'] }, to: 'review' },
    { id: 'adjourned', from: ['alert'], on: { option: ['outcome', 'not-yet'] }, to: 'alert' },
    { id: 'agreed', from: ['alert'], on: { done: 'outcome' }, to: 'ended' },
  ];
  const procedure = panel({ by: 'all', otherwise: 'not-agreed' }, { transitions: routes, timescales: { resolve, again } });

  test('when everybody has spoken and too few agree, “not agreed” is taken, with a route and a clock of its own', () => {
    const story = opened(procedure);
    expect(spoken(story, members.map((role) => [role, says(role === 'school' ? 'none' : 'review')]))).toBe('5: not-agreed');
    expect(story.case.stages).toEqual(['review']);
    expect(clockOf(story, 'resolve', '2026-12-08T09:00')?.date).toBe('2026-12-14');
  });

  test('“cannot decide yet” brings the decision back afresh, with its own clock', () => {
    const story = opened(procedure);
    spoken(story, members.map((role) => [role, says('not-yet')]));
    expect([story.case.stages, current(story)?.visit, current(story)?.state]).toEqual([['alert'], 2, 'open']);
    expect(clockOf(story, 'again', '2026-12-08T09:00')?.date).toBe('2026-12-09');
  });

  test('check knows the option that follows, and one that there is not', () => {
    expect(check(procedure).filter(({ pointer }) => pointer.includes('agreement'))).toEqual([]);
    expect(check(panel({ by: 'all', otherwise: 'lost' })).find(({ code }) => code === 'P-048')?.pointer).toBe('/tasks/outcome/agreement/otherwise');
  });
});
