// Hostile files, of every kind that Caseway reads: none crashes it, none holds it up, and each is accepted and sound or
// refused with its place. An accepted procedure is checked, compiled and run, so that acceptance means something.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeBackup, contentOf, readBackup } from '../../app/trust/backup.ts';
import { makeCaseFile, verifyCaseFile } from '../../app/trust/caseFile.ts';
import { freshKeys } from '../../app/trust/signing.ts';
import { compile, versionsOf } from '../../engine/case/compile.ts';
import { perform } from '../../engine/case/perform.ts';
import { replay } from '../../engine/case/replay.ts';
import { begin, compiledForScenario, playbookOf, readScenario, scenarioProblems, Unplayable } from '../../engine/case/rehearsal/index.ts';
import { walk } from '../../engine/case/walkthrough.ts';
import { readWalkthrough } from '../../engine/case/walkthrough-read.ts';
import { check } from '../../engine/procedure/check.ts';
import { readProcedure } from '../../engine/procedure/read.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { createMemoryStore } from '../../engine/store/memory.ts';
import { fill } from '../app/trust/files.ts';
import { filesIn, procedureOf, schema as scenarioSchema, slugs } from '../engine/case/rehearsal/shipped.ts';
import { shippedWalkthroughs } from '../engine/case/shipped.ts';
import { spoil } from './hostile.ts';
import { chance, figure, pick, runs, seed } from './runs.ts';

interface Read { readonly ok: boolean; /** Where it is refused; undefined where it is not said. */ readonly place?: string | undefined }
interface Kind { readonly good: readonly string[]; readonly read: (text: string) => Read | Promise<Read> }

