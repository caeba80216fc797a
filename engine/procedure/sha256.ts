// SHA-256 of texts in UTF-8, for many short ones in a row: an event is hashed twice. It is synchronous, because a
// transaction of IndexedDB ends while one waits for the browser's own.
import { sha256 as hash } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

const encoder = new TextEncoder();
// One buffer, one hasher and one place for the result, used again for every text: making them anew took as long as
// hashing a short event. Nothing of them is seen outside, and hashing is synchronous.
const room = new Uint8Array(16_384);
const unused = hash.create();
const hasher = hash.create();
const result = new Uint8Array(32);

/** SHA-256, 64 hexadecimal digits, of a text in UTF-8. */
export function sha256(text: string): string {
  unused._cloneInto(hasher);
  hasher.update(bytesOf(text)).digestInto(result);
  return hexadecimal(result);
}

// Digits put down as ASCII and read as one text: one that is joined of thirty-two pieces takes twice as long to make, and
// is put together again when the next event is hashed with it.
const digits = encoder.encode('0123456789abcdef');
const written = new Uint8Array(64);
const decoder = new TextDecoder('latin1');

function hexadecimal(bytes: Uint8Array): string {
  for (let place = 0; place < bytes.length; place += 1) {
    const byte = bytes[place] ?? 0;
    written[2 * place] = digits[byte >> 4] ?? 0;
    written[2 * place + 1] = digits[byte & 15] ?? 0;
  }
  return decoder.decode(written);
}

/** A text in UTF-8, good until the next one; three bytes are the most that a UTF-16 unit takes. */
function bytesOf(text: string): Uint8Array {
  return text.length * 3 > room.length ? utf8ToBytes(text) : room.subarray(0, encoder.encodeInto(text, room).written);
}
