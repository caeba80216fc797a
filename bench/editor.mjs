// `node bench/editor.mjs [stages…]`: the procedure editor beside bpmn-js and React Flow as it comes, and the layout beside ELK's, in
// one run on one machine. The peers are fetched for this alone, into dist/, and are no part of Caseway: bpmn-js asks to
// show its maker's mark and ELK is under the EPL. Nothing here passes or fails; bench/README.md keeps goals and figures.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { needBrowser } from '../scripts/find-browser.mjs';
import { serve } from '../scripts/serve.mjs';
import { median } from './interleave.mjs';

const peers = { 'bpmn-js': '18.31.1', elkjs: '0.12.1' };
const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [15, 200, 1_000];
const folder = fileURLToPath(new URL('../dist/bench-editor', import.meta.url));
const store = fileURLToPath(new URL('../dist/bench-peers', import.meta.url));

function fetchPeers() {
  if (Object.keys(peers).every((name) => existsSync(`${store}/node_modules/${name}`))) return;
  mkdirSync(store, { recursive: true });
  writeFileSync(`${store}/package.json`, '{"private":true}');
  const done = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--save-exact', ...Object.entries(peers).map(([name, version]) => `${name}@${version}`)], { cwd: store, stdio: 'inherit' });
  if (done.status !== 0) throw new Error('The peers could not be fetched; this bench needs the network once.');
}

async function buildPage() {
  process.env.NODE_ENV = 'production';
  await build({
    configFile: false, logLevel: 'error', root: fileURLToPath(new URL('./editor', import.meta.url)), plugins: [react()],
    resolve: { alias: Object.keys(peers).map((name) => ({ find: new RegExp(`^${name}/`), replacement: `${store}/node_modules/${name}/` })) },
    build: { outDir: folder, emptyOutDir: true, modulePreload: false },
  });
}

/** Work of the page's main thread in milliseconds while something is done: processor time, which others on the machine lengthen less than the clock's. */
async function workOf(session, act) {
  const read = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1_000;
  const before = await read();
  await act();
  return (await read()) - before;
}

const STEPS = 30;

/** Work for each frame of a drag of one stage, of zooming by the wheel, of one undo of that drag, of going to 25 % and of zooming there. */
async function hands(page, session, contestant) {
  const box = await page.locator(await page.evaluate((name) => window.bench.boxes(name), contestant)).nth(1).boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + 12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 8, y + 8);
  const drag = await workOf(session, async () => { for (let n = 1; n <= STEPS; n += 1) { await page.mouse.move(x + 8 + 2 * n, y + 8 + n); await page.evaluate(() => new Promise(requestAnimationFrame)); } });
  await page.mouse.up();
  await page.waitForTimeout(300); // what follows a drop is not the undo's
  const undo = await workOf(session, () => page.evaluate(() => window.bench.undo()));
  await page.mouse.move(500, 500);
  if (contestant === 'bpmn') await page.keyboard.down('Control');
  const wheel = async () => { for (let n = 0; n < STEPS; n += 1) { await page.mouse.wheel(0, n % 10 < 5 ? 20 : -20); await page.evaluate(() => new Promise(requestAnimationFrame)); } };
  const zoom = await workOf(session, wheel);
  const far = await workOf(session, () => page.evaluate(() => window.bench.far()));
  const farZoom = await workOf(session, wheel);
  if (contestant === 'bpmn') await page.keyboard.up('Control');
  return { drag: drag / STEPS, zoom: zoom / STEPS, undo, far, farZoom: farZoom / STEPS };
}

async function turns(page, session, total, rounds) {
  const names = ['bpmn', 'flow', 'caseway'];
  const found = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (let step = 0; step < names.length; step += 1) {
      const name = names[(step + round + 1) % names.length];
      const render = await page.evaluate(([one, n]) => window.bench.show(one, n), [name, total]);
      const rest = await hands(page, session, name);
      await page.evaluate(() => window.bench.clear());
      if (process.env.EACH) console.log(round, name, render.toFixed(0), Object.values(rest).map((v) => v.toFixed(1)).join(' '));
      if (round >= 0) found[name].push({ render, ...rest });
    }
  }
  return found;
}

/** Milliseconds of the first render, by turns: the whole editor, its diagram alone, and React Flow with boxes of one line and with boxes that show what the editor's do. */
async function firstRenders(page, total, rounds) {
  const names = ['flow', 'boxes', 'diagram', 'caseway'];
  const found = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -2; round < rounds; round += 1) {
    for (let step = 0; step < names.length; step += 1) {
      const name = names[(step + round + names.length) % names.length];
      await page.waitForTimeout(80); // what is left of the one before is not this one's
      const render = await page.evaluate(([one, n]) => window.bench.show(one, n), [name, total]);
      await page.evaluate(() => window.bench.clear());
      if (round >= 0) found[name].push(render);
    }
  }
  return found;
}

fetchPeers();
await buildPage();
const server = await serve({ folder, port: 0, version: 'bench' });
const browser = await chromium.launch({ executablePath: await needBrowser(), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
try {
  // bpmn-js sets innerHTML, which Caseway's own policy forbids.
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, bypassCSP: true });
  page.on('pageerror', (error) => { console.error(error.message); });
  await page.goto(server.url);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  for (const total of sizes) {
    const found = await turns(page, session, total, Number(process.env.ROUNDS ?? 5));
    console.log(`\n${total} stages, medians, milliseconds (over bpmn-js)`);
    for (const [name, rounds] of Object.entries(found)) {
      const tell = (part) => { const own = median(rounds.map((one) => one[part])); return `${part} ${own.toFixed(1).padStart(7)} (${(own / median(found.bpmn.map((one) => one[part]))).toFixed(2)})`; };
      console.log(`  ${name.padEnd(8)} ${['render', 'drag', 'zoom', 'undo', 'far', 'farZoom'].map(tell).join('   ')}`);
    }
  }
  const renders = await firstRenders(page, 15, 4 * Number(process.env.ROUNDS ?? 5));
  const over = (name, other) => median(renders[name].map((own, round) => own / renders[other][round])).toFixed(2);
  console.log('\nfirst render of 15 stages, milliseconds (over React Flow with boxes that show as much; with boxes of one line)');
  for (const name of Object.keys(renders)) console.log(`  ${name.padEnd(8)} ${median(renders[name]).toFixed(1).padStart(7)} (${over(name, 'boxes')}; ${over(name, 'flow')})`);
  const told = [];
  for (let n = 0; n < 6; n += 1) {
    await page.evaluate(() => window.bench.show('caseway', 300));
    await page.waitForTimeout(500);
    told.push(await page.evaluate(() => window.bench.problems()));
    await page.evaluate(() => window.bench.clear());
  }
  console.log(`\nproblems of 300 stages, from an edit: ${median(told.slice(1).map((one) => one.told)).toFixed(0)} ms, the longest between two frames ${median(told.slice(1).map((one) => one.longest)).toFixed(0)} ms`);
  for (const total of [15, 50, 200]) {
    const runs = [];
    for (let n = 0; n < 5; n += 1) runs.push(await page.evaluate((size) => window.bench.layouts(size), total));
    console.log(`\nlayout of ${total} stages`);
    for (const name of ['caseway', 'elk']) {
      const [{ crossings, overlaps, width, height }] = runs.map((run) => run[name]);
      console.log(`  ${name.padEnd(8)} ${median(runs.map((run) => run[name].milliseconds)).toFixed(0).padStart(6)} ms   crossings ${crossings}   overlaps ${overlaps}   ${width} by ${height}`);
    }
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
