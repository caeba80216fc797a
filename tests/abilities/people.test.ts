// Seats that change hands in mid-case, clause by clause, each on an invented procedure.
import { expect, test } from 'vitest';
import { rules } from '../../engine/case/rules.ts';
import type { Appointment, CommandBody } from '../../engine/case/types.ts';
import type { Procedure, Rule } from '../../engine/procedure/types.ts';
import type { Story } from '../fixtures/engine/acting.ts';
import { begun } from '../fixtures/engine/invented.ts';
import { procedureWith } from '../engine/case/clockwork.ts';

const base = procedureWith({});
const asks = (criterion: Rule['if'] & object): Rule => ({ if: criterion, then: { label: 'Asked' }, strength: 'must' });
const procedure: Procedure = {
  ...base,
  parties: { ...base.parties, panel: { kind: 'body', title: 'Panel', seats: ['chair', 'nurse'] }, chair: { kind: 'role', title: 'Panel chair' }, nurse: { kind: 'role', title: 'Nurse' }, author: { kind: 'role', title: 'Author' } },
  tasks: { ...base.tasks, advise: { shape: 'decide', label: 'Advise', by: ['panel'], in: ['alert'], meeting: { body: 'panel' }, options: [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }] } },
  rules: {
    vacant: asks({ vacant: 'nurse' }), same: asks({ appointed: { of: 'author', same: 'panel' } }), organisation: asks({ appointed: { of: 'author', organisation: 'panel' } }),
    uninvolved: { label: 'Nobody involved sits', then: { forbid: { seat: 'panel', of: 'advise' } }, strength: 'must' },
  },
};
const opened = (): Story => begun(procedure, '2026-12-01T09:00');
const appoint = (seat: string, person: string, more: Partial<Appointment> = {}): CommandBody => ({ type: 'appoint', seat, person, capacity: 'holder', from: '2026-12-01', ...more });
const result = (story: Story, rule: string): unknown => rules(story.versions, story.case).find((one) => one.rule === rule)?.result;
const advises = (present: readonly string[]): CommandBody => ({ type: 'decide', task: 'advise', options: ['yes'], meeting: { present } });

test('a seat changes hands in mid-case: the first holder until a day, the next from another, and none between', () => {
  const story = opened();
  story.does('manager', appoint('nurse', 'A.A.', { until: '2026-12-03' }));
  story.does('manager', appoint('nurse', 'B.B.', { from: '2026-12-07' }));
  const vacantOn = (day: string): unknown => {
    story.does('manager', { type: 'addNote', words: 'A day later.' }, { now: `${day}T12:00` });
    return result(story, 'vacant');
  };
  expect(['2026-12-03', '2026-12-04', '2026-12-06', '2026-12-07'].map(vacantOn)).toEqual([false, true, true, false]);
  expect(story.case.appointments.map(({ person }) => person)).toEqual(['A.A.', 'B.B.']);
});

test('a proxy takes part with the interests it declared; the seat is still vacant', () => {
  const story = opened();
  story.does('manager', appoint('nurse', 'P.P.', { capacity: 'proxy', declared: ['Treated the child'] }));
  expect(result(story, 'vacant')).toBe(true);
  expect(story.isRefused('panel', advises(['chair', 'nurse'])).code).toBe('declared-interest');
  story.does('panel', advises(['chair']));
});

test('an observer only watches: what it declared bars nobody', () => {
  const story = opened();
  story.does('manager', appoint('nurse', 'O.O.', { capacity: 'observer', declared: ['Treated the child'] }));
  story.does('panel', advises(['chair', 'nurse']));
});

test('independence is asked between two appointments, person and organisation', () => {
  const story = opened();
  story.does('manager', appoint('author', 'C.C.', { organisation: 'trust' }));
  story.does('manager', appoint('nurse', 'D.D.', { organisation: 'trust' }));
  expect([result(story, 'same'), result(story, 'organisation')]).toEqual([false, true]);
  story.does('manager', appoint('chair', 'C.C.'));
  expect(result(story, 'same')).toBe(true);
});
