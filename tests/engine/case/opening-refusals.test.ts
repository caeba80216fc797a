// What somebody is told who cannot open a case by this way in: the whole of it, and the days on which it could be.
import { expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/compile.ts';
import type { Command, Refusal } from '../../../engine/case/types.ts';
import type { Period, Procedure, Stage } from '../../../engine/procedure/types.ts';
import { perform } from '../../../engine/case/perform.ts';
import { answers, at } from '../../fixtures/engine/acting.ts';
import { procedureWith } from './clockwork.ts';

const bare = procedureWith({});
const shutFor = { code: 'not-due-here', missing: [], remedy: 'Open the case by another way in, or on another version of the procedure.' } as const;
const opens = (procedure: Procedure, more: Partial<Extract<Command, { type: 'openCase' }>> = {}, role = 'manager'): Refusal | undefined => {
  const outcome = perform(versionsOf([compile(procedure, { version: 1, hash: 'h' })]), [], { type: 'openCase', case: 'c1', reference: 'IN-1', door: 'front', answers: {}, id: 'o', salt: 's', ...more }, { now: at('2026-12-07T09:00'), role, person: 'A.B.' });
  return outcome.ok ? undefined : outcome.refusal;
};
const door = (more: object): Procedure => ({ ...bare, doors: { front: { label: 'Front door', by: ['manager'], to: ['alert'], ...more } } } as Procedure);
const stage = (id: string, inForce: Period): Procedure => ({ ...bare, stages: { ...bare.stages, [id]: { ...bare.stages[id], inForce } as Stage } });

test.each<[name: string, procedure: Procedure, told: Refusal]>([
  ['that opens later', door({ inForce: { from: '2026-12-08' } }), { ...shutFor, words: '“Front door” is not possible at this stage: “Front door” is in force from Tue 8 Dec 2026.' }],
  ['that is over', door({ inForce: { until: '2026-12-06' } }), { ...shutFor, words: '“Front door” is not possible at this stage: “Front door” is in force to Sun 6 Dec 2026.' }],
  ['that was open for a while', door({ inForce: { from: '2026-12-01', until: '2026-12-06' } }), { ...shutFor, words: '“Front door” is not possible at this stage: “Front door” is in force from Tue 1 Dec 2026 to Sun 6 Dec 2026.' }],
  ['of a procedure that is not in force yet', { ...bare, inForce: { from: '2027-01-01' } } as Procedure, { ...shutFor, words: '“Front door” is not possible at this stage: “Invented procedure” is in force from Fri 1 Jan 2027.' }],
  ['to a stage that is not in force', stage('alert', { from: '2026-12-08' }), { ...shutFor, words: '“Front door” is not possible at this stage: “Alert” is in force from Tue 8 Dec 2026.' }],
  ['to a group whose first stage is not in force', { ...bare, stages: { ...bare.stages, alert: { ...bare.stages['alert'], initial: 'part' } as Stage, part: { kind: 'other', label: 'Part', within: 'alert', inForce: { from: '2026-12-08' } } } }, { code: 'not-due-here', words: '“Front door” is not possible at this stage: a stage where it begins is not in force on the day.', missing: [], remedy: 'Wait until the case has come to a stage that allows it.' }],
])('a way in %s is shut', (_name, procedure, told) => {
  expect(opens(procedure)).toStrictEqual(told);
});

test.each<[name: string, procedure: Procedure]>([['on its only day', door({ inForce: { from: '2026-12-07', until: '2026-12-07' } })], ['to a stage on its only day', stage('alert', { from: '2026-12-07', until: '2026-12-07' })], ['while another stage is not in force', stage('review', { from: '2027-01-01' })]])('a way in is open %s', (_name, procedure) => {
  expect(opens(procedure)).toBeUndefined();
});

test.each<[name: string, procedure: Procedure, more: Partial<Extract<Command, { type: 'openCase' }>>, role: string, told: Refusal]>([
  ['by a way in that there is not', bare, { door: 'window' }, 'manager', { code: 'unknown-task', words: 'The procedure of this case knows nothing called “window”.', missing: [], remedy: 'Choose one of those the procedure has.' }],
  ['by another', bare, {}, 'health', { code: 'wrong-role', words: '“Front door” falls to Manager.', missing: [{ kind: 'role', id: 'manager', label: 'Manager' }], remedy: 'Ask Manager to do it, or act in that role if it is yours.' }],
  ['without a reference', bare, { reference: ' ' }, 'manager', { code: 'missing-field', words: '“Front door” needs a reference.', missing: [{ kind: 'field', id: 'reference', label: 'Reference' }], remedy: 'Fill in what is named, then try again.' }],
  ['from a source that it has not', door({ sources: [{ id: 'press', label: 'Press' }] }), { source: 'king' }, 'manager', { code: 'bad-answer', words: 'The source of the information is not one that this way in has.', missing: [{ kind: 'field', id: 'source', label: 'Source' }], remedy: 'Change the answer, then try again.' }],
  ['with an answer that cannot be', bare, { answers: answers({ died: 'yes' }) }, 'manager', { code: 'bad-answer', words: '“Child died” must be yes or no.', missing: [{ kind: 'field', id: 'died', label: 'Child died' }], remedy: 'Change the answer, then try again.' }],
])('a case opened %s is refused with what would help', (_name, procedure, more, role, told) => {
  expect(opens(procedure, more, role)).toStrictEqual(told);
});

test('a case is opened from a source that the way in has', () => {
  expect(opens(door({ sources: [{ id: 'press', label: 'Press' }] }), { source: 'press' })).toBeUndefined();
});
