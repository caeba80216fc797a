// A zip archive from a few files, packed by the browser's own compressor, which works beside the page. (Libraries that
// pack large files start workers from text, which the page's security policy forbids.)

export interface ZipFile { readonly name: string; readonly text: string }
interface Packed { readonly name: Uint8Array; readonly content: Uint8Array; readonly size: number; readonly crc: number }

/** The archive as one blob of that type. */
export async function zipOf(files: readonly ZipFile[], type: string): Promise<Blob> {
  const packed = await Promise.all(files.map(pack));
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const one of packed) {
    const head = header(0x04034b50, one, [20]);
    parts.push(head, one.name, one.content);
    directory.push(header(0x02014b50, one, [20, 20], offset), one.name);
    offset += head.length + one.name.length + one.content.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  return new Blob([...parts, ...directory, ending(packed.length, length, offset)] as BlobPart[], { type });
}
async function pack({ name, text }: ZipFile): Promise<Packed> {
  const bytes = new TextEncoder().encode(text);
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return { name: new TextEncoder().encode(name), content: new Uint8Array(await new Response(stream).arrayBuffer()), size: bytes.length, crc: crc32(bytes) };
}
/** Header of a file where it stands, or in the directory at the end when an offset is given; `versions`: made by, needed. */
function header(mark: number, { name, content, size, crc }: Packed, versions: readonly number[], offset?: number): Uint8Array {
  const [FLAG_UTF8, DEFLATED, FIRST_OF_1980] = [0x0800, 8, 0x0021];
  const fields: (readonly [bytes: 2 | 4, value: number])[] = [
    [4, mark], ...versions.map((version) => [2, version] as const), [2, FLAG_UTF8], [2, DEFLATED], [2, 0], [2, FIRST_OF_1980], [4, crc], [4, content.length], [4, size], [2, name.length], [2, 0],
    ...(offset === undefined ? [] : [[2, 0], [2, 0], [2, 0], [4, 0], [4, offset]] as const),
  ];
  return written(fields);
}
function ending(count: number, length: number, offset: number): Uint8Array {
  return written([[4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, offset], [2, 0]]);
}
function written(fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true); else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}
const TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
