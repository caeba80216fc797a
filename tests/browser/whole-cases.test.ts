// One case of each shipped procedure from its alert to its end, through the screens: roles switched as in life, dates
// moved by the clock of the browser. What the app then keeps equals what the engine makes of the same walkthrough.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { replay } from '../../engine/index.ts';
import type { Answers, CaseEvent } from '../../engine/case/types.ts';
import type { Walkthrough } from '../../engine/index.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { appBrowser } from './browser.ts';
import { lasting } from './lasting.ts';
import { planned, walkThrough } from './walking.ts';

const app = appBrowser();
const root = new URL('../../', import.meta.url);
const json = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, root), 'utf8')) as T;

/** Every event the page keeps, in the order of the log. */
function logOf(page: Page): () => Promise<readonly CaseEvent[]> {
  return () => page.evaluate(() => new Promise<CaseEvent[]>((resolve, reject) => {
    const request = indexedDB.open('caseway-live');
    request.onerror = () => reject(request.error ?? new Error('not opened'));
    request.onsuccess = () => {
      const all = request.result.transaction('events').objectStore('events').getAll();
      all.onsuccess = () => { request.result.close(); resolve((all.result as { event: CaseEvent }[]).map(({ event }) => event)); };
    };
  }));
}

test.each(readdirSync(new URL('procedures/', root)))('%s: from alert to end', async (slug) => {
  const walkthrough = json<Walkthrough>(`examples/${slug}/walkthrough.json`);
  const procedure = json<Procedure>(`procedures/${slug}/procedure.json`);
  const plan = planned(walkthrough, procedure);
  const { tab, context } = await app.context();
  const at = (moment: number): Promise<void> => context.clock.setFixedTime(moment);
  const [first] = plan.events;
  await at(first?.recorded ?? 0);
  const page = await tab('cases');
  const log = logOf(page);

  await walkThrough({ page, at, procedure, log }, plan);

  const kept = await log();
  expect(lasting(kept, procedure)).toEqual(lasting(plan.events, procedure));
  const end = Math.max(...plan.events.map((event) => event.recorded)) + 1;
  const [ours, theirs] = [kept, plan.events].map((events) => replay(plan.versions, events.map((event) => ({ ...event, procedure: plan.events[0]?.procedure ?? event.procedure })), end));
  const said = (answers: Answers = {}) => Object.fromEntries(Object.entries(answers).filter(([id]) => procedure.questions[id]?.prefill === undefined));
  expect([ours?.stages, ours?.closed, ours?.caseType, said(ours?.answers), ours?.visits]).toEqual([theirs?.stages, theirs?.closed, theirs?.caseType, said(theirs?.answers), theirs?.visits]);
});
