// `npm start` as a process: what it prints, where, and how it ends. The app it serves is a page of our own, already built.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));
const running: ChildProcess[] = [];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caseway-start-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Caseway</title>');
});
afterEach(() => { for (const child of running.splice(0)) child.kill(); });
afterAll(() => rm(folder, { recursive: true }));

interface Started { readonly out: () => string; readonly err: () => string; readonly ended: Promise<number | null>; readonly address: Promise<string> }

function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, [script], { env: { PATH: process.env['PATH'], CASEWAY_FOLDER: folder, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  let out = ''; let err = '';
  const ended = new Promise<number | null>((resolve) => { child.on('close', resolve); });
  child.stderr.on('data', (chunk) => { err += String(chunk); });
  const address = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => { out += String(chunk); const found = /http:\S+/.exec(out); if (found) resolve(found[0]); });
    void ended.then(() => reject(new Error(`ended without an address: ${err}`)));
  });
  address.catch(() => { /* asked for only where one is expected */ });
  return { out: () => out, err: () => err, ended, address };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const socket = createSocket().listen(0, '127.0.0.1', () => {
      const address = socket.address();
      socket.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

test('it prints exactly one line with the address and serves there', async () => {
  const port = await freePort();
  const caseway = start({ PORT: String(port) });
  const address = await caseway.address;
  expect(address).toBe(`http://127.0.0.1:${port}/`);
  expect((await fetch(address)).status).toBe(200);
  expect(caseway.out()).toBe(`Caseway is at ${address}\n`);
});

test('a port that browsers refuse is said to be one, with another to choose', async () => {
  const caseway = start({ PORT: '4190' });
  expect(await caseway.ended).toBe(1);
  expect(caseway.err()).toContain('\nBrowsers refuse port 4190. Choose another: PORT=4191 npm start.\n');
});

test('another port is said to be another store', async () => {
  const caseway = start({ PORT: String(await freePort()) });
  await caseway.address;
  expect(caseway.err()).toContain('instead of 4178');
  expect(caseway.err()).toContain('not seen here');
});

test('a second start prints the address of the first and ends well', async () => {
  const port = await freePort();
  await start({ PORT: String(port) }).address;
  const second = start({ PORT: String(port) });
  expect(await second.ended).toBe(0);
  expect(second.out()).toBe(`Caseway is already running at http://127.0.0.1:${port}/\n`);
});

test('a port that another program uses is said to be taken', async () => {
  const other = createServer((_, response) => response.end('not Caseway'));
  const port = await freePort();
  await new Promise<void>((resolve) => { other.listen(port, '127.0.0.1', resolve); });
  const caseway = start({ PORT: String(port) });
  expect(await caseway.ended).toBe(1);
  expect(caseway.err()).toContain(`Another program uses port ${port}`);
  expect(caseway.out()).toBe('');
  other.close();
});

test.each(['http', '0', '70000', '1.5'])('PORT=%s is refused in words', async (port) => {
  const caseway = start({ PORT: port });
  expect(await caseway.ended).toBe(1);
  expect(caseway.err()).toContain(`it is "${port}"`);
});