const top = new URL('../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, top), 'utf8');
const walkthroughSchema = JSON.parse(text('examples/walkthrough.schema.json'));
const shipped = shippedWalkthroughs();
const store = createMemoryStore();
const [id = ''] = await fill(store, 1);

/** A procedure that was accepted, put to use: a case is opened by each of its ways in, whatever comes of it. */
function used(procedure: Procedure): void {
  const found = check(procedure);
  if (found.some(({ severity }) => severity === 'problem')) return;
  const versions = versionsOf([compile(procedure, { version: 1 })]);
  for (const [door, { by }] of Object.entries(procedure.doors)) {
    const opened = perform(versions, [], { type: 'openCase', id: 'o', salt: 's', case: 'c', reference: 'R', door, answers: {} }, { now: Date.UTC(2026, 0, 5), role: by?.[0] ?? '', person: 'A.B.' });
    if (opened.ok) replay(versions, opened.events, Date.UTC(2026, 5, 5));
  }
}
const kinds: Readonly<Record<string, Kind>> = {
  procedures: {
    good: [...new Set(shipped.map(({ walkthrough }) => text(`procedures/${walkthrough.procedure}/procedure.json`)))],
    read: (file) => {
      const read = readProcedure(file);
      if (!read.ok) return { ok: false, place: read.problems[0]?.pointer };
      used(read.procedure);
      return { ok: true };
    },
  },
  walkthroughs: {
    good: shipped.map(({ walkthrough }) => JSON.stringify(walkthrough)),
    read: (file) => {
      const read = readWalkthrough(file, walkthroughSchema);
      if (!read.ok) return { ok: false, place: read.problems[0]?.pointer };
      const known = shipped.find(({ walkthrough }) => walkthrough.procedure === read.walkthrough.procedure);
      if (known) walk(read.walkthrough, known.versions);
      return { ok: true };
    },
  },
  scenarios: {
    good: slugs.flatMap((slug) => filesIn(`examples/${slug}/scenarios/`)).map(text),
    read: (file) => {
      const read = readScenario(file, scenarioSchema);
      if (!read.ok) return { ok: false, place: read.problems[0]?.pointer };
      const procedure = slugs.includes(read.scenario.procedure) ? procedureOf(read.scenario.procedure) : undefined;
      if (procedure === undefined) return { ok: false, place: '/procedure' };
      const [problem] = scenarioProblems(read.scenario, procedure);
      if (problem) return { ok: false, place: problem.pointer };
      try { begin(playbookOf(read.scenario, compiledForScenario(read.scenario, procedure)), 'hostile'); } catch (error) {
        if (error instanceof Unplayable) return { ok: false, place: '/steps' };
        throw error;
      }
      return { ok: true };
    },
  },
  cases: {
    good: [JSON.stringify(await makeCaseFile(store, id, 5, await freshKeys()))],
    read: async (file) => { const read = await verifyCaseFile(file); return read.ok ? { ok: true } : { ok: false, place: read.problem.pointer }; },
  },
  backups: {
    good: [JSON.stringify(await makeBackup(await contentOf(store), 'store', 5, undefined))],
    read: async (file) => {
      const read = await readBackup(file);
      if (!read.ok) return { ok: false, place: 'problem' in read ? read.problem.pointer : '/vault' };
      await createMemoryStore().cases.importAll(read.backup.content, 'replace');
      return { ok: true };
    },
  },
};

interface Sum { accepted: number; refused: number; crashed: number; slow: number; placeless: number }
/** Milliseconds of computing: the waits of a busy machine hold nobody up here. */
const computed = (since?: NodeJS.CpuUsage): number => { const { user, system } = process.cpuUsage(since); return (user + system) / 1000; };
/** A good file may take long itself: a walkthrough of a hundred acts is run. What is over three times that, and over `slow`, was held up. */
async function heldUp(read: Kind['read'], good: string, took: number, slow: number): Promise<boolean> {
  if (took <= slow) return false;
  const started = process.cpuUsage();
  await read(good);
  return took > slow + 3 * computed(started);
}
async function fuzz({ good, read }: Kind, count: number, told: string[], slow = 2000): Promise<Sum> {
  const random = chance(seed);
  const sum: Sum = { accepted: 0, refused: 0, crashed: 0, slow: 0, placeless: 0 };
  await read(good[0] ?? ''); // what only the first of all costs
  for (let n = 0; n < count; n += 1) {
    const from = pick(random, good);
    const file = spoil(random, from);
    const started = process.cpuUsage();
    try {
      const found = await read(file);
      if (found.ok) sum.accepted += 1; else sum.refused += 1;
      if (!found.ok && found.place === undefined) { sum.placeless += 1; told.push(`placeless: ${file.slice(0, 200)}`); }
    } catch (error) { sum.crashed += 1; told.push(`${String(error)} ${error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 4).join(' ') : ''}`); }
    const took = computed(started);
    if (await heldUp(read, from, took, slow)) { sum.slow += 1; told.push(`slow: ${Math.round(took)} ms, ${file.length} characters`); }
  }
  return sum;
}

test.each(Object.entries(kinds))('hostile %s are accepted and sound, or refused with their place; none crashes', async (name, kind) => {
  const told: string[] = [];
  const count = Math.ceil(runs(160) / Object.keys(kinds).length);
  const sum = await fuzz(kind, count, told);
  figure(`${count} hostile ${name} (seed ${seed}): ${JSON.stringify(sum)} ${[...new Set(told)].slice(0, 6).join('\n  ')}`);
  expect([...new Set(told)].slice(0, 5)).toEqual([]);
  expect(sum).toMatchObject({ crashed: 0, placeless: 0, slow: 0 });
  expect(sum.refused).toBeGreaterThan(count / 4);
});

test('a reader that crashes, and one that names no place, are caught by this harness', async () => {
  const told: string[] = [];
  const careless: Kind = { good: kinds['backups']?.good ?? [], read: (file) => { const value = JSON.parse(file) as { content: { cases: { id: string }[] } }; return { ok: value.content.cases.every((one) => one.id.length > 0) }; } };
  const sum = await fuzz(careless, 80, told);
  expect(sum.crashed).toBeGreaterThan(0);
});

test('a reader that a spoiled file holds up is caught by this harness', async () => {
  const good = '{"some":[1,2,3],"more":{"of":"it"}}';
  const held: Kind = { good: [good], read: (file) => { const started = process.cpuUsage(); while (file !== good && computed(started) < 60) Math.sqrt(started.user); return { ok: true }; } };
  expect((await fuzz(held, 5, [], 20)).slow).toBeGreaterThan(2);
});
