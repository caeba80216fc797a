// What happened decides, not the order in which it was typed in: shown on every case that comes with Caseway, and on the
// invented one, each entered after the fact in chance orders.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlines } from '../../../engine/case/deadlines.ts';
import { replay } from '../../../engine/case/replay.ts';
import type { Versions } from '../../../engine/case/compile.ts';
import type { Case, CaseEvent, CommandBody } from '../../../engine/case/types.ts';
import { walk } from '../../../engine/case/walkthrough.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { answers } from '../../fixtures/engine/acting.ts';
import { gist } from '../../fixtures/engine/courses.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { returns } from '../../fixtures/engine/returns.ts';
import { fiveDays } from './clockwork.ts';
import { shippedWalkthroughs } from './shipped.ts';

const DAY = 86_400_000;

/** The log with an occurrence of its own for each event, and until when it is told. */
function distinctly(events: readonly CaseEvent[]): { readonly log: readonly CaseEvent[]; readonly until: number } {
  return { log: events.map((event, index) => ({ ...event, occurred: event.occurred + index })), until: (events.at(-1)?.recorded ?? 0) + 30 * DAY };
}
/** The same events as entered in another order; the opening stays the first, because without it there is no case. */
function enteredAs([opening, ...rest]: readonly CaseEvent[], keys: readonly number[], until: number): readonly CaseEvent[] {
  const shuffled = rest.map((event, index) => ({ event, key: keys[index % keys.length] ?? 0 })).toSorted((a, b) => a.key - b.key);
  return opening ? [opening, ...shuffled.map(({ event }, index) => ({ ...event, seq: index + 2, recorded: until - (shuffled.length - index) }))] : [];
}
const keys = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });
const toldOf = (versions: Versions, events: readonly CaseEvent[], until: number): readonly unknown[] => {
  const held = replay(versions, events, until) as Case;
  return [gist(held), held.settings, held.instances, held.signed, held.findings.map(({ code }) => code).filter((code) => code !== 'unsupported-act').toSorted(), deadlines(versions, events, until)];
};

describe('a case that comes with Caseway', () => {
  test.each(shippedWalkthroughs().map((one) => [one.file, one] as const))('[S17.2] is the same in whatever order its events were entered: %s', (_, { walkthrough, versions }) => {
    const { log, until } = distinctly(walk(walkthrough, versions).events);
    const told = toldOf(versions, log, until);
    fc.assert(fc.property(keys, (order) => {
      expect(toldOf(versions, enteredAs(log, order, until), until)).toEqual(told);
    }), { numRuns: 4 });
  });
});

/** An invented one with reviews that are repeated over a list, a report that is signed off, a clock that the case sets, and a hold that is asked about. */
const bare = returns({ join: 2 });
const procedure: Procedure = {
  ...bare,
  parties: { ...bare.parties, panel: { kind: 'role', title: 'Panel' } },
  settings: { days: { label: 'Days for the report', scope: 'case', kind: 'variant', default: 5, choices: [{ value: 5, label: 'Five' }, { value: 10, label: 'Ten' }] } },
  holds: { trial: { label: 'Trial', by: ['manager'], stops: { tasks: ['report'], timescales: ['reported'] }, until: { released: true }, resume: 'remainder', remindEvery: { amount: 1, unit: 'weeks' } } },
  tasks: { report: { shape: 'record', label: 'Write the report', in: ['report'], signOff: [{ by: 'panel', may: ['accept', 'send-back'] }] } },
  timescales: { reported: { ...fiveDays, for: 'report', from: { opened: true }, amount: { setting: 'days' } } },
};
const names = ['health', 'police', 'school'];
const named = (act: (name: string) => CommandBody): fc.Arbitrary<CommandBody> => fc.constantFrom(...names).map(act);
const drawn: fc.Arbitrary<CommandBody> = fc.oneof(
  { weight: 3, arbitrary: named((name) => ({ type: 'sendExchange', task: `reviews-${name}-write` })) },
  { weight: 3, arbitrary: named((name) => ({ type: 'recordReply', task: `reviews-${name}-write`, recipient: name, state: 'received' })) },
  { weight: 3, arbitrary: named((name) => ({ type: 'decide', task: `reviews-${name}-look`, options: ['yes'], answers: answers({ [`reviews-${name}-involved`]: 'Some.' }) })) },
  named((name) => ({ type: 'decide', task: `reviews-${name}-look`, options: ['no'], answers: answers({ [`reviews-${name}-involved`]: 'Little.' }) })),
  named((name) => ({ type: 'takeTransition', transition: `reviews-${name}-withdraw`, reason: 'So.' })),
  fc.shuffledSubarray(names, { minLength: 1 }).map((agencies): CommandBody => ({ type: 'recordAnswers', mode: 'change', answers: answers({ agencies }) })),
  fc.constantFrom(5, 10).map((value): CommandBody => ({ type: 'chooseSetting', setting: 'days', value })),
  fc.constantFrom<CommandBody>({ type: 'startHold', hold: 'trial', reason: 'Asked.' }, { type: 'confirmHold', hold: 'trial' }, { type: 'releaseHold', hold: 'trial' }),
  fc.constantFrom<CommandBody>({ type: 'takeTransition', transition: 'go-on', reason: 'Time.' }, { type: 'completeTask', task: 'report' }),
);
const signing = fc.constantFrom('accept', 'send-back').map((does): CommandBody => ({ type: 'signOff', task: 'report', does, reason: 'So.' }) as CommandBody);
const courses = fc.array(fc.tuple(fc.oneof({ weight: 6, arbitrary: drawn }, signing), fc.integer({ min: 1, max: 60 })), { minLength: 10, maxLength: 30 });

function course(acts: readonly (readonly [CommandBody, number])[]): { readonly versions: Versions; readonly events: readonly CaseEvent[] } {
  const story = begun(procedure, '2026-12-07T09:00', { agencies: ['health', 'police'] });
  for (const [body, hours] of acts) {
    story.now += hours * 3_600_000;
    story.tries(body.type === 'signOff' ? 'panel' : 'manager', body);
  }
  return { versions: story.versions, events: story.case.events };
}

describe('lanes over a list, sign-off, settings of the case and holds that are asked about', () => {
  test('[S17.2] come out the same in whatever order the events were entered', () => {
    fc.assert(fc.property(courses, keys, (acts, order) => {
      const { versions, events } = course(acts);
      const { log, until } = distinctly(events);
      expect(toldOf(versions, enteredAs(log, order, until), until)).toEqual(toldOf(versions, log, until));
    }), { numRuns: 60 });
  });

  test('the courses drawn do all of these things', () => {
    const types = fc.sample(courses, { seed: 11, numRuns: 60 }).flatMap((acts) => course(acts).events.map(({ type }) => type));
    expect(types).toEqual(expect.arrayContaining(['exchangeSent', 'replyRecorded', 'decisionTaken', 'transitionChosen', 'answersRecorded', 'settingChosen', 'holdStarted', 'holdConfirmed', 'holdReleased', 'taskCompleted', 'signedOff']));
  });
});
