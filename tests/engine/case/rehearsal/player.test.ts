// The player: the clock moves, steps back and on, ways part, and nothing that was played is lost or told differently.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer, asWritten, begin, caseOf, compareWays, debriefOf, fork, goTo, isFull, keptOf, moveTo, nextDeadline, nextEvent, play, remainingOf, reopened, scenarioFrom, stepTo, toldOf, tryAct, wayOf, whatIf } from '../../../../engine/case/rehearsal/index.ts';
import type { Playbook, Rehearsal } from '../../../../engine/case/rehearsal/index.ts';
import { parseDateTime } from '../../../../engine/time/index.ts';
import { bookOf, playedAsWritten, scenarioIn } from './shipped.ts';

const book = bookOf(scenarioIn('examples/tower-hamlets/scenarios/two-who-decide.json'));
const first = bookOf(scenarioIn('examples/tower-hamlets/scenarios/first-ten-minutes.json'));
const at = (text: string): number => parseDateTime(text) ?? Number.NaN;
const asked = (rehearsal: Rehearsal, of: Playbook = book) => remainingOf(of, toldOf(wayOf(rehearsal)));
const oneMore = (rehearsal: Rehearsal, of: Playbook = book): Rehearsal => {
  const [next] = asked(rehearsal, of);
  return next ? asWritten(of, moveTo(of, rehearsal, Math.max(next.at, wayOf(rehearsal).clock)), next) ?? rehearsal : rehearsal;
};
const some = (count: number): Rehearsal => Array.from({ length: count }).reduce<Rehearsal>((so) => oneMore(so), begin(book, 'r'));

describe('the clock', () => {
  test('goes to the next event: an inject, a question, an act or a deadline, whichever comes first', () => {
    const start = begin(first, 'r');
    expect(nextEvent(first, start)).toMatchObject({ kind: 'question', at: at('2026-12-21T09:05') });
    const asking = goTo(first, start, nextEvent(first, start) ?? { at: 0, kind: 'act', words: '' });
    expect(nextEvent(first, asking)).toMatchObject({ kind: 'act', at: at('2026-12-21T09:10') });
  });

  test('goes to the next deadline, the last minute that complies', () => {
    expect(nextDeadline(book, begin(book, 'r'))).toMatchObject({ kind: 'deadline', at: at('2026-12-19T14:20') });
  });

  test('never goes before the beginning', () => {
    expect(wayOf(moveTo(book, begin(book, 'r'), 0)).clock).toBe(book.begins);
  });

  test('moved on, it lets the roles that nobody plays act at their own times', () => {
    const acted = [...Array(6)].reduce<Rehearsal>((so: Rehearsal) => oneMore(so, first), begin(first, 'r'));
    const later = moveTo(first, acted, at('2026-12-21T16:00'));
    expect(toldOf(wayOf(later)).at(-1)?.entry).toMatchObject({ kind: 'act', by: 'scenario', role: 'director', at: at('2026-12-21T15:30') });
  });
});

describe('stepping back', () => {
  test('to any event gives the case as it was, however far, and on again to the end', () => {
    const played = playedAsWritten(book);
    const all = wayOf(played).moments;
    fc.assert(fc.property(fc.integer({ min: 0, max: all.length }), (place) => {
      const back = stepTo(book, played, place);
      expect(caseOf(book, wayOf(back)).events.length).toBe((all[place - 1]?.case ?? book.opening).events.length);
      const again = wayOf(stepTo(book, back, all.length));
      expect([again.told, again.moments]).toEqual([all.length, all]);
    }));
  });

  test('with the clock tells no more than was recorded by then, and moving on tells it again', () => {
    const played = some(8);
    const back = moveTo(book, played, at('2026-12-18T16:05'));
    expect(wayOf(back).told).toBeLessThan(wayOf(played).told);
    expect(wayOf(moveTo(book, back, wayOf(played).clock)).told).toBe(wayOf(played).told);
  });
});

