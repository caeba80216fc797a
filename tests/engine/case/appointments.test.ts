// Seats of a case: who fills them and until when, what was declared, and who may therefore not do what.
import { describe, expect, test } from 'vitest';
import { rules } from '../../../engine/case/rules.ts';
import { check } from '../../../engine/procedure/check.ts';
import type { Appointment, CommandBody } from '../../../engine/case/types.ts';
import type { Criterion, Procedure, Rule } from '../../../engine/procedure/types.ts';
import { at, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const base = procedureWith({});
const withRules = (given: Readonly<Record<string, Rule>>): Procedure => ({
  ...base,
  parties: { ...base.parties, panel: { kind: 'body', title: 'Panel', seats: ['chair', 'health-member'] }, chair: { kind: 'role', title: 'Panel chair' }, 'health-member': { kind: 'role', title: 'Health member' }, author: { kind: 'role', title: 'Author' } },
  tasks: {
    ...base.tasks,
    write: { shape: 'record', label: 'Write the report', by: ['author', 'manager'], in: ['alert'] },
    approve: { shape: 'record', label: 'Approve the report', by: ['manager'], in: ['alert'] },
    advise: { shape: 'decide', label: 'Advise', by: ['panel'], in: ['alert'], meeting: { body: 'panel' }, options: [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }] },
  },
  rules: given,
});
const holds = (criterion: Criterion): Rule => ({ label: 'Asked', if: criterion, then: { label: 'Asked' }, strength: 'must' });
const appoint = (seat: string, person: string, more: Partial<Appointment> = {}): CommandBody => ({ type: 'appoint', seat, person, capacity: 'holder', from: '2026-12-01', ...more });
const began = (given: Readonly<Record<string, Rule>>): Story => begun(withRules(given), '2026-12-01T09:00');
const asked = (story: Story, when: string): unknown => {
  story.does('manager', { type: 'addNote', words: 'Time passes.' }, { now: when });
  return rules(story.versions, story.case)[0]?.result;
};
const independent: Rule = { label: 'The author is not the chair', if: { appointed: { of: 'author', same: 'chair' } }, then: { forbid: { seat: 'author', of: 'write' } }, strength: 'must', cites: ['inv#1'] };

describe('a seat', () => {
  test('is vacant until somebody holds it, and again when the appointment is over', () => {
    const story = began({ asked: holds({ vacant: 'chair' }) });
    expect(asked(story, '2026-12-01T10:00')).toBe(true);
    story.does('manager', appoint('chair', 'C.D.', { until: '2026-12-10' }));
    expect(asked(story, '2026-12-10T23:30')).toBe(false);
    expect(asked(story, '2026-12-11T00:30')).toBe(true);
  });

  test('is not held before the first day, nor by an observer or a deputy', () => {
    const story = began({ asked: holds({ vacant: 'chair' }) });
    story.does('manager', appoint('chair', 'C.D.', { capacity: 'observer' }));
    story.does('manager', appoint('chair', 'E.F.', { capacity: 'deputy' }));
    story.does('manager', appoint('chair', 'G.H.', { from: '2026-12-08' }));
    expect(asked(story, '2026-12-07T10:00')).toBe(true);
    expect(asked(story, '2026-12-08T00:30')).toBe(false);
  });

  test('is vacant from the day after its holder was ended', () => {
    const story = began({ asked: holds({ vacant: 'chair' }) });
    story.does('manager', appoint('chair', 'C.D.'));
    story.does('manager', { type: 'endAppointment', seat: 'chair', person: 'C.D.', until: '2026-12-03' });
    expect(asked(story, '2026-12-03T12:00')).toBe(false);
    expect(asked(story, '2026-12-04T12:00')).toBe(true);
    expect(story.isRefused('manager', { type: 'endAppointment', seat: 'chair', person: 'C.D.', until: '2026-12-05' }).code).toBe('not-open');
  });

  test('of several holders one after the other, the last appointed holds it', () => {
    const story = began({ asked: holds({ appointed: { of: 'chair', same: 'author' } }) });
    story.does('manager', appoint('author', 'C.D.'));
    story.does('manager', appoint('chair', 'C.D.'));
    expect(asked(story, '2026-12-02T12:00')).toBe(true);
    story.does('manager', appoint('chair', 'E.F.', { from: '2026-12-03' }));
    expect(asked(story, '2026-12-03T12:00')).toBe(false);
  });
});

