// `npm start` from nothing: it builds the app afresh and serves what it built. (How it behaves otherwise: tests/scripts.)
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));
// Other test files serve dist/app meanwhile, and would find it half empty.
const folder = fileURLToPath(new URL('../../dist/test/start', import.meta.url));

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const socket = createServer().listen(0, '127.0.0.1', () => {
      const address = socket.address();
      socket.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function started(): Promise<string> {
  const child = spawn(process.execPath, [script], { env: { PATH: process.env['PATH'], PORT: String(await freePort()), CASEWAY_BUILD_INTO: folder }, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => { child.kill(); });
  let said = '';
  child.stderr.on('data', (chunk) => { said += String(chunk); });
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      const address = /Caseway is at (\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.on('close', () => reject(new Error(said)));
  });
}

test('the page, every script and style it names, and all that is kept for work offline, are served', async () => {
  const address = await started();
  const page = await (await fetch(address)).text();
  const assets = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].flatMap(([, path]) => path ?? []);

  expect(page).toContain('<html lang="en');
  expect(assets.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(0);
  for (const path of assets) expect((await fetch(new URL(path, address))).status, path).toBe(200);
  // One that is not there, and the browser keeps none of them for work offline.
  const kept = JSON.parse(/const FILES = (\[.*\]);/.exec(await (await fetch(new URL('/service-worker.js', address))).text())?.[1] ?? '[]') as readonly string[];
  expect(kept.length).toBeGreaterThan(20);
  for (const path of kept) expect((await fetch(new URL(path, address))).status, path).toBe(200);
});

test('nothing in the page needs leave that the policy does not give', async () => {
  const page = await (await fetch(await started())).text();
  expect(page).not.toMatch(/<style|style="|<script(?![^>]*src=)|\son\w+="|https?:\/\//);
});
