// Texts that would run as code if any screen took them for more than text: typed into every text field of a case and of a
// procedure's labels, put into a backup, and shown on every page. None runs; the page's security policy is never even asked.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appBrowser } from './browser.ts';
import { reportIncident } from './opening.ts';
import { figure, runs } from '../trust/runs.ts';

const app = appBrowser();
const CALL = 'window.ran=(window.ran||0)+1';
const forms: readonly ((n: number) => string)[] = [
  () => `<img src=x onerror="${CALL}">`, () => `<script>${CALL}</script>`, () => `<svg onload="${CALL}">`, () => `"><img src=x onerror=${CALL}>`, () => `javascript:${CALL}`, () => `<a href="javascript:${CALL}">x</a>`,
  () => `<iframe srcdoc="<script>parent.${CALL}</script>">`, () => `<details open ontoggle="${CALL}">`, () => `<math><mi xlink:href="data:x,<script>${CALL}</script>">`, () => `</textarea><script>${CALL}</script>`, () => `</title><script>${CALL}</script>`,
  () => `\${${CALL}}`, () => `{{constructor.constructor('${CALL}')()}}`, () => `<style>@import 'javascript:${CALL}'</style>`, () => `<body onload=${CALL}>`, () => `<input autofocus onfocus="${CALL}">`, () => `<video><source onerror="${CALL}">`, () => `<object data="javascript:${CALL}">`,
  () => `&lt;img src=x onerror=${CALL}&gt;`, () => `%3Cscript%3E${CALL}%3C/script%3E`, () => `\u202E<img src=x onerror=${CALL}>`, () => `<svg><foreignObject><body onload="${CALL}"></foreignObject></svg>`, () => `<base href="javascript:${CALL}//">`, () => `<meta http-equiv="refresh" content="0;javascript:${CALL}">`, () => `<form action="javascript:${CALL}"><button>`,
];
/** `count` different texts: each form in small variants. */
const texts = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `${forms[n % forms.length]?.(n) ?? ''}${'\t\u00A0 '.slice(0, Math.floor(n / forms.length) % 4)}${n}`);

const ran = (page: Page): Promise<number> => page.evaluate(() => Number(Reflect.get(window, 'ran') ?? 0));

test('texts that look like code are text on every screen of a case', async () => {
  const { tab } = await app.context();
  const page = await tab();
  const all = texts(runs(25));
  await page.goto(new URL('cases/open?procedure=tower-hamlets', app.url()).href);
  await reportIncident(page, { person: '<b>A', child: '<img src=x'.slice(0, 10), reported: all[0] ?? '' });
  for (const text of all) {
    await page.getByRole('navigation', { name: 'This case' }).getByRole('link', { name: 'Notes' }).click();
    await page.getByLabel('Add a note').fill(text);
    await page.getByRole('button', { name: 'Add the note' }).click();
    await page.locator('.cw-timeline').getByText(text.trim(), { exact: false }).first().waitFor();
  }
  for (const place of ['Now', 'Notes', 'People', 'History']) {
    await page.getByRole('navigation', { name: 'This case' }).getByRole('link', { name: place, exact: true }).click();
    await page.waitForTimeout(50);
  }
  await page.goto(new URL('cases', app.url()).href);
  await page.goto(new URL('where-is-my-data', app.url()).href);
  figure(`${all.length} texts that look like code in a case: ${await ran(page)} ran`);
  expect(await ran(page)).toBe(0);
});

test('a procedure whose every label looks like code is drawn, listed and opened as text', async () => {
  const { tab } = await app.context();
  const page = await tab();
  const all = texts(runs(25));
  let n = 0;
  const hostile = JSON.parse(readFileSync(new URL('../../procedures/kscp/procedure.json', import.meta.url), 'utf8'), (key, value: unknown) => (['label', 'title', 'hint', 'guidance', 'words', 'summary'].includes(key) && typeof value === 'string' ? all[(n += 1) % all.length] : value)) as { id: string; label: string };
  hostile.id = 'hostile';
  await page.evaluate((procedure) => new Promise<void>((done) => {
    const request = indexedDB.open('caseway-live');
    request.onsuccess = () => {
      const transaction = request.result.transaction(['versions', 'drafts'], 'readwrite');
      transaction.objectStore('versions').put({ id: 'hostile', version: 1, hash: 'f'.repeat(64), published: 1, by: '<b>X', procedure });
      transaction.objectStore('drafts').put({ id: 'hostile', revision: 1, changed: 1, procedure });
      transaction.oncomplete = () => { request.result.close(); done(); };
    };
  }), hostile);
  for (const path of ['procedures', 'procedures/hostile', 'procedures/drafts/hostile', 'cases/open?procedure=hostile&version=1', 'cases/open']) {
    await page.goto(new URL(path, app.url()).href);
    await page.locator('h1, .react-flow__node').first().waitFor();
    await page.waitForTimeout(400);
    expect(await ran(page)).toBe(0);
  }
  expect(n).toBeGreaterThan(50);
});

test('a page that took a text for more than text would be caught by this harness', async () => {
  const { tab, allow } = await app.context({ bypassCSP: true });
  allow(/404|Failed to load/);
  const page = await tab();
  await page.evaluate((text) => { const frame = document.createElement('iframe'); frame.srcdoc = text.replace('window.ran=(window.ran||0)+1', 'parent.ran=1'); document.body.append(frame); }, forms[0]?.(0) ?? '');
  await expect.poll(() => ran(page)).toBe(1);
});
