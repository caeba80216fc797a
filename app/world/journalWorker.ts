// The journal's hands: append-only files in the origin's private file system, one for each tab, in a folder for each
// store. A file admits one open handle across all tabs, so no tab touches the file that another writes to; which those
// are is told by a lock that each tab holds on its own for as long as it lives.
import { headsOf, mergeLines, readLines, withoutOldDrafts, writeLine, type JournalLine } from '../../engine/store/journal.ts';
import type { Answered, Asked, JournalHeads, JournalStore, Questions } from './journalTalk.ts';

type Answers = { readonly [Q in keyof Questions]: (root: FileSystemDirectoryHandle, tab: string, ask: Questions[Q]['ask']) => Promise<Questions[Q]['answer']> };
interface Handle { read(bytes: Uint8Array, at: { at: number }): number; write(bytes: Uint8Array, at: { at: number }): number; flush(): void; close(): void; getSize(): number; truncate(size: number): void }
interface Own { readonly store: string; readonly name: string; readonly handle: Handle; size: number; /** Letters of drafts since it was begun. */ drafts: number; readonly release: () => void }
const ASIDE = 'set-aside';
const BASE = 'base-';
const encoder = new TextEncoder();
let own: Own | undefined;

const answers: Answers = {
  write: async (root, tab, { store, text }) => {
    const file = await ownFile(root, store, tab);
    put(file, text);
    if (text.startsWith('{"t":"drafts"')) file.drafts += text.length;
    if (file.drafts > MOST_DRAFTS) await beginAnew(root, file, tab).catch(() => undefined);
    return null;
  },
  heads: async (root, _tab, { store }) => headsIn(await folderOf(root, store)),
  read: async (root, _tab, { store }) => (await linesIn(await folderOf(root, store))).flatMap(({ lines }) => lines),
  stores: async (root) => {
    const found: JournalStore[] = [];
    for await (const [store, folder] of root.entries()) if (isFolder(folder)) found.push(await storeIn(store, folder));
    return found;
  },
  restart: async (root, tab, { store, text, end, replaces }) => {
    put(await ownFile(root, store, tab), text);
    if (end && replaces !== undefined && replaces !== store) await remove(root, replaces);
    return null;
  },
  drop: async (root, _tab, { store }) => { await remove(root, store); return (await folderOf(root, store)) === undefined; },
  tidy: async (root, _tab, { store }) => tidy(await folderOf(root, store), store),
  setAside: async (root, _tab, { store }) => { await writeWhole(await root.getDirectoryHandle(store), ASIDE, ''); return null; },
  keep: async (root, _tab, { name, text }) => { await writeWhole(root, name, text); return null; },
  kept: async (root, _tab, { name }) => root.getFileHandle(name).then(textOf, () => undefined),
  wipe: async (root) => {
    closeOwn();
    for await (const [name] of root.entries()) await remove(root, name);
    return null;
  },
};

// One after the other: two that open this tab's file at once would shut each other out.
let before: Promise<void> = Promise.resolve();
self.onmessage = ({ data }: MessageEvent<Asked>) => {
  before = before.then(() => answered(data)).then((answer) => self.postMessage(answer));
};
let rootOf: Promise<FileSystemDirectoryHandle> | undefined;
async function answered({ turn, root, tab, q, ask }: Asked): Promise<Answered> {
  try {
    rootOf ??= navigator.storage.getDirectory().then((top) => top.getDirectoryHandle(root, { create: true }));
    const answer = await (answers[q] as (root: FileSystemDirectoryHandle, tab: string, ask: unknown) => Promise<unknown>)(await rootOf, tab, ask);
    return { turn, ok: true, answer };
  } catch (error) {
    return { turn, ok: false, why: String(error) };
  }
}

const isFolder = (handle: FileSystemHandle): handle is FileSystemDirectoryHandle => handle.kind === 'directory';
const textOf = async (handle: FileSystemFileHandle): Promise<string> => (await handle.getFile()).text();
const folderOf = (root: FileSystemDirectoryHandle, store: string): Promise<FileSystemDirectoryHandle | undefined> => root.getDirectoryHandle(store).catch(() => undefined);
const lockOf = (store: string, file: string): string => `caseway-journal ${store} ${file}`;
/** What another tab holds open cannot be removed now; the next start removes it. */
const remove = (root: FileSystemDirectoryHandle, name: string): Promise<void> => root.removeEntry(name, { recursive: true }).catch(() => undefined);

async function ownFile(root: FileSystemDirectoryHandle, store: string, tab: string): Promise<Own> {
  if (own?.store === store) return own;
  closeOwn();
  own = await openOwn(await root.getDirectoryHandle(store, { create: true }), store, `${tab}.log`);
  return own;
}
async function openOwn(folder: FileSystemDirectoryHandle, store: string, name: string): Promise<Own> {
  const file = await folder.getFileHandle(name, { create: true });
  const handle = await (file as unknown as { createSyncAccessHandle(): Promise<Handle> }).createSyncAccessHandle();
  let release = (): void => undefined;
  void navigator.locks.request(lockOf(store, name), () => new Promise<void>((done) => { release = done; }));
  return { store, name, handle, size: handle.getSize(), drafts: 0, release: () => release() };
}

