// What `npm start` does once Node is known to be recent enough. One origin is one store of cases, so the port is fixed and
// never moved quietly: a second start finds the first, and a taken port is said to be taken.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { host, serve, whoServes } from './serve.mjs';

const usualPort = 4178;
const root = fileURLToPath(new URL('..', import.meta.url));
const appFolder = fileURLToPath(new URL('../dist/app', import.meta.url));

/**
 * Starts Caseway, or says why not.
 * @param {{ args: readonly string[], env: Record<string, string | undefined>, terminal: boolean }} options args: `--no-open`; env: PORT, CI, CASEWAY_FOLDER (an app already built), CASEWAY_BUILD_INTO (where it is built, else dist/app); terminal: whether a person looks on.
 * @returns the exit code; with 0 the server may go on running.
 */
export async function start({ args, env, terminal }) {
  const port = chosenPort(env.PORT);
  if (port === undefined) return fail(`PORT must be a whole number from 1 to 65535; it is "${env.PORT}".`);
  if (port !== usualPort) console.error(`PORT is set: serving at ${port} instead of ${usualPort}. The browser keeps cases for each address apart, so cases opened at ${usualPort} are not seen here.`);
  const version = await ownVersion();
  const taken = await alreadyServed(port, version);
  if (taken !== undefined) return taken;
  const folder = env.CASEWAY_FOLDER ?? await build(env.CASEWAY_BUILD_INTO ?? appFolder);
  if (folder === undefined) return 1;
  const server = await listen({ folder, port, version });
  if (server === undefined) return (await alreadyServed(port, version)) ?? occupied(port);
  console.log(`Caseway is at ${server.url}`);
  if (mayOpen(args, env, terminal)) openBrowser(server.url);
  return 0;
}

function chosenPort(words) {
  if (words === undefined || words === '') return usualPort;
  const port = Number(words);
  return Number.isInteger(port) && port >= 1 && port <= 65535 ? port : undefined;
}

async function ownVersion() {
  return JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')).version;
}

/** The exit code when somebody answers at the port already; undefined when it is free. */
async function alreadyServed(port, version) {
  const there = await whoServes(port);
  if (there.kind === 'nobody') return undefined;
  if (there.kind === 'refused') return fail(`Browsers refuse port ${port}. Choose another: PORT=${port + 1} npm start.`);
  if (there.kind === 'other') return occupied(port);
  if (there.version !== version) console.error(`Version ${there.version} is still running; stop it and start again to get ${version}.`);
  console.log(`Caseway is already running at http://${host}:${port}/`);
  return 0;
}

function occupied(port) {
  return fail(`Another program uses port ${port}. Stop it and run npm start again, or choose another port: PORT=${port + 1} npm start. (Cases are kept for each address apart.)`);
}

function fail(words) {
  console.error(words);
  return 1;
}

/** Builds the app into a folder, which it empties, and says which; undefined, with the reason said, when that fails. */
async function build(folder) {
  if (!existsSync(new URL('../node_modules/vite', import.meta.url))) {
    fail('The packages Caseway is built with are not installed. Run: npm ci');
    return undefined;
  }
  const { build: viteBuild } = await import('vite');
  try {
    await viteBuild({ configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)), root: `${root}app`, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
    return folder;
  } catch (error) {
    fail(`The app could not be built: ${error.message}`);
    return undefined;
  }
}

async function listen(options) {
  try {
    return await serve(options);
  } catch (error) {
    if (error.code === 'EADDRINUSE') return undefined;
    throw error;
  }
}

/**
 * A browser is opened only where a person looks on.
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} env
 * @param {boolean} terminal
 */
export function mayOpen(args, env, terminal) {
  return terminal && !env.CI && !args.includes('--no-open');
}

function openBrowser(url) {
  const [command, ...args] = { darwin: ['open', url], win32: ['cmd', '/c', 'start', '', url] }[process.platform] ?? ['xdg-open', url];
  const opener = spawn(command, args, { stdio: 'ignore', detached: true });
  opener.on('error', () => { /* no browser to open: the address is printed */ });
  opener.unref();
}
