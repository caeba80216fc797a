// Every refusal by name: who tried what, and what the person is told. A refused act leaves the case as it was
// (`isRefused` holds that each time).
import { describe, expect, test } from 'vitest';
import type { CommandBody, Refusal, RefusalCode } from '../../../engine/case/types.ts';
import { answers, Story } from '../../fixtures/engine/acting.ts';

type Told = Pick<Refusal, 'code' | 'words'> & { readonly missing: readonly string[] };
const told = ({ code, words, missing }: Refusal): Told => ({ code, words, missing: missing.map(({ kind, id }) => `${kind} ${id}`) });

interface Row { readonly name: string; readonly story: () => Story; readonly as: string; readonly body: CommandBody; readonly code: RefusalCode; readonly words: string; readonly missing?: readonly string[]; readonly when?: Parameters<Story['tries']>[2] }

const intake = (): Story => new Story().opens();
const lanes = (): Story => new Story().opens().works();
const advice = (): Story => new Story().opens().works().checks();
const decision = (): Story => advice().advises();
const closed = (): Story => {
  const story = new Story().opens({ harmed: false });
  story.does('clerk', { type: 'completeTask', task: 'assess' });
  return story;
};
const door: CommandBody = { type: 'openCase', case: 'case-1', reference: 'OR-1', door: 'referral', answers: {} };

