// Makes hostile files out of good ones: letters changed, ends cut off, parts replaced by what does not belong there, names
// that harm, depth, breadth and length without end. Chance has a seed, so that a file can be made again.
import { pick } from './runs.ts';

const NASTY: readonly unknown[] = [
  null, true, false, 0, -1, 1e308, -0, 0.1, 9_007_199_254_740_993, '', ' ', '\u0000', '\u202Egnp.exe', '<img src=x onerror=alert(1)>', 'javascript:alert(1)', '=HYPERLINK("x")', '^(a+)+$', '__proto__', 'constructor',
  '../../etc/passwd', 'a'.repeat(300), 'x'.repeat(25_000), [], {}, [[]], [null], { a: { b: {} } }, '2026-02-30', '9999-12-31', '2026-12-10T99:99', { var: 'x' }, { and: [] }, { '!': [{ '!': [{ '!': [] }] }] }, Array.from({ length: 2000 }, () => 1),
];
const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', 'a'.repeat(300), '$ref', '\u0000', 'then'];

type Tree = { [key: string]: unknown } | unknown[];
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Some part of a document, deep or shallow as chance has it, with the name under which it lies. */
function place(random: () => number, document: Tree): { readonly holder: Tree; readonly key: string } {
  let holder = document;
  for (;;) {
    const keys = Object.keys(holder);
    if (keys.length === 0) return { holder, key: '0' };
    const key = pick(random, keys);
    const child: unknown = Reflect.get(holder, key);
    if (!isTree(child) || Object.keys(child).length === 0 || random() < 0.12) return { holder, key };
    holder = child;
  }
}
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** A hostile text made of a good one. */
export function spoil(random: () => number, good: string): string {
  const way = random();
  if (way < 0.1) return good.slice(0, Math.floor(random() * good.length));
  if (way < 0.2) { const at = Math.floor(random() * good.length); return good.slice(0, at) + String.fromCharCode(Math.floor(random() * 127)) + good.slice(at + 1); }
  if (way < 0.24) return good.replace(/:\s*"[^"]*"/, `:${nested(pick(random, [65, 1000, 100_000]))}`);
  if (way < 0.27) return good.replace('{', `{"${pick(random, KEYS).replaceAll('\u0000', String.raw`\u0000`)}":{"x":1},`);
  if (way < 0.29) return good.replace(/"(\w+)":/, '"$1":1,"$1":');
  if (way < 0.3) return good.replace(/:\s*"[^"]*"/, `:[${'1,'.repeat(250_000)}1]`);
  const document = JSON.parse(good) as Tree;
  for (let changes = 1 + Math.floor(random() * 3); changes > 0; changes -= 1) change(random, document);
  return JSON.stringify(document);
}
function change(random: () => number, document: Tree): void {
  const { holder, key } = place(random, document);
  const way = random();
  if (way < 0.45) Reflect.set(holder, key, structuredClone(pick(random, NASTY)));
  else if (way < 0.6) Reflect.deleteProperty(holder, key);
  else if (way < 0.75) Reflect.set(holder, Array.isArray(holder) ? String(holder.length) : pick(random, KEYS.slice(3)), structuredClone(pick(random, NASTY)));
  else {
    const other = place(random, document);
    Reflect.set(holder, key, structuredClone(Reflect.get(other.holder, other.key))); // what stands elsewhere, ids and routes included
  }
}
