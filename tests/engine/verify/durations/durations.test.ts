// Durations: chance from a seed, working time against the engine's own calendar, and thousands of runs of shipped stories.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../../engine/index.ts';
import { deadlines, versionsOf, walk } from '../../../../engine/index.ts';
import { instantOf, parseDay } from '../../../../engine/time/index.ts';
import { advise, drawn, networkOf, randomFrom, rangesFrom, rangesFromCases, simulate, workingTime } from '../../../../engine/verify/durations/index.ts';
import { procedureOf, scenarioIn } from '../../case/rehearsal/shipped.ts';

const story = scenarioIn('examples/tower-hamlets/walkthrough.json');
const compiled = compile(procedureOf('tower-hamlets'));
const network = networkOf(compiled, story);
const calendar = compiled.calendars.get(compiled.procedure.conventions.calendar);
if (!calendar) throw new Error('the procedure has no calendar');
const england = calendar;
const ranges = rangesFrom(network, calendar);
const asked = { runs: 2000, seed: 7, calendar, ranges };

describe('chance', () => {
  test('the same seed gives the same numbers, another seed others', () => {
    const numbers = (seed: number): readonly number[] => { const next = randomFrom(seed); return Array.from({ length: 5 }, () => next()); };
    expect(numbers(1)).toEqual(numbers(1));
    expect(numbers(1)).not.toEqual(numbers(2));
  });

  test('what is drawn lies within its range, and the average is that of a triangle', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 20, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true }), fc.double({ min: 0, max: 0.999999, noNaN: true }), (a, b, c, chance) => {
      const [least = 0, usual = 0, most = 0] = [a, b, c].toSorted((x, y) => x - y);
      const value = drawn({ least, usual, most }, chance);
      expect(value >= least - 1e-9 && value <= most + 1e-9).toBe(true);
    }));
    const next = randomFrom(3);
    const mean = Array.from({ length: 20_000 }, () => drawn({ least: 1, usual: 2, most: 6 }, next())).reduce((sum, one) => sum + one, 0) / 20_000;
    expect(mean).toBeCloseTo(3, 1);
  });
});

test('working time counts the days that the calendar works', () => {
  const first = parseDay('2026-12-18') ?? 0;
  const time = workingTime(england, first, 100);
  fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), (ahead) => {
    const day = first + ahead;
    const noon = instantOf(day, 13 * 60);
    const expected = england.distance(first, day) + (england.isWorking(day) ? 0.5 : 1);
    expect(time.at(noon)).toBeCloseTo(expected, 5);
    if (england.isWorking(day)) expect(time.instant(time.at(noon))).toBe(noon);
  }));
});

describe('a shipped story', () => {
  test('an act waits for what the engine refuses it without', () => {
    const labels = (name: string): readonly string[] => (network.acts.find((act) => act.name === name)?.waits ?? []).map((index) => network.acts[index]?.name ?? '');
    expect(labels('receive-alert completeTask')).toEqual(['send-alert sendExchange']);
    expect(labels('executive-decision decide')).toEqual(['panel-recommendation decide']);
    expect(network.acts.every(({ waits }, index) => waits.every((wait) => wait < index))).toBe(true);
  });

  test('run exactly as it is written, each clock is met where the engine says that it was', () => {
    const exact = Object.fromEntries(Object.entries(ranges).map(([name]) => [name, { least: 0, usual: 0, most: 0 }]));
    const { case: held } = walk(story, versionsOf([compiled]));
    const states = new Map((held ? deadlines(versionsOf([compiled]), held, held.asOf) : []).map((view) => [`${view.timescale}/${view.recipient ?? ''}`, view.state]));
    expect(network.clocks.length).toBeGreaterThan(4);
    for (const clock of network.clocks) expect(['met', 'met-late'], clock.label).toContain(states.get(`${clock.timescale}/${clock.recipient ?? ''}`));
    // With everything done at once after what it waits for, every clock that counts from the opening or from an act is met.
    expect(simulate(network, { ...asked, runs: 1, ranges: exact }).clocks.filter(({ chance }) => chance < 1)).toEqual([]);
  });

  test('the same seed gives the same result, hash for hash', () => {
    expect(simulate(network, asked)).toEqual(simulate(network, asked));
    expect(simulate(network, { ...asked, seed: 8 })).not.toEqual(simulate(network, asked));
  });

  test('slower people make the whole longer', () => {
    const slower = Object.fromEntries(Object.entries(ranges).map(([name, { least, usual, most }]) => [name, { least: least + 3, usual: usual + 3, most: most + 3 }]));
    const [before, after] = [simulate(network, asked), simulate(network, { ...asked, ranges: slower })];
    expect(after.whole.middle).toBeGreaterThan(before.whole.middle);
  });

  test('the advice names a change that the runs bear out', () => {
    const advice = advise(network, asked);
    expect(advice.length).toBeGreaterThan(0);
    for (const one of advice) expect(one.after).toBeGreaterThan(one.before);
  });

  test('it can be stopped, and tells how far it came', () => {
    expect(simulate(network, { ...asked, progress: (done) => done < 1000 }).runs).toBe(1000);
  });

  test('closed cases give ranges of their own', () => {
    const others = ['examples/tower-hamlets/need-to-know.json', 'examples/tower-hamlets/not-escalated.json'].map((path) => networkOf(compiled, scenarioIn(path)));
    const found = rangesFromCases([network, ...others], calendar);
    expect(Object.values(found).every(({ least, usual, most }) => least <= usual && usual <= most)).toBe(true);
    expect(Object.keys(found).length).toBeGreaterThanOrEqual(Object.keys(ranges).length);
    const all = [network, ...others];
    for (const [name, { cases, times, label }] of Object.entries(found)) {
      const having = all.filter(({ acts }) => acts.slice(1).some((act) => act.name === name));
      expect([cases, times]).toEqual([having.length, having.reduce((sum, { acts }) => sum + acts.slice(1).filter((act) => act.name === name).length, 0)]);
      expect(having[0]?.acts.some((act) => act.label === label)).toBe(true);
    }
  });
});
