// What somebody is told whose sending, reply or recipient cannot be: the whole of it, with what would help.
import { describe, expect, test } from 'vitest';
import type { CommandBody, Refusal } from '../../../engine/case/types.ts';
import type { Procedure, ReplyState, Task } from '../../../engine/procedure/types.ts';
import { answers, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const bare = procedureWith({});
const exchange = (more: Partial<Task> = {}): Task => ({ shape: 'exchange', label: 'Ask for reviews', by: ['manager'], in: ['alert'], to: ['health', 'police'], expects: 'reply', ...more } as Task);
const procedure: Procedure = {
  ...bare,
  parties: { ...bare.parties, school: { kind: 'agency', title: 'School' }, author: { kind: 'role', title: 'Author' }, panel: { kind: 'role', title: 'Panel' } },
  questions: { ...bare.questions, involved: { type: 'yes-no', label: 'Was the author involved?' } },
  forms: { review: { label: 'Review', sections: [{ id: 'all', label: 'All', questions: ['involved'] }] } },
  tasks: {
    ...bare.tasks, reviews: exchange({ reply: { form: 'review', author: 'author' } }), told: exchange({ label: 'Tell some', to: undefined as never, expects: 'nothing' }),
    note: { shape: 'record', label: 'Note', by: ['manager'], in: ['alert'] }, reminders: exchange({ label: 'Remind', in: ['ended'], afterClosing: true }), later: exchange({ label: 'Ask later', in: ['review'] }),
  },
  rules: {
    uninvolved: { label: 'The author was not involved', if: { var: 'involved' }, then: { forbid: { reply: 'reviews' } }, strength: 'must', cites: ['inv#1'] },
    'school-told': { label: 'The school is told', if: { var: 'died' }, then: { require: { recipients: ['school'], of: 'told' } }, strength: 'must' },
  },
};
const began = (): Story => begun(procedure, '2026-12-10T09:00', { aware: '2026-12-07' });
const asked = (): Story => {
  const story = began();
  story.does('manager', { type: 'sendExchange', task: 'reviews' });
  return story;
};
const ended = (): Story => {
  const story = asked();
  story.does('manager', { type: 'sendExchange', task: 'send-alert' });
  story.does('manager', { type: 'decide', task: 'outcome', options: ['end'] });
  return story;
};
const send = (task: string, more: Partial<Extract<CommandBody, { type: 'sendExchange' }>> = {}): CommandBody => ({ type: 'sendExchange', task, ...more });
const reply = (recipient: string, state: ReplyState, more: Partial<Extract<CommandBody, { type: 'recordReply' }>> = {}): CommandBody => ({ type: 'recordReply', task: 'reviews', recipient, state, ...more });
const add = (task: string, recipient: string): CommandBody => ({ type: 'addRecipient', task, recipient, reason: 'They asked.' });
const sentTo = ({ case: { tasks } }: Story, task = 'reviews') => tasks[task]?.at(-1)?.recipients.map(({ party }) => party);

test.each<[name: string, story: () => Story, role: string, body: CommandBody, told: Refusal]>([
  ['of a task that there is not', began, 'manager', send('dance'), { code: 'unknown-task', words: 'The procedure of this case knows nothing called “dance”.', missing: [], remedy: 'Choose one of those the procedure has.' }],
  ['by another', began, 'health', send('reviews'), { code: 'wrong-role', words: '“Ask for reviews” falls to Manager.', missing: [{ kind: 'role', id: 'manager', label: 'Manager' }], remedy: 'Ask Manager to do it, or act in that role if it is yours.' }],
  ['of what is not sent', began, 'manager', send('note'), { code: 'not-due-here', words: '“Note” is not possible at this stage: it is not something that is sent.', missing: [], remedy: 'Wait until the case has come to a stage that allows it.' }],
  ['of what is not open yet', began, 'manager', send('later'), { code: 'not-open', words: '“Ask later” is not open now.', missing: [], remedy: 'Look at the list of tasks for what is open.' }],
  ['to somebody whom the procedure does not have', began, 'manager', send('reviews', { recipients: ['health', 'king', 'queen'] }), { code: 'unknown-recipient', words: '“Ask for reviews” does not go to king or queen.', missing: [{ kind: 'recipient', id: 'king', label: 'king' }, { kind: 'recipient', id: 'queen', label: 'queen' }], remedy: 'Add the recipient first, with the reason.' }],
  ['to somebody whom no rule names', () => { const story = began(); story.does('manager', { type: 'recordAnswers', mode: 'change', answers: answers({ died: true }) }); return story; }, 'manager', send('told', { recipients: ['school', 'health'] }), { code: 'unknown-recipient', words: '“Tell some” does not go to Health.', missing: [{ kind: 'recipient', id: 'health', label: 'Health' }], remedy: 'Add the recipient first, with the reason.' }],
  ['to nobody, where nobody is named', began, 'manager', send('told'), { code: 'unknown-recipient', words: '“Tell some” does not go to anybody yet.', missing: [], remedy: 'Add the recipient first, with the reason.' }],
  ['to those who have it', asked, 'manager', send('reviews'), { code: 'already-done', words: '“Ask for reviews” has been done already.', missing: [], remedy: 'Look at the timeline of the case; if the record is wrong, correct it.' }],
  ['to one who has it, without a reason', asked, 'manager', send('reviews', { recipients: ['health'], reason: ' ' }), { code: 'already-done', words: '“Ask for reviews” has been done already.', missing: [], remedy: 'Look at the timeline of the case; if the record is wrong, correct it.' }],
  ['to nobody, though a reason is given', asked, 'manager', send('reviews', { recipients: [], reason: 'An amended letter.' }), { code: 'already-done', words: '“Ask for reviews” has been done already.', missing: [], remedy: 'Look at the timeline of the case; if the record is wrong, correct it.' }],
])('a sending %s is refused with what would help', (_name, story, role, body, told) => {
  expect(story().isRefused(role, body)).toStrictEqual(told);
});

test.each<[name: string, story: () => Story, role: string, body: CommandBody, told: Refusal]>([
  ['to a task that there is not', asked, 'manager', reply('health', 'received', { task: 'dance' }), { code: 'unknown-task', words: 'The procedure of this case knows nothing called “dance”.', missing: [], remedy: 'Choose one of those the procedure has.' }],
  ['to what was never sent', began, 'manager', reply('health', 'received', { task: 'later' }), { code: 'not-open', words: '“Ask later” is not open now.', missing: [], remedy: 'Look at the list of tasks for what is open.' }],
  ['to what is not sent at all', asked, 'manager', reply('health', 'received', { task: 'note' }), { code: 'not-open', words: '“Note” is not open now.', missing: [], remedy: 'Look at the list of tasks for what is open.' }],
  ['of a recipient to what is not sent at all', asked, 'health', reply('health', 'received', { task: 'note' }), { code: 'not-open', words: 'This reply is not open now.', missing: [], remedy: 'Look at the list of tasks for what is open.' }],
  ['of a recipient to what was never sent', began, 'health', reply('health', 'received', { task: 'later' }), { code: 'not-open', words: 'This reply is not open now.', missing: [], remedy: 'Look at the list of tasks for what is open.' }],
  ['of one by another', asked, 'health', reply('police', 'received'), { code: 'wrong-role', words: '“Ask for reviews” falls to Manager.', missing: [{ kind: 'role', id: 'manager', label: 'Manager' }], remedy: 'Ask Manager to do it, or act in that role if it is yours.' }],
  ['of one who was not asked', asked, 'manager', reply('school', 'received'), { code: 'unknown-recipient', words: '“Ask for reviews” does not go to School.', missing: [{ kind: 'recipient', id: 'school', label: 'School' }], remedy: 'Add the recipient first, with the reason.' }],
  ['of one who was not asked, by itself', asked, 'school', reply('school', 'received'), { code: 'unknown-recipient', words: 'This reply does not go to School.', missing: [{ kind: 'recipient', id: 'school', label: 'School' }], remedy: 'Add the recipient first, with the reason.' }],
  ['in a state that there is not', asked, 'manager', reply('health', 'lost' as ReplyState), { code: 'bad-answer', words: 'A reply cannot be in that state.', missing: [], remedy: 'Change the answer, then try again.' }],
  ['with an answer that cannot be', asked, 'manager', reply('health', 'received', { answers: answers({ aware: '2026-02-30' }) }), { code: 'bad-answer', words: '“Became aware on” must be a real date.', missing: [{ kind: 'field', id: 'aware', label: 'Became aware on' }], remedy: 'Change the answer, then try again.' }],
  ['against a rule', asked, 'manager', reply('health', 'received', { answers: answers({ involved: true }) }), { code: 'forbidden', words: '“Ask for reviews” is not allowed now: The author was not involved.', missing: [], rule: 'uninvolved', cites: ['inv#1'], remedy: 'Correct the answers on which the rule rests, if they are wrong.' }],
  ['accepted against a rule', asked, 'manager', reply('health', 'accepted', { answers: answers({ involved: true }) }), { code: 'forbidden', words: '“Ask for reviews” is not allowed now: The author was not involved.', missing: [], rule: 'uninvolved', cites: ['inv#1'], remedy: 'Correct the answers on which the rule rests, if they are wrong.' }],
  ['of a recipient against a rule', asked, 'health', reply('health', 'received', { answers: answers({ involved: true }) }), { code: 'forbidden', words: 'This reply is not allowed now: The author was not involved.', missing: [], rule: 'uninvolved', cites: ['inv#1'], remedy: 'Correct the answers on which the rule rests, if they are wrong.' }],
  ['with a next chase before this one', asked, 'manager', reply('health', 'asked', { chaseNext: '2026-12-09' }), { code: 'bad-date', words: '“2026-12-09” comes before this chase.', missing: [{ kind: 'date', id: 'chaseNext', label: 'Next chase' }], remedy: 'Give a date such as 10 December 2026.' }],
  ['with a next chase at a time before this day', asked, 'manager', reply('health', 'asked', { chaseNext: '2026-12-09T10:00' }), { code: 'bad-date', words: '“2026-12-09T10:00” comes before this chase.', missing: [{ kind: 'date', id: 'chaseNext', label: 'Next chase' }], remedy: 'Give a date such as 10 December 2026.' }],
  ['with a next chase on a day that does not exist', asked, 'manager', reply('health', 'asked', { chaseNext: '2027-02-30' }), { code: 'bad-date', words: '“2027-02-30” is not a date.', missing: [{ kind: 'date', id: 'chaseNext', label: 'Next chase' }], remedy: 'Give a date such as 10 December 2026.' }],
  ['with a next chase that is no day', asked, 'manager', reply('health', 'asked', { chaseNext: '' }), { code: 'bad-date', words: '“” is not a date.', missing: [{ kind: 'date', id: 'chaseNext', label: 'Next chase' }], remedy: 'Give a date such as 10 December 2026.' }],
  ['of a recipient when the case has closed', ended, 'health', reply('health', 'received'), { code: 'closed', words: 'The case is closed.', missing: [], remedy: 'Reopen the case first, if your procedure provides for it.' }],
])('a reply %s is refused with what would help', (_name, story, role, body, told) => {
  expect(story().isRefused(role, body)).toStrictEqual(told);
});

test.each<[name: string, story: () => Story, role: string, body: CommandBody, told: Refusal]>([
  ['to a task that there is not', asked, 'manager', add('dance', 'school'), { code: 'unknown-task', words: 'The procedure of this case knows nothing called “dance”.', missing: [], remedy: 'Choose one of those the procedure has.' }],
  ['by another', asked, 'health', add('reviews', 'school'), { code: 'wrong-role', words: '“Ask for reviews” falls to Manager.', missing: [{ kind: 'role', id: 'manager', label: 'Manager' }], remedy: 'Ask Manager to do it, or act in that role if it is yours.' }],
  ['to what is not sent', began, 'manager', add('note', 'school'), { code: 'not-due-here', words: '“Note” is not possible at this stage: it is not something that is sent.', missing: [], remedy: 'Wait until the case has come to a stage that allows it.' }],
  ['without a name', asked, 'manager', add('reviews', ' '), { code: 'missing-field', words: '“Ask for reviews” needs a recipient.', missing: [], remedy: 'Fill in what is named, then try again.' }],
  ['who is there already', asked, 'manager', add('reviews', 'health'), { code: 'already-done', words: '“Ask for reviews” for Health has been done already.', missing: [], remedy: 'Look at the timeline of the case; if the record is wrong, correct it.' }],
])('a recipient added %s is refused with what would help', (_name, story, role, body, told) => {
  expect(story().isRefused(role, body)).toStrictEqual(told);
});

describe('what goes to somebody', () => {
  test('goes to those who lack it, unless others are named', () => {
    const story = began();
    story.does('manager', send('reviews', { recipients: ['police'] }));
    expect(sentTo(story)).toContain('police');
    expect(story.does('manager', send('reviews')).events.at(-1)?.payload['recipients']).toEqual(['health']);
  });

  test('goes to a party of the procedure besides, and again to one who has it where a reason is given', () => {
    const story = asked();
    expect(story.does('manager', send('reviews', { recipients: ['school', 'health'] })).events.at(-1)?.payload['recipients']).toEqual(['school', 'health']);
    story.does('manager', send('reviews', { recipients: ['health'], reason: 'An amended letter.' }));
  });

  test('goes to one whom a rule names by an answer that is given with it', () => {
    const story = began();
    story.does('manager', send('told', { recipients: ['school'], answers: answers({ died: true }) }));
    expect(sentTo(story, 'told')).toEqual(['school']);
  });
});

test.each<[ReplyState]>([['asked'], ['acknowledged'], ['received'], ['accepted'], ['sent-back'], ['declined'], ['no-answer'], ['not-needed'], ['withdrawn']])('a reply may be “%s”', (state) => {
  const story = asked();
  story.does('manager', reply('health', state));
  expect(story.case.tasks['reviews']?.at(-1)?.recipients.find(({ party }) => party === 'health')?.state).toBe(state);
});

test('a reply that is only acknowledged need not yet give what the rules ask of it', () => {
  asked().does('manager', reply('health', 'acknowledged', { answers: answers({ involved: true }) }));
});

test('the author whom the task names answers for a recipient, and a chase may be planned for the same day', () => {
  const story = asked();
  story.does('author', reply('police', 'received'));
  story.does('manager', reply('health', 'asked', { chaseNext: '2026-12-10' }));
});

test('what is sent after a case has closed is answered by its recipients then', () => {
  const story = ended();
  story.does('manager', send('reminders'));
  story.does('police', reply('police', 'received', { task: 'reminders' }));
});
