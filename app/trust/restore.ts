// What restoring a backup would do to the store that is here, told before anything is done; and doing it.
import { civilDay } from '../dates.ts';
import type { Store, StoreExport } from '../../engine/store/types.ts';

export interface Plan {
  /** Cases that are not here. */ readonly fresh: readonly string[];
  /** Cases here that the backup goes on from: it holds more of them. */ readonly longer: readonly string[];
  readonly same: number;
  /** Cases of which this computer holds more than the backup: they are left as they are, unless everything is replaced. */ readonly older: readonly string[];
  /** Cases that went different ways here and in the backup. */ readonly apart: readonly string[];
  /** Cases here that the backup does not have: they would go if everything were replaced. */ readonly notInBackup: readonly string[];
}
/** Compares a backup with the store, case by case. References are told, not ids. */
export async function planOf(store: Store, content: StoreExport): Promise<Plan> {
  const here = new Map((await store.cases.exportAll()).cases.map((one) => [one.id, one]));
  const groups: { readonly [K in 'fresh' | 'longer' | 'older' | 'apart' | 'equal']: string[] } = { fresh: [], longer: [], older: [], apart: [], equal: [] };
  for (const { id, events, row } of content.cases) groups[standing(here.get(id)?.events, events)].push(row.content.reference);
  const inBackup = new Set(content.cases.map(({ id }) => id));
  return { fresh: groups.fresh, longer: groups.longer, same: groups.equal.length, older: groups.older, apart: groups.apart, notInBackup: [...here.values()].filter(({ id }) => !inBackup.has(id)).map(({ row }) => row.content.reference) };
}
type Events = StoreExport['cases'][number]['events'];
function standing(here: Events | undefined, there: Events): 'fresh' | 'longer' | 'older' | 'apart' | 'equal' {
  if (here === undefined) return 'fresh';
  const shared = Math.min(here.length, there.length);
  if (here[shared - 1]?.hash !== there[shared - 1]?.hash) return 'apart';
  return here.length === there.length ? 'equal' : here.length < there.length ? 'longer' : 'older';
}
/** What is brought back without taking anything away: cases that are missing here, and cases the backup holds more of. */
export async function additions(store: Store, content: StoreExport): Promise<StoreExport> {
  const here = new Map((await store.cases.exportAll()).cases.map((one) => [one.id, one.events]));
  const drafts = new Set((await store.procedures.drafts()).map(({ id }) => id));
  const kept = await store.procedures.versions();
  const lacking = content.versions.filter((one) => !kept.some(({ id, hash }) => id === one.id && hash === one.hash));
  const versions = numbered(kept, lacking);
  const cases = content.cases.filter(({ id, events }) => ['fresh', 'longer'].includes(standing(here.get(id), events)));
  return { format: 1, cases, drafts: content.drafts.filter(({ id }) => !drafts.has(id)), versions, access: [], ...await besideCases(store, content) };
}
/** Each under its own number while that is free here, else beside what has it, where no case is opened on it; cases find theirs by its content. */
function numbered(kept: StoreExport['versions'], lacking: StoreExport['versions']): StoreExport['versions'] {
  const taken = new Set(kept.map(({ id, version }) => `${id} ${version}`));
  const last = (id: string): number => Math.max(0, ...[...kept, ...lacking].filter((one) => one.id === id).map(({ version }) => version));
  const beside = lacking.filter((one) => taken.has(`${one.id} ${one.version}`));
  return lacking.map((one) => (beside.includes(one) ? { ...one, version: last(one.id) + 1 + beside.filter(({ id }) => id === one.id).indexOf(one), retired: civilDay(one.published) } : one));
}
/** Settings that are not here, and logs of duties that the copy holds more of. */
async function besideCases(store: Store, content: StoreExport): Promise<Pick<StoreExport, 'settings' | 'duties'>> {
  const lacking = async (id: string): Promise<boolean> => (await store.settings.read(id)) === undefined;
  const settings = await Promise.all((content.settings ?? []).map(async (one) => ((await lacking(one.id)) ? [one] : [])));
  const duties = await Promise.all((content.duties ?? []).map(async (one) => {
    const here = await store.duties.log(one.procedure);
    return here.length < one.events.length && here.every(({ hash }, index) => hash === one.events[index]?.hash) ? [one] : [];
  }));
  return { settings: settings.flat(), duties: duties.flat() };
}
