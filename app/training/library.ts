// The scenarios that can be played: those that come with Caseway, its worked examples, and those made or opened here.
import { readScenario, scenarioProblems, Unplayable, compiledForScenario, playbookOf } from '../../engine/case/rehearsal/index.ts';
import type { Playbook, Scenario } from '../../engine/case/rehearsal/index.ts';
import type { WalkthroughProblem, WalkthroughSchema } from '../../engine/case/walkthrough-read.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { shippedProcedure } from '../procedures/catalogue.ts';
import { fetchJson } from '../world/fetchJson.ts';
import { ownScenarios } from './shelf.ts';

const scenarioFiles = import.meta.glob<string>('../../examples/*/scenarios/*.json', { query: '?url&no-inline', import: 'default', eager: true });
const exampleFiles = import.meta.glob<string>('../../examples/*/*.json', { query: '?url&no-inline', import: 'default', eager: true });
const schemaFile = import.meta.glob<string>('../../examples/scenario.schema.json', { query: '?url&no-inline', import: 'default', eager: true });

export interface Library { readonly written: readonly Scenario[]; readonly examples: readonly Scenario[]; readonly own: readonly Scenario[] }

function all(files: Readonly<Record<string, string>>): Promise<readonly Scenario[]> {
  return Promise.all(Object.keys(files).toSorted().map((path) => fetchJson<Scenario>(files[path] ?? '')));
}
/** Everything that can be played, the first one first. */
export async function library(): Promise<Library> {
  const [written, examples, own] = await Promise.all([all(scenarioFiles), all(exampleFiles), ownScenarios()]);
  return { written: written.toSorted((a, b) => Number(b.first ?? false) - Number(a.first ?? false)), examples, own };
}
/** A scenario by its id; undefined when it is not here. */
export async function scenarioOf(id: string): Promise<Scenario | undefined> {
  const { written, examples, own } = await library();
  return [...own, ...written, ...examples].find((one) => one.id === id);
}
/** The one that the front page starts. */
export async function firstScenario(): Promise<Scenario | undefined> { return (await all(scenarioFiles)).find((one) => one.first === true); }

/** The scenario ready to be played. Throws Unplayable, in words. */
export async function opened(scenario: Scenario): Promise<Playbook> {
  const procedure = await shippedProcedure(scenario.procedure);
  if (procedure === undefined || procedure.id !== scenario.procedure) throw new Unplayable(`The procedure “${scenario.procedure}” is not among those that come with Caseway.`);
  return playbookOf(scenario, compiledForScenario(scenario, procedure));
}

export type FileRead = { readonly ok: true; readonly scenario: Scenario } | { readonly ok: false; readonly problems: readonly WalkthroughProblem[] };
/** A scenario out of a file from anywhere: gates, schema, and what it names on its procedure. */
export async function scenarioInFile(text: string): Promise<FileRead> {
  const read = readScenario(text, await fetchJson<WalkthroughSchema>(Object.values(schemaFile)[0] ?? ''));
  if (!read.ok) return read;
  const procedure: Procedure | undefined = await shippedProcedure(read.scenario.procedure);
  if (procedure === undefined) return { ok: false, problems: [{ pointer: '/procedure', expected: 'a procedure that comes with Caseway', found: read.scenario.procedure, words: 'The procedure of this scenario is not here.' }] };
  const problems = scenarioProblems(read.scenario, procedure);
  return problems.length > 0 ? { ok: false, problems } : read;
}
