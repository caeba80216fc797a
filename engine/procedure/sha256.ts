// SHA-256 (FIPS 180-4) of texts in UTF-8, for many short ones in a row: an event is hashed twice, and a library's general
// hasher spent half of its time on what only streams need. It is synchronous, because a transaction of IndexedDB ends
// while one waits for the browser's own. Held equal to @noble/hashes and to the standard's examples.

const constants = Int32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
);
const beginning = Int32Array.of(0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19);
const digits = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

const encoder = new TextEncoder();
// Used again for every text; nothing of them is seen outside.
const state = new Int32Array(8);
const words = new Int32Array(64);
const hex = Array.from({ length: 64 }, () => 0);
const BLOCK = 64;
const LENGTH = 8;
let room = new Uint8Array(16_384);

/** SHA-256, 64 hexadecimal digits, of a text in UTF-8. */
export function sha256(text: string): string {
  // Three bytes are the most that a UTF-16 unit takes.
  const most = text.length * 3 + BLOCK + LENGTH + 1;
  if (most > room.length) room = new Uint8Array(most);
  const end = padded(encoder.encodeInto(text, room).written);
  state.set(beginning);
  for (let block = 0; block < end; block += BLOCK) compress(block);
  return written();
}

/** Ends the bytes as the standard says: a one, zeros, and the length in bits. Gives the end of the last block. */
function padded(length: number): number {
  const end = Math.ceil((length + 1 + LENGTH) / BLOCK) * BLOCK;
  room[length] = 0x80;
  room.fill(0, length + 1, end);
  for (let byte = 1, rest = length * 8; rest > 0; byte += 1, rest = Math.floor(rest / 256)) room[end - byte] = rest % 256;
  return end;
}

function written(): string {
  for (let place = 0; place < 64; place += 1) hex[place] = digits[((state[place >> 3] as number) >>> (28 - 4 * (place & 7))) & 15] as number;
  return String.fromCharCode(...hex);
}

/** Spreads a block over the 64 rounds. */
function spread(block: number): void {
  for (let i = 0, at = block; i < 16; i += 1, at += 4) words[i] = (room[at] as number) << 24 | (room[at + 1] as number) << 16 | (room[at + 2] as number) << 8 | (room[at + 3] as number);
  for (let i = 16; i < 64; i += 1) {
    const x = words[i - 15] as number;
    const y = words[i - 2] as number;
    words[i] = ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ (y >>> 10)) + (words[i - 7] as number) + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ (x >>> 3)) + (words[i - 16] as number) | 0;
  }
}

/** Takes one block in. Eight rounds are written out, so that the eight values stay where they are; calling a function for what they share took three times as long. */
function compress(block: number): void {
  spread(block);
  let a = state[0] as number, b = state[1] as number, c = state[2] as number, d = state[3] as number;
  let e = state[4] as number, f = state[5] as number, g = state[6] as number, h = state[7] as number;
  for (let i = 0; i < 64; i += 8) {
    h += ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (g ^ e & (f ^ g)) + (constants[i] as number) + (words[i] as number) | 0;
    d = d + h | 0;
    h = h + ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + (a & b | c & (a | b)) | 0;
    g += ((d >>> 6 | d << 26) ^ (d >>> 11 | d << 21) ^ (d >>> 25 | d << 7)) + (f ^ d & (e ^ f)) + (constants[i + 1] as number) + (words[i + 1] as number) | 0;
    c = c + g | 0;
    g = g + ((h >>> 2 | h << 30) ^ (h >>> 13 | h << 19) ^ (h >>> 22 | h << 10)) + (h & a | b & (h | a)) | 0;
    f += ((c >>> 6 | c << 26) ^ (c >>> 11 | c << 21) ^ (c >>> 25 | c << 7)) + (e ^ c & (d ^ e)) + (constants[i + 2] as number) + (words[i + 2] as number) | 0;
    b = b + f | 0;
    f = f + ((g >>> 2 | g << 30) ^ (g >>> 13 | g << 19) ^ (g >>> 22 | g << 10)) + (g & h | a & (g | h)) | 0;
    e += ((b >>> 6 | b << 26) ^ (b >>> 11 | b << 21) ^ (b >>> 25 | b << 7)) + (d ^ b & (c ^ d)) + (constants[i + 3] as number) + (words[i + 3] as number) | 0;
    a = a + e | 0;
    e = e + ((f >>> 2 | f << 30) ^ (f >>> 13 | f << 19) ^ (f >>> 22 | f << 10)) + (f & g | h & (f | g)) | 0;
    d += ((a >>> 6 | a << 26) ^ (a >>> 11 | a << 21) ^ (a >>> 25 | a << 7)) + (c ^ a & (b ^ c)) + (constants[i + 4] as number) + (words[i + 4] as number) | 0;
    h = h + d | 0;
    d = d + ((e >>> 2 | e << 30) ^ (e >>> 13 | e << 19) ^ (e >>> 22 | e << 10)) + (e & f | g & (e | f)) | 0;
    c += ((h >>> 6 | h << 26) ^ (h >>> 11 | h << 21) ^ (h >>> 25 | h << 7)) + (b ^ h & (a ^ b)) + (constants[i + 5] as number) + (words[i + 5] as number) | 0;
    g = g + c | 0;
    c = c + ((d >>> 2 | d << 30) ^ (d >>> 13 | d << 19) ^ (d >>> 22 | d << 10)) + (d & e | f & (d | e)) | 0;
    b += ((g >>> 6 | g << 26) ^ (g >>> 11 | g << 21) ^ (g >>> 25 | g << 7)) + (a ^ g & (h ^ a)) + (constants[i + 6] as number) + (words[i + 6] as number) | 0;
    f = f + b | 0;
    b = b + ((c >>> 2 | c << 30) ^ (c >>> 13 | c << 19) ^ (c >>> 22 | c << 10)) + (c & d | e & (c | d)) | 0;
    a += ((f >>> 6 | f << 26) ^ (f >>> 11 | f << 21) ^ (f >>> 25 | f << 7)) + (h ^ f & (g ^ h)) + (constants[i + 7] as number) + (words[i + 7] as number) | 0;
    e = e + a | 0;
    a = a + ((b >>> 2 | b << 30) ^ (b >>> 13 | b << 19) ^ (b >>> 22 | b << 10)) + (b & c | d & (b | c)) | 0;
  }
  add(0, a); add(1, b); add(2, c); add(3, d);
  add(4, e); add(5, f); add(6, g); add(7, h);
}

const add = (place: number, value: number): void => {
  state[place] = (state[place] as number) + value;
};