describe('ways', () => {
  test('an act after a step back begins a new way and leaves the old one whole', () => {
    const played = some(6);
    const { rehearsal } = tryAct(book, stepTo(book, played, 3), { type: 'addNote', words: 'Another way.' }, { role: 'team-manager', person: 'A.B.' });
    expect(rehearsal.ways.map(({ letter, told }) => `${letter} ${told}`)).toEqual(['A 3', 'B 4']);
    expect(wayOf(rehearsal).parted).toEqual({ from: 'A', after: 3 });
    expect(rehearsal.ways[0]?.moments).toEqual(wayOf(played).moments);
    expect(wayOf(play(rehearsal, 'A')).letter).toBe('A');
  });

  test('there are four at most; the fifth goes on from where the fourth stands', () => {
    const many = [...Array(5)].reduce<Rehearsal>((so: Rehearsal) => fork(stepTo(book, so, 2)), some(4));
    expect(many.ways.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D']);
  });

  test('are compared at one moment: where they stand, what was done, which dates were met', () => {
    const played = some(18);
    const parted = moveTo(book, fork(stepTo(book, played, 6)), at('2026-12-23T12:00'));
    const lines = compareWays(book, parted.ways, at('2026-12-23T12:00'));
    expect(lines[0]).toMatchObject({ kind: 'outcome', differs: true });
    expect(lines.some(({ kind, differs }) => kind === 'task' && differs)).toBe(true);
  });
});

describe('what was tried', () => {
  test('a refused act changes nothing, is kept, and is counted when it was the wrong role', () => {
    const before = some(3);
    const { rehearsal, refusal } = tryAct(book, before, { type: 'takeTransition', transition: 'escalate' }, { role: 'director', person: 'G.H.' });
    expect([refusal?.code, caseOf(book, wayOf(rehearsal)).head]).toEqual(['wrong-role', caseOf(book, wayOf(before)).head]);
    expect(debriefOf(book, rehearsal).score.wrongRole).toBe(1);
  });

  test('“what if” says what would come of it and changes nothing', () => {
    const before = some(2);
    const would = whatIf(book, before, { type: 'takeTransition', transition: 'escalate' }, { role: 'team-manager', person: 'A.B.' });
    expect(would).toMatchObject({ ok: true, enters: ['Alert form to SQA'] });
    expect(whatIf(book, before, { type: 'takeTransition', transition: 'escalate' }, { role: 'director', person: 'G.H.' })).toMatchObject({ ok: false, refusal: { code: 'wrong-role' } });
    expect(toldOf(wayOf(before)).length).toBe(2);
  });

  test('the first answer to a question counts', () => {
    const [question] = first.questions;
    const asking = moveTo(first, begin(first, 'r'), question?.instant ?? 0);
    const wrong = answer(first, asking, question?.id ?? '', 1);
    expect(debriefOf(first, answer(first, wrong, question?.id ?? '', 0)).score).toMatchObject({ asked: 1, right: 0 });
  });
});

describe('the score', () => {
  test('an act left until its date has passed is late, with by how much and why', () => {
    const notified = book.expected.find(({ body }) => 'task' in body && body.task === 'tell-partners');
    const before = book.expected.filter((one) => one.step < (notified?.step ?? 0)).reduce<Rehearsal>((so) => oneMore(so), begin(book, 'r'));
    const late = asWritten(book, moveTo(book, before, at('2026-12-31T10:00')), notified as NonNullable<typeof notified>);
    const line = debriefOf(book, late as Rehearsal).lines.find(({ task }) => task === 'tell-partners');
    expect(line).toMatchObject({ verdict: 'late', lateWords: '2 working days late' });
  });

  test('what was not done is missed once its date is over, and still to come before', () => {
    const lines = (when: string) => new Map(debriefOf(book, moveTo(book, some(3), at(when))).lines.map(({ task, verdict }) => [task, verdict]));
    expect(lines('2026-12-18T16:10').get('notify-dfe')).toBe('to-come');
    expect(lines('2026-12-19T15:00').get('send-alert')).toBe('missed');
  });

  test('an act that nobody asked for is not needed; one that the procedure asked for is no fault', () => {
    const { rehearsal } = tryAct(book, some(12), { type: 'completeTask', task: 'discuss-incident', answers: { 'discussed-with': { value: 'Once more' } } }, { role: 'practitioner', person: 'C.D.' });
    const { refusal } = toldOf(wayOf(rehearsal)).at(-1) ?? {};
    expect(refusal === undefined ? debriefOf(book, rehearsal).score.unneeded : 1).toBe(1);
  });

  test('the same acts give the same debrief, also after being kept and opened again', () => {
    const played = playedAsWritten(book);
    const again = reopened(book, JSON.parse(JSON.stringify(keptOf(book, played))));
    expect(debriefOf(book, again)).toEqual(debriefOf(book, played));
    expect(debriefOf(bookOf(scenarioIn('examples/tower-hamlets/scenarios/two-who-decide.json')), playedAsWritten(book))).toEqual(debriefOf(book, played));
  });
});

test('what was played becomes a scenario that can be played to a full score', () => {
  const recorded = scenarioFrom(book, playedAsWritten(book), 'recorded', 'Recorded');
  const again = bookOf(recorded);
  expect(isFull(debriefOf(again, playedAsWritten(again)))).toBe(true);
});
