// A rehearsal in the browser: acts done as written, questions answered, and what was kept of it.
import type { Page } from 'playwright-core';
import type { KeptRehearsal, Scenario } from '../../engine/case/rehearsal/index.ts';

export const next = (page: Page) => page.getByRole('button', { name: /^Next event/ });
const facilitator = (page: Page) => page.locator('.tr-facilitator summary', { hasText: 'For the facilitator' });

/** Opens the facilitator's part, where it is closed. */
export async function openFacilitator(page: Page): Promise<void> {
  if (!(await page.getByRole('heading', { name: 'Expected next' }).isVisible())) await facilitator(page).click();
}

/** Answers the question that waits, rightly, if one does. */
export async function answerRightly(page: Page, scenario: Scenario): Promise<void> {
  const form = page.locator('.tr-card.question form');
  if (!(await form.isVisible())) return;
  const words = await form.innerText();
  const question = scenario.questions?.find(({ ask }) => words.includes(ask));
  const right = question?.choices.find((choice) => choice.right === true)?.words ?? '';
  await form.getByLabel(right, { exact: true }).check();
  await form.getByRole('button', { name: 'Answer' }).click();
}

/** Does every expected act as it is written, to the end, answering what is asked. */
export async function playAsWritten(page: Page, scenario: Scenario): Promise<void> {
  await openFacilitator(page);
  const act = page.getByRole('button', { name: 'Do it as written' });
  for (let step = 0; step < 200 && (await act.isVisible()); step += 1) {
    await answerRightly(page, scenario);
    await act.click();
  }
  await answerRightly(page, scenario);
}

/** What is kept of the rehearsal whose page this is. */
export function keptOn(page: Page): Promise<KeptRehearsal> {
  return page.evaluate(() => new Promise<KeptRehearsal>((resolve, reject) => {
    const id = /play\/([^/]+)/.exec(location.pathname)?.[1] ?? '';
    const opening = indexedDB.open('caseway-rehearsal');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const asking = opening.result.transaction('rehearsals').objectStore('rehearsals').get(id);
      asking.onsuccess = () => { opening.result.close(); resolve(asking.result.kept); };
      asking.onerror = () => reject(asking.error);
    };
  }));
}

/** Every record of every database whose name begins so, as text. */
export function everythingIn(page: Page, start: string): Promise<string> {
  return page.evaluate(async (name) => {
    const found: string[] = [];
    for (const { name: database } of await indexedDB.databases()) {
      if (database === undefined || !database.startsWith(name)) continue;
      const db = await new Promise<IDBDatabase>((resolve, reject) => { const opening = indexedDB.open(database); opening.onsuccess = () => resolve(opening.result); opening.onerror = () => reject(opening.error); });
      for (const store of db.objectStoreNames) {
        const all = await new Promise<unknown[]>((resolve, reject) => { const asking = db.transaction(store).objectStore(store).getAll(); asking.onsuccess = () => resolve(asking.result); asking.onerror = () => reject(asking.error); });
        found.push(`${database} ${store} ${JSON.stringify(all)}`);
      }
      db.close();
    }
    return found.join('\n');
  }, start);
}
