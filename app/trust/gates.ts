// The first gates of a backup or a case file from somebody else: size, readable at all, depth, count, length of texts,
// dangerous and double names. Iterative, so that no file can exhaust the stack. What a case is they do not know.
import { firstDoubleKey } from '../../engine/procedure/double-keys.ts';
import { isObject } from '../../engine/procedure/pointer.ts';
import { dangerousKeys, firstFound, pointerOf, type Visit } from '../../engine/procedure/visit.ts';

/** Why a file is refused: where (JSON pointer, '' for the whole), what was expected, and what was found. */
export interface FileProblem { readonly pointer: string; readonly expected: string; readonly found: string }
export type Gated = { readonly ok: true; readonly document: Readonly<Record<string, unknown>> } | { readonly ok: false; readonly problem: FileProblem };

/** All are inclusive. A store of 2,000 cases with 60 entries each is about 150 MB. */
const FILE_LIMITS = { bytes: 512 * 1024 * 1024, depth: 64, values: 20_000_000, text: 200_000, name: 200 } as const;

const refused = (pointer: string, expected: string, found: string): Gated => ({ ok: false, problem: { pointer, expected, found } });

/** The document in the text, or the first gate that it does not pass. Never throws. */
export function passFileGates(text: string): Gated {
  if (text.length > FILE_LIMITS.bytes) return refused('', 'a file of at most 512 MB', `${Math.round(text.length / 1_048_576)} MB`);
  const value = parsed(text);
  if (value === undefined) return refused('', 'a file that Caseway saved', text.trim() === '' ? 'an empty file' : 'something else, or a file that was cut off');
  if (!isObject(value)) return refused('', 'a file that Caseway saved', 'something else');
  const unsafe = firstUnsafe(value);
  if (unsafe !== undefined) return { ok: false, problem: unsafe };
  const double = firstDoubleKey(text);
  return double === undefined ? { ok: true, document: value } : refused(double.pointer, 'each name once', `“${double.key}” twice`);
}
function parsed(text: string): unknown {
  try { return JSON.parse(text) as unknown; } catch { return undefined; }
}

const firstUnsafe = (root: unknown): FileProblem | undefined =>
  firstFound(root, (visit, met) => (met > FILE_LIMITS.values ? { pointer: '', expected: 'at most twenty million values', found: 'more' } : unsafeHere(visit)));

function unsafeHere(visit: Visit): FileProblem | undefined {
  const { value, depth, parent, step } = visit;
  // What is sealed is one long text, and is looked at again when it is opened.
  const sealed = parent?.parent === undefined && step === 'sealed';
  if (typeof value === 'string' && value.length > FILE_LIMITS.text && !sealed) return { pointer: pointerOf(visit), expected: `a text of at most ${FILE_LIMITS.text} characters`, found: `${value.length} characters` };
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > FILE_LIMITS.depth) return { pointer: pointerOf(visit), expected: `at most ${FILE_LIMITS.depth} levels`, found: 'more' };
  const name = isObject(value) ? Object.keys(value).find((key) => key.length > FILE_LIMITS.name || dangerousKeys.has(key)) : undefined;
  return name === undefined ? undefined : { pointer: pointerOf(visit), expected: 'ordinary names', found: `the name “${name.slice(0, 40)}”` };
}
