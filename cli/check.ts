// `caseway check`: reads procedure files and prints what is wrong, doubtful or left open in each.
import { check as checkProcedure } from '../engine/procedure/check.ts';
import type { Problem } from '../engine/procedure/problems.ts';
import { readProcedure } from '../engine/procedure/read.ts';
import { readArguments } from './arguments.ts';
import { nameOf, namedFiles, textOf } from './files.ts';
import { counted, print } from './print.ts';
import type { ExitCode } from './run.ts';
import type { Terminal } from './terminal.ts';

interface Checked { readonly file: string; readonly outcome: 'clean' | 'findings' | 'unreadable'; readonly problems: readonly Problem[] }
const exitCodes: Readonly<Record<Checked['outcome'], ExitCode>> = { clean: 0, findings: 1, unreadable: 2 };

export async function check(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { words, options } = readArguments(args, { json: false });
  const files: Checked[] = [];
  for (const file of namedFiles(words)) files.push(await checkFile(file, terminal));
  if (options.has('json')) terminal.out(JSON.stringify({ files }, undefined, 2));
  else for (const one of files) tell(one, terminal);
  return files.reduce<ExitCode>((worst, { outcome }) => (exitCodes[outcome] > worst ? exitCodes[outcome] : worst), 0);
}

async function checkFile(file: string, terminal: Terminal): Promise<Checked> {
  const name = nameOf(file);
  const text = await textOf(file, terminal);
  if (text === undefined) return { file: name, outcome: 'unreadable', problems: [] };
  const read = readProcedure(text);
  if (!read.ok) return { file: name, outcome: read.problems.some(isAboutTheFile) ? 'unreadable' : 'findings', problems: read.problems };
  const problems = checkProcedure(read.procedure);
  return { file: name, outcome: problems.every(isGap) ? 'clean' : 'findings', problems };
}

// P-001 to P-019 are said of the file as a whole: it never came as far as being a procedure.
function isAboutTheFile({ code }: Problem): boolean {
  return code < 'P-020';
}

function isGap({ severity }: Problem): boolean {
  return severity === 'gap';
}

function tell({ file, outcome, problems }: Checked, terminal: Terminal): void {
  for (const problem of problems) tellProblem(file, problem, terminal);
  const of = (severity: Problem['severity']): number => problems.filter((problem) => problem.severity === severity).length;
  const gaps = of('gap') === 0 ? '' : `; ${counted(of('gap'), 'gap')} that the source leaves`;
  if (outcome === 'clean') terminal.out(`${file}: clean${gaps}`);
  else if (problems.length > 0) terminal.out(`${file}: ${counted(of('problem'), 'problem')}, ${counted(of('finding'), 'finding')}${gaps}`);
}

function tellProblem(file: string, { code, severity, label, pointer, words, expected, found, remedy }: Problem, terminal: Terminal): void {
  const head = label === '' ? `${severity} ${code}` : `${severity} ${code} in “${label}”`;
  const details = severity === 'gap' ? [] : [`Expected: ${expected}. Found: ${found}.`, `Try: ${remedy}`];
  print({ file, pointer, head, words, details }, terminal);
}
