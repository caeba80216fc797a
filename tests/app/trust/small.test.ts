// Clocks, reminders, what goes into a support file, what restoring would do.
import { describe, expect, test } from 'vitest';
import { clockWarning, slept } from '../../../app/trust/clock.ts';
import { additions, planOf } from '../../../app/trust/restore.ts';
import { withoutWords } from '../../../app/trust/support.ts';
import { createMemoryStore } from '../../../engine/store/memory.ts';
import { event, row } from '../../contracts/store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('the clock', () => {
  const last = Date.UTC(2026, 11, 10, 9);
  test('set back behind the last entry, or far forward, is told; an ordinary day is not', () => {
    expect(clockWarning(last - HOUR, last)).toBe('back');
    expect(clockWarning(last - 60_000, last)).toBeUndefined();
    expect(clockWarning(last + 30 * DAY, last)).toBeUndefined();
    expect(clockWarning(last + 500 * DAY, last)).toBe('forward');
    expect(clockWarning(last, undefined)).toBeUndefined();
  });
  test('sleep is told when one clock ran and the other stood, or when nothing ran for long', () => {
    expect(slept({ wall: 0, awake: 0 }, { wall: 30_000, awake: 30_000 })).toBe(false);
    expect(slept({ wall: 0, awake: 0 }, { wall: 3 * HOUR, awake: 30_000 })).toBe(true);
    expect(slept({ wall: 0, awake: 0 }, { wall: 3 * HOUR, awake: 3 * HOUR })).toBe(true);
  });
});

test('a support file keeps no words of a case: what stands between marks and long numbers is left out', () => {
  const line = withoutWords('Fault: TypeError: cannot read “Q.X. was seen on Monday” of \'Z.Z.\' in TH-2026-001 at 09:40');
  for (const secret of ['Q.X.', 'Z.Z.', 'Monday', 'TH-2026', '001']) expect(line).not.toContain(secret);
  expect(line).toContain('TypeError');
});

describe('what restoring would do', () => {
  const copy = async (counts: Readonly<Record<string, number>>, change: Readonly<Record<string, string>> = {}) => {
    const store = createMemoryStore();
    for (const [id, count] of Object.entries(counts)) await store.cases.append(id, 0, Array.from({ length: count }, (_, n) => event(id, n + 1, change[id] === undefined ? undefined : `${change[id]}-${n}`)), row(id, count));
    return store;
  };
  test('is told case by case, and nothing that is here and newer is touched', async () => {
    const here = await copy({ same: 2, older: 3, shorter: 1, apart: 2, only: 1 });
    const backup = await (await copy({ same: 2, older: 2, shorter: 3, apart: 2, fresh: 1 }, { apart: 'other' })).cases.exportAll();
    expect(await planOf(here, backup)).toEqual({ fresh: ['FRESH'], longer: ['SHORTER'], same: 1, older: ['OLDER'], apart: ['APART'], notInBackup: ['ONLY'] });
    const added = await additions(here, backup);
    expect(added.cases.map(({ id }) => id)).toEqual(['fresh', 'shorter']);
    await here.cases.importAll(added, 'add');
    expect((await here.cases.heads()).map(({ case: id, seq }) => `${id} ${seq}`)).toEqual(['apart 2', 'fresh 1', 'older 3', 'only 1', 'same 2', 'shorter 3']);
  });
  test('a version whose number stands here for another content is kept beside it, and no case is opened on it', async () => {
    const here = await copy({});
    await here.procedures.publish({ id: 'invented', hash: 'mine', published: 1, by: 'A.B.', procedure: { id: 'invented' } as never });
    const there = await copy({ fresh: 1 });
    await there.procedures.publish({ id: 'invented', hash: 'h', published: 1, by: 'A.B.', procedure: { id: 'invented' } as never });
    const added = await additions(here, await there.cases.exportAll());
    expect([added.cases.map(({ id }) => id), added.versions.map(({ version, hash, retired }) => [version, hash, retired])]).toEqual([['fresh'], [[2, 'h', '1970-01-01']]]);
    await here.cases.importAll(added, 'add');
    expect((await here.procedures.versions()).map(({ version, hash }) => [version, hash])).toEqual([[1, 'mine'], [2, 'h']]);
  });
});
