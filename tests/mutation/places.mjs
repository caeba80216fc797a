// Every change that Stryker would make to a part of the engine, found without running anything: a sample is drawn from
// them beforehand, so that only what lies around the drawn ones is written into the code. With all 17,000 of `case` in it,
// the first run of the tests counts each place for each test and runs out of memory.
import { readFileSync, readdirSync } from 'node:fs';
import { Instrumenter } from '@stryker-mutator/instrumenter';

const quiet = Object.fromEntries(['debug', 'info', 'warn', 'error', 'trace', 'fatal'].map((level) => [level, () => undefined]).concat(['Debug', 'Info', 'Warn', 'Error', 'Trace', 'Fatal'].map((level) => [`is${level}Enabled`, () => false])));

/** The name of a change: the same in Stryker's own process and in its report, where lines and columns are counted from 1. */
export const keyOf = (file, { location: { start, end }, mutatorName, replacement }, from = 0) => `${file}:${start.line + 1 - from}:${start.column - from}-${end.line + 1 - from}:${end.column - from} ${mutatorName} ${replacement}`;
/** The range of it, as Stryker's option `mutate` takes it. */
export const rangeOf = (key) => key.slice(0, key.indexOf(' '));

/** The names of all changes to these files; `folder` is where their paths begin. */
export async function placesOf(files, folder) {
  const given = files.map((name) => ({ name, content: readFileSync(`${folder}${name}`, 'utf8'), mutate: true }));
  const { mutants } = await new Instrumenter(quiet).instrument(given, { plugins: null, excludedMutations: [], ignorers: [], noHeader: true });
  return mutants.filter(({ status }) => status !== 'Ignored').map((mutant) => keyOf(mutant.fileName, mutant));
}
export const filesOf = (part, folder) => readdirSync(`${folder}engine/${part}`, { recursive: true }).map((name) => `engine/${part}/${name}`.replaceAll('\\', '/')).filter((name) => name.endsWith('.ts')).toSorted();
