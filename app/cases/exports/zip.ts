// A zip archive from a few texts, packed a piece at a time so that the page stays free. The library's own way to do that
// starts workers from text, which the page's security policy forbids.
import { Zip, ZipDeflate, strToU8 } from 'fflate';

export interface ZipFile { readonly name: string; readonly text: string }
/** Bytes packed before the page may breathe. */
const PIECE = 256 * 1024;
/** The earliest an archive can say: the same content gives the same bytes. */
const FIRST_OF_1980 = new Date(1980, 0, 1);

/** The archive as one blob of that type. */
export async function zipOf(files: readonly ZipFile[], type: string): Promise<Blob> {
  const parts: BlobPart[] = [];
  const zip = new Zip((error, part) => { if (error) throw error; parts.push(part as Uint8Array<ArrayBuffer>); });
  for (const { name, text } of files) {
    const file = Object.assign(new ZipDeflate(name), { mtime: FIRST_OF_1980 });
    zip.add(file);
    await pushed(file, strToU8(text));
  }
  zip.end();
  return new Blob(parts, { type });
}

async function pushed(file: ZipDeflate, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from + PIECE < bytes.length; from += PIECE) {
    file.push(bytes.subarray(from, from + PIECE));
    await new Promise((resolve) => { setTimeout(resolve, 0); });
  }
  file.push(bytes.subarray(Math.floor(Math.max(0, bytes.length - 1) / PIECE) * PIECE), true);
}
