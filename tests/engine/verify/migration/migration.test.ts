// Cases moved to versions that were edited at random: no case ends in a stage that the new chart does not have, and after
// undo the case is what it was. A sample here; `npm run migrations` tries 100,000 pairs of an edit and a case.
import { expect, test } from 'vitest';
import { faultsOf, tally, type Mover } from './trials.ts';

const pairs = process.env['CASEWAY_MIGRATIONS'] === undefined ? 150 : Number(process.env['CASEWAY_MIGRATIONS']);

test(`${pairs} pairs of an edit and a case`, { timeout: Math.max(120_000, pairs * 600) }, () => {
  const counted = tally();
  expect(faultsOf(pairs, 20_261_121, undefined, counted)).toEqual([]);
  if (pairs > 1000) console.log(counted);
  expect(counted.moved).toBeGreaterThan(pairs / 3);
  expect(counted.chosen).toBeGreaterThan(0);
  expect(counted.undone).toBe(counted.moved);
});

test('and it can fail: a move that leaves a case where it was, and an undo that forgets an answer, are told', { timeout: 240_000 }, () => {
  const stays: Mover = { move: (before, outcome) => ({ ...outcome, stages: before.stages }), undo: (_before, outcome) => outcome };
  const forgets: Mover = { move: (_before, outcome) => outcome, undo: (_before, outcome) => ({ ...outcome, answers: {} }) };
  expect(faultsOf(400, 7, stays)[0]).toMatch(/stands in “.*”, which the new chart does not have/);
  expect(faultsOf(20, 7, forgets)[0]).toMatch(/is not what it was/);
});
