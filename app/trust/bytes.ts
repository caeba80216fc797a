// Bytes as text and back: base64 for files and records, groups of letters for what people copy by hand.
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789'; // no I, L, O and U: they are misread

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
/** Throws when the text is no base64, or not the only way to write its bytes: a last letter may hold bits that say nothing. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  if (toBase64(bytes) !== text) throw new TypeError('The letters are not as these bytes are written.');
  return bytes;
}
export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
export const fromUtf8 = (bytes: Uint8Array | ArrayBuffer): string => new TextDecoder().decode(bytes);
export const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

/** Random text in groups of four, five bits a letter: what a person can print, read out and type. */
export function randomGroups(groups: number): string {
  const letters = [...random(groups * 4)].map((byte) => LETTERS[byte % 32] ?? 'A').join('');
  return (letters.match(/.{4}/g) ?? []).join('-');
}
/** What somebody typed for such groups, whatever the case and the spaces. */
export const tidyGroups = (typed: string): string => (typed.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1').replace(/[^A-Z0-9]/g, '').match(/.{1,4}/g) ?? []).join('-');

/** The first sixteen bytes of a digest, in groups: short enough to compare by eye. */
export async function fingerprintOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('').toUpperCase();
  return (hex.match(/.{4}/g) ?? []).join(' ');
}
