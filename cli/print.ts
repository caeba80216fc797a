// How a finding is printed: as compilers do, the file and the place first, then what is wrong and what to try.
import type { Terminal } from './terminal.ts';

export interface Printed {
  readonly file: string;
  /** JSON pointer; empty for the whole file. */
  readonly pointer: string;
  /** What stands before the sentence: a code, a step, a label. */
  readonly head: string;
  readonly words: string;
  readonly details: readonly string[];
}

export function print({ file, pointer, head, words, details }: Printed, terminal: Terminal): void {
  const place = pointer === '' ? file : `${file}: ${pointer}`;
  terminal.out(`${bold(place, terminal)}: ${head}`);
  for (const line of [words, ...details]) if (line !== '') terminal.out(`    ${line}`);
}

export function bold(words: string, { colour }: Terminal): string {
  return colour ? `\u001B[1m${words}\u001B[0m` : words;
}

/** "1 problem", "3 problems". */
export function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
