// SHA-256 of texts in UTF-8, for many short ones in a row: an event is hashed twice. It is synchronous, because a
// transaction of IndexedDB ends while one waits for the browser's own.
import { _SHA256 } from '@noble/hashes/sha2.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const BLOCK = 64;
/** What follows a text in its last block, at the least: one bit, and its length in bits. */
const TAIL = 9;

/**
 * The library's compression over whole texts, by the parts that it keeps for subclasses; a test holds it to Node's own
 * hash on any text. What it does besides for streams (a hasher made or reset, a view of each
 * part, the last block put together by itself) took a fifth of sealing an event.
 */
class OfWholeTexts extends _SHA256 {
  // One buffer for every text: nothing of it is seen outside, and hashing is synchronous.
  private bytes = new Uint8Array(16_384);
  private words = new DataView(this.bytes.buffer);
  private readonly begun = this.get();

  hash(text: string): string {
    this.makeRoom(text.length * 3 + TAIL + BLOCK); // three bytes are the most that a UTF-16 unit takes
    const { written } = encoder.encodeInto(text, this.bytes);
    const end = this.close(written);
    this.set(...this.begun);
    for (let offset = 0; offset < end; offset += BLOCK) this.process(this.words, offset);
    return hexadecimal(this.get());
  }

  /** Ends the text as SHA-256 asks for; gives where its last block ends. */
  private close(written: number): number {
    const end = Math.ceil((written + TAIL) / BLOCK) * BLOCK;
    this.bytes[written] = 0x80;
    this.bytes.fill(0, written + 1, end);
    this.words.setUint32(end - 8, Math.floor(written / 0x2000_0000));
    this.words.setUint32(end - 4, written * 8);
    return end;
  }

  private makeRoom(size: number): void {
    if (size <= this.bytes.length) return;
    this.bytes = new Uint8Array(size);
    this.words = new DataView(this.bytes.buffer);
  }
}

const digits = encoder.encode('0123456789abcdef');
const written = new Uint8Array(BLOCK);

/** Written as bytes and read as one text: joined from pieces it would be put together anew by whoever reads it first. */
function hexadecimal(words: readonly number[]): string {
  let place = 0;
  for (const word of words) for (let shift = 28; shift >= 0; shift -= 4) written[place++] = digits[(word >>> shift) & 15] ?? 0;
  return decoder.decode(written);
}

const whole = new OfWholeTexts();

/** SHA-256, 64 hexadecimal digits, of a text in UTF-8. */
export const sha256 = (text: string): string => whole.hash(text);
