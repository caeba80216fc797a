// What a command may touch of the outside: files, standard input, two streams of text. Everything else is handed values.
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export interface Terminal {
  /** A line on standard output. */
  readonly out: (line: string) => void;
  /** A line on standard error. */
  readonly err: (line: string) => void;
  /** The text of a file, or of standard input for `-`; rejects when it cannot be read. */
  readonly read: (file: string) => Promise<string>;
  /** Names of the folders under `procedures/` of this package. */
  readonly shipped: () => Promise<readonly string[]>;
  /** The path of a file of this package. */
  readonly own: (path: string) => Promise<string>;
  /** Whether words may be coloured: at a terminal, and not with NO_COLOR. */
  readonly colour: boolean;
}

export function fromProcess(): Terminal {
  return {
    out: (line) => { process.stdout.write(`${line}\n`); },
    err: (line) => { process.stderr.write(`${line}\n`); },
    read: (file) => (file === '-' ? standardInput() : readFile(file, 'utf8')),
    own,
    shipped: async () => (await readdir(await own('procedures'), { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name),
    colour: process.stdout.isTTY === true && !process.env['NO_COLOR'],
  };
}

/** The package's top folder is the nearest one above that holds package.json: here three folders up, in the sources one. */
async function own(path: string): Promise<string> {
  let folder = new URL('./', import.meta.url);
  while ((await readdir(folder)).every((name) => name !== 'package.json')) folder = new URL('../', folder);
  return fileURLToPath(new URL(path, folder));
}

async function standardInput(): Promise<string> {
  const chunks: string[] = [];
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) chunks.push(String(chunk));
  return chunks.join('');
}
