// Two real tabs on one case, each acting when chance has it: nothing is lost or doubled, and both tell the same case within
// a second. The application's own write path.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { chance, figure, runs, seed } from '../trust/runs.ts';
import { appBrowser } from './browser.ts';
import { trustPage } from './trust-page.ts';

const browser = appBrowser(trustPage());

async function round(left: Page, right: Page, caseId: string, random: () => number): Promise<{ readonly lost: number; readonly doubled: number; readonly apart: number }> {
  expect(await left.evaluate((id) => window.trust.begin(id), caseId)).toBe('saved');
  const ids = Array.from({ length: 6 }, (_, n) => `${caseId}-${n}`);
  const said = await Promise.all(ids.map(async (id) => {
    await new Promise((done) => setTimeout(done, random() * 12));
    return (random() < 0.5 ? left : right).evaluate(([one, note]) => window.trust.note(one, note), [caseId, id] as const);
  }));
  const acknowledged = ids.filter((_, n) => said[n] === 'saved');
  const [one, two] = await Promise.all([left, right].map((page) => page.evaluate((id) => window.trust.notes(id), caseId)));
  return { lost: acknowledged.filter((id) => !one?.includes(id)).length, doubled: (one?.length ?? 0) - new Set(one).size, apart: Number(one?.join() !== two?.join()) };
}

test('two tabs that act when chance has it lose nothing, double nothing, and agree', async () => {
  const { tab } = await browser.context();
  const [left, right] = [await tab(), await tab()];
  for (const page of [left, right]) expect(await page.evaluate(() => window.trust.open())).toBe('open');
  const random = chance(seed);
  const total = runs(12);
  const sum = { lost: 0, doubled: 0, apart: 0 };
  for (let n = 0; n < total; n += 1) {
    const { lost, doubled, apart } = await round(left, right, `case-${n}`, random);
    sum.lost += lost; sum.doubled += doubled; sum.apart += apart;
  }
  figure(`${total} interleavings of two real tabs (seed ${seed}): ${JSON.stringify(sum)}`);
  expect(sum).toEqual({ lost: 0, doubled: 0, apart: 0 });
  expect((await left.evaluate(() => window.trust.check())).well).toBe(true);
});
