// The scenarios that can be played: those that come with Caseway, its worked examples, and those made or opened here.
import { readScenario, scenarioProblems, Unplayable, compiledForScenario, playbookOf } from '../../engine/case/rehearsal/index.ts';
import type { Playbook, Scenario } from '../../engine/case/rehearsal/index.ts';
import type { WalkthroughProblem, WalkthroughSchema } from '../../engine/case/walkthrough-read.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { shippedProcedure } from '../procedures/catalogue.ts';
import { fetchJson } from '../world/fetchJson.ts';
import { lentProcedures, ownScenarios } from './shelf.ts';

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

/** What a scenario is played on, and the key of the copy when it is a lent one. */
export interface Ground { readonly procedure: Procedure; readonly on?: string }
/** The procedure of an id: one that comes with Caseway, else the newest lent one; by its key, just that copy. */
export async function groundOf(id: string, key?: string): Promise<Ground | undefined> {
  const lent = await lentProcedures();
  const pinned = key === undefined ? undefined : lent.find((one) => one.key === key);
  const shipped = pinned === undefined ? await shippedProcedure(id) : undefined;
  if (shipped !== undefined) return { procedure: shipped };
  const found = pinned ?? lent.find((one) => one.procedure.id === id);
  return found === undefined ? undefined : { procedure: found.procedure, on: found.key };
}

/** The scenario ready to be played, and on what. Throws Unplayable, in words. */
export async function opened(scenario: Scenario, key?: string): Promise<{ readonly book: Playbook; readonly on?: string }> {
  const ground = await groundOf(scenario.procedure, key);
  if (ground === undefined) throw new Unplayable(`The procedure “${scenario.procedure}” is not here: it neither comes with Caseway nor was it taken over into rehearsal.`);
  return { book: playbookOf(scenario, compiledForScenario(scenario, ground.procedure)), ...(ground.on === undefined ? {} : { on: ground.on }) };
}

/** `mendable`: its form is right, and what is wrong with it can be mended on the storyboard. */
export type FileRead = { readonly ok: true; readonly scenario: Scenario } | { readonly ok: false; readonly problems: readonly WalkthroughProblem[]; readonly mendable?: Scenario };
/** A scenario out of a file from anywhere: gates, schema, and what it names on its procedure. */
export async function scenarioInFile(text: string): Promise<FileRead> {
  const read = readScenario(text, await fetchJson<WalkthroughSchema>(Object.values(schemaFile)[0] ?? ''));
  if (!read.ok) return read;
  const ground = await groundOf(read.scenario.procedure);
  if (ground === undefined) return { ok: false, problems: [{ pointer: '/procedure', expected: 'a procedure that comes with Caseway or was taken over into rehearsal', found: read.scenario.procedure, words: 'The procedure of this scenario is not here.' }] };
  const problems = scenarioProblems(read.scenario, ground.procedure);
  return problems.length > 0 ? { ok: false, problems, mendable: read.scenario } : read;
}

/** The procedure that copies and versions were made from: it is in their ids. */
const originOf = (id: string): string => id.replace(/-v\d+$/, '').replace(/-copy(?:-\d+)?$/, '');
/** Scenarios of procedures of the same origin as a lent one, its own left aside, newest first: they can be tried on it. */
export function relatives({ own, written }: Library, procedure: string): readonly Scenario[] {
  return [...own, ...written].filter((one) => one.procedure !== procedure && originOf(one.procedure) === originOf(procedure));
}

/** A name that no other scenario on this computer has. */
export const freshId = (): string => `own-${crypto.randomUUID().slice(0, 8)}`;
/** A scenario of one's own like another one, on the same procedure or another. */
export function copyOf({ first: _first, practice: _practice, ...scenario }: Scenario, title: string, procedure: string = scenario.procedure): Scenario {
  return { ...scenario, id: freshId(), title, procedure };
}
