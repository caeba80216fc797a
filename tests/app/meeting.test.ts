// Who may be recorded as present when a body met.
import { describe, expect, test } from 'vitest';
import { attendees } from '../../app/cases/tasks/attendees.ts';
import { errorsFrom } from '../../app/cases/tasks/fields.ts';
import type { Refusal } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';

const parties: Procedure['parties'] = {
  chair: { kind: 'role', title: 'Chair' }, member: { kind: 'role', title: 'Member' }, ward: { kind: 'agency', title: 'Ward', outside: true },
  seated: { kind: 'body', title: 'Panel', seats: ['chair', 'member'] }, open: { kind: 'body', title: 'Panel of whoever comes' }, public: { kind: 'audience', title: 'Public' },
};

describe('a body that met', () => {
  test('is made of its seats where the procedure names them', () => {
    expect(attendees({ parties }, 'seated')).toEqual(['chair', 'member']);
  });
  test('may be any role or agency where the procedure names no seats, so that the meeting can be recorded at all', () => {
    expect(attendees({ parties }, 'open')).toEqual(['chair', 'member', 'ward']);
  });
  test('without a record of who was present is asked for it at that field', () => {
    const refusal = { code: 'missing-field', words: 'needs a record of who was present', missing: [{ kind: 'field', id: 'meeting', label: 'Who was present' }] } as unknown as Refusal;
    expect(errorsFrom({ parties, questions: {} } as unknown as Procedure, refusal, [])).toEqual({ present: 'Say who was there' });
  });
});
