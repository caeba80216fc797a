// Laws of cases, held over random courses of an invented procedure. The acts are drawn blindly, so that many are
// refused; what is accepted must fold, replay, retry and chain as the design says.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/compile.ts';
import { verifyChain } from '../../../engine/case/hash.ts';
import { perform } from '../../../engine/case/perform.ts';
import { replay } from '../../../engine/case/replay.ts';
import type { Case, CaseEvent, Command, CommandBody } from '../../../engine/case/types.ts';
import type { Instant } from '../../../engine/time/index.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { answers, at } from '../../fixtures/engine/acting.ts';
import { orchard as bare } from '../../fixtures/engine/orchard.ts';

/** With a hold, a related process, a seat to be filled and a task that comes round, so that time itself has something to do. */
const orchard: Procedure = {
  ...bare,
  relations: { inquest: { label: 'Inquest', outside: true, effects: ['informs', 're-opens'] } },
  holds: { trial: { label: 'Trial', by: ['clerk', 'chief'], stops: { tasks: ['publish'], timescales: ['assess-in-time', 'inspector-in-time'] }, until: { date: true, released: true, ended: 'inquest' }, resume: 'remainder' } },
  tasks: {
    ...bare.tasks,
    fill: { shape: 'record', label: 'Fill the seat', by: ['clerk'], raised: 'when-required', withdrawn: 'unless-required', again: 'afresh' },
    look: { shape: 'record', label: 'Look again', by: ['clerk'], raised: { every: { months: 1 } } },
  },
  rules: { ...bare.rules, 'seat-filled': { label: 'The seat is filled', if: { and: [{ vacant: 'lawyer' }, { '!': { open: 'inquest' } }] }, then: { require: { task: 'fill' } }, strength: 'must' } },
};
const versions = versionsOf([compile(orchard, { version: 1 })]);

const HOUR = 3_600_000;
const START = at('2026-03-02T09:00');

interface Act { readonly role: string; readonly body: CommandBody; readonly hours: number; readonly late: number }

const bodies: fc.Arbitrary<CommandBody> = fc.oneof(
  fc.constantFrom('assess', 'summary', 'visit', 'answer-challenge', 'case-note', 'chase', 'take-down').map((task): CommandBody => ({ type: 'completeTask', task, evidence: 'ref', reason: 'Because.' })),
  fc.constantFrom('returns', 'tell-inspector', 'publish').map((task): CommandBody => ({ type: 'sendExchange', task })),
  fc.tuple(fc.constantFrom('school', 'clinic'), fc.constantFrom('received', 'declined', 'sent-back' as const)).map(([recipient, state]): CommandBody => ({ type: 'recordReply', task: 'returns', recipient, state, answers: answers({ involvement: 'Some.' }) })),
  fc.constantFrom('review', 'none', 'more').map((option): CommandBody => ({ type: 'decide', task: 'advise', options: [option], meeting: { present: ['health', 'police'] } })),
  fc.constantFrom('review', 'none').map((option): CommandBody => ({ type: 'decide', task: 'outcome', options: [option], reasons: 'So.' })),
  fc.constantFrom('go-on', 'challenged').map((transition): CommandBody => ({ type: 'takeTransition', transition, reason: 'Time.' })),
  fc.record({ mode: fc.constantFrom('change', 'correct'), harmed: fc.boolean(), looked: fc.boolean(), abroad: fc.boolean() }).map(({ mode, ...values }): CommandBody => ({ type: 'recordAnswers', mode, answers: answers({ ...values, agencies: ['school', 'clinic'] }) })),
  fc.constant<CommandBody>({ type: 'recordAnswers', mode: 'change', answers: { harmed: { status: 'unknown' }, lessons: { value: 'Some.' } } }),
  fc.constant<CommandBody>({ type: 'reopenCase', reason: 'New.' }),
  fc.constant<CommandBody>({ type: 'explainLapse', timescale: 'inspector-in-time', reason: 'Ill.' }),
  fc.constantFrom('open', 'ended').map((state): CommandBody => ({ type: 'recordRelation', relation: 'inquest', state })),
  fc.constantFrom<Partial<CommandBody>>({}, { until: '2026-03-06' }, { until: '2026-03-12' }).map((until): CommandBody => ({ type: 'startHold', hold: 'trial', reason: 'Asked.', ...until }) as CommandBody),
  fc.constant<CommandBody>({ type: 'releaseHold', hold: 'trial' }),
  fc.constantFrom('2026-03-01', '2026-03-05', '2026-03-11').map((from): CommandBody => ({ type: 'appoint', seat: 'lawyer', person: 'L.L.', capacity: 'holder', from, until: '2026-03-14' })),
  fc.tuple(fc.constantFrom('2026-02-27', '2026-03-03', '2026-03-07', '2026-03-20'), fc.boolean()).map(([from, looked]): CommandBody => ({ type: 'recordAnswers', mode: 'change', from, answers: answers({ looked }) })),
  fc.constant<CommandBody>({ type: 'recordAbsence', party: 'chief', from: '2026-03-02', until: '2026-03-20' }),
);
const hours = fc.integer({ min: 1, max: 40 });
const act: fc.Arbitrary<Act> = fc.record({ role: fc.constantFrom('clerk', 'chief', 'partner', 'panel', 'deputy'), body: bodies, hours, late: fc.constantFrom(0, 0, 0, 3, 20, 60) });

