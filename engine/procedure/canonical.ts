// The one way to write a JSON value (RFC 8785): keys in order of their UTF-16 units, no spaces, numbers as JavaScript writes them.
// Two values that mean the same give the same text, so that it can be hashed. It does not know procedures.

/** The canonical text of a JSON value. Keys whose value is undefined are left out, as JSON.stringify does. Throws on what JSON cannot hold. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).filter(([, part]) => part !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${parts.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return JSON.stringify(value);
  throw new TypeError(`A ${typeof value} has no canonical text.`);
}
