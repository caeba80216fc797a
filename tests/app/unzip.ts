// Reads an archive as spreadsheets do: by the directory at its end, with Node's own inflate. Shares no code with what packs.
import { inflateRawSync } from 'node:zlib';

/** The files of the archive as texts, by name. Throws where a size or a mark is not what the directory says. */
export function unzip(bytes: Buffer): ReadonlyMap<string, string> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error(`no entry of the directory at ${at}`);
    const [packed, size, name, extra, comment, offset] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const text = inflateRawSync(bytes.subarray(start, start + packed));
    if (text.length !== size) throw new Error(`${text.length} bytes instead of ${size}`);
    files.set(bytes.subarray(at + 46, at + 46 + name).toString(), text.toString());
    at += 46 + name + extra + comment;
  }
  return files;
}