/** The way through the procedure, so that chance acts meet the case in each of its stages. */
const way: readonly (readonly [string, CommandBody])[] = [
  ['clerk', { type: 'completeTask', task: 'assess' }],
  ['clerk', { type: 'sendExchange', task: 'returns' }],
  ['clerk', { type: 'recordReply', task: 'returns', recipient: 'school', state: 'declined' }],
  ['clerk', { type: 'recordReply', task: 'returns', recipient: 'clinic', state: 'declined' }],
  ['clerk', { type: 'completeTask', task: 'visit' }],
  ['clerk', { type: 'completeTask', task: 'summary', evidence: 'ref', reason: 'Not reached.' }],
  ['panel', { type: 'decide', task: 'advise', options: ['review'], meeting: { present: ['health', 'police', 'lawyer'] } }],
  ['chief', { type: 'decide', task: 'outcome', options: ['review'], reasons: 'So.' }],
  ['partner', { type: 'decide', task: 'outcome', options: ['review'], reasons: 'So.' }],
  ['chief', { type: 'sendExchange', task: 'publish' }],
];
const acts: fc.Arbitrary<readonly Act[]> = fc.array(fc.array(act, { maxLength: 3 }), { minLength: way.length, maxLength: way.length }).map((chance) => way.flatMap(([role, body], index) => [{ role, body, hours: 5, late: 0 }, ...(chance[index] ?? [])]));

const opening: Command = { type: 'openCase', case: 'case-1', reference: 'OR-1', door: 'referral', id: 'open', salt: 'salt', answers: answers({ initials: 'Q.X.', harmed: true, looked: false, aware: '2026-03-01', place: 'home', age: 3, agencies: ['school', 'clinic'] }) };

interface Course { readonly held: Case; readonly now: Instant; readonly accepted: readonly { readonly command: Command; readonly role: string }[] }

/** Performs the acts, each told `check` with its outcome; refused ones leave no trace. */
function run(drawn: readonly Act[], check: (before: Case, command: Command, role: string, now: Instant) => void = () => undefined): Course {
  const opened = perform(versions, [], opening, { now: START, role: 'clerk', person: 'A.B.' });
  if (!opened.ok) throw new Error(opened.refusal.words);
  let held = opened.case;
  let now = START;
  const accepted: Course['accepted'][number][] = [];
  for (const [index, { role, body, ...when }] of drawn.entries()) {
    now += when.hours * HOUR + index + 1;
    const command: Command = { ...body, id: `a${index}`, salt: `s${index}`, occurred: now - when.late * HOUR };
    check(held, command, role, now);
    const outcome = perform(versions, held, command, { now, role, person: 'A.B.' });
    if (!outcome.ok) continue;
    held = outcome.case;
    accepted.push({ command, role });
  }
  return { held, now, accepted };
}

/** What a case says, without the inside that the fold keeps. */
const told = (held: Case): unknown => JSON.parse(JSON.stringify(held));
/** What does not hang on the order of entry. */
const gist = ({ stages, tasks, answers: given, visits, caseType, labels, closed, holds, relations, appointments }: Case): unknown => JSON.parse(JSON.stringify({ stages, holds, relations, appointments, answers: Object.entries(given).toSorted(), tasks: Object.entries(tasks).toSorted(), visits, caseType, labels, closed }));

