// The search over the cases of a page: how long until everything of every case is in its index, the longest that the
// page was busy at one go meanwhile, and how long from a key to the results.
const QUERIES = ['th 2026 0412', 'qx', 'spoke school', 'note 31', 'zzzz', 'a'];
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Rows of the bench, in milliseconds. The page has a bar, and `cases` cases in its store. */
export async function searching(page, cases) {
  await page.getByRole('table').waitFor();
  await page.evaluate(() => {
    Reflect.set(window, 'longest', 0);
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) Reflect.set(window, 'longest', Math.max(Reflect.get(window, 'longest'), duration)); }).observe({ type: 'longtask' });
  });
  const began = performance.now();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Find' });
  await field.fill('zzzz');
  // Said as soon as the lines of the cases are there; before that nothing is waited for.
  await page.getByText(/are read so far/).waitFor({ timeout: 300_000 });
  await page.getByText(/are read so far/).waitFor({ state: 'detached', timeout: 300_000 });
  const made = performance.now() - began;
  const longest = await page.evaluate(() => Reflect.get(window, 'longest'));
  const times = [];
  for (const query of [...QUERIES, ...QUERIES, ...QUERIES]) times.push(await field.evaluate(timed, query));
  const over = `over ${cases.toLocaleString('en-GB')} cases`;
  return [
    { name: `making the search's index ${over}`, median: made, rounds: [made] },
    { name: 'longest that it kept the page busy at one go', median: longest, rounds: [longest] },
    { name: `from a key to what was found ${over}`, median: median(times), rounds: times },
  ];
}

/** From the input to the drawing that follows it. Runs in the page. */
function timed(field, query) {
  return new Promise((resolve) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, '');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    setTimeout(() => {
      const from = performance.now();
      const seen = new MutationObserver(() => { seen.disconnect(); resolve(performance.now() - from); });
      seen.observe(document.querySelector('.search-said'), { childList: true, subtree: true, characterData: true });
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, query);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, 50);
  });
}