describe('what may be asked of the people in the seats', () => {
  test('an involvement that somebody in the body declared, hyphens and capitals aside', () => {
    const story = began({ asked: holds({ appointed: { of: 'panel', declared: 'direct-involvement' } }) });
    story.does('manager', appoint('chair', 'C.D.', { declared: ['Worked with the school'] }));
    expect(asked(story, '2026-12-01T12:00')).toBe(false);
    story.does('manager', appoint('health-member', 'E.F.', { declared: ['Direct involvement'] }));
    expect(asked(story, '2026-12-01T13:00')).toBe(true);
  });

  test('whether two come from the same organisation', () => {
    const story = began({ asked: holds({ appointed: { of: 'author', organisation: 'panel' } }) });
    story.does('manager', appoint('author', 'C.D.', { organisation: 'health' }));
    expect(asked(story, '2026-12-01T12:00')).toBe(false);
    story.does('manager', appoint('health-member', 'E.F.', { organisation: 'health' }));
    expect(asked(story, '2026-12-01T13:00')).toBe(true);
  });
});

describe('independence', () => {
  test('the author cannot be appointed who is the chair already', () => {
    const story = began({ independent });
    story.does('manager', appoint('chair', 'C.D.'));
    expect(story.isRefused('manager', appoint('author', 'C.D.'))).toMatchObject({ code: 'not-independent', rule: 'independent', cites: ['inv#1'], words: 'Appointing to “Author” asks for somebody independent: The author is not the chair.' });
    story.does('manager', appoint('author', 'E.F.'));
  });

  test('nor the chair who is the author already: whichever appointment comes second is refused', () => {
    const story = began({ independent });
    story.does('manager', appoint('author', 'C.D.'));
    expect(story.isRefused('manager', appoint('chair', 'C.D.')).code).toBe('not-independent');
    story.does('manager', appoint('health-member', 'C.D.'));
  });

  test('a rule that only should hold lets the appointment stand and notes the departure', () => {
    const story = began({ independent: { ...independent, strength: 'should' } });
    story.does('manager', appoint('chair', 'C.D.'));
    const held = story.does('manager', { ...appoint('author', 'C.D.'), reason: 'Nobody else was to be had.' } as CommandBody);
    expect(held.findings).toMatchObject([{ code: 'departure', rule: 'independent', words: 'The appointment to “Author” departs from a rule: Nobody else was to be had.' }]);
  });

  test('whoever holds a barred seat may not do its task, and others may', () => {
    const story = began({ independent });
    story.does('manager', appoint('author', 'C.D.', { from: '2026-12-05' }));
    story.does('manager', appoint('chair', 'C.D.'));
    story.does('manager', { type: 'addNote', words: 'Days pass.' }, { now: '2026-12-07T09:00' });
    expect(story.isRefused('author', { type: 'completeTask', task: 'write' })).toMatchObject({ code: 'not-independent', missing: [{ kind: 'interest', id: 'author' }] });
    story.does('manager', { type: 'completeTask', task: 'write' });
  });

  test('a member who declared an involvement when appointed may not sit, as if declared at the meeting', () => {
    const story = began({ uninvolved: { label: 'Nobody involved sits', then: { forbid: { seat: 'panel', of: 'advise' } }, strength: 'must' } });
    story.does('manager', appoint('health-member', 'E.F.', { declared: ['Treated the child'] }));
    const advise = (present: readonly string[]): CommandBody => ({ type: 'decide', task: 'advise', options: ['yes'], meeting: { present } });
    expect(story.isRefused('panel', advise(['chair', 'health-member']))).toMatchObject({ code: 'declared-interest', missing: [{ id: 'health-member' }] });
    story.does('panel', advise(['chair']));
  });

  test('the person who wrote a report may not approve it', () => {
    const story = began({ eyes: { label: 'Four eyes', then: { forbid: { doer: 'write', of: 'approve' } }, strength: 'must' } });
    story.does('manager', { type: 'completeTask', task: 'write' });
    expect(story.isRefused('manager', { type: 'completeTask', task: 'approve' })).toMatchObject({ code: 'not-independent', words: '“Approve the report” asks for somebody independent: the person who did “Write the report” may not do it as well.' });
  });

  test('where a rule requires it, only the person who did the one does the other', () => {
    const story = began({ same: { label: 'Same hand', then: { require: { doer: 'write', of: 'approve' } }, strength: 'must' } });
    story.does('manager', { type: 'completeTask', task: 'write' });
    story.does('manager', { type: 'completeTask', task: 'approve' });
  });
});

