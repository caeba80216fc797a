// Cases shared out among workers: each once, in their order, each with its own version; and answers put together.
import { describe, expect, test } from 'vitest';
import type { CaseEvent } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { casesIn, sharesOf, together, type Group } from '../../app/procedures/replay/together.ts';

// Only told apart here, never read.
const version = (id: string): Procedure => ({ id }) as Procedure;
const log = (id: number): readonly CaseEvent[] => [{ id: String(id) } as CaseEvent];
const groups: readonly Group[] = [{ was: version('one'), logs: Array.from({ length: 70 }, (_, id) => log(id)) }, { was: version('two'), logs: Array.from({ length: 33 }, (_, id) => log(70 + id)) }];

describe('cases shared out', () => {
  test.each([1, 2, 3, 4])('among %i workers: each case once, in its order, with its version', (workers) => {
    const shares = sharesOf(groups, workers);
    expect(shares.length).toBe(workers);
    expect(shares.flatMap((share) => share.flatMap(({ was, logs }) => logs.map(([event]) => `${was.id} ${event?.id}`)))).toEqual(groups.flatMap(({ was, logs }) => logs.map(([event]) => `${was.id} ${event?.id}`)));
    expect(Math.max(...shares.map(casesIn)) - Math.min(...shares.map(casesIn))).toBeLessThan(workers);
  });

  test('few cases go to one worker', () => expect(sharesOf([{ was: version('one'), logs: [log(1), log(2)] }], 4).map(casesIn)).toEqual([2]));
});

test('answers are put together in their order', () => {
  const part = (id: string) => ({ cases: 2, same: 1, changes: [{ case: id, reference: id, refused: [], clocks: [] }], unread: [] });
  expect(together([part('a'), part('b')])).toEqual({ cases: 4, same: 2, changes: [...part('a').changes, ...part('b').changes], unread: [] });
});
