// A page of the built app in Chromium, under the headers people get. Whatever goes wrong unseen fails the test that asked
// for the page: an error in the console, a violation of the security policy, a request to anywhere but this app.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { serve } from '../../scripts/serve.mjs';

const appFolder = fileURLToPath(new URL('../../dist/app', import.meta.url));
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'];

/** How long a page may take for one thing, in milliseconds: long enough for a build server that is shared with others. */
export const PATIENCE = 90_000;

const usual: BrowserContextOptions = { serviceWorkers: 'block', timezoneId: 'Europe/London', locale: 'en-GB', viewport: { width: 1280, height: 900 } };

export interface AppBrowser {
  /** Address of the app, ending in a slash. */
  readonly url: () => string;
  /** An empty browser profile, closed when the test ends: its pages share storage, as tabs do. */
  readonly context: (options?: BrowserContextOptions) => Promise<WatchedContext>;
  /** One page in a profile of its own, at the given path. */
  readonly open: (path?: string, options?: BrowserContextOptions) => Promise<Page>;
  /** A browser on a profile folder: what it keeps is there again when it was closed and is opened on the same folder. */
  readonly onProfile: (folder: string) => Promise<WatchedContext>;
}
export interface WatchedContext {
  readonly tab: (path?: string) => Promise<Page>;
  readonly context: BrowserContext;
  /** What went wrong so far. */
  readonly faults: readonly string[];
  /** Console errors that the test brings about on purpose. */
  readonly allow: (error: RegExp) => void;
}

/**
 * Registers the browser and a server for one test file; call it once, at its top.
 * @param folder what is served: the built app, or a page that a test built for itself.
 */
export function appBrowser(folder: string = appFolder): AppBrowser {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    server = await serve({ folder, port: 0, version: 'test' });
    browser = await chromium.launch({ executablePath: program(), args: flags });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const context = async (options: BrowserContextOptions = {}): Promise<WatchedContext> => {
    return watched(await browser.newContext({ ...usual, ...options }), server.url);
  };
  const onProfile = async (profile: string): Promise<WatchedContext> => watched(await chromium.launchPersistentContext(profile, { ...usual, executablePath: program(), args: flags }), server.url);
  return { url: () => server.url, context, onProfile, open: async (path, options) => (await context(options)).tab(path) };
}

function program(): string {
  return findBrowser({ platform: process.platform, env: process.env }) ?? chromium.executablePath();
}

async function watched(context: BrowserContext, url: string): Promise<WatchedContext> {
  const faults: string[] = [];
  const allowed: RegExp[] = [];
  context.setDefaultTimeout(PATIENCE);
  await reportViolations(context, faults);
  context.on('console', (message) => { if (message.type() === 'error') faults.push(`console: ${message.text()}`); });
  context.on('weberror', (error) => faults.push(`error: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => { if (!isOwn(request.url(), url)) faults.push(`foreign request: ${request.url()}`); });
  onTestFinished(async () => {
    await context.close();
    expect(faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault))), 'faults the pages met').toEqual([]);
  });
  const tab = async (path = ''): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(new URL(path, url).href);
    return page;
  };
  return { tab, context, faults, allow: (error) => { allowed.push(error); } };
}

async function reportViolations(context: BrowserContext, faults: string[]): Promise<void> {
  await context.exposeFunction('casewayViolation', (words: string) => { faults.push(`security policy: ${words}`); });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'casewayViolation');
      if (typeof report === 'function') report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber}`);
    });
  });
}

function isOwn(address: string, url: string): boolean {
  return address.startsWith(url) || address.startsWith('data:') || address.startsWith(`blob:${url}`);
}
