// A task as it is shown, whole: who may do it, why it is asked and by which source, where it stands, what its form has,
// what the rules ask of it and make of its options.
import { describe, expect, test } from 'vitest';
import { tasks } from '../../../engine/case/tasks.ts';
import type { TaskView } from '../../../engine/case/types.ts';
import type { Procedure, Rule, Strength } from '../../../engine/procedure/types.ts';
import { answers, at, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const bare = procedureWith({});
const rule = (then: Rule['then'], strength: Strength, more: Partial<Rule> = {}): Rule => ({ label: 'Asked', then, strength, ...more });
const procedure: Procedure = {
  ...bare,
  parties: {
    ...bare.parties, manager: { kind: 'role', title: 'Manager', titles: [{ title: 'Head of service' }], deputies: [{ party: 'deputy', tasks: ['write'], when: 'absent' }] },
    deputy: { kind: 'role', title: 'Deputy manager', titles: [{ title: 'Second in charge' }] }, lawyer: { kind: 'role', title: 'Lawyer' }, panel: { kind: 'body', title: 'Panel', seats: ['lawyer'] },
  },
  stages: { ...bare.stages, part: { kind: 'other', label: 'Part', within: 'review' } } as Procedure['stages'],
  questions: { ...bare.questions, summary: { type: 'text', label: 'Summary' }, place: { type: 'text', label: 'Place', maxLength: 4, prefill: 'Here' }, room: { type: 'text', label: 'Room', maxLength: 4, prefill: 'Too long' }, day: { type: 'date', label: 'Day', prefill: { var: 'aware' } } },
  forms: {
    paper: { label: 'Paper', version: { words: 'v3', date: '2026-01-01' }, sections: [{ id: 'one', label: 'Part one', questions: ['summary', 'place', 'room'] }, { id: 'two', questions: ['day', 'size'], by: 'health' }, { id: 'old', label: 'Old', questions: ['died'], inForce: { until: '2026-01-01' } }] },
    answer: { label: 'Answer', sections: [{ id: 'all', label: 'All', questions: ['summary'] }] },
  } as unknown as NonNullable<Procedure['forms']>,
  tasks: {
    ...bare.tasks, write: { shape: 'record', label: 'Write the report', by: ['manager'], in: ['review'], form: 'paper', section: 'one', guidance: 'Be brief.', cites: ['src#1'] },
    checks: { ...bare.tasks['checks'], reply: { form: 'answer' } } as Procedure['tasks'][string],
    outcome: { shape: 'decide', label: 'Outcome', by: ['panel'], in: ['review'], options: [{ id: 'end', label: 'End', hint: 'It is over.' }, { id: 'go-on', label: 'Go on' }, { id: 'wait', label: 'Wait' }, { id: 'was', label: 'As it was', inForce: { until: '2026-01-01' } }] },
    several: { shape: 'decide', label: 'Measures', by: ['panel'], in: ['review'], choose: { least: 0, most: 2 }, options: [{ id: 'a', label: 'A' }, { id: 'b', label: 'B' }] },
    note: { shape: 'record', label: 'Note', by: ['manager'], raised: 'by-choice', cites: ['src#2'] }, keep: { shape: 'record', label: 'Keep the file', by: ['manager'] },
    meet: { shape: 'record', label: 'Meet', by: ['manager'], in: ['alert', 'review'], reasons: 'required' } as Procedure['tasks'][string],
  },
  rules: {
    told: rule({ require: { task: 'duty' } }, 'should', { label: 'A death should be told', if: { var: 'died' }, cites: ['src#3'] }), 'told-always': rule({ require: { task: 'duty' } }, 'must', { label: 'A death is told', if: { var: 'died' } }),
    named: rule({ require: { fields: ['summary', 'size'], of: 'write' } }, 'should'), 'named-too': rule({ require: { fields: ['summary'], of: 'write' } }, 'must'), perhaps: rule({ require: { fields: ['place'], of: 'write' } }, 'may'),
    present: rule({ require: { seats: ['lawyer'], of: 'outcome' } }, 'must'), 'present-too': rule({ require: { seats: ['lawyer'], of: 'outcome' } }, 'should'), post: rule({ require: { channels: ['Post', 'Courier'], of: 'checks' } } as Rule['then'], 'must'),
    'not-on': rule({ forbid: { option: ['outcome', 'go-on'] } }, 'should', { if: { var: 'died' } }),
  },
};
const underReview = (changes: Partial<Procedure> = {}, died = true): Story => {
  const story = begun({ ...procedure, ...changes }, '2026-12-07T09:00', { aware: '2026-12-04', died });
  story.does('manager', { type: 'sendExchange', task: 'send-alert' });
  return story;
};
const all = (story: Story, role?: string, when = '2026-12-08T09:00'): readonly TaskView[] => tasks(story.versions, story.case, at(when), role);
const seen = (story: Story, id: string, role?: string) => {
  const view = all(story, role).find((one) => one.id === id);
  if (view === undefined) return undefined;
  const { record: _record, deadlines: _deadlines, ...rest } = view;
  return rest;
};

test.each<[name: string, story: () => Story, id: string, role: string | undefined, told: Omit<TaskView, 'deadlines'> | undefined]>([
  ['a record with its form, to whoever does it', underReview, 'write', 'manager', { id: 'write', label: 'Write the report', shape: 'record', guidance: 'Be brief.', stage: 'review', stageLabel: 'Review', kind: 'review', state: 'open', doers: [{ party: 'manager', label: 'Manager', also: ['Head of service'] }], mine: true, strength: 'must', why: 'Asked in “Review”.', cites: ['src#1'], form: { id: 'paper', label: 'Paper', version: 'v3, Thu 1 Jan 2026', sections: [{ id: 'one', label: 'Part one', asked: true, questions: ['summary', 'place', 'room'] }, { id: 'two', label: 'two', asked: false, questions: ['day', 'size'], by: { party: 'health', label: 'Health' } }], prefilled: { place: { value: 'Here' } } }, required: { fields: ['summary', 'size'], seats: [], recipients: [], reasons: false }, options: [] }],
  ['a record to another', underReview, 'write', 'deputy', { id: 'write', label: 'Write the report', shape: 'record', guidance: 'Be brief.', stage: 'review', stageLabel: 'Review', kind: 'review', state: 'open', doers: [{ party: 'manager', label: 'Manager', also: ['Head of service'] }], mine: false, strength: 'must', why: 'Asked in “Review”.', cites: ['src#1'], form: { id: 'paper', label: 'Paper', version: 'v3, Thu 1 Jan 2026', sections: [{ id: 'one', label: 'Part one', asked: true, questions: ['summary', 'place', 'room'] }, { id: 'two', label: 'two', asked: false, questions: ['day', 'size'], by: { party: 'health', label: 'Health' } }], prefilled: { place: { value: 'Here' } } }, required: { fields: ['summary', 'size'], seats: [], recipients: [], reasons: false }, options: [] }],
  ['a record while its doer is absent, to the deputy', () => { const story = underReview(); story.does('manager', { type: 'recordAbsence', party: 'manager', from: '2026-12-07', until: '2026-12-09' }); return story; }, 'write', 'deputy', { id: 'write', label: 'Write the report', shape: 'record', guidance: 'Be brief.', stage: 'review', stageLabel: 'Review', kind: 'review', state: 'open', doers: [{ party: 'manager', label: 'Manager', also: ['Head of service'] }, { party: 'deputy', label: 'Deputy manager', also: ['Second in charge'], deputy: true }], mine: true, strength: 'must', why: 'Asked in “Review”.', cites: ['src#1'], form: { id: 'paper', label: 'Paper', version: 'v3, Thu 1 Jan 2026', sections: [{ id: 'one', label: 'Part one', asked: true, questions: ['summary', 'place', 'room'] }, { id: 'two', label: 'two', asked: false, questions: ['day', 'size'], by: { party: 'health', label: 'Health' } }], prefilled: { place: { value: 'Here' } } }, required: { fields: ['summary', 'size'], seats: [], recipients: [], reasons: false }, options: [] }],
  ['a record that was done', () => { const story = underReview(); story.does('manager', { type: 'completeTask', task: 'write', answers: answers({ summary: 'Short.' }), reason: 'Size unknown.' }); return story; }, 'write', 'manager', { id: 'write', label: 'Write the report', shape: 'record', guidance: 'Be brief.', stage: 'review', stageLabel: 'Review', kind: 'review', state: 'done', doers: [{ party: 'manager', label: 'Manager', also: ['Head of service'] }], mine: false, strength: 'must', why: 'Asked in “Review”.', cites: ['src#1'], form: { id: 'paper', label: 'Paper', version: 'v3, Thu 1 Jan 2026', sections: [{ id: 'one', label: 'Part one', asked: true, questions: ['summary', 'place', 'room'] }, { id: 'two', label: 'two', asked: false, questions: ['day', 'size'], by: { party: 'health', label: 'Health' } }], prefilled: { place: { value: 'Here' } } }, required: { fields: ['summary', 'size'], seats: [], recipients: [], reasons: false }, options: [] }],
  ['an exchange, with the form of the reply and the ways by one of which it goes', underReview, 'checks', 'manager', { id: 'checks', label: 'Agency checks', shape: 'exchange', stage: 'review', stageLabel: 'Review', kind: 'review', state: 'open', doers: [{ party: 'manager', label: 'Manager', also: ['Head of service'] }], mine: true, strength: 'must', why: 'Asked in “Review”.', cites: [], replyForm: { id: 'answer', label: 'Answer', sections: [{ id: 'all', label: 'All', asked: true, questions: ['summary'] }], prefilled: {} }, required: { fields: [], seats: [], recipients: ['health', 'police'], channels: ['Post', 'Courier'], reasons: false }, options: [] }],
  ['an exchange that has gone to all', () => { const story = underReview(); story.does('manager', { type: 'sendExchange', task: 'checks', channel: 'Post' }); return story; }, 'checks', 'manager', { id: 'checks', label: 'Agency checks', shape: 'exchange', stage: 'review', stageLabel: 'Review', kind: 'review', state: 'waiting', doers: [{ party: 'manager', label: 'Manager', also: ['Head of service'] }], mine: true, strength: 'must', why: 'Asked in “Review”.', cites: [], replyForm: { id: 'answer', label: 'Answer', sections: [{ id: 'all', label: 'All', asked: true, questions: ['summary'] }], prefilled: {} }, required: { fields: [], seats: [], recipients: ['health', 'police'], channels: ['Post', 'Courier'], reasons: false }, options: [] }],
  ['a decision of a body, to its seat', underReview, 'outcome', 'lawyer', { id: 'outcome', label: 'Outcome', shape: 'decide', stage: 'review', stageLabel: 'Review', kind: 'review', state: 'open', doers: [{ party: 'panel', label: 'Panel' }], mine: true, strength: 'must', why: 'Asked in “Review”.', cites: [], required: { fields: [], seats: ['lawyer'], recipients: [], reasons: false }, options: [{ id: 'end', label: 'End', hint: 'It is over.' }, { id: 'go-on', label: 'Go on', against: 'should' }, { id: 'wait', label: 'Wait' }] }],
  ['a task that rules require, for the strongest of them', underReview, 'duty', 'manager', { id: 'duty', label: 'Tell the inspectorate', shape: 'record', state: 'open', doers: [{ party: 'manager', label: 'Manager', also: ['Head of service'] }], mine: true, strength: 'must', why: 'A death is told.', cites: [], required: { fields: [], seats: [], recipients: [], reasons: false }, options: [] }],
  ['a task that may be done', underReview, 'note', 'manager', { id: 'note', label: 'Note', shape: 'record', state: 'offered', doers: [{ party: 'manager', label: 'Manager', also: ['Head of service'] }], mine: true, strength: 'may', why: 'May be done when somebody thinks it right.', cites: ['src#2'], required: { fields: [], seats: [], recipients: [], reasons: false }, options: [] }],
  ['a task of every case', underReview, 'keep', 'health', { id: 'keep', label: 'Keep the file', shape: 'record', state: 'open', doers: [{ party: 'manager', label: 'Manager', also: ['Head of service'] }], mine: false, strength: 'must', why: 'Asked of every case.', cites: [], required: { fields: [], seats: [], recipients: [], reasons: false }, options: [] }],
  ['a task that stands in two stages, and asks for reasons', underReview, 'meet', undefined, { id: 'meet', label: 'Meet', shape: 'record', stage: 'review', stageLabel: 'Review', kind: 'review', state: 'open', doers: [{ party: 'manager', label: 'Manager', also: ['Head of service'] }], mine: false, strength: 'must', why: 'Asked in “Review”.', cites: [], required: { fields: [], seats: [], recipients: [], reasons: true }, options: [] }],
])('%s is shown whole', (_name, story, id, role, told) => {
  expect(seen(story(), id, role)).toStrictEqual(told);
});

describe('what rules make of the options', () => {
  const about = (effect: 'require' | 'forbid', strength: Strength, task = 'outcome', option = 'go-on') => rule((effect === 'require' ? { require: { option: [task, option] } } : { forbid: { option: [task, option] } }), strength);
  const options = (effect: 'require' | 'forbid', strength: Strength, task = 'outcome', option = 'go-on') => shown({ asked: about(effect, strength, task, option) }, task);
  const shown = (rules: Procedure['rules'], task = 'outcome') =>
    all(underReview({ rules: rules ?? {} })).find(({ id }) => id === task)?.options.map(({ id, forced, forbidden, against }) => `${id}${forced === undefined ? '' : ' forced'}${forbidden === undefined ? '' : ' forbidden'}${against === undefined ? '' : ` against ${against}`}`);

  test.each<[effect: 'require' | 'forbid', strength: Strength, shown: readonly string[]]>([
    ['require', 'must', ['end forbidden', 'go-on forced', 'wait forbidden']], ['require', 'should-always', ['end against should-always', 'go-on', 'wait against should-always']], ['require', 'should', ['end against should', 'go-on', 'wait against should']],
    ['require', 'consider', ['end against consider', 'go-on', 'wait against consider']], ['require', 'may', ['end', 'go-on', 'wait']],
    ['forbid', 'must', ['end', 'go-on forbidden', 'wait']], ['forbid', 'should', ['end', 'go-on against should', 'wait']], ['forbid', 'may', ['end', 'go-on', 'wait']],
  ])('a rule that would %s one, with “%s”', (effect, strength, shown) => {
    expect(options(effect, strength)).toEqual(shown);
  });

  test.each<[name: string, first: Rule, second: Rule, shown: readonly string[]]>([
    ['a ban after a hint', about('forbid', 'consider'), about('forbid', 'must'), ['end', 'go-on forbidden', 'wait']],
    ['a demand for another after a hint', about('forbid', 'consider', 'outcome', 'end'), about('require', 'must'), ['end forbidden', 'go-on forced', 'wait forbidden']],
    ['a recommendation after what is only allowed', about('forbid', 'may'), about('forbid', 'should'), ['end', 'go-on against should', 'wait']],
    ['a demand after a recommendation', about('require', 'should'), about('require', 'must'), ['end forbidden', 'go-on forced', 'wait forbidden']],
  ])('of several rules about one the strongest is told: %s', (_name, first, second, told) => {
    expect(shown({ first, second })).toEqual(told);
  });

  test('where several may be taken, one that is forced bars no other', () => {
    expect(options('require', 'must', 'several', 'a')).toEqual(['a forced', 'b']);
  });
});

test.each<[strength: Strength, asked: boolean]>([['must', true], ['should-always', true], ['should', false], ['consider', false], ['may', false]])('a rule on reasons that is “%s” makes them required: %s', (strength, asked) => {
  expect(all(underReview({ rules: { asked: rule({ require: { reasons: 'outcome' } }, strength) } })).find(({ id }) => id === 'outcome')?.required.reasons).toBe(asked);
});

test('a task that is not asked is not shown', () => {
  expect(seen(underReview({}, false), 'duty')).toBeUndefined();
});

test('nothing is marked as somebody’s own in a closed case, nor where nobody is named', () => {
  const story = underReview({ rules: {} });
  expect(all(story).filter(({ mine }) => mine)).toEqual([]);
  expect(all(story, 'manager').filter(({ mine }) => mine).map(({ id }) => id)).toContain('keep');
  story.does('panel', { type: 'decide', task: 'outcome', options: ['end'] });
  expect(all(story, 'manager').filter(({ mine }) => mine)).toEqual([]);
});

test('an exchange that has gone to one of two is still to be sent, and waits once it has gone to both', () => {
  const story = underReview();
  story.does('manager', { type: 'sendExchange', task: 'checks', channel: 'Post', recipients: ['health'] });
  expect(seen(story, 'checks', 'manager')).toMatchObject({ state: 'open', mine: true });
  story.does('manager', { type: 'sendExchange', task: 'checks', channel: 'Post' });
  expect(seen(story, 'checks', 'manager')).toMatchObject({ state: 'waiting' });
});
