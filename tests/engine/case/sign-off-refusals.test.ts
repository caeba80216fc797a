// What somebody is told who may not sign, send back, amend or overturn: the whole of it, with what would help.
import { expect, test } from 'vitest';
import { tasks } from '../../../engine/case/tasks.ts';
import type { CommandBody, Refusal, SignOffDoes, SignOffView } from '../../../engine/case/types.ts';
import type { Hold, Procedure, SignOffStep, Task } from '../../../engine/procedure/types.ts';
import { answers, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const chain: readonly SignOffStep[] = [{ id: 'panel', by: 'panel', may: ['accept', 'send-back', 'amend'], limit: 1 }, { id: 'board', by: 'board', may: ['ratify', 'overturn', 'send-back'] }];
const bare = procedureWith({});
const signed = (id: string, signOff: readonly SignOffStep[] = chain): Task => ({ ...bare.tasks[id], signOff } as Task);
const procedure: Procedure = {
  ...bare,
  parties: { ...bare.parties, panel: { kind: 'role', title: 'Panel' }, board: { kind: 'body', title: 'National board', outside: true } },
  documents: { report: { label: 'Report', signOff: [{ by: 'panel', may: ['accept', 'send-back'], limit: 2 }, { by: 'manager', may: ['accept'] }] }, plain: { label: 'Plain' } },
  holds: { trial: { label: 'Criminal trial', by: ['manager'], stops: { tasks: ['write'] }, until: { released: true }, resume: 'remainder' } satisfies Hold },
  tasks: {
    ...bare.tasks, write: signed('write'), outcome: { ...signed('outcome'), reasons: 'required' }, checks: signed('checks', [{ by: 'panel', may: ['accept', 'send-back'] }]), 'take-down': { ...signed('take-down'), in: ['ended'], afterClosing: true },
    copy: { shape: 'exchange', label: 'Send the report', by: ['manager'], in: ['review'], to: ['health'], expects: 'nothing', document: { id: 'report' } },
  },
  rules: {
    'not-go-on': { label: 'It does not go on', if: { var: 'died' }, then: { forbid: { option: ['outcome', 'go-on'] } }, strength: 'must', cites: ['inv#1'] },
    sized: { label: 'The size is given', then: { require: { fields: ['size'], of: 'write' } }, strength: 'should' },
  },
};
const underReview = (): Story => {
  const story = begun(procedure, '2026-12-07T09:00', { aware: '2026-12-07', died: true });
  story.does('manager', { type: 'sendExchange', task: 'send-alert' });
  return story;
};
const written = (): Story => {
  const story = underReview();
  story.does('manager', { type: 'completeTask', task: 'write' });
  return story;
};
const sign = (does: SignOffDoes, more: Partial<Extract<CommandBody, { type: 'signOff' }>> = {}): CommandBody => ({ type: 'signOff', task: 'write', does, ...more });
const asBoard = { onBehalfOf: 'board' };
const after = (story: Story, ...acts: readonly (readonly [role: string, body: CommandBody, onBehalfOf?: typeof asBoard])[]): Story => {
  for (const [role, body, behalf] of acts) story.does(role, body, behalf);
  return story;
};
const replied = (): Story => after(underReview(), ['manager', { type: 'sendExchange', task: 'checks' }], ['manager', { type: 'recordReply', task: 'checks', recipient: 'health', state: 'received' }]);
const decided = (): Story => after(underReview(), ['manager', { type: 'decide', task: 'outcome', options: ['end'], reasons: 'So.' }], ['panel', sign('accept', { task: 'outcome' })]);
const ended = (): Story => after(decided(), ['manager', sign('ratify', { task: 'outcome' }), asBoard]);
const sentBack = (): Story => after(written(), ['panel', sign('send-back', { reason: 'Too long.' })], ['manager', { type: 'completeTask', task: 'write' }]);
const report = (does: SignOffDoes, reason?: string, document = 'report'): CommandBody => ({ type: 'signOff', document, does, ...(reason !== undefined && { reason }) });

test.each<[name: string, story: () => Story, role: string, body: CommandBody, told: Refusal]>([
  ['of a task that there is not', written, 'panel', sign('accept', { task: 'dance' }), { code: 'unknown-task', words: 'The procedure of this case knows nothing called “dance”.', missing: [], remedy: 'Choose one of those the procedure has.' }],
  ['of a task that has no sign-off', written, 'panel', sign('accept', { task: 'publish' }), { code: 'unknown-task', words: 'The procedure of this case knows nothing called “publish”.', missing: [], remedy: 'Choose one of those the procedure has.' }],
  ['of a document that there is not', written, 'panel', report('accept', undefined, 'letter'), { code: 'unknown-task', words: 'The procedure of this case knows nothing called “letter”.', missing: [], remedy: 'Choose one of those the procedure has.' }],
  ['of a document that has no sign-off', written, 'panel', report('accept', undefined, 'plain'), { code: 'unknown-task', words: 'The procedure of this case knows nothing called “plain”.', missing: [], remedy: 'Choose one of those the procedure has.' }],
  ['of what nobody has done', underReview, 'panel', sign('accept'), { code: 'not-open', words: 'Signing off “Write the report” is not open now.', missing: [], remedy: 'Whoever does it has to do it first.' }],
  ['of what all have signed', () => after(written(), ['panel', sign('accept')], ['manager', sign('ratify'), asBoard]), 'panel', sign('accept'), { code: 'not-open', words: 'Signing off “Write the report” is not open now.', missing: [], remedy: 'Everybody has signed it.' }],
  ['of a reply that has not come', () => after(underReview(), ['manager', { type: 'sendExchange', task: 'checks' }]), 'panel', sign('accept', { task: 'checks', recipient: 'police' }), { code: 'not-open', words: 'Signing off the reply of Police to “Agency checks” is not open now.', missing: [], remedy: 'Whoever does it has to do it first.' }],
  ['of a document that all have signed', () => after(underReview(), ['panel', report('accept')], ['manager', report('accept')]), 'panel', report('accept'), { code: 'not-open', words: 'Signing off “Report” is not open now.', missing: [], remedy: 'Everybody has signed it.' }],
  ['in a closed case', ended, 'panel', sign('accept', { task: 'write' }), { code: 'closed', words: 'The case is closed.', missing: [], remedy: 'Reopen the case first, if your procedure provides for it.' }],
  ['of a document in a closed case', ended, 'panel', report('accept'), { code: 'closed', words: 'The case is closed.', missing: [], remedy: 'Reopen the case first, if your procedure provides for it.' }],
  ['by another than whose turn it is', written, 'manager', sign('accept'), { code: 'wrong-role', words: 'Signing off “Write the report” falls to Panel.', missing: [{ kind: 'role', id: 'panel', label: 'Panel' }], remedy: 'Ask Panel to do it, or act in that role if it is yours.' }],
  ['of a reply by another', replied, 'manager', sign('accept', { task: 'checks', recipient: 'health' }), { code: 'wrong-role', words: 'Signing off the reply of Health to “Agency checks” falls to Panel.', missing: [{ kind: 'role', id: 'panel', label: 'Panel' }], remedy: 'Ask Panel to do it, or act in that role if it is yours.' }],
  ['of a document by another', underReview, 'manager', report('accept'), { code: 'wrong-role', words: 'Signing off “Report” falls to Panel.', missing: [{ kind: 'role', id: 'panel', label: 'Panel' }], remedy: 'Ask Panel to do it, or act in that role if it is yours.' }],
  ['in a way that the step does not have', written, 'panel', sign('ratify'), { code: 'forbidden', words: 'Signing off “Write the report” is not allowed now: Panel may accept it, send it back or amend it.', missing: [], remedy: 'Choose one of these.' }],
  ['in a way that the second step does not have', () => after(written(), ['panel', sign('accept')]), 'manager', sign('accept'), { code: 'forbidden', words: 'Signing off “Write the report” is not allowed now: National board may ratify it, overturn it or send it back.', missing: [], remedy: 'Choose one of these.' }],
  ['that sends back without a reason', written, 'panel', sign('send-back', { reason: ' ' }), { code: 'missing-reason', words: 'To send “Write the report” back needs a recorded reason.', missing: [{ kind: 'reason', id: 'sign-off', label: 'Reason' }], remedy: 'Write down the reason, then try again.' }],
  ['that sends a reply back without a reason', replied, 'panel', sign('send-back', { task: 'checks', recipient: 'health' }), { code: 'missing-reason', words: 'To send the reply of Health to “Agency checks” back needs a recorded reason.', missing: [{ kind: 'reason', id: 'sign-off', label: 'Reason' }], remedy: 'Write down the reason, then try again.' }],
  ['that amends without a reason', written, 'panel', sign('amend'), { code: 'missing-reason', words: 'To amend “Write the report” needs a recorded reason.', missing: [{ kind: 'reason', id: 'sign-off', label: 'Reason' }], remedy: 'Write down the reason, then try again.' }],
  ['that overturns without a reason', decided, 'manager', sign('overturn', { task: 'outcome', options: ['go-on'] }), { code: 'missing-reason', words: 'To overturn “Outcome” needs a recorded reason.', missing: [{ kind: 'reason', id: 'sign-off', label: 'Reason' }], remedy: 'Write down the reason, then try again.' }],
  ['that sends back once more than the step may', sentBack, 'panel', sign('send-back', { reason: 'Still.' }), { code: 'limit', words: 'Sending back “Write the report” has been done as often as the procedure allows.', missing: [], remedy: 'It can be signed now: accept it or amend it.' }],
  ['of what a hold stops', () => after(written(), ['manager', { type: 'startHold', hold: 'trial', reason: 'Asked.' }]), 'panel', sign('accept'), { code: 'on-hold', words: '“Write the report” is on hold since Mon 7 Dec 2026: Criminal trial.', missing: [], remedy: 'It can be done when the hold ends: when Manager releases it.' }],
  ['that overturns against a rule', decided, 'manager', sign('overturn', { task: 'outcome', options: ['go-on'], reason: 'No.' }), { code: 'forced-option', words: '“Outcome” cannot be decided so: the rules do not allow “Go on”.', missing: [{ kind: 'option', id: 'go-on', label: 'Go on' }], rule: 'not-go-on', cites: ['inv#1'], remedy: 'Choose as the rule says, or correct the answers on which it rests.' }],
  ['that overturns by an option that there is not', decided, 'manager', sign('overturn', { task: 'outcome', options: ['dance'], reason: 'No.' }), { code: 'bad-answer', words: '“Outcome” takes 1 of “End” or “Go on”.', missing: [{ kind: 'option', id: 'outcome', label: '“Outcome”' }], remedy: 'Change the answer, then try again.' }],
  ['that amends with an answer that cannot be', written, 'panel', sign('amend', { reason: 'A date was wrong.', answers: answers({ aware: '2026-02-30' }) }), { code: 'bad-answer', words: '“Became aware on” must be a real date.', missing: [{ kind: 'field', id: 'aware', label: 'Became aware on' }], remedy: 'Change the answer, then try again.' }],
  ['of a document before it goes out, which waits for the first', underReview, 'manager', { type: 'sendExchange', task: 'copy' }, { code: 'waits', words: '“Report” waits: Panel has to sign it first.', missing: [], remedy: 'Have it signed off, then send it.' }],
  ['of a document before it goes out, which waits for the second', () => after(underReview(), ['panel', report('accept')]), 'manager', { type: 'sendExchange', task: 'copy' }, { code: 'waits', words: '“Report” waits: Manager has to sign it first.', missing: [], remedy: 'Have it signed off, then send it.' }],
  ['while what is to be signed is done anew', written, 'manager', { type: 'completeTask', task: 'write' }, { code: 'waits', words: '“Write the report” waits: it is with Panel for sign-off.', missing: [], remedy: 'Wait until it is signed off or sent back.' }],
  ['while what is to be signed is decided anew', decided, 'manager', { type: 'decide', task: 'outcome', options: ['end'], reasons: 'So.' }, { code: 'waits', words: '“Outcome” waits: it is with National board for sign-off.', missing: [], remedy: 'Wait until it is signed off or sent back.' }],
  ['by accepting a reply past those who sign it', replied, 'manager', { type: 'recordReply', task: 'checks', recipient: 'police', state: 'accepted' }, { code: 'not-due-here', words: '“Agency checks” is not possible at this stage: it is accepted by those who sign it off.', missing: [], remedy: 'Record that it was received; those who sign it off accept it or send it back.' }],
])('a signature %s is refused with what would help', (_name, story, role, body, told) => {
  const behalf = role === 'manager' && body.type === 'signOff' ? asBoard : {};
  expect(story().isRefused(role, body, behalf)).toStrictEqual(told);
});

const event = ({ case: { events } }: Story) => events.at(-1)?.payload;
test('what is only signed departs from no rule, and what is amended departs from those that it goes against', () => {
  expect(event(after(written(), ['panel', sign('accept')]))).toEqual({ task: 'write', does: 'accept', step: 0 });
  expect(event(after(written(), ['panel', sign('amend', { reason: 'A date was wrong.' })]))).toEqual({ task: 'write', does: 'amend', reason: 'A date was wrong.', step: 0, departures: [{ rule: 'sized', reason: 'A date was wrong.' }] });
});

test('what is done after a case has closed is signed then', () => {
  const story = after(ended(), ['manager', { type: 'completeTask', task: 'take-down' }]);
  expect(story.does('panel', sign('accept', { task: 'take-down' })).tasks['take-down']?.at(-1)?.signing?.step).toBe(1);
});

const views = (story: Story, task: string, role?: string): readonly SignOffView[] | undefined => tasks(story.versions, story.case, story.case.asOf, role).find(({ id }) => id === task)?.signOffs;
test.each<[name: string, story: () => Story, task: string, role: string | undefined, shown: readonly SignOffView[] | undefined]>([
  ['nothing before it is done', underReview, 'write', 'panel', undefined],
  ['nothing of a task without signers', underReview, 'publish', 'panel', undefined],
  ['the step that it waits for, to its signer', written, 'write', 'panel', [{ by: 'panel', label: 'Panel', may: ['accept', 'send-back', 'amend'], step: 1, of: 2, round: 1, left: 1, mine: true }]],
  ['the step that it waits for, to another', written, 'write', 'manager', [{ by: 'panel', label: 'Panel', may: ['accept', 'send-back', 'amend'], step: 1, of: 2, round: 1, left: 1, mine: false }]],
  ['to nobody in particular that it is theirs', written, 'write', undefined, [{ by: 'panel', label: 'Panel', may: ['accept', 'send-back', 'amend'], step: 1, of: 2, round: 1, left: 1, mine: false }]],
  ['the second round, with no sending back left', sentBack, 'write', 'panel', [{ by: 'panel', label: 'Panel', may: ['accept', 'send-back', 'amend'], step: 1, of: 2, round: 2, left: 0, mine: true }]],
  ['the second step, which may send back as often as it likes', () => after(written(), ['panel', sign('accept')]), 'write', 'panel', [{ by: 'board', label: 'National board', may: ['ratify', 'overturn', 'send-back'], step: 2, of: 2, round: 1, mine: false }]],
  ['nothing once all have signed', () => after(written(), ['panel', sign('accept')], ['manager', sign('ratify'), asBoard]), 'write', 'panel', undefined],
  ['each reply that waits', replied, 'checks', 'panel', [{ recipient: 'health', by: 'panel', label: 'Panel', may: ['accept', 'send-back'], step: 1, of: 1, round: 1, mine: true }]],
  ['the document that goes', underReview, 'copy', 'panel', [{ document: 'report', by: 'panel', label: 'Panel', may: ['accept', 'send-back'], step: 1, of: 2, round: 1, left: 2, mine: true }]],
  ['the document that was sent back once', () => after(underReview(), ['panel', report('send-back', 'Too long.')]), 'copy', 'panel', [{ document: 'report', by: 'panel', label: 'Panel', may: ['accept', 'send-back'], step: 1, of: 2, round: 2, left: 1, mine: true }]],
])('a task shows of its signing %s', (_name, story, task, role, shown) => {
  const found = views(story(), task, role);
  expect(found?.length === 0 ? undefined : found).toEqual(shown);
});