const rows: readonly Row[] = [
  { name: 'another role completes a task', story: intake, as: 'chief', body: { type: 'completeTask', task: 'assess' }, code: 'wrong-role', words: '“Assess” falls to Clerk.', missing: ['role clerk'] },
  { name: 'a role that the procedure does not have', story: intake, as: 'stranger', body: { type: 'addNote', words: 'Hello.' }, code: 'wrong-role', words: 'This falls to a role of this procedure.' },
  { name: 'somebody who may not use the door', story: () => new Story(), as: 'chief', body: door, code: 'wrong-role', words: '“Referral” falls to Clerk or Partner.', missing: ['role clerk', 'role partner'] },
  { name: 'an act before the case is open', story: () => new Story(), as: 'clerk', body: { type: 'addNote', words: 'Hello.' }, code: 'not-open', words: 'The case is not open now.' },
  { name: 'a door that is not there', story: () => new Story(), as: 'clerk', body: { ...door, door: 'window' }, code: 'unknown-task', words: 'The procedure of this case knows nothing called “window”.' },
  { name: 'a case opened twice', story: intake, as: 'clerk', body: door, code: 'already-done', words: 'Opening the case has been done already.' },
  { name: 'a task that is not open', story: intake, as: 'clerk', body: { type: 'completeTask', task: 'visit' }, code: 'not-open', words: '“Visit” is not open now.' },
  { name: 'a task that is not there', story: intake, as: 'clerk', body: { type: 'completeTask', task: 'dance' }, code: 'unknown-task', words: 'The procedure of this case knows nothing called “dance”.' },
  { name: 'a task done twice', story: lanes, as: 'clerk', body: { type: 'completeTask', task: 'assess' }, code: 'already-done', words: '“Assess” has been done already.' },
  { name: 'a decision that is completed instead of decided', story: decision, as: 'chief', body: { type: 'completeTask', task: 'outcome' }, code: 'not-due-here', words: '“Decide the outcome” is not possible at this stage: it is decided, not completed.' },
  { name: 'an act in the future', story: intake, as: 'clerk', body: { type: 'completeTask', task: 'assess' }, code: 'in-future', words: 'The time given has not come yet.', missing: ['date occurred'], when: { now: '2026-03-02T10:00', occurred: '2026-03-02T10:01' } },
  { name: 'anything but a note on a closed case', story: closed, as: 'clerk', body: { type: 'recordAnswers', mode: 'change', answers: answers({ harmed: true }) }, code: 'closed', words: 'The case is closed.' },
  { name: 'an answer to a question that is not asked', story: intake, as: 'clerk', body: { type: 'recordAnswers', mode: 'change', answers: answers({ mood: 'good' }) }, code: 'bad-answer', words: '“mood” is not asked by this procedure.', missing: ['field mood'] },
  { name: 'a date that does not exist, and one that has not come', story: intake, as: 'clerk', body: { type: 'recordAnswers', mode: 'change', answers: answers({ aware: '2026-02-30' }) }, code: 'bad-answer', words: '“When did you become aware?” must be a real date.', missing: ['field aware'] },
  { name: 'a date in the future where only the past will do', story: intake, as: 'clerk', body: { type: 'recordAnswers', mode: 'change', answers: answers({ aware: '2026-03-03' }) }, code: 'bad-answer', words: '“When did you become aware?” must be today (2026-03-02) or earlier.', missing: ['field aware'] },
  { name: 'a number out of bounds and an option that is not offered, both named', story: intake, as: 'clerk', body: { type: 'recordAnswers', mode: 'change', answers: answers({ age: 19, place: 'moon' }) }, code: 'bad-answer', words: '“Age in years” must be 18 or fewer. “Where was it?” must be “At home” or “At school”.', missing: ['field age', 'field place'] },
  { name: 'words that are too long', story: intake, as: 'clerk', body: { type: 'recordAnswers', mode: 'change', answers: answers({ initials: 'Q.X.Y.Z.' }) }, code: 'bad-answer', words: '“Initials” must be 6 characters or fewer.', missing: ['field initials'] },
  { name: 'yes for a yes-or-no question written as a word', story: intake, as: 'clerk', body: { type: 'recordAnswers', mode: 'change', answers: answers({ harmed: 'yes' }) }, code: 'bad-answer', words: '“Was the child harmed?” must be yes or no.', missing: ['field harmed'] },
  { name: 'no evidence where it is required', story: () => { const story = lanes(); story.does('clerk', { type: 'takeTransition', transition: 'go-on', reason: 'Time.' }); return story; }, as: 'clerk', body: { type: 'completeTask', task: 'summary' }, code: 'missing-evidence', words: '“Summarise” needs evidence that it was done.', missing: ['evidence summary'] },
  { name: 'a route chosen without the reason it asks for', story: lanes, as: 'clerk', body: { type: 'takeTransition', transition: 'go-on' }, code: 'missing-reason', words: '“go-on” needs a recorded reason.', missing: ['reason go-on'] },
  { name: 'a route chosen from another stage', story: intake, as: 'clerk', body: { type: 'takeTransition', transition: 'go-on', reason: 'Time.' }, code: 'not-due-here', words: '“go-on” is not possible at this stage.' },
  { name: 'a route that is not one to choose', story: intake, as: 'clerk', body: { type: 'takeTransition', transition: 'serious' }, code: 'not-due-here', words: '“serious” is not possible at this stage: this route is not one that is chosen.' },
  { name: 'a reply from somebody who was not asked', story: () => { const story = lanes(); story.does('clerk', { type: 'sendExchange', task: 'returns' }); return story; }, as: 'clerk', body: { type: 'recordReply', task: 'returns', recipient: 'nursery', state: 'declined' }, code: 'unknown-recipient', words: '“Ask the agencies” does not go to Nursery.', missing: ['recipient nursery'] },
  { name: 'a reply that says nothing of what a rule asks', story: () => { const story = lanes(); story.does('clerk', { type: 'sendExchange', task: 'returns' }); return story; }, as: 'clerk', body: { type: 'recordReply', task: 'returns', recipient: 'school', state: 'received' }, code: 'missing-field', words: '“Ask the agencies” needs “Involvement”.', missing: ['field involvement'] },
  { name: 'the same sending to the same people', story: () => { const story = lanes(); story.does('clerk', { type: 'sendExchange', task: 'returns' }); return story; }, as: 'clerk', body: { type: 'sendExchange', task: 'returns' }, code: 'already-done', words: '“Ask the agencies” has been done already.' },
  { name: 'sending when nobody is named yet', story: () => { const story = intake(); story.does('clerk', { type: 'completeTask', task: 'assess' }); return story; }, as: 'clerk', body: { type: 'sendExchange', task: 'returns' }, code: 'unknown-recipient', words: '“Ask the agencies” does not go to anybody yet.' },
  { name: 'two options where one is to be taken', story: decision, as: 'chief', body: { type: 'decide', task: 'outcome', options: ['review', 'none'] }, code: 'bad-answer', words: '“Decide the outcome” takes 1 of “Review” or “No review”.', missing: ['option outcome'] },
  { name: 'a panel without a record of who was there', story: advice, as: 'panel', body: { type: 'decide', task: 'advise', options: ['review'] }, code: 'missing-field', words: '“Advise” needs a record of who was present.', missing: ['field meeting'] },
  { name: 'a panel without its quorum', story: advice, as: 'panel', body: { type: 'decide', task: 'advise', options: ['review'], meeting: { present: ['health'] } }, code: 'quorum', words: '“Advise” needs people who are not recorded as present: “Police member”.', missing: ['quorum police'] },
  { name: 'a member with a declared interest', story: advice, as: 'panel', body: { type: 'decide', task: 'advise', options: ['review'], meeting: { present: ['health', 'police'], interests: [{ seat: 'police', words: 'Worked on it.' }] } }, code: 'declared-interest', words: 'Police member declared an interest and so may not take part.', missing: ['interest police'] },
  { name: 'a plan for a day that is none', story: intake, as: 'clerk', body: { type: 'planTask', task: 'assess', on: '2026-13-01' }, code: 'bad-date', words: '“2026-13-01” is not a date.', missing: ['date assess'] },
  { name: 'more time from somebody who may not give it', story: intake, as: 'clerk', body: { type: 'extendTimescale', timescale: 'inspector-in-time', to: '2026-04-01', reason: 'Ill.' }, code: 'wrong-role', words: 'Changing the time for “Tell the inspector” falls to Chief.', missing: ['role chief'] },
  { name: 'more time where the procedure gives none', story: intake, as: 'chief', body: { type: 'extendTimescale', timescale: 'assess-in-time', to: '2026-04-01', reason: 'Ill.' }, code: 'forbidden', words: 'Changing the time for “Assess” is not allowed now: the procedure does not provide for it.' },
  { name: 'more time without those who must agree', story: intake, as: 'chief', body: { type: 'extendTimescale', timescale: 'inspector-in-time', to: '2026-04-01', reason: 'Ill.' }, code: 'waits', words: 'Changing the time for “Tell the inspector” waits: Partner must agree.', missing: ['role partner'] },
  { name: 'closing by hand where the case closes by itself', story: intake, as: 'clerk', body: { type: 'closeCase' }, code: 'waits', words: 'Closing waits: in this procedure a case closes when it comes to one of its ends.' },
  { name: 'reopening what is open', story: intake, as: 'chief', body: { type: 'reopenCase', reason: 'New.' }, code: 'not-due-here', words: 'Reopening is not possible at this stage: the case is not closed.' },
  { name: 'withdrawing without a reason', story: intake, as: 'clerk', body: { type: 'withdrawTask', task: 'assess', reason: ' ' }, code: 'missing-reason', words: 'To withdraw “Assess” needs a recorded reason.', missing: ['reason assess'] },
  { name: 'an absence that ends before it begins', story: intake, as: 'clerk', body: { type: 'recordAbsence', party: 'chief', from: '2026-03-05', until: '2026-03-04' }, code: 'bad-date', words: '“2026-03-04” comes before the day on which the absence begins.', missing: ['date date'] },
  { name: 'a note without words', story: intake, as: 'clerk', body: { type: 'addNote', words: '' }, code: 'missing-field', words: 'A note needs words.', missing: ['field words'] },
];

