// What came to nothing after its page was left is told wherever the person is by then; a line of origin says its year.
import { afterEach, expect, test, vi } from 'vitest';
import { tellLater } from '../../app/cases/useAct.ts';
import { originOf } from '../../app/trust/origin.ts';
import { useUntold } from '../../app/world/untold.ts';
import { waitedFor, whenNobodyWaits } from '../../app/world/turns.ts';
import { createMemoryStore } from '../../engine/store/memory.ts';

// The key lives in the browser's keeping.
vi.mock('../../app/trust/signing.ts', () => ({ installationFingerprint: async () => '1234 5678' }));

afterEach(() => { for (const { id } of useUntold.getState().all) useUntold.getState().read(id); });

test('a refusal and a failed write are kept until each is read, with what to do and the way back', () => {
  const refusal = { code: 'closed', words: 'The case is closed.', remedy: 'Reopen the case first.', missing: [] } as const;
  tellLater({ kind: 'live', base: '' }, 'TH-2026-001', '/cases/a/notes', { kind: 'refused', refusal });
  tellLater({ kind: 'practice', base: '/practice' }, 'TH-2026-002', '/cases/b', { kind: 'failed', words: 'The disk is full.' });
  const told = useUntold.getState().all;
  expect(told).toMatchObject([
    { world: 'live', about: 'TH-2026-001', path: '/cases/a/notes', words: 'The case is closed. Reopen the case first.' },
    { world: 'practice', about: 'TH-2026-002', path: '/practice/cases/b', words: 'The disk is full.' },
  ]);
  useUntold.getState().read(told[0]?.id ?? '');
  expect(useUntold.getState().all.map(({ about }) => about)).toEqual(['TH-2026-002']);
});

test('the line of origin on a paper says the year', async () => {
  const world = { kind: 'live', base: '', store: createMemoryStore(), now: () => Date.UTC(2026, 11, 31, 10, 42) } as const;
  expect(await originOf(world, '')).toContain('Thu 31 Dec 2026, 10:42');
});

test('what nobody waits for rests until what somebody waits for is done, also where that fails', async () => {
  const order: string[] = [];
  let finish = (): void => undefined;
  const waited = waitedFor(() => new Promise<void>((_, fail) => { finish = () => fail(new Error('gone')); })).catch(() => order.push('waited for'));
  const rested = whenNobodyWaits().then(() => order.push('in the background'));
  await Promise.resolve();
  expect(order).toEqual([]);
  finish();
  await Promise.all([waited, rested]);
  expect(order.toSorted()).toEqual(['in the background', 'waited for']);
  await whenNobodyWaits();
});
