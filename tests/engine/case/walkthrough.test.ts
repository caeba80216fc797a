// The shipped walkthroughs on the shipped procedures: every date and stage in them was worked out by hand from the source.
import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../../engine/case/hash.ts';
import { replay } from '../../../engine/case/replay.ts';
import { walk } from '../../../engine/case/walkthrough.ts';
import type { Expectation, Walkthrough } from '../../../engine/case/walkthrough-types.ts';
import { parseDateTime } from '../../../engine/time/index.ts';
import { shippedWalkthroughs } from './shipped.ts';

const shipped = shippedWalkthroughs();
const named = shipped.map((one) => [`${one.file}: ${one.walkthrough.title}`, one] as const);

test(`there are four walkthroughs or more for each of five procedures (${shipped.length} files)`, () => {
  const slugs = shipped.map(({ walkthrough }) => walkthrough.procedure);
  expect(new Set(slugs).size).toBe(5);
  for (const slug of new Set(slugs)) expect(slugs.filter((one) => one === slug).length, slug).toBeGreaterThan(3);
});

test('each expects more than it has steps, and those of a procedure together expect more than a hundred things', () => {
  const slugs = new Set(shipped.map(({ walkthrough }) => walkthrough.procedure));
  for (const slug of slugs) {
    const counts = shipped.filter((one) => one.walkthrough.procedure === slug).map((one) => spoilt(one.walkthrough).pointers.length);
    expect(counts.reduce((sum, count) => sum + count, 0), slug).toBeGreaterThan(100);
  }
});

describe.each(named)('%s', (_, { walkthrough, versions }) => {
  test('every expectation holds', () => {
    const { failures, steps } = walk(walkthrough, versions);
    expect(failures).toEqual([]);
    expect(steps).toHaveLength(walkthrough.steps.length);
  });

  test('every expectation that is planted wrong is told at its place', () => {
    const { walkthrough: wrong, pointers } = spoilt(walkthrough);
    expect(pointers.length).toBeGreaterThan(walkthrough.steps.length);
    expect(walk(wrong, versions).failures.map(({ pointer }) => pointer).toSorted()).toEqual(pointers.toSorted());
  });

  test('walked twice, it gives the same case, hash for hash', () => {
    const [once, again] = [walk(walkthrough, versions), walk(walkthrough, versions)];
    expect(once.case?.head).toMatch(/^[0-9a-f]{64}$/);
    expect(again.events).toEqual(once.events);
    expect(verifyChain(once.events)).toMatchObject({ ok: true });
  });

  test('the log alone tells the same case', () => {
    const { case: walked, events } = walk(walkthrough, versions);
    const told = walked && replay(versions, events, walked.asOf);
    expect(told).toEqual(walked);
  });

  test('stopped half-way, it is the beginning of the whole', () => {
    const middle = walkthrough.steps[Math.floor(walkthrough.steps.length / 2)]?.at ?? '';
    const until = parseDateTime(middle) ?? 0;
    const [part, whole] = [walk(walkthrough, versions, { until }), walk(walkthrough, versions)];
    expect(part.events.length).toBeGreaterThan(1);
    expect(part.events.length).toBeLessThan(whole.events.length);
    expect(part.events).toEqual(whole.events.slice(0, part.events.length));
    expect(part.steps.every(({ at }) => at <= middle)).toBe(true);
  });
});

/** The walkthrough with each of its expectations made wrong, and the place of each. */
function spoilt(walkthrough: Walkthrough): { readonly walkthrough: Walkthrough; readonly pointers: readonly string[] } {
  const spoiltSteps = walkthrough.steps.map((step, index) => {
    const { expect: wrong, places } = spoiltExpectation(step.expect ?? {});
    return { step: { ...step, expect: wrong }, pointers: places.map((place) => `/steps/${index}/expect/${place}`) };
  });
  return { walkthrough: { ...walkthrough, steps: spoiltSteps.map(({ step }) => step) }, pointers: spoiltSteps.flatMap(({ pointers }) => pointers) };
}

function spoiltExpectation({ stages, caseType, due, open, sent, closed, refused }: Expectation): { readonly expect: Expectation; readonly places: readonly string[] } {
  const dates = Object.entries(due ?? {}).filter(([, { date }]) => date !== undefined);
  return {
    expect: {
      ...(stages && { stages: [...stages, 'nowhere'] }),
      ...(caseType !== undefined && { caseType: `${caseType} of another kind` }),
      ...(due && { due: Object.fromEntries(dates.map(([key]) => [key, { date: '1999-12-31' }])) }),
      ...(open && { open: [...open, 'nothing-at-all'] }),
      ...(sent && { sent: Object.fromEntries(Object.entries(sent).map(([task, parties]) => [task, [...parties, 'nobody']])) }),
      ...(closed !== undefined && { closed: !closed }),
      ...(refused && { refused: { code: refused.code === 'limit' ? 'waits' : 'limit' } }),
    },
    places: [
      ...(stages ? ['stages'] : []), ...(caseType === undefined ? [] : ['caseType']), ...dates.map(([key]) => `due/${key.replaceAll('/', '~1')}/date`),
      ...(open ? [`open/${open.length}`] : []), ...Object.keys(sent ?? {}).map((task) => `sent/${task}`), ...(closed === undefined ? [] : ['closed']), ...(refused ? ['refused'] : []),
    ],
  };
}

describe('a walkthrough that does not fit its procedure', () => {
  const [first] = shipped;
  const small = (...steps: Walkthrough['steps']): Walkthrough => ({ format: 1, id: 'small', title: 'Small', procedure: first?.walkthrough.procedure ?? '', invented: 'All invented.', steps });
  const fail = (walkthrough: Walkthrough) => (first ? walk(walkthrough, first.versions) : { failures: [], events: [] });

  test('an act that is refused unexpectedly is told with the refusal, and what follows is tried all the same', () => {
    const { failures, events } = fail(small(
      { at: '2026-12-10T09:00', as: 'nobody', person: 'Q.X.', do: { type: 'openCase', reference: 'Q-1', door: 'no-such-door' } },
      { at: '2026-12-10T10:00', as: 'nobody', person: 'Q.X.', do: { type: 'addNote', words: 'x' }, expect: { refused: { code: 'closed' } } },
    ));
    expect(events).toEqual([]);
    expect(failures.map(({ step, pointer }) => [step, pointer])).toEqual([[1, '/steps/0/do'], [2, '/steps/1/do']]);
    expect(failures[0]?.words).toContain('The act was refused: ');
  });

  test('a time that cannot be read is told, not guessed', () => {
    expect(fail(small({ at: '2026-02-30T09:00', look: true, expect: {} })).failures).toMatchObject([{ step: 1, pointer: '/steps/0/at', found: '2026-02-30T09:00' }]);
  });
});
