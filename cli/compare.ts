// `caseway compare`: two authorities side by side, step by step, aligned by what is done.
import { check } from '../engine/procedure/check.ts';
import { readProcedure } from '../engine/procedure/read.ts';
import type { Procedure } from '../engine/procedure/types.ts';
import { compare as compareTwo, type Comparison } from '../engine/verify/compare/compare.ts';
import { INCIDENT, type Step } from '../engine/verify/compare/steps.ts';
import { dayWords } from '../engine/time/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import { nameOf, namedFiles, textOf } from './files.ts';
import { bold } from './print.ts';
import type { ExitCode } from './run.ts';
import type { Terminal } from './terminal.ts';

export async function compare(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { words, options } = readArguments(args, { json: false });
  const [one, other, ...more] = namedFiles(words);
  if (one === undefined || other === undefined || more.length > 0) throw new UsageError('Name two files: one for each authority.');
  const [a, b] = [await procedureIn(one, terminal), await procedureIn(other, terminal)];
  if (!a || !b) return 2;
  const comparison = compareTwo(a, b);
  if (options.has('json')) terminal.out(JSON.stringify(comparison, (_key, value: unknown) => (value instanceof Set ? [...value] : value), 2));
  else tell(comparison, terminal);
  return comparison.rows.some(({ differs }) => differs) ? 1 : 0;
}

async function procedureIn(file: string, terminal: Terminal): Promise<Procedure | undefined> {
  const text = await textOf(file, terminal);
  if (text === undefined) return undefined;
  const read = readProcedure(text);
  const [first] = read.ok ? check(read.procedure).filter(({ severity }) => severity === 'problem') : read.problems;
  if (read.ok && !first) return read.procedure;
  terminal.err(`${nameOf(file)}: This is no procedure that can be compared: ${first?.words ?? ''}\n    See: caseway check ${file}`);
  return undefined;
}

function tell({ a, b, words, rows }: Comparison, terminal: Terminal): void {
  terminal.out(`${bold(`${a.short} ${a.label}`, terminal)}\n${bold(`${b.short} ${b.label}`, terminal)}\n${words}`);
  terminal.out(`One invented incident, happened and known on ${dayWords(INCIDENT)}; each step takes all its time.`);
  for (const { a: one, b: other, words: differs } of rows) {
    terminal.out(`\n${bold(one?.label ?? other?.label ?? '', terminal)}`);
    terminal.out(`    ${a.short}  ${stepWords(one)}\n    ${b.short}  ${stepWords(other)}\n    ${differs}`);
  }
}

function stepWords(step: Step | undefined): string {
  if (!step) return 'no such step';
  const clocks = step.clocks.map(({ words, until }) => `${words}${until === undefined ? '' : ` (${dayWords(INCIDENT + until)})`}`);
  return `${step.label}; ${step.who.join(', ') || 'nobody named'}; ${clocks.length === 0 ? 'no clock' : clocks.join('; ')}`;
}