describe('refused, in words, with what is missing', () => {
  test.each(rows)('$name', ({ story, as, body, code, words, missing = [], when }) => {
    const refusal = story().isRefused(as, body, when);
    expect(told(refusal)).toStrictEqual({ code, words, missing });
    expect(refusal.remedy).toMatch(/^[A-Z].*\.$/);
  });

  test('an extension is given as often as its limit allows', () => {
    const story = intake();
    const extend: CommandBody = { type: 'extendTimescale', timescale: 'inspector-in-time', to: '2026-04-01', reason: 'Ill.', agreedBy: ['partner'] };
    story.does('chief', extend);
    expect(story.isRefused('chief', extend).code).toBe('limit');
  });

  test('every code of the catalogue that these tests do not show is shown by the strengths, or by the tests of its ability', () => {
    const shown = new Set<RefusalCode>([...rows.map(({ code }) => code), 'limit']);
    const strengths: readonly RefusalCode[] = ['forced-option', 'forbidden', 'waits', 'missing-reason', 'missing-field'];
    const abilities: readonly RefusalCode[] = ['not-independent', 'on-hold', 'not-anonymised', 'contradictory', 'locked', 'wrong-channel', 'elsewhere'];
    const all: Readonly<Record<RefusalCode, true>> = { 'wrong-role': true, 'not-open': true, closed: true, 'unknown-task': true, 'not-due-here': true, 'missing-field': true, 'bad-answer': true, 'forced-option': true, 'missing-reason': true, quorum: true, 'declared-interest': true, forbidden: true, 'already-done': true, 'in-future': true, 'bad-date': true, 'missing-evidence': true, 'unknown-recipient': true, waits: true, limit: true, 'not-independent': true, 'not-anonymised': true, 'on-hold': true, contradictory: true, locked: true, 'wrong-channel': true, elsewhere: true };
    expect(Object.keys(all).filter((code) => !shown.has(code as RefusalCode) && ![...strengths, ...abilities].includes(code as RefusalCode))).toEqual([]);
  });
});
