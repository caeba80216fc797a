// The watch over the pages can itself fail a test: each fault is brought about on purpose, seen, and only then allowed.
import { expect, test } from 'vitest';
import { appBrowser } from './browser.ts';

const app = appBrowser();

test.each([
  ['an error written to the console', 'console: spilt', () => { console.error('spilt'); }],
  ['an error nobody caught', 'error: ', () => { setTimeout(() => { throw new Error('uncaught'); }, 0); }],
  ['a style the policy forbids', 'security policy: style-src', () => { document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' })); }],
  ['code made from text', 'security policy: require-trusted-types-for', () => { try { document.body.innerHTML = '<b>x</b>'; } catch { /* refused, as it should be */ } }],
  ['a request to elsewhere', 'security policy: connect-src', () => { void fetch('http://127.0.0.1:9/').catch(() => undefined); }],
  ['a page elsewhere', 'foreign request: http://127.0.0.1:9/', () => { setTimeout(() => location.assign('http://127.0.0.1:9/'), 0); }],
])('%s is noticed', async (_, fault, act) => {
  const { tab, allow, faults } = await app.context();
  allow(/./);
  const page = await tab();

  await page.evaluate(act);

  await expect.poll(() => faults.join('\n')).toContain(fault);
});

test('the front page meets none of them', async () => {
  const page = await app.open();

  await expect.poll(() => page.locator('h1').count()).toBe(1);
  expect(await page.title()).toContain('Caseway');
});
