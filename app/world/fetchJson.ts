// Files that come with the app as data: fetched from its own address when needed, and no part of its code.
const read = new Map<string, Promise<unknown>>();

/** The content of one of the app's own files, read once. Throws when the file is not there. */
export function fetchJson<T>(address: string): Promise<T> {
  const known = read.get(address) ?? fetchOnce(address);
  read.set(address, known);
  return known as Promise<T>;
}
async function fetchOnce(address: string): Promise<unknown> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`A file of Caseway is missing: ${address}`);
  return answer.json();
}