const MOST_DRAFTS = 16_000_000;
let turn = 0;
/**
 * Another file of this tab's, without the drafts that were replaced. It is whole on the disk before the old one goes, and
 * its name stands after the old one's. Where there is no room for both, or anything else fails, the old one goes on.
 */
async function beginAnew(root: FileSystemDirectoryHandle, old: Own, tab: string): Promise<void> {
  old.drafts = 0;
  const folder = await root.getDirectoryHandle(old.store);
  turn += 1;
  const next = await openOwn(folder, old.store, `${tab}~${String(turn).padStart(4, '0')}.log`);
  try {
    const bytes = new Uint8Array(old.size);
    old.handle.read(bytes, { at: 0 });
    put(next, withoutOldDrafts(new TextDecoder().decode(bytes)));
    own = next;
  } finally {
    const over = own === next ? old : next;
    over.handle.close();
    over.release();
    await remove(folder, over.name);
  }
}
function closeOwn(): void { own?.handle.close(); own?.release(); own = undefined; }
/** A write that comes back shorter than it was has filled the disk: what it left is cut off again. */
function put(file: Own, text: string): void {
  const bytes = encoder.encode(text);
  const written = file.handle.write(bytes, { at: file.size });
  if (written !== bytes.length) { file.handle.truncate(file.size); throw new DOMException('The disk is full.', 'QuotaExceededError'); }
  file.handle.flush();
  file.size += bytes.length;
}
async function writeWhole(folder: FileSystemDirectoryHandle, name: string, text: string): Promise<void> {
  const handle = await ((await folder.getFileHandle(name, { create: true })) as unknown as { createSyncAccessHandle(): Promise<Handle> }).createSyncAccessHandle();
  const bytes = encoder.encode(text);
  handle.write(bytes, { at: 0 });
  handle.truncate(bytes.length);
  handle.flush();
  handle.close();
}

interface FileLines { readonly name: string; readonly bytes: number; readonly lines: readonly JournalLine[]; readonly bad: number; readonly torn: boolean }
/** Files in the order they were begun: those made of others first. */
async function linesIn(folder: FileSystemDirectoryHandle | undefined): Promise<readonly FileLines[]> {
  const files: FileLines[] = [];
  if (folder !== undefined) for await (const [name, handle] of folder.entries()) {
    if (!name.endsWith('.log') || isFolder(handle)) continue;
    const text = await textOf(handle as FileSystemFileHandle);
    const { lines, bad, torn } = readLines(text);
    files.push({ name, bytes: text.length, lines, bad: bad.length, torn });
  }
  return files.toSorted((a, b) => Number(b.name.startsWith(BASE)) - Number(a.name.startsWith(BASE)) || (a.name < b.name ? -1 : 1));
}
async function headsIn(folder: FileSystemDirectoryHandle | undefined): Promise<JournalHeads> {
  const files = await linesIn(folder);
  const merged = mergeLines(files.flatMap(({ lines }) => lines));
  const sum = (of: (file: FileLines) => number): number => files.reduce((total, file) => total + of(file), 0);
  return { heads: headsOf(merged), versions: merged.versions.length, access: merged.access.length, differ: merged.differ.length, files: files.length, bytes: sum(({ bytes }) => bytes), bad: sum(({ bad }) => bad), torn: sum(({ torn }) => Number(torn)) };
}
async function storeIn(store: string, folder: FileSystemDirectoryHandle): Promise<JournalStore> {
  const { heads, bytes } = await headsIn(folder);
  const aside = await folder.getFileHandle(ASIDE).then(() => true, () => false);
  return { store, cases: heads.length, events: heads.reduce((total, { seq }) => total + seq, 0), bytes, aside };
}

const MANY = 6;
async function tidy(folder: FileSystemDirectoryHandle | undefined, store: string): Promise<number> {
  if (folder === undefined) return 0;
  const { held = [] } = await navigator.locks.query();
  const busy = new Set(held.map(({ name }) => name));
  const idle = (await linesIn(folder)).filter(({ name }) => !busy.has(lockOf(store, name)));
  if (idle.length < MANY) return 0;
  const { cases, loose, versions, drafts, access, settings, duties } = mergeLines(idle.flatMap(({ lines }) => lines));
  const texts = [...[...cases.values(), loose].map((r) => ({ t: 'events', r }) as const), { t: 'versions', r: versions } as const, { t: 'drafts', r: drafts } as const, { t: 'access', r: access } as const, { t: 'settings', r: settings } as const, { t: 'duties', r: duties } as const].map(writeLine);
  // The new file is whole on the disk before an old one goes; a record that stands twice is merged as one.
  await writeWhole(folder, `${BASE}${idle.map(({ name }) => name).toSorted().at(-1)?.replace(BASE, '').replace('.log', '') ?? ''}-${idle.length}.log`, texts.join(''));
  for (const { name } of idle) await remove(folder, name);
  return idle.length;
}
