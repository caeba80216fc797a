// The one way to write a JSON value (RFC 8785): keys in order of their UTF-16 units, no spaces, numbers as JavaScript writes them.
// Two values that mean the same give the same text, so that it can be hashed. It does not know procedures.

/** Characters that JSON writes as they are. */
const plain = /^[ !#-[\]-~]*$/;

/** A text as JSON writes it: most are plain, and seeing that is twice as fast as looking for what to escape. */
export const quoted = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text));

/** The canonical text of a JSON value. Keys whose value is undefined are left out, as JSON.stringify does. Throws on what JSON cannot hold. */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return String(value); // as JSON writes them
  if (Array.isArray(value)) return list(value);
  if (typeof value === 'object') return record(value as Readonly<Record<string, unknown>>);
  throw new TypeError(`A ${typeof value} has no canonical text.`);
}

// Text joined in plain loops, a sixth faster than lists of entries filtered, sorted and mapped: every event is
// written so before it is hashed.
function list(items: readonly unknown[]): string {
  let text = '';
  for (const item of items) text += text === '' ? canonical(item) : `,${canonical(item)}`;
  return `[${text}]`;
}

function record(value: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const key of inOrder(Object.keys(value))) {
    const part = value[key];
    if (part !== undefined) text += `${text === '' ? '' : ','}${named(key)}${canonical(part)}`;
  }
  return `{${text}}`;
}

/** More keys than these are sorted by the language’s own sort. */
const FEW = 10;

/** Few keys are put in order where they lie: to sort a list takes room beside it, four times for an event. */
function inOrder(keys: string[]): readonly string[] {
  if (keys.length > FEW) return keys.sort();
  for (let next = 1; next < keys.length; next += 1) {
    const key = keys[next] ?? '';
    let place = next;
    for (; place > 0 && (keys[place - 1] ?? '') > key; place -= 1) keys[place] = keys[place - 1] ?? '';
    keys[place] = key;
  }
  return keys;
}

// The same few names come again with every event; as many are kept as a large procedure has.
const names = new Map<string, string>();
const MOST_NAMES = 5_000;

/** A key as JSON writes it before its value. */
function named(key: string): string {
  const known = names.get(key);
  if (known !== undefined) return known;
  if (names.size >= MOST_NAMES) names.clear();
  const written = `${quoted(key)}:`;
  names.set(key, written);
  return written;
}
