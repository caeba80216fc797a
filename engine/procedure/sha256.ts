// SHA-256 of texts in UTF-8, for many short ones in a row: an event is hashed twice. It is synchronous, because a
// transaction of IndexedDB ends while one waits for the browser's own. The compression is the audited library's; a text
// that is there as a whole needs nothing of what the library does for one that comes in pieces (a fifth of the time).
import { SHA256_IV } from '@noble/hashes/_md.js';
import { _SHA256, sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const encoder = new TextEncoder();
const BLOCK = 64;
// One buffer and one hasher, used again for every text: making them anew took as long as hashing a short event.
// Nothing of them is seen outside, and hashing is synchronous.
const room = new Uint8Array(256 * BLOCK);
const words = new DataView(room.buffer);
/** The mark and the length that follow the text in its last block. */
const LEAST_PADDING = 9;
const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = SHA256_IV;

class OfWholeTexts extends _SHA256 {
  /** The blocks of the room, from the first, as 64 hexadecimal digits. */
  ofBlocks(count: number): string {
    this.set(a, b, c, d, e, f, g, h);
    for (let at = 0; at < count * BLOCK; at += BLOCK) this.process(words, at);
    this.get().forEach(write);
    return String.fromCharCode(...digits);
  }
}
const hasher = new OfWholeTexts();

/** SHA-256, 64 hexadecimal digits, of a text in UTF-8. */
export function sha256(text: string): string {
  // Three bytes are the most that a UTF-16 unit takes.
  if (text.length * 3 + LEAST_PADDING > room.length) return bytesToHex(hash(utf8ToBytes(text)));
  return hasher.ofBlocks(pad(encoder.encodeInto(text, room).written));
}

/** Ends the text in the room as the standard says: a one, nought up to the end of a block, the length in bits. Gives the number of blocks. */
function pad(length: number): number {
  const end = Math.ceil((length + LEAST_PADDING) / BLOCK) * BLOCK;
  room.fill(0, length, end);
  room[length] = 0x80;
  words.setUint32(end - 4, length * 8);
  return end / BLOCK;
}

// The codes of the result's digits: a text made of them at once, because one joined of 32 pieces is read again as slowly as it was made.
const digits = Array.from({ length: 64 }, () => 0);
const digitCodes = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

function write(word: number, place: number): void {
  for (let digit = 0; digit < 8; digit += 1) digits[place * 8 + digit] = digitCodes[(word >>> (28 - 4 * digit)) & 15] ?? 0;
}
