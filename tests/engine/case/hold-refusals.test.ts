// What somebody is told who may not place, confirm or release a hold: the whole of it, with what would help.
import { expect, test } from 'vitest';
import { replay } from '../../../engine/case/replay.ts';
import { tasks } from '../../../engine/case/tasks.ts';
import type { CommandBody, Refusal } from '../../../engine/case/types.ts';
import type { Hold, Procedure, Rule } from '../../../engine/procedure/types.ts';
import { at, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const trial: Hold = { label: 'Criminal trial', by: ['manager'], stops: { tasks: ['publish'] }, until: { date: true, released: true, ended: 'criminal' }, resume: 'remainder' };
const leave: Hold = { label: 'Family leave', by: ['manager'], stops: { tasks: ['copy'] }, until: { released: true }, resume: 'remainder' };
const withHold = (changes: Partial<Hold> = {}, more: Partial<Procedure> = {}): Procedure => ({
  ...procedureWith({}), rules: {}, holds: { trial: { ...trial, ...changes }, leave },
  relations: { criminal: { label: 'Criminal proceedings', outside: true, effects: ['informs'] }, inquest: { label: 'Inquest', outside: true, effects: ['informs'] } }, ...more,
});
const mayHold = (...ids: readonly string[]): NonNullable<Procedure['relations']> => Object.fromEntries(ids.map((id) => [id, { label: id === 'criminal' ? 'Criminal proceedings' : 'Inquest', outside: true, effects: ['informs', { mayHold: 'trial' }] }]));
const allowed: Rule = { label: 'A death is told', if: { var: 'died' }, then: { allowHold: 'trial' }, strength: 'may', cites: ['inv#1'] };
/** Under review on Mon 7 Dec 2026. */
const underReview = (procedure: Procedure = withHold()): Story => {
  const story = begun(procedure, '2026-12-07T09:00', { aware: '2026-12-07' });
  story.does('manager', { type: 'sendExchange', task: 'send-alert' });
  return story;
};
const start = (more: Partial<Extract<CommandBody, { type: 'startHold' }>> = {}): CommandBody => ({ type: 'startHold', hold: 'trial', reason: 'The prosecutor asked.', ...more });
const release = (hold = 'trial'): CommandBody => ({ type: 'releaseHold', hold });
const confirm = (hold = 'trial'): CommandBody => ({ type: 'confirmHold', hold });
const wednesday = { now: '2026-12-09T10:00' };
const held = (changes?: Partial<Hold>, more: Parameters<typeof start>[0] = {}): Story => {
  const story = underReview(withHold(changes));
  story.does('manager', start(more), { now: '2026-12-08T10:00' });
  return story;
};
const dead = (procedure: Procedure): Story => {
  const story = underReview(procedure);
  story.does('manager', { type: 'recordAnswers', mode: 'change', answers: { died: { value: true } } });
  return story;
};

test.each<[name: string, story: () => Story, role: string, body: CommandBody, told: Refusal]>([
  ['that the procedure does not have is not placed', underReview, 'manager', start({ hold: 'holiday' }), { code: 'unknown-task', words: 'The procedure of this case knows nothing called “holiday”.', missing: [], remedy: 'Choose one of those the procedure has.' }],
  ['that the procedure does not have is not confirmed', underReview, 'manager', confirm('holiday'), { code: 'unknown-task', words: 'The procedure of this case knows nothing called “holiday”.', missing: [], remedy: 'Choose one of those the procedure has.' }],
  ['that the procedure does not have is not released', underReview, 'manager', release('holiday'), { code: 'unknown-task', words: 'The procedure of this case knows nothing called “holiday”.', missing: [], remedy: 'Choose one of those the procedure has.' }],
  ['is not placed by others than those named', underReview, 'health', start(), { code: 'wrong-role', words: '“Criminal trial” falls to Manager.', missing: [{ kind: 'role', id: 'manager', label: 'Manager' }], remedy: 'Ask Manager to do it, or act in that role if it is yours.' }],
  ['is not confirmed by others than those named', held, 'health', confirm(), { code: 'wrong-role', words: '“Criminal trial” falls to Manager.', missing: [{ kind: 'role', id: 'manager', label: 'Manager' }], remedy: 'Ask Manager to do it, or act in that role if it is yours.' }],
  ['is not released by others than those named', held, 'health', release(), { code: 'wrong-role', words: '“Criminal trial” falls to Manager.', missing: [{ kind: 'role', id: 'manager', label: 'Manager' }], remedy: 'Ask Manager to do it, or act in that role if it is yours.' }],
  ['is not placed outside its time', () => underReview(withHold({ inForce: { from: '2027-01-01', until: '2027-06-30' } })), 'manager', start(), { code: 'not-due-here', words: '“Criminal trial” is not possible at this stage: it is in force from Fri 1 Jan 2027 to Wed 30 Jun 2027.', missing: [], remedy: 'Wait until the case has come to a stage that allows it.' }],
  ['is not placed twice', held, 'manager', start(), { code: 'already-done', words: '“Criminal trial” has been done already.', missing: [], remedy: 'Look at the timeline of the case; if the record is wrong, correct it.' }],
  ['is not placed without a reason', underReview, 'manager', start({ reason: ' ' }), { code: 'missing-reason', words: '“Criminal trial” needs a recorded reason.', missing: [{ kind: 'reason', id: 'trial', label: '“Criminal trial”' }], remedy: 'Write down the reason, then try again.' }],
  ['that ends on a date is not placed without one', () => underReview(withHold({ until: { date: true } })), 'manager', start(), { code: 'missing-field', words: '“Criminal trial” needs its last day.', missing: [{ kind: 'date', id: 'trial', label: '“Criminal trial”' }], remedy: 'Fill in what is named, then try again.' }],
  ['that does not end on a date is not given one', () => underReview(withHold({ until: { released: true, if: { var: 'died' }, ended: 'criminal' }, by: ['manager', 'health'] })), 'manager', start({ until: '2026-12-18' }), { code: 'bad-date', words: '“Criminal trial” does not end on a date: it ends when “Criminal proceedings” ends, or when what it waits for has come, or when Manager or Health releases it.', missing: [{ kind: 'date', id: 'trial', label: '“Criminal trial”' }], remedy: 'Leave the date out.' }],
  ['is not placed until a day that does not exist', underReview, 'manager', start({ until: '2027-02-30' }), { code: 'bad-date', words: '“2027-02-30” is not a date.', missing: [{ kind: 'date', id: 'trial', label: '“Criminal trial”' }], remedy: 'Give a date such as 10 December 2026.' }],
  ['is not placed until a day that has gone', underReview, 'manager', start({ until: '2026-12-08' }), { code: 'bad-date', words: '“2026-12-08” comes before the day on which the hold begins.', missing: [{ kind: 'date', id: 'trial', label: '“Criminal trial”' }], remedy: 'Give a date such as 10 December 2026.' }],
  ['is not placed while the process that allows it is not open', () => underReview(withHold({}, { relations: mayHold('criminal') })), 'manager', start(), { code: 'forbidden', words: '“Criminal trial” is not allowed now: “Criminal proceedings” is not open.', missing: [], remedy: 'Record first that the process is open.' }],
  ['is not placed while neither of the processes that allow it is open', () => underReview(withHold({}, { relations: mayHold('criminal', 'inquest') })), 'manager', start(), { code: 'forbidden', words: '“Criminal trial” is not allowed now: “Criminal proceedings” is not open or “Inquest” is not open.', missing: [], remedy: 'Record first that the process is open.' }],
  ['is not placed while the rule that allows it does not hold', () => underReview(withHold({}, { rules: { allowed } })), 'manager', start(), { code: 'forbidden', words: '“Criminal trial” is not allowed now: this does not hold: A death is told.', missing: [], rule: 'allowed', cites: ['inv#1'], remedy: 'Correct the answers on which the rule rests, if they are wrong.' }],
  ['is not placed while neither the process nor the rule allows it', () => underReview(withHold({}, { relations: mayHold('inquest'), rules: { allowed } })), 'manager', start(), { code: 'forbidden', words: '“Criminal trial” is not allowed now: “Inquest” is not open or this does not hold: A death is told.', missing: [], rule: 'allowed', cites: ['inv#1'], remedy: 'Record first that the process is open.' }],
  ['that ends only with a process is not placed while that is not open', () => underReview(withHold({ until: { ended: 'criminal' } })), 'manager', start(), { code: 'waits', words: '“Criminal trial” waits: it ends when “Criminal proceedings” ends, and that is not open.', missing: [], remedy: 'Record first that the process is open.' }],
  ['is not placed when what would end it has come', () => dead(withHold({ until: { if: { var: 'died' } } })), 'manager', start(), { code: 'forbidden', words: '“Criminal trial” is not allowed now: what would end it has come already.', missing: [], remedy: 'Correct the answers on which the rule rests, if they are wrong.' }],
  ['that is not in force is not confirmed', underReview, 'manager', confirm(), { code: 'not-open', words: '“Criminal trial” is not open now.', missing: [], remedy: 'Look at the list of tasks for what is open.' }],
  ['that is not in force is not released', underReview, 'manager', release(), { code: 'not-open', words: '“Criminal trial” is not open now.', missing: [], remedy: 'Look at the list of tasks for what is open.' }],
  ['that ends on its day alone is not released', () => held({ until: { date: true } }, { until: '2026-12-18' }), 'manager', release(), { code: 'forbidden', words: 'Releasing “Criminal trial” is not allowed now: it ends after Fri 18 Dec 2026.', missing: [], remedy: 'Wait until it ends.' }],
  ['stops a task, which is refused with what ends the hold', () => held({}, { until: '2026-12-18' }), 'manager', { type: 'completeTask', task: 'publish' }, { code: 'on-hold', words: '“Publish” is on hold since Tue 8 Dec 2026: Criminal trial.', missing: [], remedy: 'It can be done when the hold ends: after Fri 18 Dec 2026, or when “Criminal proceedings” ends, or when Manager releases it.' }],
  ['that ends when something has come says so to whoever does what it stops', () => held({ until: { if: { var: 'died' }, released: true }, by: ['manager', 'health'] }), 'manager', { type: 'completeTask', task: 'publish' }, { code: 'on-hold', words: '“Publish” is on hold since Tue 8 Dec 2026: Criminal trial.', missing: [], remedy: 'It can be done when the hold ends: when what it waits for has come, or when Manager or Health releases it.' }],
])('a hold %s, and why is said', (_name, story, role, body, told) => {
  expect(story().isRefused(role, body, wednesday)).toStrictEqual(told);
});

test.each<[name: string, procedure: Procedure, body: CommandBody]>([
  ['until today', withHold({ until: { date: true } }), start({ until: '2026-12-09' })],
  ['without a last day, where it may end otherwise', withHold({ until: { date: true, released: true } }), start()],
  ['that ends with a process or when it is released, while that process is not open', withHold({ until: { ended: 'criminal', released: true } }), start()],
  ['while what would end it has not come', withHold({ until: { if: { var: 'died' } } }), start()],
])('a hold may be placed %s', (_name, procedure, body) => {
  expect(underReview(procedure).does('manager', body, wednesday).holds).toMatchObject([{ hold: 'trial', from: at('2026-12-09T10:00') }]);
});

test('a hold is allowed by one of the processes that may allow it, and by the rule without the process', () => {
  const both = withHold({}, { relations: mayHold('criminal', 'inquest'), rules: { allowed } });
  const story = underReview(both);
  story.does('manager', { type: 'recordRelation', relation: 'inquest', state: 'open' });
  story.does('manager', start(), wednesday);
  dead(both).does('manager', start(), wednesday);
});

test('a process that has ended allows no hold', () => {
  const story = underReview(withHold({}, { relations: mayHold('criminal') }));
  for (const state of ['open', 'ended'] as const) story.does('manager', { type: 'recordRelation', relation: 'criminal', state });
  expect(story.isRefused('manager', start(), wednesday).remedy).toBe('Record first that the process is open.');
});

test.each<[name: string, told: readonly (readonly [relation: string, state: 'open' | 'ended'])[], may: boolean]>([
  ['is open', [['criminal', 'open']], true], ['has ended', [['criminal', 'open'], ['criminal', 'ended']], false], ['was never told of, though another is open', [['inquest', 'open']], false],
])('a hold that ends only with a process, when that process %s', (_name, told, may) => {
  const story = underReview(withHold({ until: { ended: 'criminal' } }));
  for (const [relation, state] of told) story.does('manager', { type: 'recordRelation', relation, state });
  expect(story.tries('manager', start(), wednesday).ok).toBe(may);
});

test('that a hold still stands is written down when it is confirmed', () => {
  expect(held().does('manager', { type: 'confirmHold', hold: 'trial', reason: 'It goes on.' }).events.at(-1)).toMatchObject({ type: 'holdConfirmed', payload: { hold: 'trial', reason: 'It goes on.' } });
});

test('two holds stand apart: releasing one leaves the other, and the one may be placed while the other is in force', () => {
  const story = held();
  story.does('manager', start({ hold: 'leave' }), wednesday);
  expect(story.isRefused('manager', { type: 'completeTask', task: 'copy' }).code).toBe('on-hold');
  story.does('manager', release('leave'));
  expect(story.case.holds.map(({ hold, ended }) => `${hold} ${ended === undefined ? 'in force' : 'over'}`)).toEqual(['trial in force', 'leave over']);
  story.does('manager', { type: 'completeTask', task: 'copy' });
  expect(story.isRefused('manager', { type: 'completeTask', task: 'publish' }).code).toBe('on-hold');
});

test('what a hold stops is said to be held, with what ends it, and nothing is once it is over', () => {
  const story = held({}, { until: '2026-12-18' });
  const said = (when: string) => tasks(story.versions, replay(story.versions, story.case.events, at(when)), at(when)).flatMap(({ id, held: words }) => (words === undefined ? [] : [[id, words]]));
  expect(said('2026-12-18T23:59')).toEqual([['publish', 'On hold: Criminal trial. It ends after Fri 18 Dec 2026, or when “Criminal proceedings” ends, or when Manager releases it.']]);
  expect(said('2026-12-19T00:00')).toEqual([]);
});

test('a hold that ended with its process is over from when that was entered, not by a process that ended before it', () => {
  const story = underReview();
  for (const state of ['open', 'ended'] as const) story.does('manager', { type: 'recordRelation', relation: 'criminal', state });
  story.does('manager', start(), wednesday);
  expect(story.case.holds[0]?.ended).toBeUndefined();
  story.does('manager', { type: 'recordRelation', relation: 'inquest', state: 'open' });
  story.does('manager', { type: 'recordRelation', relation: 'inquest', state: 'ended' });
  expect(story.case.holds[0]?.ended).toBeUndefined();
});
