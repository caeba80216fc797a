// A small static server for the built app, on 127.0.0.1 only. It reads the folder once and answers from memory: a later
// build under a running server breaks nothing, and no request can reach a file that was not there at the start.
import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { securityHeaders } from './headers.mjs';

export const host = '127.0.0.1';
const identityPath = '/caseway.json';

const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8', '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.wasm': 'application/wasm',
};
const compressible = /^(text\/|application\/(json|manifest)|image\/svg)/;

/**
 * Every file of a folder by its address, with type and caching: `/assets/x-1a2b.js`, `/index.html`.
 * @param {string} folder
 */
async function readSite(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = async (entry) => {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    return [address, page(await readFile(path), types[extname(path)] ?? 'application/octet-stream', caching(address))];
  };
  return new Map(await Promise.all(files.map(read)));
}

function page(body, type, cache) {
  return { body, type, cache, packed: new Map() };
}

// Only /assets carries a content hash in each name.
function caching(address) {
  return address.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/**
 * Serves a folder at one port, strictly.
 * @param {{ folder: string, port: number, version: string }} options folder: the built app; port: 0 takes any free one; version: told at /caseway.json.
 * @returns the address and how to stop; rejects with EADDRINUSE when the port is taken.
 */
export async function serve({ folder, port, version }) {
  const site = await readSite(folder);
  site.set(identityPath, page(Buffer.from(JSON.stringify({ name: 'caseway', version })), types['.json'], 'no-cache'));
  const server = createServer((request, response) => {
    answer(site, request, response).catch(() => response.destroy());
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, resolve);
  });
  return { url: `http://${host}:${server.address().port}/`, close: () => stop(server) };
}

function stop(server) {
  return new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); });
}

async function answer(site, request, response) {
  const canonical = `${host}:${request.socket.localPort}`;
  // `localhost` is another origin to the browser, and so another, empty store.
  if (request.headers.host !== canonical) return send(response, 308, { location: `http://${canonical}${safePath(request.url)}` });
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, { allow: 'GET, HEAD' });
  const found = find(site, request.url);
  const shown = found ?? page(Buffer.from('Not found\n'), types['.txt'], 'no-store');
  const encoding = compressible.test(shown.type) ? accepted(request.headers['accept-encoding'] ?? '') : undefined;
  const body = encoding ? await packed(shown, encoding) : shown.body;
  const headers = { 'content-type': shown.type, 'cache-control': shown.cache, 'content-length': body.length, vary: 'accept-encoding' };
  send(response, found ? 200 : 404, encoding ? { ...headers, 'content-encoding': encoding } : headers, request.method === 'HEAD' ? undefined : body);
}

function send(response, status, headers, body) {
  response.writeHead(status, { ...securityHeaders, ...headers }).end(body);
}

// Two slashes at the start would send the browser to another host.
function safePath(url) {
  return `/${url.replace(/^[\\/]+/, '')}`;
}

// A missing script answered with the page would fail far from its cause, so only addresses without an extension are deep links.
function find(site, url) {
  const address = decoded(url.split(/[?#]/, 1)[0]);
  if (address === undefined) return undefined;
  const exact = site.get(address);
  if (exact) return exact;
  const deepLink = !address.startsWith('/assets/') && !/\.[a-z][a-z0-9]*$/i.test(address);
  return deepLink ? site.get('/index.html') : undefined;
}

function decoded(address) {
  try { return decodeURIComponent(address); } catch { return undefined; }
}

function accepted(header) {
  if (/\bbr\b/.test(header)) return 'br';
  return /\bgzip\b/.test(header) ? 'gzip' : undefined;
}

const packers = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => promisify(gzip)(body),
};

// Packed once per file, when first asked for.
function packed(shown, encoding) {
  const known = shown.packed.get(encoding) ?? packers[encoding](shown.body);
  shown.packed.set(encoding, known);
  return known;
}

/**
 * Who answers at a port: nobody, a Caseway (with its version), or another program. `refused`: a port that browsers, and
 * Node as they do, open for no page, whoever listens there.
 * @param {number} port
 */
export async function whoServes(port) {
  try {
    const response = await fetch(`http://${host}:${port}${identityPath}`, { signal: AbortSignal.timeout(2000), redirect: 'manual' });
    const identity = await response.json();
    return identity?.name === 'caseway' ? { kind: 'caseway', version: String(identity.version) } : { kind: 'other' };
  } catch (error) {
    if (error?.cause?.message === 'bad port') return { kind: 'refused' };
    return error?.cause?.code === 'ECONNREFUSED' ? { kind: 'nobody' } : { kind: 'other' };
  }
}
