// What the pages about trust say is held to what is there: headers, licences, commands, the tests they name.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from '../../scripts/headers.mjs';
import { page } from '../../scripts/licences.mjs';

const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const [security, figures] = [text('docs/security.md'), text('docs/trust-figures.md')];

test('the headers for an intranet are those that every answer carries here', () => {
  expect(security).toContain(`Content-Security-Policy: ${contentSecurityPolicy}`);
  for (const [name, value] of Object.entries(securityHeaders)) expect(security.toLowerCase()).toContain(`${name}: ${value}`.toLowerCase());
});

test('the policy grants no inline script or style, no code made from text, and no other address', () => {
  for (const wide of ['unsafe-', 'http:', 'https:', '*', 'blob:', 'wss:']) expect(contentSecurityPolicy).not.toContain(wide);
  for (const part of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "require-trusted-types-for 'script'"]) expect(contentSecurityPolicy).toContain(part);
});

test('the list of licences is that of the lock file', () => {
  expect(text('docs/licences.md')).toBe(page());
});

test('every harness named with a command is there, and every test named exists', () => {
  const commands = [...figures.matchAll(/node scripts\/trust\.mjs (\w+)/g)].map(([, name]) => name);
  const known = text('scripts/trust.mjs');
  for (const name of commands) expect(known).toContain(`${name}: [`);
  expect(new Set(commands).size).toBeGreaterThan(8);
  const named = [...security.matchAll(/`(tests\/[\w/.-]+)`/g)].map(([, path]) => path ?? '');
  for (const path of named) expect(existsSync(new URL(`../../${path}`, import.meta.url)), path).toBe(true);
});

test('no figure is left open', () => {
  expect(figures).not.toContain('FIGURE_');
});