describe('an appointment that cannot be', () => {
  test.each([
    ['to a seat that the procedure does not have', appoint('king', 'C.D.'), 'unknown-task'],
    ['of nobody', appoint('chair', ' '), 'missing-field'],
    ['from a day that does not exist', appoint('chair', 'C.D.', { from: '2026-02-30' }), 'bad-date'],
    ['that is over before it begins', appoint('chair', 'C.D.', { until: '2026-11-30' }), 'bad-date'],
  ])('is refused: %s', (_name, body, code) => {
    expect(began({}).isRefused('manager', body).code).toBe(code);
  });

  test('a replay of the log gives the same seats', () => {
    const story = began({ independent });
    story.does('manager', appoint('chair', 'C.D.', { until: '2026-12-10' }));
    story.does('manager', { type: 'addNote', words: 'Later.' }, { now: '2026-12-20T09:00', occurred: '2026-12-12T09:00' });
    expect(story.case.appointments).toEqual([{ seat: 'chair', person: 'C.D.', capacity: 'holder', from: '2026-12-01', until: '2026-12-10' }]);
    expect(at('2026-12-20T09:00')).toBe(story.case.asOf);
  });
});

test('check finds nothing wrong with seats asked of any task', () => {
  expect(check(withRules({ independent })).filter(({ code }) => code === 'P-103')).toEqual([]);
});

describe('who says who fills a seat', () => {
  const named = (by: readonly string[] | undefined): Procedure => {
    const procedure = withRules({});
    return { ...procedure, parties: { ...procedure.parties, author: { kind: 'role', title: 'Author', ...(by && { appointedBy: by }) }, board: { kind: 'body', title: 'Board', seats: ['chair'] }, commissioner: { kind: 'body', title: 'Commissioner', outside: true } } };
  };

  test('is whom the seat names, a body through one of its seats; anybody else is told whose it is', () => {
    const story = begun(named(['board']), '2026-12-01T09:00');
    expect(story.isRefused('manager', appoint('author', 'A.U.'))).toMatchObject({ code: 'wrong-role', missing: [{ kind: 'role', id: 'board', label: 'Board' }] });
    story.does('chair', appoint('author', 'A.U.'));
    expect(story.isRefused('manager', { type: 'endAppointment', seat: 'author', person: 'A.U.', until: '2026-12-10' }).code).toBe('wrong-role');
    expect(story.does('board', { type: 'endAppointment', seat: 'author', person: 'A.U.', until: '2026-12-10' }).appointments[0]?.until).toBe('2026-12-10');
  });

  test('one outside says it through whoever enters it; where nobody is named anybody with a role may', () => {
    begun(named(['commissioner']), '2026-12-01T09:00').does('manager', appoint('author', 'A.U.'), { onBehalfOf: 'commissioner' });
    begun(named(undefined), '2026-12-01T09:00').does('health', appoint('author', 'A.U.'));
  });
});
