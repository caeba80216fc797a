// The key of this installation, which signs what leaves it. It is made on first use and cannot be taken out of the
// browser's keeping. A signature shows that a file was not changed since this installation saved it; it does not show
// who sat at the keyboard.
import { canonical } from '../../engine/procedure/canonical.ts';
import { onShelf, putOnShelf } from '../world/shelf.ts';
import { fingerprintOf, fromBase64, toBase64, utf8 } from './bytes.ts';

export interface Signature { readonly algorithm: 'ECDSA-P256-SHA256'; readonly key: string; readonly value: string }
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;
const NAME = 'signing-key';

let made: Promise<CryptoKeyPair> | undefined;
function keys(): Promise<CryptoKeyPair> {
  made ??= onShelf<CryptoKeyPair>(NAME).then(async (kept) => {
    if (kept !== undefined) return kept;
    const pair = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
    await putOnShelf(NAME, pair);
    return pair;
  });
  return made;
}
/** The fingerprint of this installation's key, in groups of four, as it is printed on exports and letters. */
export async function installationFingerprint(): Promise<string> {
  return fingerprintOf(new Uint8Array(await crypto.subtle.exportKey('spki', (await keys()).publicKey)));
}
/** Signs the canonical text of a document. */
export async function sign(document: unknown, pair?: CryptoKeyPair): Promise<Signature> {
  const { privateKey, publicKey } = pair ?? await keys();
  const [key, value] = await Promise.all([crypto.subtle.exportKey('spki', publicKey), crypto.subtle.sign(SIGNING, privateKey, utf8(canonical(document)))]);
  return { algorithm: 'ECDSA-P256-SHA256', key: toBase64(new Uint8Array(key)), value: toBase64(new Uint8Array(value)) };
}
/** The fingerprint of the key that signed the document, or undefined when the signature is not of it. Needs nothing but the two. */
export async function signedBy(document: unknown, { key, value }: Signature): Promise<string | undefined> {
  try {
    const spki = fromBase64(key);
    const publicKey = await crypto.subtle.importKey('spki', spki, CURVE, false, ['verify']);
    return await crypto.subtle.verify(SIGNING, publicKey, fromBase64(value), utf8(canonical(document))) ? await fingerprintOf(spki) : undefined;
  } catch { return undefined; }
}
/** A pair for one signature, for tests and tools. */
export const freshKeys = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