describe('laws of a case', () => {
  test('the acts drawn hold, relate, appoint and date answers', () => {
    const seen = new Set(fc.sample(acts, { seed: 11, numRuns: 200 }).flatMap((drawn) => run(drawn).held.events.map(({ type, payload }) => (payload['from'] === undefined || type !== 'answersRecorded' ? type : 'dated'))));
    expect([...seen]).toEqual(expect.arrayContaining(['holdStarted', 'holdReleased', 'relationRecorded', 'appointmentMade', 'dated']));
  });

  test('the acts drawn reach every stage of the procedure', () => {
    const seen = new Set(fc.sample(acts, { seed: 11, numRuns: 60 }).flatMap((drawn) => run(drawn).held.visits.map(({ stage }) => stage)));
    expect([...seen].toSorted()).toEqual(Object.keys(orchard.stages).toSorted());
  });

  test('replaying the log gives the case that was folded act by act', () => {
    fc.assert(fc.property(acts, (drawn) => {
      const { held } = run(drawn);
      expect(told(replay(versions, held.events, held.asOf))).toEqual(told(held));
    }), { numRuns: 150 });
  });

  test('performing on the log gives the same outcome as performing on the case kept in memory', () => {
    fc.assert(fc.property(acts, (drawn) => {
      run(drawn, (before, command, role, now) => {
        const acting = { now, role, person: 'A.B.' };
        expect(told(perform(versions, before.events, command, acting) as unknown as Case)).toEqual(told(perform(versions, before, command, acting) as unknown as Case));
      });
    }), { numRuns: 40 });
  });

  test('neither an accepted nor a refused command changes the case it was tried on', () => {
    fc.assert(fc.property(acts, (drawn) => {
      const seen: { readonly before: Case; readonly words: string }[] = [];
      run(drawn, (before) => seen.push({ before, words: JSON.stringify(before) }));
      for (const { before, words } of seen) expect(JSON.stringify(before)).toBe(words);
    }), { numRuns: 60 });
  });

  test('a command tried again is recognised: no events, the same case', () => {
    fc.assert(fc.property(acts, (drawn) => {
      const { held, accepted } = run(drawn);
      for (const { command, role } of accepted) {
        const again = perform(versions, held, command, { now: held.asOf, role, person: 'A.B.' });
        expect(again).toMatchObject({ ok: true, events: [], repeated: true });
        expect(again.ok && told(again.case)).toEqual(told(held));
      }
    }), { numRuns: 40 });
  });

  test('events with occurrences of their own tell the same stages, tasks and answers in whatever order they were entered', () => {
    fc.assert(fc.property(acts, fc.infiniteStream(fc.nat()), (drawn, chance) => {
      const { held, now } = run(drawn);
      const [first, ...rest] = held.events;
      const keys = chance.take(rest.length)[Symbol.iterator]();
      const distinct = rest.map((event, index): CaseEvent => ({ ...event, occurred: event.occurred + index * 60_000 }));
      const shuffled = distinct.map((event) => ({ event, key: keys.next().value ?? 0 })).toSorted((a, b) => a.key - b.key).map(({ event }, index) => ({ ...event, seq: index + 2, recorded: now + index }));
      const until = now + 100 * HOUR;
      const log = (events: readonly CaseEvent[]): readonly CaseEvent[] => (first ? [first, ...events] : []);
      expect(gist(replay(versions, log(shuffled), until))).toEqual(gist(replay(versions, log(distinct), until)));
    }), { numRuns: 100 });
  });

  test('time passing bit by bit gives the case that a replay at the end gives', () => {
    fc.assert(fc.property(acts, (drawn) => {
      const { held, now } = run(drawn);
      const end = now + 400 * HOUR;
      const note: Command = { type: 'addNote', words: 'Seen.', id: 'note', salt: 'n' };
      const direct = perform(versions, held.events, note, { now: end, role: 'clerk', person: 'A.B.' });
      const halfway = replay(versions, held.events, now + 100 * HOUR);
      const stepwise = perform(versions, halfway, note, { now: end, role: 'clerk', person: 'A.B.' });
      expect(told(stepwise as unknown as Case)).toEqual(told(direct as unknown as Case));
    }), { numRuns: 60 });
  });
});

describe('the hash chain', () => {
  test('holds for every log that the engine wrote', () => {
    fc.assert(fc.property(acts, (drawn) => {
      const { held } = run(drawn);
      expect(verifyChain(held.events)).toEqual({ ok: true, head: held.head, erased: [] });
    }), { numRuns: 40 });
  });

  test('finds any single change, and names the first place that does not fit', () => {
    const { held } = run(fc.sample(acts, { seed: 7, numRuns: 1 })[0] ?? []);
    const fields = ['id', 'case', 'seq', 'type', 'procedure', 'occurred', 'recorded', 'actor', 'payload', 'salt', 'digest', 'previous', 'hash'] as const;
    expect(held.events.length).toBeGreaterThan(3);
    fc.assert(fc.property(fc.nat(held.events.length - 1), fc.constantFrom(...fields), (index, field) => {
      const events = held.events.map((event, place) => (place === index ? { ...event, [field]: changed(event[field]) } : event));
      const found = verifyChain(events as readonly CaseEvent[]);
      expect(found.ok).toBe(false);
      expect(!found.ok && found.position).toBe(index + 1);
    }));
  });

  test('a payload erased for retention is named and breaks nothing; a dropped or swapped event is found', () => {
    const { events } = run(fc.sample(acts, { seed: 7, numRuns: 1 })[0] ?? []).held;
    const erased = events.map((event, index) => (index === 1 ? { ...event, salt: '', payload: {} } : event));
    expect(verifyChain(erased)).toMatchObject({ ok: true, erased: [2] });
    expect(verifyChain(events.toSpliced(1, 1))).toMatchObject({ ok: false, position: 2 });
    expect(verifyChain([events[1], events[0], ...events.slice(2)] as readonly CaseEvent[])).toMatchObject({ ok: false, position: 1 });
  });
});

function changed(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  return typeof value === 'string' ? `${value}x` : { ...(value as object), person: 'Z.Z.', version: 9 };
}
