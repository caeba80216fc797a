// A terminal in memory: what the command line wrote, and the files it may read.
import type { Terminal } from '../../cli/terminal.ts';

export interface Told { readonly out: string; readonly err: string }

/** A terminal over the given files; reading any other rejects as a missing file does. */
export function terminalWith(files: Readonly<Record<string, string>> = {}, shipped: readonly string[] = []): Terminal & { readonly told: () => Told } {
  const out: string[] = [];
  const err: string[] = [];
  return {
    out: (line) => { out.push(line); },
    err: (line) => { err.push(line); },
    read: async (file) => {
      const text = files[file];
      if (text === undefined) throw Object.assign(new Error(`ENOENT: no such file, open '${file}'`), { code: 'ENOENT' });
      return text;
    },
    own: async (path) => path,
    shipped: async () => shipped,
    colour: false,
    told: () => ({ out: out.join('\n'), err: err.join('\n') }),
  };
}
