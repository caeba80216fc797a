// A scenario out of a real case: nothing that could tell whose it was, the same acts in the same order, and dates that
// keep their distances. Shipped walkthroughs stand for real cases.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { walk } from '../../../../engine/index.ts';
import { anonymousScenario, movingDates, suspectsIn } from '../../../../engine/case/rehearsal/index.ts';
import { londonDay, parseDateTime, parseDay } from '../../../../engine/time/index.ts';
import { shippedWalkthroughs } from '../shipped.ts';
import { bookOf } from './shipped.ts';

const shipped = shippedWalkthroughs();
const from = parseDay('2028-09-04') ?? 0;
const made = shipped.map((one) => {
  const { events } = walk(one.walkthrough, one.versions);
  const compiled = one.versions.latest(one.procedure.id);
  if (!compiled) throw new Error('not held');
  const options = { id: 'hidden', title: 'Hidden', from, keeping: 'working-days' } as const;
  return { ...one, events, compiled, hidden: anonymousScenario(one.versions, compiled, events, options), options };
});

/** Every text that somebody wrote in a log: values of text answers, reasons, notes, and who acted. */
function wordsIn(part: unknown): readonly string[] {
  if (typeof part === 'string') return / /.test(part) || /^[A-Z]\.[A-Z]\.$/.test(part) ? [part] : [];
  if (Array.isArray(part)) return part.flatMap(wordsIn);
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(wordsIn) : [];
}

describe.each(made)('$file', ({ events, hidden, compiled, walkthrough, procedure, versions, options }) => {
  test('keeps no word that anybody wrote, no initials and no date of the case', () => {
    const text = JSON.stringify(hidden.scenario.steps.map(({ at: _at, ...step }) => ('do' in step ? { ...step, person: '' } : step)));
    const own = JSON.stringify(procedure);
    for (const words of new Set(wordsIn(events.map(({ payload }) => payload)))) if (!own.includes(words)) expect(text.includes(JSON.stringify(words).slice(1, -1)), words).toBe(false);
    expect(hidden.scenario.steps.map(({ at }) => at)).not.toEqual(walkthrough.steps.map(({ at }) => at));
    expect(londonDay(parseDateTime(hidden.scenario.steps[0]?.at ?? '') ?? 0)).toBeGreaterThanOrEqual(from);
    expect(text).not.toContain(walkthrough.steps.map((step) => ('do' in step && step.do.type === 'openCase' ? String(step.do['reference']) : '')).find((one) => one !== '') ?? '-');
  });

  test('says of each word it left out where it stood, and a second look finds none of them', () => {
    const own = JSON.stringify(procedure);
    const known = new Set(hidden.replaced.map(({ before }) => before));
    for (const words of new Set(wordsIn(events.map(({ payload }) => payload)))) if (!own.includes(words) && !/^\d{4}-/.test(words)) expect(known.has(words), words).toBe(true);
    for (const { where, before, after } of hidden.replaced) { expect(where).not.toBe(''); expect(before).not.toBe(after); }
    expect(suspectsIn(hidden.scenario, events, procedure).filter(({ kind }) => kind !== 'birth')).toEqual([]);
  });

  test('can be played, and its acts stand in the order in which they stood', () => {
    expect(hidden.dropped).toEqual([]);
    const at = hidden.scenario.steps.map((step) => step.at);
    expect(at).toEqual([...at].toSorted());
    expect(bookOf(hidden.scenario).expected.length).toBeGreaterThan(0);
  });

  test('working days between acts are as many as they were', () => {
    const calendar = compiled.calendars.get(compiled.procedure.conventions.calendar);
    const heads = events.filter(({ id }, index) => !events.slice(0, index).some((one) => id.startsWith(`${one.id}.`)));
    const moved = hidden.scenario.steps.map((step) => londonDay(parseDateTime(step.at) ?? 0));
    const days = heads.map(({ recorded }) => londonDay(recorded));
    expect(moved.length).toBe(days.length);
    for (let index = 1; index < days.length; index += 1) {
      const [a = 0, b = 0] = [days[index - 1], days[index]];
      if (calendar?.isWorking(a) && calendar.isWorking(b)) expect(calendar.distance(moved[index - 1] ?? 0, moved[index] ?? 0), walkthrough.id).toBe(calendar.distance(a, b));
    }
  });

  test('kept by the calendar instead, every interval in days is the same', () => {
    const { scenario } = anonymousScenario(versions, compiled, events, { ...options, keeping: 'calendar-days' });
    const moved = scenario.steps.map((step) => londonDay(parseDateTime(step.at) ?? 0));
    const [first] = events;
    expect((moved[0] ?? 0) - londonDay(first?.recorded ?? 0)).toBe(moved[0] === undefined ? 0 : moved[0] - londonDay(first?.recorded ?? 0));
    expect(((moved[0] ?? 0) - londonDay(first?.recorded ?? 0)) % 7).toBe(0);
  });
});

test('clocks that come out otherwise are listed', () => {
  expect(made.some(({ hidden }) => hidden.changed.length > 0)).toBe(true);
  for (const { hidden } of made) for (const { before, after } of hidden.changed) expect(before).not.toBe(after);
});

test('working days keep their distance wherever they are moved, days off stay days off where there is room', () => {
  const calendar = made[0]?.compiled.calendars.get(made[0].compiled.procedure.conventions.calendar);
  if (!calendar) throw new Error('no calendar');
  fc.assert(fc.property(fc.integer({ min: 20_000, max: 21_000 }), fc.integer({ min: 20_000, max: 21_000 }), fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (start, to, a, b) => {
    const moving = movingDates(calendar, start, to, 'working-days');
    const [first, second] = [start + Math.min(a, b), start + Math.max(a, b)];
    expect(moving.day(first)).toBeLessThanOrEqual(moving.day(second));
    if (calendar.isWorking(first) && calendar.isWorking(second)) expect(calendar.distance(moving.day(first), moving.day(second))).toBe(calendar.distance(first, second));
  }));
});

test('the second look finds what is planted: a text of the case, a name, an address, a number, a date of birth', () => {
  const one = made.find(({ procedure }) => procedure.questions['child-dob'] !== undefined);
  if (!one) throw new Error('no procedure asks for a date of birth');
  const text = wordsIn(one.events.map(({ payload }) => payload)).find((words) => words.length > 12 && !JSON.stringify(one.procedure).includes(words)) ?? '';
  const note = (words: string) => ({ at: '2028-09-05T10:00', as: 'x', person: 'A.A.', do: { type: 'addNote' as const, words } });
  const planted = { ...one.hidden.scenario, title: `About: ${text}`, steps: [note(text), note('Rang Jane Doe'), note('At 12 Mill Lane'), note('NHS 943 476 5919'), note('Left out.'), { ...note(''), do: { type: 'recordAnswers' as const, mode: 'change', answers: { 'child-dob': '2019-03-04' } } }] };
  expect(suspectsIn(planted, one.events, one.procedure).map(({ kind, pointer }) => `${kind} ${pointer.split('/')[2]}`)).toEqual(['kept undefined', 'kept 0', 'name 1', 'address 2', 'number 3', 'birth 5']);
});
