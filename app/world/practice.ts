// Practice: a database of its own, cases made by the engine from invented walkthroughs, and a clock that stands at
// the invented day when nobody is there. Resetting it touches nothing else.
import { walk } from '../../engine/case/walkthrough.ts';
import { versionsOf } from '../../engine/case/compile.ts';
import { openDexieStore } from '../../engine/store/dexie.ts';
import type { Store } from '../../engine/store/types.ts';
import { parseDateTime } from '../../engine/time/london.ts';
import type { Instant } from '../../engine/time/types.ts';
import { shippedProcedure } from '../procedures/catalogue.ts';
import { pinFor } from '../procedures/publishing.ts';
import { registerRow } from '../cases/registerRow.ts';
import { forgetAllTyped } from '../cases/typed.ts';
import { compiledFor } from '../cases/versions.ts';
import { practiceExamples } from './examples.ts';
import type { PracticeExample } from './examples.ts';
import { useSession } from './session.ts';
import type { World } from './types.ts';
import { runningFrom } from './world.ts';

let practice: Promise<World> | undefined;

/** The practice store; its clock starts at the later of the invented moment and the last thing recorded. */
export function openPracticeWorld(): Promise<World> {
  practice ??= openDexieStore('caseway-practice').then(async (store) => ({ kind: 'practice' as const, base: '/practice', store, now: runningFrom(await startOf(store)) }));
  return practice;
}
async function startOf(store: Store): Promise<Instant> {
  const starts = (await practiceExamples()).map((one) => parseDateTime(one.practice.until) ?? 0);
  const { rows } = await store.cases.page({ closed: false, limit: 200 });
  return Math.max(...starts, ...rows.map((row) => row.changed), 0);
}

/** Id of the first practice case, made if it is not there; undefined when no walkthrough is marked. */
export async function practiceCase(world: World): Promise<string | undefined> {
  const [example] = await practiceExamples();
  if (example === undefined) return undefined;
  const id = `practice-${example.id}`;
  if ((await world.store.cases.row(id)) === undefined) await make(world, example, id);
  return id;
}
/** Runs the acts of a walkthrough up to its moment, and keeps what the engine made of them. */
async function make(world: World, example: PracticeExample, id: string): Promise<void> {
  const procedure = await shippedProcedure(example.procedure);
  const until = parseDateTime(example.practice.until);
  if (procedure === undefined || until === undefined) throw new Error(`The practice case “${example.title}” cannot be made: its procedure or its moment is missing.`);
  const found = await pinFor(world.store.procedures, procedure, undefined, until);
  if (!found.ok) throw new Error(found.words);
  const versions = versionsOf([compiledFor(found.pin, found.procedure)]);
  const made = walk(example, versions, { until, case: id });
  if (made.case === undefined) throw new Error(`The practice case “${example.title}” was never opened.`);
  const kept = await world.store.cases.append(id, 0, made.events, registerRow(versions, made.case));
  if (!kept.ok && kept.code !== 'conflict') throw new Error(kept.words);
  useSession.getState().wrote('practice', until);
  useSession.getState().actAs('practice', procedure.id, example.practice.as, example.practice.person);
}
/** Removes every practice case and what was typed in them; real cases stand in another database. */
export async function resetPractice(world: World): Promise<void> {
  if (world.kind !== 'practice') throw new Error('Only practice data can be put back.');
  await world.store.cases.clear();
  await forgetAllTyped(world.store.name);
}
