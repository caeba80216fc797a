// The first gates of an untrusted file: size, readable at all, depth, count, length of texts, dangerous and double names.
// Everything is iterative, so that no file can exhaust the stack. It does not know what a procedure is.
import { firstDoubleKey } from './double-keys.ts';
import { isObject } from './pointer.ts';
import { problem, type Problem } from './problems.ts';
import { dangerousKeys, firstFound, pointerOf, type Visit } from './visit.ts';

/** The limits; all are inclusive. */
export const limits = { bytes: 2 * 1024 * 1024, depth: 64, values: 200_000, textLength: 20_000, nameLength: 200 } as const;

export type Gated = { readonly ok: true; readonly document: Readonly<Record<string, unknown>> } | { readonly ok: false; readonly problems: readonly Problem[] };

/** The document in the text, or the first gate that it does not pass. Never throws. */
export function passGates(text: string): Gated {
  const size = byteLength(text);
  if (size > limits.bytes) return refused(problem('P-001', undefined, '', { found: `${(size / 1024 / 1024).toFixed(1)} MB` }));
  const parsed = parse(text);
  if ('problem' in parsed) return refused(parsed.problem);
  if (!isObject(parsed.value)) return refused(problem('P-008', undefined, '', { found: kindOf(parsed.value) }));
  const shape = firstUnsafe(parsed.value);
  if (shape) return refused(shape);
  const double = firstDoubleKey(text);
  if (double) return refused(problem('P-007', parsed.value, double.pointer, { found: double.key }));
  return { ok: true, document: parsed.value };
}

const refused = (one: Problem): Gated => ({ ok: false, problems: [one] });

/** Length in bytes as UTF-8. Stops early: a text of more characters than the limit is too large whatever they are. */
function byteLength(text: string): number {
  if (text.length > limits.bytes) return text.length;
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) bytes += code >= 0x800 && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

function parse(text: string): { readonly value: unknown } | { readonly problem: Problem } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: problem('P-002', undefined, '', { found: placeOf(text, error) }) };
  }
}

/** Where the reader gave up, in words. Engines word their messages differently; without a position it is the end. */
function placeOf(text: string, error: unknown): string {
  if (text.trim() === '') return 'an empty file';
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined) return 'something unreadable';
  const before = text.slice(0, Number(position)).split('\n');
  return `something unreadable at line ${before.length}, character ${(before.at(-1) ?? '').length + 1}`;
}

/** What a value is, in words. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return value.trim() === '' ? 'an empty text' : `the text “${value}”`;
  if (typeof value === 'number') return `the number ${value}`;
  return typeof value === 'boolean' ? `“${value ? 'true' : 'false'}”` : 'a group of parts';
}

/** The first place that is too deep, too long, too much, or dangerously named. */
const firstUnsafe = (root: unknown): Problem | undefined =>
  firstFound(root, (visit, met) => (met > limits.values ? problem('P-004', root, '', { found: `more than ${limits.values.toLocaleString('en-GB')}` }) : unsafeHere(root, visit)));

function unsafeHere(root: unknown, visit: Visit): Problem | undefined {
  const { value, depth } = visit;
  if (typeof value === 'string' && value.length > limits.textLength) return problem('P-005', root, pointerOf(visit), { found: `${value.length} characters` });
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > limits.depth) return problem('P-003', root, pointerOf(visit), { found: `more than ${limits.depth} levels` });
  const names = isObject(value) ? Object.keys(value) : [];
  if (names.some((name) => name.length > limits.nameLength)) return problem('P-005', root, pointerOf(visit), { found: `a name of more than ${limits.nameLength} characters` });
  const dangerous = names.find((name) => dangerousKeys.has(name));
  return dangerous === undefined ? undefined : problem('P-006', root, pointerOf(visit), { found: dangerous });
}
