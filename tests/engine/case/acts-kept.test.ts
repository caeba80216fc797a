// What a case keeps of each act in the record of its task: the whole of it. Times are minutes after the opening; each act
// comes ten minutes after the one before.
import { expect, test } from 'vitest';
import type { CommandBody, Recipient, TaskRecord } from '../../../engine/case/types.ts';
import type { Procedure, ReplyState, Timescale } from '../../../engine/procedure/types.ts';
import { answers, at } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from './clockwork.ts';

const start = '2026-12-07T09:00';
const adjusted: Timescale = { ...fiveDays, from: { opened: true }, adjust: { by: ['manager'], reason: true } };
const bare = procedureWith({ report: adjusted, agreed: { ...adjusted, amount: { agreed: true } }, other: { ...fiveDays, amount: { agreed: true } } });
const procedure: Procedure = {
  ...bare,
  parties: { ...bare.parties, school: { kind: 'agency', title: 'School' }, panel: { kind: 'body', title: 'Panel', seats: ['chair', 'lawyer'] }, chair: { kind: 'role', title: 'Chair' }, lawyer: { kind: 'role', title: 'Lawyer' } },
  questions: { ...bare.questions, words: { type: 'text', label: 'Words' }, own: { type: 'text', label: 'Own', each: 'act' } },
  forms: { paper: { label: 'Paper', version: { words: 'v2', date: '2026-01-01' }, sections: [{ id: 'all', label: 'All', questions: ['words', 'own'] }] } },
  tasks: {
    ...bare.tasks, write: { shape: 'record', label: 'Write', by: ['manager'], in: ['alert'], form: 'paper' }, note: { shape: 'record', label: 'Note', by: ['manager'], raised: 'by-choice', again: 'afresh' },
    advise: { shape: 'decide', label: 'Advise', by: ['panel'], in: ['alert'], meeting: { body: 'panel' }, options: [{ id: 'yes', label: 'Yes' }] }, together: { shape: 'decide', label: 'Together', by: ['panel'], in: ['alert'], agreement: { by: 'all' }, form: 'paper', options: [{ id: 'yes', label: 'Yes' }] },
    ask: { shape: 'exchange', label: 'Ask', by: ['manager'], in: ['alert'], to: ['health', 'police'], expects: 'reply', form: 'paper', reply: { form: 'paper' } },
  },
  rules: { asked: { label: 'Asked', then: { require: { fields: ['died'], of: 'write' } }, strength: 'should' }, sent: { label: 'Asked', then: { require: { fields: ['died'], of: 'ask' } }, strength: 'should' } },
};
type Act = readonly [body: CommandBody, role?: string];
const does = (...acts: readonly Act[]) => {
  const story = begun(procedure, start);
  for (const [body, role = 'manager'] of acts) story.does(role, body);
  return story.case;
};
/** As it would be kept in a file, with times as minutes. */
const plain = (kept: unknown): unknown => JSON.parse(JSON.stringify(kept, (_key, value: unknown) => (typeof value === 'number' && value > 1e9 ? (value - at(start)) / 60_000 : value)));
const [mine, chair, lawyer] = [{ person: 'A.B.', role: 'manager' }, { person: 'A.B.', role: 'chair' }, { person: 'A.B.', role: 'lawyer' }];
const form = { id: 'paper', version: 'v2, Thu 1 Jan 2026' };
const of = (task: string, more: object): object => ({ task, raised: 0, visit: 1, views: [], recipients: [], departures: [], ...more });
const send = (more: object = {}): Act => [{ type: 'sendExchange', task: 'ask', ...more }];
const reply = (state: ReplyState, more: object = {}): Act => [{ type: 'recordReply', task: 'ask', recipient: 'health', state, ...more }];
const decides = (task: string, role: string, more: object = {}): Act => [{ type: 'decide', task, options: ['yes'], ...more }, role];
const [one, two] = [[{ party: 'chair', options: ['yes'] }], [{ party: 'chair', options: ['yes'] }, { party: 'lawyer', options: ['yes'] }]];

