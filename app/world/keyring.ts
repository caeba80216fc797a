// The vault's key while it is open: in memory only, handed to other tabs that ask, dropped everywhere by a lock. A page
// that is loaded anew has none, and asks the other tabs before it asks the person.
import type { Codec } from '../../engine/store/codec.ts';
import type { OpenVault, VaultHeader } from '../trust/vault.ts';
import { onShelf, putOnShelf, takeOffShelf } from './shelf.ts';

type Said = { readonly say: 'ask' } | { readonly say: 'here'; readonly vault: OpenVault } | { readonly say: 'lock' } | { readonly say: 'changed' };
const HEADER = 'caseway-vault';
const WAIT = 200;
let vault: OpenVault | undefined;
let codec: Codec | undefined;
/** Another tab locked: the key goes once what was typed is kept, and is handed to nobody until then. */
let closing = false;
const channel = new BroadcastChannel('caseway-keys');
const locking = new Set<() => void>();

channel.addEventListener('message', ({ data }: MessageEvent<Said>) => {
  if (data.say === 'lock') closing = true;
  if (data.say === 'ask' && vault !== undefined && !closing) channel.postMessage({ say: 'here', vault } satisfies Said);
  if (data.say === 'lock' || data.say === 'changed') for (const tell of locking) tell();
});

export const openedVault = (): OpenVault | undefined => vault;
/** Seals what is not part of a store, such as text not yet saved; undefined without a vault. */
export const openCodec = (): Codec | undefined => codec;
export function holdVault(opened: OpenVault, made: Codec): void { vault = opened; codec = made; }
/** Calls back when this or another tab locks, or when what is kept was sealed anew; returns how to stop. */
export function onLock(listener: () => void): () => void {
  locking.add(listener);
  return () => locking.delete(listener);
}
/** Drops the key here and in every tab. */
export function dropVault(): void {
  vault = undefined;
  codec = undefined;
  channel.postMessage({ say: 'lock' } satisfies Said);
}
/** Tells the other tabs that the store is another one now: they have to load it anew. */
export function tellChanged(): void { channel.postMessage({ say: 'changed' } satisfies Said); }

/** The vault as another tab has it open; undefined when none answers within a moment. */
export function vaultOfOtherTab(id: string): Promise<OpenVault | undefined> {
  return new Promise((done) => {
    const finish = (found: OpenVault | undefined): void => { channel.removeEventListener('message', hear); clearTimeout(timer); done(found); };
    const hear = ({ data }: MessageEvent<Said>): void => { if (data.say === 'here' && data.vault.header.id === id) finish(data.vault); };
    const timer = setTimeout(() => finish(undefined), WAIT);
    channel.addEventListener('message', hear);
    channel.postMessage({ say: 'ask' } satisfies Said);
  });
}

/** The header as two of three places keep it, because nothing opens without it; the third is beside the second journal. */
export async function keptHeader(): Promise<unknown> {
  return parsed(stored()) ?? onShelf<unknown>(HEADER).catch(() => undefined);
}
export async function keepHeader(header: VaultHeader, further: (text: string) => Promise<unknown>): Promise<void> {
  const text = JSON.stringify(header);
  localStorage.setItem(HEADER, text);
  await putOnShelf(HEADER, header);
  await further(text).catch(() => undefined);
}
/** Nothing was sealed after all. */
export async function dropHeader(further: () => Promise<unknown>): Promise<void> {
  localStorage.removeItem(HEADER);
  await takeOffShelf(HEADER);
  await further().catch(() => undefined);
}
function stored(): string | undefined {
  try { return localStorage.getItem(HEADER) ?? undefined; } catch { return undefined; }
}
function parsed(text: string | undefined): unknown {
  try { return text === undefined ? undefined : JSON.parse(text) as unknown; } catch { return undefined; }
}
