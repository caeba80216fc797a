// The whole story, as a person lives it: a procedure is read as a diagram, copied, one clock changed by drawing, the
// copy published, a case run on it from alert to the Executive's decision, the browser closed, and all of it found
// again. Once with the mouse and once with the keyboard alone, ending in the same events and the same procedure.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CaseEvent } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { appBrowser } from './browser.ts';
import { keyboard, mouse } from './hands.ts';
import type { Hand } from './hands.ts';
import { findItAgain, live } from './story.ts';
import type { Person } from './story.ts';

const app = appBrowser();

type Lasting = Omit<CaseEvent, 'id' | 'case' | 'seq' | 'salt' | 'digest' | 'previous' | 'hash'>;
interface Ending {
  readonly events: readonly Lasting[];
  readonly procedures: readonly Procedure[];
  /** How often something was pointed at. */
  readonly pointed: number;
}

interface Kept { readonly events: readonly CaseEvent[]; readonly procedures: readonly Procedure[] }
/** Everything the app keeps, as it stands in the browser's own store. */
function keptBy({ page }: Person): Promise<Kept> {
  return page.evaluate(() => new Promise<Kept>((resolve, reject) => {
    const request = indexedDB.open('caseway-live');
    request.onerror = () => reject(request.error ?? new Error('not opened'));
    request.onsuccess = () => {
      const read = request.result.transaction(['events', 'drafts', 'versions']);
      const all = ['events', 'drafts', 'versions'].map((name) => read.objectStore(name).getAll());
      read.oncomplete = () => {
        request.result.close();
        const [events = [], drafts = [], versions = []] = all.map((one) => one.result as readonly { event: CaseEvent; procedure: Procedure }[]);
        resolve({ events: events.map(({ event }) => event), procedures: [...drafts, ...versions].map(({ procedure }) => procedure) });
      };
    };
  }));
}

/** What two runs must share: everything but the ids, and what is made from them. */
function lasting({ case: id, type, procedure, occurred, recorded, actor, payload }: CaseEvent): Lasting {
  return { type, procedure, occurred, recorded, actor, payload: JSON.parse(JSON.stringify(payload).replaceAll(id, 'this case')) as CaseEvent['payload'] };
}

async function run(handOn: (page: Page) => Hand): Promise<Ending> {
  const profile = mkdtempSync(join(tmpdir(), 'caseway-story-'));
  onTestFinished(() => rmSync(profile, { recursive: true, force: true }));
  let pointed = 0;
  const begin = async (moment: string): Promise<Person & { readonly close: () => Promise<void> }> => {
    const { tab, context } = await app.onProfile(profile);
    await context.exposeFunction('casewayPointed', () => { pointed += 1; });
    await context.addInitScript(() => { document.addEventListener('pointerdown', () => { (Reflect.get(window, 'casewayPointed') as () => void)(); }, true); });
    await context.clock.setFixedTime(moment);
    const page = await tab();
    return { page, hand: handOn(page), at: (next) => context.clock.setFixedTime(next), close: () => context.close() };
  };
  const first = await begin('2026-12-09T09:40Z');
  await live(first);
  await first.close();
  const again = await begin('2027-01-04T09:00Z');
  await findItAgain(again);
  const kept = await keptBy(again);
  return { events: kept.events.map(lasting), procedures: kept.procedures, pointed };
}

describe('a procedure is copied, a clock changed by drawing, a case run to the Executive’s decision, and all found again', () => {
  let byMouse: Ending;
  test('with the mouse', async () => {
    byMouse = await run(mouse);
    expect(byMouse.events.map((event) => event.type)).toEqual([
      'caseOpened', 'transitionChosen', 'exchangeSent', 'taskCompleted', 'viewRecorded', 'viewRecorded', 'decisionTaken',
      'exchangeSent', 'taskCompleted', 'exchangeSent', 'replyRecorded', 'decisionTaken', 'decisionTaken',
    ]);
    expect(byMouse.procedures.map((procedure) => procedure.timescales?.['dfe-5-days']?.amount)).toEqual([6, 6]);
    expect(byMouse.pointed).toBeGreaterThan(50);
  });
  test('with the keyboard alone, ending in the same events and the same procedure', async () => {
    const byKeyboard = await run(keyboard);
    expect(byKeyboard.pointed).toBe(0);
    expect(byKeyboard.events).toEqual(byMouse.events);
    expect(byKeyboard.procedures).toEqual(byMouse.procedures);
  });
});
