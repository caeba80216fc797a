// `caseway check`: reads procedure files and prints what is wrong, doubtful or left open in each.
import { check as checkProcedure } from '../engine/procedure/check.ts';
import type { Problem } from '../engine/procedure/problems.ts';
import { wordsOf } from '../engine/procedure/pointer.ts';
import { readProcedure } from '../engine/procedure/read.ts';
import type { Procedure } from '../engine/procedure/types.ts';
import type { Sorted } from '../engine/verify/findings/left.ts';
import type { Verified } from '../engine/verify/findings/types.ts';
import type { AgainstFrame } from '../engine/verify/frame/frame.ts';
import { readArguments } from './arguments.ts';
import { nameOf, namedFiles, textOf } from './files.ts';
import { counted, print } from './print.ts';
import type { ExitCode } from './run.ts';
import type { Terminal } from './terminal.ts';

interface Checked { readonly file: string; readonly outcome: 'clean' | 'findings' | 'unreadable'; readonly problems: readonly Problem[]; /** With --deep, of a procedure without problems. */ readonly verified?: Proved }
type Proved = Verified & { readonly frame: AgainstFrame; /** Findings that the procedure says were left, with the reason; the others are to be looked at. */ readonly left: Sorted['left'] };
type Deep = (procedure: Procedure) => Promise<Proved>;
const exitCodes: Readonly<Record<Checked['outcome'], ExitCode>> = { clean: 0, findings: 1, unreadable: 2 };

export async function check(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { words, options } = readArguments(args, { json: false, deep: false });
  // Verification is read only when it is asked for.
  const deep: Deep | undefined = options.has('deep') ? (procedure) => proved(procedure, terminal) : undefined;
  const files: Checked[] = [];
  for (const file of namedFiles(words)) files.push(await checkFile(file, terminal, deep));
  if (options.has('json')) terminal.out(JSON.stringify({ files }, undefined, 2));
  else for (const one of files) tell(one, terminal);
  return files.reduce<ExitCode>((worst, { outcome }) => (exitCodes[outcome] > worst ? exitCodes[outcome] : worst), 0);
}

async function proved(procedure: Procedure, terminal: Terminal): Promise<Proved> {
  const [{ verify }, { againstFrame }, { sortLeft }] = [await import('../engine/verify/verify.ts'), await import('../engine/verify/frame/frame.ts'), await import('../engine/verify/findings/left.ts')];
  const verified = verify(procedure);
  const { open, left } = sortLeft(procedure, verified.findings);
  return { ...verified, findings: open.map(({ finding }) => finding), left, frame: againstFrame(JSON.parse(await terminal.read(await terminal.own('frames/england.json'))), procedure) };
}

async function checkFile(file: string, terminal: Terminal, deep: Deep | undefined): Promise<Checked> {
  const name = nameOf(file);
  const text = await textOf(file, terminal);
  if (text === undefined) return { file: name, outcome: 'unreadable', problems: [] };
  const read = readProcedure(text);
  if (!read.ok) return { file: name, outcome: read.problems.some(isAboutTheFile) ? 'unreadable' : 'findings', problems: read.problems };
  const problems = checkProcedure(read.procedure);
  const verified = problems.some(({ severity }) => severity === 'problem') ? undefined : await deep?.(read.procedure);
  const clean = problems.every(isGap) && (verified === undefined || verified.findings.length === 0);
  return { file: name, outcome: clean ? 'clean' : 'findings', problems, ...(verified && { verified }) };
}

// P-001 to P-019 are said of the file as a whole: it never came as far as being a procedure.
function isAboutTheFile({ code }: Problem): boolean {
  return code < 'P-020';
}

function isGap({ severity }: Problem): boolean {
  return severity === 'gap';
}

function tell({ file, outcome, problems, verified }: Checked, terminal: Terminal): void {
  for (const problem of problems) tellProblem(file, problem, terminal);
  if (verified) tellVerified(file, verified, terminal);
  const of = (severity: Problem['severity']): number => problems.filter((problem) => problem.severity === severity).length;
  const gaps = of('gap') === 0 ? '' : `; ${counted(of('gap'), 'gap')} that the source leaves`;
  const proved = verified ? `; ${counted(verified.findings.length, 'thing')} that verification says` : '';
  if (outcome === 'clean') terminal.out(`${file}: clean${gaps}${proved}`);
  else if (problems.length > 0 || verified) terminal.out(`${file}: ${counted(of('problem'), 'problem')}, ${counted(of('finding'), 'finding')}${gaps}${proved}`);
}

function tellProblem(file: string, { code, severity, label, pointer, words, expected, found, remedy }: Problem, terminal: Terminal): void {
  const head = label === '' ? `${severity} ${code}` : `${severity} ${code} in “${label}”`;
  const details = severity === 'gap' ? [] : [`Expected: ${expected}. Found: ${found}.`, `Try: ${remedy}`];
  print({ file, pointer, head, words, details }, terminal);
}

function tellVerified(file: string, { findings, left, slack, looked, notLooked, frame }: Proved, terminal: Terminal): void {
  for (const { code, severity, label, pointer, title, words, remedies, example } of findings) {
    const shown = example ? [`Shown by a dated case of ${counted(example.steps.length, 'step')}: ${example.steps[0]?.at.slice(0, 10)} to ${example.steps.at(-1)?.at.slice(0, 10)} (in full with --json).`] : [];
    print({ file, pointer, head: `${severity === 'problem' ? 'problem' : 'look at'} ${code} in ${label}: ${title}`, words, details: [`Try: ${remedies.join(' Or: ')}`, ...shown] }, terminal);
  }
  for (const { finding: { code, title, label }, entry } of left) terminal.out(`\n${file}: left as it is on ${entry.on}: ${code} in ${label}: ${title}\n    ${wordsOf(entry.reason) ?? ''}`);
  terminal.out(`\n${file}: the national frame\n    ${frame.words}`);
  for (const { standing, words } of frame.findings) if (standing !== 'kept') terminal.out(`    ${words}`);
  if (slack.length > 0) terminal.out(`\n${file}: time left of each clock when everything before it takes all it may`);
  for (const { timescale, days, unit, raised, latest } of slack) terminal.out(`    ${timescale}: ${days} ${unit} (comes up ${raised}, last day ${latest})`);
  terminal.out(`\n${file}: looked at`);
  for (const sentence of looked) terminal.out(`    ${sentence}`);
  if (notLooked.length > 0) terminal.out(`${file}: not looked at`);
  for (const sentence of notLooked) terminal.out(`    ${sentence}`);
}
