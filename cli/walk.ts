// `caseway walk`: runs walkthroughs on the engine and prints each expectation that did not hold.
import type { Versions } from '../engine/case/compile.ts';
import { versionsFor, walk as walkThrough } from '../engine/case/walkthrough.ts';
import { readWalkthrough } from '../engine/case/walkthrough-read.ts';
import type { WalkFailure, Walkthrough } from '../engine/case/walkthrough-types.ts';
import { check } from '../engine/procedure/check.ts';
import { readProcedure } from '../engine/procedure/read.ts';
import type { Procedure } from '../engine/procedure/types.ts';
import { CompileError } from '../engine/statechart/index.ts';
import { readArguments } from './arguments.ts';
import { nameOf, namedFiles, textOf } from './files.ts';
import { counted, print } from './print.ts';
import type { ExitCode } from './run.ts';
import type { Terminal } from './terminal.ts';

interface Walked { readonly file: string; readonly outcome: 'clean' | 'findings' | 'unreadable'; readonly steps: number; readonly failures: readonly WalkFailure[] }
type Found<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failures: readonly WalkFailure[] };
const exitCodes: Readonly<Record<Walked['outcome'], ExitCode>> = { clean: 0, findings: 1, unreadable: 2 };

export async function walk(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { words, options } = readArguments(args, { procedure: true, json: false });
  const given = options.get('procedure');
  const walkthroughs: Walked[] = [];
  for (const file of namedFiles(words)) walkthroughs.push(await walkFile(file, typeof given === 'string' ? given : undefined, terminal));
  if (options.has('json')) terminal.out(JSON.stringify({ walkthroughs }, undefined, 2));
  else for (const one of walkthroughs) tell(one, terminal);
  return walkthroughs.reduce<ExitCode>((worst, { outcome }) => (exitCodes[outcome] > worst ? exitCodes[outcome] : worst), 0);
}

async function walkFile(file: string, given: string | undefined, terminal: Terminal): Promise<Walked> {
  const read = await walkthroughIn(file, terminal);
  if (!read.ok) return { file: nameOf(file), outcome: 'unreadable', steps: 0, failures: read.failures };
  const procedure = await procedureFor(read.value, given, terminal);
  if (!procedure.ok) return { file: nameOf(file), outcome: 'unreadable', steps: 0, failures: procedure.failures };
  const versions = compiled(read.value, procedure.value);
  if (!versions.ok) return { file: nameOf(file), outcome: 'unreadable', steps: 0, failures: versions.failures };
  const { steps, failures } = walkThrough(read.value, versions.value);
  return { file: nameOf(file), outcome: failures.length === 0 ? 'clean' : 'findings', steps: steps.length, failures };
}

async function walkthroughIn(file: string, terminal: Terminal): Promise<Found<Walkthrough>> {
  const text = await textOf(file, terminal);
  if (text === undefined) return { ok: false, failures: [] };
  const schema = JSON.parse(await terminal.read(await terminal.own('examples/walkthrough.schema.json')));
  const read = readWalkthrough(text, schema);
  if (read.ok) return { ok: true, value: read.walkthrough };
  return { ok: false, failures: read.problems.map((problem) => ({ step: stepIn(problem.pointer), ...problem })) };
}

function stepIn(pointer: string): number {
  const index = /^\/steps\/(\d+)/.exec(pointer)?.[1];
  return index === undefined ? 0 : Number(index) + 1;
}

/** The procedure that was given, else the shipped one that the walkthrough names. */
async function procedureFor({ procedure }: Walkthrough, given: string | undefined, terminal: Terminal): Promise<Found<Procedure>> {
  const shipped = given === undefined ? await terminal.shipped() : [];
  if (given === undefined && !shipped.includes(procedure)) {
    return refused('/procedure', `one of ${shipped.join(', ')}`, procedure, 'No procedure of this name comes with Caseway. Give its file with --procedure.');
  }
  const file = given ?? await terminal.own(`procedures/${procedure}/procedure.json`);
  const text = await textOf(file, terminal);
  if (text === undefined) return { ok: false, failures: [] };
  const read = readProcedure(text);
  const problems = read.ok ? check(read.procedure).filter(({ severity }) => severity === 'problem') : read.problems;
  if (read.ok && problems.length === 0) return { ok: true, value: read.procedure };
  return refused('/procedure', 'a sound procedure', counted(problems.length, 'problem'), `The procedure cannot be run: ${problems[0]?.words ?? ''} See: caseway check ${file}`);
}

/** Ready to run; a chart that leads nowhere is told, not thrown. */
function compiled(walkthrough: Walkthrough, procedure: Procedure): Found<Versions> {
  try {
    return { ok: true, value: versionsFor(walkthrough, procedure) };
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    return refused('/procedure', 'a procedure that can be run', 'one that cannot', error.message);
  }
}

function refused(pointer: string, expected: string, found: string, words: string): Found<never> {
  return { ok: false, failures: [{ step: 0, pointer, expected, found, words }] };
}

function tell({ file, outcome, steps, failures }: Walked, terminal: Terminal): void {
  for (const { step, pointer, expected, found, words } of failures) {
    print({ file, pointer, head: step === 0 ? 'whole walkthrough' : `step ${step}`, words, details: [`Expected: ${expected}. Found: ${found}.`] }, terminal);
  }
  if (outcome === 'clean') terminal.out(`${file}: ${counted(steps, 'step')}, every expectation holds`);
  else if (failures.length > 0) terminal.out(outcome === 'findings' ? `${file}: ${counted(steps, 'step')}, ${counted(failures.length, 'expectation')} not held` : `${file}: not run`);
}
