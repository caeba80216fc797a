// `caseway diff`: what differs between two versions of one procedure, in words, heaviest first.
import { differences, type Difference, type Weight } from '../engine/procedure/differences/index.ts';
import { readProcedure } from '../engine/procedure/read.ts';
import type { Problem } from '../engine/procedure/problems.ts';
import type { Procedure } from '../engine/procedure/types.ts';
import { readArguments, UsageError } from './arguments.ts';
import { nameOf, namedFiles, textOf } from './files.ts';
import { bold, counted } from './print.ts';
import type { ExitCode } from './run.ts';
import type { Terminal } from './terminal.ts';

type Side = { readonly file: string } & ({ readonly procedure: Procedure } | { readonly problems: readonly Problem[] });

const headings: Readonly<Record<Weight, string>> = {
  clock: 'By when', people: 'Who', route: 'What happens and what follows', rule: 'What is required', form: 'What is asked and recorded', wording: 'Words and sources', layout: 'The diagram only',
};

export async function diff(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { words, options } = readArguments(args, { json: false });
  const [older, newer, ...more] = namedFiles(words);
  if (older === undefined || newer === undefined || more.length > 0) throw new UsageError('Name two files: the older version, then the newer.');
  const sides = [await sideIn(older, terminal), await sideIn(newer, terminal)] as const;
  const [was, now] = sides;
  const found = 'procedure' in was && 'procedure' in now ? differences(was.procedure, now.procedure) : undefined;
  if (options.has('json')) terminal.out(JSON.stringify(forPrograms(sides, found), undefined, 2));
  else tell(sides, found, terminal);
  return found === undefined ? 2 : found.length === 0 ? 0 : 1;
}

async function sideIn(file: string, terminal: Terminal): Promise<Side> {
  const text = await textOf(file, terminal);
  if (text === undefined) return { file: nameOf(file), problems: [] };
  const read = readProcedure(text);
  return { file: nameOf(file), ...(read.ok ? { procedure: read.procedure } : { problems: read.problems }) };
}

function forPrograms(sides: readonly Side[], found: readonly Difference[] | undefined): unknown {
  const [was, now] = sides.map((side) => ({ file: side.file, ...('procedure' in side ? { procedure: side.procedure.id } : { problems: side.problems }) }));
  return { was, now, outcome: found === undefined ? 'unreadable' : found.length === 0 ? 'same' : 'different', differences: found ?? [] };
}

function tell(sides: readonly [Side, Side], found: readonly Difference[] | undefined, terminal: Terminal): void {
  const [was, now] = sides;
  if (found === undefined) {
    for (const side of sides) tellUnread(side, terminal);
    return;
  }
  if ('procedure' in was && 'procedure' in now && was.procedure.id !== now.procedure.id) terminal.out(`These are two procedures, ${was.procedure.id} and ${now.procedure.id}. What has the same id in both is compared.\n`);
  if (found.length === 0) terminal.out(`${was.file} and ${now.file}: the same`);
  else tellAll(found, sides, terminal);
}

function tellUnread(side: Side, terminal: Terminal): void {
  if (!('problems' in side) || side.problems.length === 0) return;
  const [first] = side.problems;
  terminal.err(`${side.file}: This is no procedure that can be read: ${first?.words ?? ''} (${counted(side.problems.length, 'problem')})\n    See: caseway check ${side.file}`);
}

function tellAll(found: readonly Difference[], [was, now]: readonly [Side, Side], terminal: Terminal): void {
  terminal.out(`${was.file} → ${now.file}: ${counted(found.length, 'difference')}`);
  let weight: Weight | undefined;
  for (const one of found) {
    if (one.weight !== weight) terminal.out(`\n${bold(headings[one.weight], terminal)}`);
    weight = one.weight;
    terminal.out(`  ${one.words}`);
    for (const line of besides(one)) terminal.out(`      ${line}`);
  }
}

/** How it was and is, unless the line has said so. */
function besides({ words, was, now }: Difference): readonly string[] {
  const unsaid = (value: string | undefined): value is string => value !== undefined && !words.includes(value);
  if (!unsaid(was) && !unsaid(now)) return [];
  if (words.includes(' → ')) return [];
  return [...(was === undefined ? [] : [`was: ${was}`]), ...(now === undefined ? [] : [`now: ${now}`])];
}
