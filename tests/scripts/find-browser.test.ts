// Which browser the tests take, on computers described here rather than on this one.
import { expect, test } from 'vitest';
import { findBrowser } from '../../scripts/find-browser.mjs';

const having = (...paths: string[]) => (path: string): boolean => paths.includes(path);

test.each([
  ['Linux with Chromium', 'linux', { PATH: '/usr/local/bin:/usr/bin' }, '/usr/bin/chromium'],
  ['Linux with Chrome only', 'linux', { PATH: '/usr/bin' }, '/usr/bin/google-chrome-stable'],
  ['Linux with a snap that is not on the path', 'linux', { PATH: '/usr/bin' }, '/snap/bin/chromium'],
  ['a Mac', 'darwin', { PATH: '/usr/bin', HOME: '/Users/q' }, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['a Mac with Edge in the own folder', 'darwin', { PATH: '/usr/bin', HOME: '/Users/q' }, '/Users/q/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  ['Windows, where Edge always is', 'win32', { 'PATH': 'C:\\Windows', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
])('%s: the browser is found', (_, platform, env, path) => {
  expect(findBrowser({ platform, env, exists: having(path) })).toBe(path);
});

test('Chromium is taken before Chrome on one path', () => {
  expect(findBrowser({ platform: 'linux', env: { PATH: '/usr/bin' }, exists: having('/usr/bin/google-chrome', '/usr/bin/chromium') })).toBe('/usr/bin/chromium');
});

test('the browser asked for is taken before all others', () => {
  expect(findBrowser({ platform: 'linux', env: { PATH: '/usr/bin', CASEWAY_BROWSER: '/opt/mine' }, exists: having('/opt/mine', '/usr/bin/chromium') })).toBe('/opt/mine');
});

test('a browser asked for that is not there is an error, not a reason to take another', () => {
  expect(() => findBrowser({ platform: 'linux', env: { PATH: '/usr/bin', CASEWAY_BROWSER: '/opt/mine' }, exists: having('/usr/bin/chromium') })).toThrow('CASEWAY_BROWSER is "/opt/mine"');
});

test('a computer without a browser has none', () => {
  expect(findBrowser({ platform: 'linux', env: { PATH: '/usr/bin' }, exists: having() })).toBeUndefined();
});
