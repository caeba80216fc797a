// Power cuts: the disk that the profile is on, copied as it stands in the middle of writing, is all that the next start has.
// The cut comes when the computer has been on for a while: a file that was made a second ago is in no directory yet, and no page
// can ask for that; both journals stand on such files. Needs Linux, root and a loop device, so it is no part of `npm test`: `node scripts/trust.mjs powercuts 100`.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../scripts/serve.mjs';
import { chance, figure, runs, seed } from '../trust/runs.ts';
import { added, endings, nothingFound, type Computer } from './ending.ts';
import { killBrowserOn, stopBrowserOn } from './processes.ts';
import { trustPage } from './trust-page.ts';

const folder = trustPage();
const PER_DISK = 10;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => { server = await serve({ folder, port: 0, version: 'power' }); });
afterAll(() => server.close());

const run = (command: string, ...args: string[]): void => { execFileSync(command, args, { stdio: 'pipe' }); };

/** A computer whose disk is a file; what nobody asked to be on the disk stays in memory, for five minutes if need be. */
function computer(): Computer {
  const place = mkdtempSync(join(tmpdir(), 'caseway-power-'));
  const [disk, mounted] = [join(place, 'disk'), join(place, 'mounted')];
  const profile = join(mounted, 'profile');
  mkdirSync(mounted);
  run('truncate', '--size=192M', disk);
  run('mkfs.ext4', '-q', '-F', disk);
  const mount = (): void => run('mount', '-o', 'loop,commit=300', disk, mounted);
  mount();
  return {
    profile,
    settle: () => run('sync', '-f', mounted),
    end: async () => {
      stopBrowserOn(profile);
      const after = cutCopy(disk, place);
      killBrowserOn(profile);
      await unmounted(mounted);
      renameSync(after, disk);
      mount();
    },
    remove: async () => { killBrowserOn(profile); await unmounted(mounted); rmSync(place, { recursive: true, force: true }); },
  };
}

/** The disk at one moment: two copies in a row that are the same. */
function cutCopy(disk: string, place: string): string {
  const [one, other] = [join(place, 'one'), join(place, 'other')];
  for (let tries = 0; tries < 20; tries += 1) {
    for (const copy of [one, other]) copyFileSync(disk, copy);
    if (readFileSync(one).equals(readFileSync(other))) return one;
  }
  throw new Error('The disk did not stand still for as long as two copies take.');
}

/** The processes of a killed browser let go of the disk a moment later. */
async function unmounted(mounted: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    try { run('umount', mounted); return; } catch { await new Promise((done) => setTimeout(done, 50)); }
  }
  throw new Error('The disk is still in use.');
}

test('a power cut while it writes loses nothing that was acknowledged, doubles nothing, and leaves no record broken', async () => {
  const random = chance(seed);
  const total = runs(3);
  let sum = nothingFound;
  for (let left = total; left > 0; left -= PER_DISK) {
    const found = await endings(server.url, computer(), Math.min(left, PER_DISK), random);
    sum = added(sum, found);
    figure(`${total - left + Math.min(left, PER_DISK)} power cuts: ${JSON.stringify(sum)} ${found.brokenAt.slice(0, 3).join(' | ')} ${found.lost.slice(0, 3).join(' | ')}`);
  }
  expect(sum.acknowledged).toBeGreaterThan(total);
  expect({ lost: sum.lost, doubled: sum.doubled, broken: sum.broken }).toEqual({ lost: 0, doubled: 0, broken: 0 });
});

test('a store that says “Saved” before the disk has it is seen by this harness', async () => {
  const found = await endings(server.url, computer(), 3, chance(seed), { browser: careless });
  expect(found.lost.length).toBeGreaterThan(0);
});

/** Neither journal waits for the disk any more. */
async function careless(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const begin = Reflect.get(IDBDatabase.prototype, 'transaction') as (names: string, mode: string) => IDBTransaction;
    IDBDatabase.prototype.transaction = function relaxed(this: IDBDatabase, names: string, mode: string) { return begin.call(this, names, mode); } as typeof IDBDatabase.prototype.transaction;
  });
  await context.route('**/*.js', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('.flush()', '.getSize()') });
  });
}
