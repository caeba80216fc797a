// Chooses the command. Each one is loaded only when asked for, so that a date is told before the rest would be read.
import { UsageError } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import { usage } from './usage.ts';

/** 0: clean, or the same. 1: something was found, or differs. 2: it could not be read or understood. */
export type ExitCode = 0 | 1 | 2;
type Command = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  diff: async () => (await import('./diff.ts')).diff,
  compare: async () => (await import('./compare.ts')).compare,
  walk: async () => (await import('./walk.ts')).walk,
  date: async () => (await import('./date.ts')).date,
};

/** Runs the command line; never throws for anything a person typed. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined) { terminal.err(usage.all); return 2; }
  if (name === '--help' || name === 'help') { terminal.out(helpOn(rest[0])); return 0; }
  if (name === '--version') { terminal.out(await version(terminal)); return 0; }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) { terminal.err(`There is no command "${name}".\n\n${usage.all}`); return 2; }
  if (rest.includes('--help')) { terminal.out(helpOn(name)); return 0; }
  try {
    return await (await command())(rest, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`${error.message}\nTry: caseway ${name} --help`);
    return 2;
  }
}

function helpOn(name: string | undefined): string {
  return name === 'check' || name === 'diff' || name === 'compare' || name === 'walk' || name === 'date' ? usage[name] : usage.all;
}

async function version(terminal: Terminal): Promise<string> {
  const manifest: unknown = JSON.parse(await terminal.read(await terminal.own('package.json')));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
}