test.each<[name: string, task: string, acts: readonly Act[], kept: object]>([
  ['a task that was done with all that may be said', 'write', [[{ type: 'completeTask', task: 'write', answers: answers({ words: 'W', own: 'O' }), evidence: 'ref', meeting: { present: ['chair'] }, reason: 'So.' } as CommandBody]], of('write', { state: 'done', done: 10, by: mine, meeting: { present: ['chair'] }, evidence: 'ref', answers: answers({ own: 'O' }), form, departures: [{ rule: 'asked', reason: 'So.' }] })],
  ['a task that was done with nothing said', 'write', [[{ type: 'completeTask', task: 'write' }]], of('write', { state: 'done', done: 10, by: mine, answers: {}, form, departures: [{ rule: 'asked' }] })],
  ['a task that was planned', 'write', [[{ type: 'planTask', task: 'write', on: '2026-12-09' }]], of('write', { state: 'open', planned: '2026-12-09' })],
  ['a task that was planned and done', 'write', [[{ type: 'planTask', task: 'write', on: '2026-12-09' }], [{ type: 'completeTask', task: 'write' }]], of('write', { state: 'done', planned: '2026-12-09', done: 20, by: mine, answers: {}, form, departures: [{ rule: 'asked' }] })],
  ['a task that was withdrawn', 'write', [[{ type: 'withdrawTask', task: 'write', reason: 'No.' }]], of('write', { state: 'withdrawn', reasons: 'No.' })],
  ['a task that was taken up', 'note', [[{ type: 'raiseTask', task: 'note' }]], of('note', { state: 'open', raised: 10 })],
  ['a task that was done unraised', 'note', [[{ type: 'completeTask', task: 'note' }]], of('note', { state: 'done', raised: 10, done: 10, by: mine })],
  ['a decision', 'advise', [decides('advise', 'panel', { reasons: 'R', meeting: { present: ['chair'] } })], of('advise', { state: 'done', done: 10, by: { person: 'A.B.', role: 'panel' }, options: ['yes'], reasons: 'R', meeting: { present: ['chair'] } })],
  ['a decision of which little is said', 'advise', [decides('advise', 'chair', { meeting: { present: ['chair'] } })], of('advise', { state: 'done', done: 10, by: chair, options: ['yes'], meeting: { present: ['chair'] } })],
  ['a view', 'together', [decides('together', 'chair', { answers: answers({ own: 'O', words: 'W' }) })], of('together', { state: 'open', views: one, answers: answers({ own: 'O' }) })],
  ['a decision of two', 'together', [decides('together', 'chair', { answers: answers({ own: 'O' }) }), decides('together', 'lawyer', { answers: answers({ own: 'P' }) })], of('together', { state: 'done', done: 20, by: lawyer, options: ['yes'], views: two, answers: answers({ own: 'P' }), form })],
])('%s', (_name, task, acts, kept) => {
  expect((plain(does(...acts).tasks[task]) as readonly TaskRecord[])).toStrictEqual([kept]);
});

test('a task done again has a second record, and the first stays', () => {
  expect(plain(does([{ type: 'completeTask', task: 'note' }], [{ type: 'completeTask', task: 'note' }]).tasks['note'])).toStrictEqual([of('note', { state: 'done', raised: 10, done: 10, by: mine }), of('note', { state: 'done', visit: 2, raised: 20, done: 20, by: mine })]);
});

