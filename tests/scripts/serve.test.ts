// The server behind `npm start` and the browser tests, on free ports, over a small site of its own.
import { createConnection } from 'node:net';
import { createServer } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeProblem } from '../../scripts/node-version.mjs';
import { serve, whoServes } from '../../scripts/serve.mjs';
import { mayOpen } from '../../scripts/start-app.mjs';

let folder: string;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caseway-site-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Caseway</title>');
  await writeFile(join(folder, 'assets', 'main-1a2b.js'), `export const words = '${'calm '.repeat(400)}';`);
  server = await serve({ folder, port: 0, version: '1.2.3' });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const get = (path: string, init: RequestInit = {}): Promise<Response> => fetch(new URL(path, server.url), init);
const portOf = (url: string): number => Number(new URL(url).port);

/** A request with headers that fetch does not let a caller set. */
function raw(path: string, headers: Record<string, string>): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port: portOf(server.url), path, headers }, (response) => { response.resume(); resolve(response); }).on('error', reject).end();
  });
}

describe('what is answered', () => {
  test.each(['/', '/cases', '/cases/TH-2026-014', '/procedures/one/versions/1.2'])('%s shows the page, so that a deep link survives a reload', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('<title>Caseway</title>');
  });

  test.each(['/assets/main-9z9z.js', '/assets/anything', '/missing.css', '/favicon.ico', '/%E0%A4%A'])('%s is a real 404, never the page', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('Not found\n');
  });

  test.each(['/../package.json', '/..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd', '/....//index.html'])('%s reaches no file outside the folder', async (path) => {
    const response = await raw(path, { host: new URL(server.url).host });
    const type = response.headers['content-type'] ?? '';
    expect(response.statusCode === 404 || type.startsWith('text/html')).toBe(true);
  });

  test('only reading is allowed', async () => {
    const response = await get('/', { method: 'POST', body: 'x' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  test('HEAD tells the length and sends nothing', async () => {
    const response = await get('/', { method: 'HEAD' });
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(0);
    expect(await response.text()).toBe('');
  });
});

describe('headers', () => {
  test.each(['/', '/assets/main-1a2b.js', '/missing.css', '/caseway.json'])('%s carries the strict content security policy', async (path) => {
    const policy = (await get(path)).headers.get('content-security-policy') ?? '';
    for (const part of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"]) expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
  });

  test('nothing is sniffed, referred or framed', async () => {
    const { headers } = await get('/');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  test('the page is asked for again each time; a file with a hash in its name never is', async () => {
    expect((await get('/')).headers.get('cache-control')).toBe('no-cache');
    expect((await get('/cases')).headers.get('cache-control')).toBe('no-cache');
    expect((await get('/assets/main-1a2b.js')).headers.get('cache-control')).toContain('immutable');
  });

  test.each(['br', 'gzip'])('scripts travel packed as %s and arrive whole', async (encoding) => {
    const response = await get('/assets/main-1a2b.js', { headers: { 'accept-encoding': encoding } });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(Number(response.headers.get('content-length'))).toBeLessThan(500);
    expect(await response.text()).toContain('calm calm');
  });

  test('localhost is sent to 127.0.0.1, for it would be another, empty store', async () => {
    const response = await raw('/cases?x=1', { host: `localhost:${portOf(server.url)}` });
    expect(response.statusCode).toBe(308);
    expect(response.headers.location).toBe(`${server.url}cases?x=1`);
  });

  test('a strange host name is not carried into the redirect', async () => {
    const response = await raw('//elsewhere.example/x', { host: 'elsewhere.example' });
    expect(response.headers.location).toBe(`${server.url}elsewhere.example/x`);
  });
});

describe('one address', () => {
  test('a taken port is an error, not the next port', async () => {
    await expect(serve({ folder, port: portOf(server.url), version: '1' })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('only this computer is served', async () => {
    expect(new URL(server.url).hostname).toBe('127.0.0.1');
  });

  test('a running Caseway is recognised, with its version', async () => {
    expect(await whoServes(portOf(server.url))).toEqual({ kind: 'caseway', version: '1.2.3' });
  });

  test('another program is told from Caseway', async () => {
    const other = createServer((_, response) => response.end('<p>hello</p>'));
    await new Promise<void>((resolve) => { other.listen(0, '127.0.0.1', resolve); });
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(await whoServes(port)).toEqual({ kind: 'other' });
    await new Promise((resolve) => { other.close(resolve); other.closeAllConnections(); });
    expect(await whoServes(port)).toEqual({ kind: 'nobody' });
  });

  test('a client that leaves half-way does not stop the server', async () => {
    await new Promise<void>((resolve) => {
      const socket = createConnection(portOf(server.url), '127.0.0.1', () => { socket.write('GET / HTTP/1.1\r\nHost: x'); socket.destroy(); resolve(); });
    });
    expect((await get('/')).status).toBe(200);
  });
});

describe('before it starts', () => {
  test.each([['v20.20.2', true], ['v20.19.0', true], ['v22.1.0', true], ['v24.0.0', true], ['v20.18.9', false], ['v21.7.0', false], ['v18.20.0', false]])('Node %s will do: %s', (version, fits) => {
    const problem = nodeProblem(version);
    expect(problem === undefined).toBe(fits);
    if (problem) expect(problem).toContain('https://nodejs.org/');
  });

  test.each([
    ['at a terminal', [], {}, true, true], ['without a terminal', [], {}, false, false],
    ['on a build server', [], { CI: 'true' }, true, false], ['when told not to', ['--no-open'], {}, true, false],
  ])('a browser opens %s: %j %j', (_, args, env, terminal, opens) => {
    expect(mayOpen(args, env, terminal)).toBe(opens);
  });
});
