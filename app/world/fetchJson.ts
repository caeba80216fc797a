// Files that come with the app as data: fetched from its own address when needed, and no part of its code.
import { create } from 'zustand';
import { log } from './log.ts';

const read = new Map<string, Promise<unknown>>();

/** The files of the app that could not be had. A page that waits for one would wait for ever, so every page tells of it. */
export const useLacking = create<{ readonly lacking: readonly string[] }>(() => ({ lacking: [] }));

/** The content of one of the app's own files, read once. Throws when the file cannot be had, and asks for it anew the next time. */
export function fetchJson<T>(address: string): Promise<T> {
  const known = read.get(address) ?? fetchOnce(address).catch((error: unknown) => { read.delete(address); lack(address, String(error)); throw error; });
  read.set(address, known);
  return known as Promise<T>;
}
async function fetchOnce(address: string): Promise<unknown> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`A file of Caseway is missing: ${address}`);
  const content: unknown = await answer.json();
  useLacking.setState(({ lacking }) => ({ lacking: lacking.filter((one) => one !== address) }));
  return content;
}
function lack(address: string, why: string): void {
  log(`${address}: ${why}`);
  useLacking.setState(({ lacking }) => ({ lacking: [...new Set([...lacking, address])] }));
}
