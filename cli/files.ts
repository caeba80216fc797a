// Reading the files a command names: each gives its text, or the reason it has none, told on the error stream.
import { UsageError } from './arguments.ts';
import type { Terminal } from './terminal.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.', EISDIR: 'This is a folder, not a file.', EACCES: 'The file may not be read by you.',
};

/** The files named, at least one; standard input is `-` and can be named once. */
export function namedFiles(words: readonly string[]): readonly string[] {
  if (words.length === 0) throw new UsageError('Name at least one file.');
  if (words.filter((word) => word === '-').length > 1) throw new UsageError('Standard input can be read once only: name - once.');
  return words;
}

/** The text of a file; undefined, with the reason told, when it cannot be read. */
export async function textOf(file: string, terminal: Terminal): Promise<string | undefined> {
  try {
    return await terminal.read(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    terminal.err(`${nameOf(file)}: ${reasons[code] ?? 'The file cannot be read.'}`);
    return undefined;
  }
}

/** What a file is called in a message. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}
