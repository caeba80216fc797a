// The register's lines of every case, read in one go, with the procedures they stand on. Lines that time has overtaken
// are made anew one by one after the page is shown, never all before it.
import { useEffect, useState } from 'react';
import type { CompiledProcedure } from '../../../engine/case/compile.ts';
import type { RegisterRow } from '../../../engine/store/types.ts';
import { closedDays, readPartnership } from '../../settings/partnership.ts';
import type { Partnership } from '../../settings/partnership.ts';
import type { World } from '../../world/types.ts';
import { useWorld } from '../../world/world.ts';
import { log } from '../../world/log.ts';
import { waitedFor, whenNobodyWaits } from '../../world/turns.ts';
import { registerRow } from '../registerRow.ts';
import { loadCase } from '../session.ts';
import { compiledFor, runsOn } from '../versions.ts';
import { isStale } from './overview.ts';
import type { CompiledOf } from './overview.ts';

export interface Overview { readonly open: readonly RegisterRow[]; readonly closed: readonly RegisterRow[]; readonly compiledOf: CompiledOf; /** Procedures on which a case stands here, newest version of each. */ readonly procedures: readonly CompiledProcedure[]; /** Local days on which the office is closed; absent: none. */ readonly shut?: readonly { readonly date: string; readonly words: string }[]; /** Staff of the settings, with who covers whom. Absent: nobody. */ readonly people?: Partnership['people'] }
const PAGE = 2000;
// Each batch draws the page anew over all cases, so few of them.
const BATCH = 400;
// Whoever opens a case meanwhile waits for such a write to reach the disk, so few of them too.
const KEPT_AT_ONCE = 40;

/** Every line of the register; undefined while they are read. */
export function useOverview(): Overview | undefined {
  const world = useWorld();
  const [overview, setOverview] = useState<Overview>();
  const [round, setRound] = useState(0);
  useEffect(() => world.store.cases.watch(() => setRound((n) => n + 1)), [world]);
  useEffect(() => {
    const going = { on: true };
    void waitedFor(() => readOverview(world)).then(async (read) => {
      if (!going.on) return;
      setOverview(read);
      await renewStale(world, read, going, (changed) => setOverview((before) => before && withRows(before, changed)));
    });
    return () => { going.on = false; };
  }, [world, round]);
  return overview;
}
/** Reads the lines and the versions they name. */
async function readOverview(world: World): Promise<Overview> {
  const [open, closed, { partnership }] = await Promise.all([allRows(world, false), allRows(world, true), readPartnership(world.store)]);
  const compiled = await compiledOfRows(world, [...open, ...closed]);
  const newest = new Map([...compiled.values()].toSorted((a, b) => a.pin.version - b.pin.version).map((one) => [one.pin.id, one]));
  return { open, closed, compiledOf: (row) => compiled.get(versionKey(row)), procedures: [...newest.values()], shut: closedDays(partnership), people: partnership.people };
}
/** Every line, open cases first. */
export async function everyRow(world: World): Promise<readonly RegisterRow[]> {
  return (await Promise.all([allRows(world, false), allRows(world, true)])).flat();
}
async function allRows(world: World, closed: boolean): Promise<readonly RegisterRow[]> {
  const rows: RegisterRow[] = [];
  for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
    const page = await world.store.cases.page({ closed, limit: PAGE, ...(after === undefined ? {} : { after }) });
    rows.push(...page.rows);
    after = page.next;
  }
  return rows;
}
/** What is kept by content is found by it; the lines of before say the number alone. */
const versionKey = ({ procedure, version, content: { hash = '' } }: RegisterRow): string => `${procedure} ${version} ${hash}`;
async function compiledOfRows(world: World, rows: readonly RegisterRow[]): Promise<ReadonlyMap<string, CompiledProcedure>> {
  const wanted = new Map(rows.map((row) => [versionKey(row), row]));
  const ids = [...new Set(rows.map((row) => row.procedure))];
  const versions = (await Promise.all(ids.map((id) => world.store.procedures.versions(id)))).flat();
  return new Map([...wanted].flatMap(([key, row]) => {
    const kept = versions.find((one) => runsOn(row, one));
    return kept === undefined ? [] : [[key, compiledFor({ id: kept.id, version: row.version, hash: kept.hash }, kept.procedure)] as const];
  }));
}
function withRows(before: Overview, changed: readonly RegisterRow[]): Overview {
  const anew = new Map(changed.map((row) => [row.case, row]));
  const all = [...before.open, ...before.closed].map((row) => anew.get(row.case) ?? row);
  return { ...before, open: all.filter((row) => row.closed === 0), closed: all.filter((row) => row.closed === 1) };
}
/** Tells stale cases anew, one at a time between the page's own work, keeps several at once and hands each batch over. */
async function renewStale(world: World, { open, closed }: Overview, going: { readonly on: boolean }, done: (rows: readonly RegisterRow[]) => void): Promise<void> {
  let made: RegisterRow[] = [];
  let batch: RegisterRow[] = [];
  for (const row of [...open, ...closed].filter((one) => isStale(one, world.now()))) {
    await whenNobodyWaits();
    await aPause();
    if (!going.on) break;
    const anew = await renewed(world, row);
    if (anew !== undefined) made.push(anew);
    if (made.length >= KEPT_AT_ONCE) { batch.push(...await keptOf(world, made)); made = []; }
    if (batch.length >= BATCH) { done(batch); batch = []; }
  }
  // What is made is worth keeping, also when its page was left.
  batch.push(...await keptOf(world, made));
  if (going.on && batch.length > 0) done(batch);
}
async function renewed(world: World, { case: id }: RegisterRow): Promise<RegisterRow | undefined> {
  try {
    const loaded = await loadCase(world, id);
    return loaded && registerRow(loaded.versions, loaded.case);
  } catch (error) {
    // A case that cannot be read says so on its own page; its line stays as it was.
    log(`Line of the register not made anew: ${String(error)}`);
    return undefined;
  }
}
async function keptOf(world: World, made: readonly RegisterRow[]): Promise<readonly RegisterRow[]> {
  if (made.length === 0) return made;
  await whenNobodyWaits();
  const kept = new Set(await world.store.cases.renew(made));
  return made.filter((row) => kept.has(row.case));
}
/** Lets the page do what waits: input, drawing. */
function aPause(): Promise<void> {
  return new Promise((resolve) => { if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve(), { timeout: 500 }); else setTimeout(resolve, 0); });
}
