// Encryption at rest. One random key seals everything that is kept; it is itself kept twice, wrapped by a key made from
// the passphrase and by one made from the recovery key. A new passphrase wraps it anew and touches nothing else.
// Whoever has neither passphrase nor recovery key cannot open it: there is no other way, for anybody.
import type { Codec } from '../../engine/store/codec.ts';
import { fromBase64, fromUtf8, random, randomGroups, tidyGroups, toBase64, utf8 } from './bytes.ts';

/** What stands in the clear beside a sealed store: nothing of it opens anything without a passphrase. */
export interface VaultHeader {
  readonly format: 1; readonly id: string; readonly iterations: number; readonly made: number;
  readonly passphrase: Wrapped; readonly recovery: Wrapped;
}
interface Wrapped { readonly salt: string; readonly iv: string; readonly key: string }
/** A vault that is open. The key cannot be taken out of the browser's keeping. */
export interface OpenVault { readonly header: VaultHeader; readonly key: CryptoKey }

const ITERATIONS = 600_000;
const SHORTEST = 12;

/** A new vault, and its recovery key: shown once, kept nowhere. */
export async function makeVault(passphrase: string, now: number, iterations = ITERATIONS): Promise<OpenVault & { readonly recovery: string }> {
  const raw = random(32);
  const recovery = randomGroups(8);
  const [byPassphrase, byRecovery] = [await wrap(raw, passphrase, iterations), await wrap(raw, recovery, iterations)];
  const header: VaultHeader = { format: 1, id: crypto.randomUUID(), iterations, made: now, passphrase: byPassphrase, recovery: byRecovery };
  return { header, key: await importKey(raw), recovery };
}

/** The vault, opened with its passphrase or its recovery key; undefined when it is neither. */
export async function openVault(header: VaultHeader, typed: string): Promise<OpenVault | undefined> {
  const raw = await unwrapped(header, typed);
  return raw === undefined ? undefined : { header, key: await importKey(raw) };
}

/** The header with another passphrase; undefined when `typed` is neither the present one nor the recovery key. */
export async function changePassphrase(header: VaultHeader, typed: string, passphrase: string): Promise<VaultHeader | undefined> {
  const raw = await unwrapped(header, typed);
  return raw === undefined ? undefined : { ...header, passphrase: await wrap(raw, passphrase, header.iterations) };
}

/** What is wrong with a passphrase somebody chose, in words; undefined when it will do. */
export function weakness(passphrase: string): string | undefined {
  if (passphrase.length < SHORTEST) return `Use at least ${SHORTEST} characters. Three or four words that do not belong together are easy to remember`;
  return new Set(passphrase).size < 5 ? 'Use more different letters' : undefined;
}

/** Seals and opens records with the vault's key; each text opens only at the place it was sealed for. */
export function codecOf({ header, key }: OpenVault): Codec {
  const bound = (place: string) => utf8(`${header.id}/${place}`);
  return {
    id: header.id,
    seal: async (place, content) => {
      const iv = random(12);
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound(place) }, key, utf8(JSON.stringify(content)));
      return `${toBase64(iv)}${toBase64(new Uint8Array(sealed))}`; // twelve bytes are sixteen letters, without padding
    },
    open: async (place, sealed) => {
      const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64(sealed.slice(0, 16)), additionalData: bound(place) }, key, fromBase64(sealed.slice(16)));
      return JSON.parse(fromUtf8(opened)) as unknown;
    },
  };
}

async function unwrapped(header: VaultHeader, typed: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  for (const [wrapped, words] of [[header.passphrase, typed], [header.recovery, tidyGroups(typed)]] as const) {
    const raw = await unwrap(wrapped, words, header.iterations);
    if (raw !== undefined) return raw;
  }
  return undefined;
}
async function wrap(raw: Uint8Array<ArrayBuffer>, words: string, iterations: number): Promise<Wrapped> {
  const [salt, iv] = [random(16), random(12)];
  const key = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyFrom(words, salt, iterations), raw);
  return { salt: toBase64(salt), iv: toBase64(iv), key: toBase64(new Uint8Array(key)) };
}
async function unwrap({ salt, iv, key }: Wrapped, words: string, iterations: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const by = await keyFrom(words, fromBase64(salt), iterations);
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64(iv) }, by, fromBase64(key)).then((raw) => new Uint8Array(raw), () => undefined);
}
async function keyFrom(words: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', utf8(words.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
function importKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, { name: 'AES-GCM' }, false, ['encrypt', 'decrypt']);
}
/** A header as it was kept or came in a file; undefined when it is none. */
export function readHeader(value: unknown): VaultHeader | undefined {
  const is = (one: unknown): one is Record<string, unknown> => typeof one === 'object' && one !== null;
  const wrapped = (one: unknown): boolean => is(one) && ['salt', 'iv', 'key'].every((name) => typeof one[name] === 'string');
  if (!is(value) || value['format'] !== 1 || typeof value['id'] !== 'string' || !wrapped(value['passphrase']) || !wrapped(value['recovery'])) return undefined;
  const iterations = value['iterations'];
  // A file may not ask for so many rounds that the page stands still, nor for so few that guessing is easy.
  return typeof iterations === 'number' && iterations >= 1000 && iterations <= 5_000_000 ? value as unknown as VaultHeader : undefined;
}
