// Whom an exchange goes to, when it needs nothing more and when it opens again; what a case is called by its rules, and when
// it closes by itself.
import { describe, expect, test } from 'vitest';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { Procedure, ReplyState, Rule, Task } from '../../../engine/procedure/types.ts';
import { answers, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const bare = procedureWith({});
const letter = (more: Partial<Task> = {}): Task => ({ shape: 'exchange', label: 'Ask', by: ['manager'], in: ['alert'], to: ['health'], expects: 'reply', ...more } as Task);
const opened = (task: Partial<Task>, values = {}, rules: Readonly<Record<string, Rule>> = {}, more: Partial<Procedure> = {}): Story => begun({
  ...bare,
  parties: { ...bare.parties, school: { kind: 'agency', title: 'School' } }, rules,
  questions: { ...bare.questions, agencies: { type: 'list', label: 'Agencies', of: 'agency' }, one: { type: 'party', label: 'One' }, amount: { type: 'number', label: 'Amount' } },
  tasks: { ...bare.tasks, ask: letter(task) }, ...more,
}, '2026-12-07T09:00', values);
const send = (...recipients: readonly string[]): CommandBody => ({ type: 'sendExchange', task: 'ask', ...(recipients.length > 0 && { recipients }) });
const reply = (recipient: string, state: ReplyState = 'received'): CommandBody => ({ type: 'recordReply', task: 'ask', recipient, state });
const add = (recipient: string): CommandBody => ({ type: 'addRecipient', task: 'ask', recipient, reason: 'They asked.' });
const says = (values: Parameters<typeof answers>[0]): CommandBody => ({ type: 'recordAnswers', mode: 'change', answers: answers(values) });
const after = (story: Story, ...bodies: readonly CommandBody[]): Story => { for (const body of bodies) story.does('manager', body); return story; };
const record = ({ case: { tasks } }: Story) => tasks['ask']?.at(-1);
const went = (story: Story): string => (record(story)?.recipients ?? []).map(({ party }) => party).join(' ');
const both = { to: ['health', 'police'] } as const;

describe('an exchange with one', () => {
  const states: readonly ReplyState[] = ['asked', 'acknowledged', 'received', 'accepted', 'sent-back', 'declined', 'no-answer', 'not-needed', 'withdrawn'];
  test.each<[name: string, more: Partial<Task>, complete: readonly ReplyState[]]>([
    ['that waits for a reply', {}, ['received', 'accepted', 'declined', 'not-needed', 'withdrawn']],
    ['that waits for an acknowledgement', { expects: 'acknowledgement' }, ['acknowledged', 'received', 'accepted', 'declined', 'not-needed', 'withdrawn']],
    ['that says what is enough', { complete: ['accepted', 'no-answer'] }, ['accepted', 'no-answer']],
    ['that waits for nothing', { expects: 'nothing' }, states],
  ])('%s needs nothing more after %#', (_name, more, complete) => {
    expect(states.filter((state) => record(after(opened(more), send(), reply('health', state)))?.state === 'done')).toEqual(complete);
  });

  test('is done by its sending where nothing is waited for, and under way where something is', () => {
    expect([{ expects: 'nothing' }, { expects: 'acknowledgement' }, { expects: 'reply' }].map((more) => record(after(opened(more as Partial<Task>), send()))?.state)).toEqual(['done', 'open', 'open']);
  });
});

test.each<[name: string, more: Partial<Task>, then: readonly CommandBody[], state: string]>([
  ['both of whom replied', both, [send(), reply('health'), reply('police')], 'done'], ['of whom one replied', both, [send(), reply('health')], 'open'], ['of whom one has it and replied', both, [send('health'), reply('health')], 'open'],
  ['of whom both have it, one after the other', { ...both, expects: 'nothing' }, [send('health'), send('police')], 'done'], ['of whom one has it', { ...both, expects: 'nothing' }, [send('health')], 'open'], ['of whom one has it and the other need not', { ...both, expects: 'nothing' }, [send('health'), reply('police', 'not-needed')], 'done'], ['of whom one has it and the other was withdrawn', { ...both, expects: 'nothing' }, [send('health'), reply('police', 'withdrawn')], 'done'], ['of whom one has it and the other declined unasked', { ...both, expects: 'nothing' }, [send('health'), reply('police', 'declined')], 'open'],
  ['to whom a third was added', both, [send(), add('school'), reply('health'), reply('police')], 'open'], ['that was complete when a third was added', both, [send(), reply('health'), reply('police'), add('school')], 'open'], ['that was complete again when the third replied', both, [send(), reply('health'), reply('police'), add('school'), send('school'), reply('school')], 'done'],
  ['that was complete when a reply was sent back', both, [send(), reply('health'), reply('police'), reply('health', 'sent-back')], 'open'], ['that was complete when another came in', both, [send(), reply('health'), reply('police'), reply('health', 'accepted')], 'done'],
])('an exchange with several %s', (_name, more, then, state) => {
  expect(record(after(opened(more), ...then))?.state).toBe(state);
});

test.each<[name: string, join: NonNullable<Task['per']>['join'], then: readonly CommandBody[], state: string]>([
  ['all, of whom two replied', 'all', [reply('health'), reply('police')], 'open'], ['all, who replied', 'all', [reply('health'), reply('police'), reply('school')], 'done'], ['two, of whom one replied', 2, [reply('health')], 'open'], ['two, who replied', 2, [reply('health'), reply('police')], 'done'], ['two, of whom one declined', 2, [reply('health'), reply('police', 'declined')], 'done'],
  ['two, of whom one need not', 2, [reply('health'), reply('police', 'not-needed')], 'open'], ['two, of whom one was withdrawn', 2, [reply('health'), reply('police', 'withdrawn')], 'open'], ['one who is named', { named: ['health'] }, [reply('health')], 'done'], ['others than the one who is named', { named: ['health'] }, [reply('police'), reply('school')], 'open'], ['two who are named, of whom one replied', { named: ['health', 'police'] }, [reply('health')], 'open'], ['one who is named and need not', { named: ['health'] }, [reply('health', 'not-needed')], 'done'], ['one who is named and was not asked', { named: ['manager'] }, [reply('health')], 'open'],
] as never)('an exchange that asks three waits for %s', (_name, join, then, state) => {
  expect(record(after(opened({ to: undefined, per: { over: ['health', 'police', 'school'], join } } as never), send(), ...then))?.state).toBe(state);
});

describe('an exchange goes to', () => {
  const rule = (effect: 'require' | 'relieve', recipients: readonly string[], more: Partial<Rule> = {}): Rule => ({ then: { [effect]: { recipients, of: 'ask' } } as Rule['then'], strength: 'must', ...more });
  test.each<[name: string, task: Partial<Task>, values: Parameters<typeof answers>[0], rules: Readonly<Record<string, Rule>>, to: string]>([
    ['those whom it names, each once', { to: ['police', 'health', 'police'] }, {}, {}, 'police health'], ['those whom an answer lists, after those it names', { to: ['health', { answer: 'agencies' }] } as Partial<Task>, { agencies: ['school', 'health'] }, {}, 'health school'],
    ['one whom an answer names', { to: [{ answer: 'one' }] } as Partial<Task>, { one: 'police' }, {}, 'police'], ['each of a list that it names', { to: undefined, per: { over: ['school', 'police'] } } as never, {}, {}, 'school police'], ['each of a list in an answer', { to: undefined, per: { over: 'agencies' } } as never, { agencies: ['police', 'school'] }, {}, 'police school'],
    ['those whom it names beside an answer that is not known', { to: ['health', { answer: 'agencies' }] } as Partial<Task>, {}, {}, 'health'], ['those whom it names beside an answer that names nobody', { to: ['health', { answer: 'amount' }] } as Partial<Task>, { amount: 7 }, {}, 'health'],
    ['those whom a rule requires besides', {}, {}, { more: rule('require', ['police', 'health']) }, 'health police'], ['none whom a rule would require', {}, { died: false }, { more: rule('require', ['police'], { if: { var: 'died' } }) }, 'health'], ['those whom a rule forces while it is not known', {}, {}, { more: rule('require', ['police'], { if: { var: 'died' }, unknown: 'force' }) }, 'health police'],
    ['none of whom a rule relieves, even if another requires them', both, {}, { less: rule('relieve', ['police', 'school']), more: rule('require', ['school']) }, 'health'], ['those of whom a rule would relieve', both, { died: false }, { less: rule('relieve', ['police'], { if: { var: 'died' } }) }, 'health police'],
  ])('%s', (_name, task, values, rules, to) => {
    expect(went(after(opened(task, values, rules), send()))).toBe(to);
  });

  test('fewer when the answer that lists them has fewer, and is then complete without the others; with more it opens again', () => {
    const story = after(opened({ to: [{ answer: 'agencies' }] } as Partial<Task>, { agencies: ['school', 'police'] }), send('school'), reply('school'));
    const states = [record(story)?.state];
    for (const agencies of [['school'], ['school', 'police']]) states.push(record(after(story, says({ agencies })))?.state);
    expect(states).toEqual(['open', 'done', 'open']);
  });

  test('nobody where nobody is listed, and is not done by that', () => {
    expect(record(after(opened({ to: [{ answer: 'agencies' }], expects: 'nothing' } as Partial<Task>, { agencies: ['school'] }), says({ agencies: [] })))?.state).toBe('open');
  });
});

describe('by its rules', () => {
  const label = (text: string, more: Partial<Rule> = {}): Rule => ({ then: { label: text }, strength: 'must', ...more });
  const died = { if: { var: 'died' } } as const;
  test.each<[name: string, values: Parameters<typeof answers>[0], then: readonly CommandBody[], labels: readonly string[]]>([
    ['that always hold', {}, [], ['Always', 'Forced']], ['that hold', { died: true }, [], ['Always', 'Died', 'Forced']], ['that do not', { died: false }, [], ['Always']],
    ['that came to hold', { died: false }, [says({ died: true })], ['Always', 'Died', 'Forced']], ['that hold no more', { died: true }, [says({ died: false })], ['Always']],
  ])('a case bears the names of those %s', (_name, values, then, labels) => {
    const rules = { always: label('Always'), died: label('Died', died), forced: label('Forced', { ...died, unknown: 'force' }), other: { then: { require: { task: 'duty' } }, strength: 'must', if: { var: 'size' } } } as const;
    expect(after(opened({}, values, rules), ...then).case.labels).toEqual(labels);
  });

  const end: readonly CommandBody[] = [{ type: 'sendExchange', task: 'send-alert' }, { type: 'decide', task: 'outcome', options: ['end'] }];
  test.each<[name: string, closing: Procedure['closing'] | undefined, values: Parameters<typeof answers>[0], closed: readonly boolean[]]>([
    ['at its end', undefined, {}, [false, true, true]], ['at its end, once what is asked for holds', { if: died.if }, { died: false }, [false, false, true]], ['at its end, once what is asked for is known to hold', { if: died.if }, {}, [false, false, true]], ['at its end at once, where what is asked for holds', { if: died.if }, { died: true }, [false, true, true]],
    ['never by itself where somebody closes it', { by: ['manager'] }, {}, [false, false, false]], ['at its end, where who closes it is not in force yet', { by: ['manager'], inForce: { from: '2026-12-08' } }, {}, [false, true, true]], ['at its end, where what is asked for is in force no more', { if: died.if, inForce: { until: '2026-12-06' } }, { died: false }, [false, true, true]],
  ])('a case closes %s', (_name, closing, values, closed) => {
    const story = opened({}, values, {}, closing === undefined ? {} : { closing });
    const found = [story.case.closed !== undefined];
    found.push(after(story, ...end).case.closed !== undefined);
    const first = story.case.closed;
    if (first === undefined) after(story, says({ died: true }));
    found.push(story.case.closed !== undefined);
    expect(found).toEqual(closed);
  });
});
