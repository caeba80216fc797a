// Where Chromium, Chrome or Edge is on this computer: asked for by name first, then looked for, then installed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable', 'chrome', 'msedge'];

function usualPlaces(platform, env) {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) => ['/Applications', `${env.HOME}/Applications`].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return folders.flatMap((folder) => [String.raw`Google\Chrome\Application\chrome.exe`, String.raw`Microsoft\Edge\Application\msedge.exe`, String.raw`Chromium\Application\chrome.exe`].map((path) => `${folder}\\${path}`));
  }
  return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium', '/usr/lib/chromium/chromium'];
}

export function runs(path) {
  try { accessSync(path, constants.X_OK); return true; } catch { return false; }
}

/**
 * The path of a browser already on this computer, or undefined.
 * @param {{ platform: string, env: Record<string, string | undefined>, exists?: (path: string) => boolean }} computer
 *   env: CASEWAY_BROWSER names one outright; a wrong one throws, for whoever set it meant that one.
 */
export function findBrowser({ platform, env, exists = runs }) {
  const asked = env.CASEWAY_BROWSER;
  if (asked) {
    if (exists(asked)) return asked;
    throw new Error(`CASEWAY_BROWSER is "${asked}", and there is no program there. Correct it, or unset it to let Caseway look for a browser.`);
  }
  const suffix = platform === 'win32' ? '.exe' : '';
  const separator = platform === 'win32' ? ';' : delimiter;
  const onPath = (env.PATH ?? '').split(separator).filter(Boolean).flatMap((folder) => names.map((name) => join(folder, name + suffix)));
  return [...onPath, ...usualPlaces(platform, env)].find((path) => exists(path));
}

/** A browser on this computer, installed if need be; throws, saying what to do, when there is none to be had. */
export async function needBrowser() {
  const computer = { platform: process.platform, env: process.env };
  const found = findBrowser(computer) ?? (installByApt() ? findBrowser(computer) : undefined) ?? await downloadOwn();
  if (found) return found;
  throw new Error('The browser tests need Chromium, Chrome or Edge, and none was found or could be installed. Install one, or set CASEWAY_BROWSER to the path of its program, and run npm test again.');
}

function installByApt() {
  const root = process.getuid?.() === 0;
  if (!root || !runs('/usr/bin/apt-get')) return false;
  console.error('No browser found: installing Chromium with apt-get.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  return apt('update', '-q') && apt('install', '-q', '-y', '--no-install-recommends', 'chromium');
}

async function downloadOwn() {
  const { chromium } = await import('playwright-core');
  if (runs(chromium.executablePath())) return chromium.executablePath();
  console.error('No browser found: downloading Chromium as playwright-core does.');
  const cli = new URL('../node_modules/playwright-core/cli.js', import.meta.url);
  spawnSync(process.execPath, [fileURLToPath(cli), 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] });
  return runs(chromium.executablePath()) ? chromium.executablePath() : undefined;
}
