// What somebody is told whose appointment to a seat, or the end of one, cannot be: the whole of it, with what would help.
import { describe, expect, test } from 'vitest';
import type { Appointment, CommandBody, Refusal } from '../../../engine/case/types.ts';
import type { Criterion, Procedure, Rule } from '../../../engine/procedure/types.ts';
import type { Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const base = procedureWith({});
const sameAsChair: Criterion = { appointed: { of: 'author', same: 'chair' } };
const apart: Rule = { label: 'The author is not the chair', if: sameAsChair, then: { forbid: { seat: 'author', of: 'write' } }, strength: 'must', cites: ['inv#1'] };
const withSeats = (rules: Readonly<Record<string, Rule>> = {}): Procedure => ({
  ...base, rules,
  parties: { ...base.parties, board: { kind: 'role', title: 'Board' }, chair: { kind: 'role', title: 'Panel chair' }, author: { kind: 'role', title: 'Author' }, member: { kind: 'role', title: 'Member', appointedBy: ['board', 'manager'] } },
  tasks: { ...base.tasks, write: { shape: 'record', label: 'Write the report', by: ['author', 'manager'], in: ['alert'] } },
});
const began = (rules?: Readonly<Record<string, Rule>>): Story => begun(withSeats(rules), '2026-12-10T09:00');
const appoint = (seat: string, person: string, more: Partial<Appointment> & { readonly reason?: string } = {}): CommandBody => ({ type: 'appoint', seat, person, capacity: 'holder', from: '2026-12-10', ...more });
const end = (person: string, until: string, seat = 'chair'): CommandBody => ({ type: 'endAppointment', seat, person, until });
/** The chair is held by C.D. from 10 December on, and was by E.F. until the 5th. */
const seated = (rules?: Readonly<Record<string, Rule>>): Story => {
  const story = began(rules);
  story.does('manager', appoint('chair', 'C.D.'));
  story.does('manager', appoint('chair', 'E.F.', { from: '2026-12-01', until: '2026-12-05' }));
  return story;
};
const rule = (changes: Partial<Rule>): Readonly<Record<string, Rule>> => ({ apart: { ...apart, ...changes } });
const heldBy = ({ case: { appointments } }: Story) => appointments.map(({ person, until }) => `${person} ${until ?? '-'}`);

test.each<[name: string, story: () => Story, role: string, body: CommandBody, told: Refusal]>([
  ['to a seat that the procedure does not have', began, 'manager', appoint('king', 'C.D.'), { code: 'unknown-task', words: 'The procedure of this case knows nothing called “king”.', missing: [], remedy: 'Choose one of those the procedure has.' }],
  ['by somebody whom the seat does not name', began, 'health', appoint('member', 'C.D.'), { code: 'wrong-role', words: 'Appointing to “Member” falls to Board or Manager.', missing: [{ kind: 'role', id: 'board', label: 'Board' }, { kind: 'role', id: 'manager', label: 'Manager' }], remedy: 'Ask Board or Manager to do it, or act in that role if it is yours.' }],
  ['of nobody', began, 'manager', appoint('chair', ' '), { code: 'missing-field', words: 'Appointing to “Panel chair” needs the initials or staff number of a person.', missing: [{ kind: 'field', id: 'person', label: 'Person' }], remedy: 'Fill in what is named, then try again.' }],
  ['in a capacity that there is not', began, 'manager', appoint('chair', 'C.D.', { capacity: 'king' as never }), { code: 'bad-answer', words: 'A seat cannot be filled in that capacity.', missing: [], remedy: 'Change the answer, then try again.' }],
  ['from a day that does not exist', began, 'manager', appoint('chair', 'C.D.', { from: '2026-02-30' }), { code: 'bad-date', words: '“2026-02-30” is not a date.', missing: [{ kind: 'date', id: 'date', label: 'Date' }], remedy: 'Give a date such as 10 December 2026.' }],
  ['until a day that does not exist', began, 'manager', appoint('chair', 'C.D.', { until: '2027-02-30' }), { code: 'bad-date', words: '“2027-02-30” is not a date.', missing: [{ kind: 'date', id: 'date', label: 'Date' }], remedy: 'Give a date such as 10 December 2026.' }],
  ['that is over before it begins', began, 'manager', appoint('chair', 'C.D.', { until: '2026-12-09' }), { code: 'bad-date', words: '“2026-12-09” comes before the day on which the appointment begins.', missing: [{ kind: 'date', id: 'date', label: 'Date' }], remedy: 'Give a date such as 10 December 2026.' }],
  ['against a rule that must hold', () => seated(rule({})), 'manager', appoint('author', 'C.D.', { reason: 'Nobody else.' }), { code: 'not-independent', words: 'Appointing to “Author” asks for somebody independent: The author is not the chair.', missing: [{ kind: 'role', id: 'author', label: 'Author' }], rule: 'apart', cites: ['inv#1'], remedy: 'Have it taken by somebody else.' }],
  ['against a rule that should always hold, without a reason', () => seated(rule({ strength: 'should-always' })), 'manager', appoint('author', 'C.D.', { reason: ' ' }), { code: 'missing-reason', words: 'Appointing to “Author” needs a recorded reason.', missing: [{ kind: 'reason', id: 'author', label: 'Appointing to “Author”' }], rule: 'apart', cites: ['inv#1'], remedy: 'Write down the reason, then try again.' }],
  ['against what is to be considered, without a reason', () => seated(rule({ strength: 'consider' })), 'manager', appoint('author', 'C.D.'), { code: 'missing-reason', words: 'Appointing to “Author” needs a recorded reason.', missing: [{ kind: 'reason', id: 'author', label: 'Appointing to “Author”' }], rule: 'apart', cites: ['inv#1'], remedy: 'Write down the reason, then try again.' }],
  ['while what a rule rests on is not known', () => seated(rule({ if: { and: [sameAsChair, { var: 'died' }] }, unknown: 'block' })), 'manager', appoint('author', 'C.D.', { reason: 'Nobody else.' }), { code: 'waits', words: 'Appointing to “Author” waits: an answer on which “The author is not the chair” rests is not known.', missing: [], rule: 'apart', cites: ['inv#1'], remedy: 'Answer what is named, then try again.' }],
])('an appointment %s is refused with what would help', (_name, story, role, body, told) => {
  expect(story().isRefused(role, body)).toStrictEqual(told);
});

test.each<[name: string, role: string, body: CommandBody, told: Refusal]>([
  ['to a seat that the procedure does not have', 'manager', end('C.D.', '2026-12-12', 'king'), { code: 'unknown-task', words: 'The procedure of this case knows nothing called “king”.', missing: [], remedy: 'Choose one of those the procedure has.' }],
  ['by somebody whom the seat does not name', 'health', end('C.D.', '2026-12-12', 'member'), { code: 'wrong-role', words: 'Ending an appointment to “Member” falls to Board or Manager.', missing: [{ kind: 'role', id: 'board', label: 'Board' }, { kind: 'role', id: 'manager', label: 'Manager' }], remedy: 'Ask Board or Manager to do it, or act in that role if it is yours.' }],
  ['on a day that does not exist', 'manager', end('C.D.', '2027-02-30'), { code: 'bad-date', words: '“2027-02-30” is not a date.', missing: [{ kind: 'date', id: 'date', label: 'Date' }], remedy: 'Give a date such as 10 December 2026.' }],
  ['before it began', 'manager', end('C.D.', '2026-12-09'), { code: 'bad-date', words: '“2026-12-09” comes before the day on which the appointment begins.', missing: [{ kind: 'date', id: 'date', label: 'Date' }], remedy: 'Give a date such as 10 December 2026.' }],
  ['of somebody who does not hold the seat', 'manager', end('G.H.', '2026-12-12'), { code: 'not-open', words: 'The appointment to “Panel chair” is not open now.', missing: [], remedy: 'Nobody of that name holds it without an end.' }],
  ['that has ended', 'manager', end('E.F.', '2026-12-12'), { code: 'not-open', words: 'The appointment to “Panel chair” is not open now.', missing: [], remedy: 'Nobody of that name holds it without an end.' }],
  ['of somebody who holds another seat', 'manager', end('C.D.', '2026-12-12', 'author'), { code: 'not-open', words: 'The appointment to “Author” is not open now.', missing: [], remedy: 'Nobody of that name holds it without an end.' }],
])('an appointment %s is not ended, and why is said', (_name, role, body, told) => {
  expect(seated().isRefused(role, body)).toStrictEqual(told);
});

describe('an appointment is ended', () => {
  test('for the person named and no other who holds the seat', () => {
    const story = began();
    for (const person of ['C.D.', 'E.F.']) story.does('manager', appoint('chair', person));
    story.does('manager', end('C.D.', '2026-12-12'));
    expect(heldBy(story)).toEqual(['C.D. 2026-12-12', 'E.F. -']);
  });

  test('on its first day, if it has to be, and where one that is to come is held besides', () => {
    const story = began();
    story.does('manager', appoint('chair', 'C.D.'));
    story.does('manager', appoint('chair', 'C.D.', { from: '2027-01-04' }));
    story.does('manager', end('C.D.', '2026-12-10'));
    expect(heldBy(story)).toEqual(['C.D. 2026-12-10', 'C.D. -']);
  });
});

test.each<[strength: Rule['strength'], reason: string | undefined, departures: unknown]>([
  ['should', undefined, [{ rule: 'apart' }]], ['should', ' ', [{ rule: 'apart' }]], ['should', 'Nobody else.', [{ rule: 'apart', reason: 'Nobody else.' }]],
  ['should-always', 'Nobody else.', [{ rule: 'apart', reason: 'Nobody else.' }]], ['consider', 'Nobody else.', undefined], ['may', undefined, undefined],
])('an appointment against a rule that is “%s”, with the reason %o, is made and the departure kept', (strength, reason, departures) => {
  const story = seated(rule({ strength }));
  story.does('manager', appoint('author', 'C.D.', reason === undefined ? {} : { reason }));
  expect(story.case.events.at(-1)?.payload['departures']).toEqual(departures);
});

test.each<[Appointment['capacity']]>([['holder'], ['deputy'], ['proxy'], ['representative'], ['guest'], ['observer']])('somebody is appointed as %s, for a day only if so wished', (capacity) => {
  const story = began();
  story.does('board', appoint('member', 'C.D.', { capacity, until: '2026-12-10' }));
  expect(story.case.appointments).toStrictEqual([{ seat: 'member', person: 'C.D.', capacity, from: '2026-12-10', until: '2026-12-10' }]);
});