const exchange = (recipients: readonly object[], departures: readonly object[] = [{ rule: 'sent' }], more: object = {}): object => of('ask', { state: 'open', sent: 10, by: mine, answers: {}, form, recipients, departures, ...more });
const police: object = { party: 'police', state: 'asked', sent: 10, changed: 10 };
const health = (more: object): object => ({ party: 'health', state: 'asked', sent: 10, ...more });
const formVersion = form.version;
test.each<[name: string, acts: readonly Act[], kept: object]>([
  ['that was sent with all that may be said', [send({ answers: answers({ own: 'O', words: 'W' }), evidence: 'ref', reason: 'So.' })], exchange([health({ changed: 10, told: answers({ own: 'O' }), evidence: 'ref' }), { ...police, told: answers({ own: 'O' }), evidence: 'ref' }], [{ rule: 'sent', reason: 'So.' }], { answers: answers({ own: 'O' }) })],
  ['that was sent to one and then to others', [send({ recipients: ['health'] }), send({ recipients: ['police', 'school'], reason: 'Two.' })], exchange([health({ changed: 10 }), { party: 'police', state: 'asked', sent: 20, changed: 20 }, { party: 'school', state: 'asked', sent: 20, changed: 20 }], [{ rule: 'sent' }, { rule: 'sent', reason: 'Two.' }])],
  ['to which one was added', [send(), [{ type: 'addRecipient', task: 'ask', recipient: 'school', reason: 'They asked.' }]], exchange([health({ changed: 10 }), police, { party: 'school', state: 'asked', changed: 20 }])],
  ['that was chased', [send(), reply('asked', { chaseNext: '2026-12-10' })], exchange([health({ changed: 20, chased: { times: 1, last: 20, next: '2026-12-10' }, formVersion }), police])],
  ['that was chased twice, and no day said', [send(), reply('asked', { chaseNext: '2026-12-10' }), reply('asked')], exchange([health({ changed: 30, chased: { times: 2, last: 30 }, formVersion }), police])],
  ['that was acknowledged', [send(), reply('acknowledged')], exchange([health({ state: 'acknowledged', changed: 20, formVersion }), police])],
  ['that was replied to', [send(), reply('received', { answers: answers({ words: 'W' }), reason: 'R', evidence: 'E' })], exchange([health({ state: 'received', changed: 20, received: 20, answers: answers({ words: 'W' }), reason: 'R', evidence: 'E', formVersion }), police])],
  ['that was replied to in parts, sent back, replied to again and accepted', [send(), reply('received', { answers: answers({ words: 'W' }) }), reply('sent-back'), reply('received', { answers: answers({ own: 'O' }) }), reply('accepted')], exchange([health({ state: 'accepted', changed: 50, received: 20, resubmitted: 40, answers: answers({ words: 'W', own: 'O' }), formVersion }), police])],
  ['that was declined', [send(), reply('declined')], exchange([health({ state: 'declined', changed: 20, formVersion }), police])],
  ['that was sent again after a reply', [send(), reply('received', { answers: answers({ words: 'W' }) }), send({ recipients: ['health'], reason: 'Anew.' })], exchange([health({ sent: 30, changed: 30, answers: answers({ words: 'W' }), formVersion }), police], [{ rule: 'sent' }, { rule: 'sent', reason: 'Anew.' }])],
  ['that both replied to', [send(), reply('received'), [{ type: 'recordReply', task: 'ask', recipient: 'police', state: 'declined' }]], exchange([health({ state: 'received', changed: 20, received: 20, formVersion }), { ...police, state: 'declined', changed: 30, formVersion }], [{ rule: 'sent' }], { state: 'done', done: 30 })],
])('an exchange %s', (_name, acts, kept) => {
  expect((plain(does(...acts).tasks['ask']) as readonly { readonly recipients: readonly Recipient[] }[])).toStrictEqual([kept]);
});

test.each<[name: string, acts: readonly Act[], words: readonly string[]]>([
  ['without a reason', [[{ type: 'completeTask', task: 'write' }]], ['“Write” departs from a rule, without a recorded reason.']], ['for a reason', [[{ type: 'completeTask', task: 'write', reason: 'nobody knew' }]], ['“Write” departs from a rule: nobody knew.']], ['with a sending', [send({ reason: 'So.' })], ['“Ask” departs from a rule: So.']],
])('what departs from a rule %s is told', (_name, acts, words) => {
  expect(does(...acts).findings.map((finding) => [finding.code, finding.event, finding.words])).toEqual(words.map((one) => ['departure', 'act-2', one]));
});

test('dates that were agreed or extended are kept with who did it and when, and the first as the first; absences as they were told', () => {
  const held = does(
    [{ type: 'agreeDate', timescale: 'agreed', on: '2026-12-20' }], [{ type: 'extendTimescale', timescale: 'report', to: '2026-12-22', reason: 'Ill.' }],
    [{ type: 'agreeDate', timescale: 'other', on: '2026-12-23' }], [{ type: 'agreeDate', timescale: 'other', on: '2026-12-24', reason: 'Later.' }], [{ type: 'recordAbsence', party: 'health', from: '2026-12-01' }], [{ type: 'recordAbsence', party: 'police', from: '2026-12-01', until: '2026-12-02' }],
  );
  expect(plain(held.extensions)).toStrictEqual([{ timescale: 'agreed', to: '2026-12-20', reason: '', by: mine, at: 10, first: true }, { timescale: 'report', to: '2026-12-22', reason: 'Ill.', by: mine, at: 20 }, { timescale: 'other', to: '2026-12-23', reason: '', by: mine, at: 30, first: true }, { timescale: 'other', to: '2026-12-24', reason: 'Later.', by: mine, at: 40 }]);
  expect(held.absences).toStrictEqual([{ party: 'health', from: '2026-12-01' }, { party: 'police', from: '2026-12-01', until: '2026-12-02' }]);
});
