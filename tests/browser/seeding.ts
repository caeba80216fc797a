// Many invented cases at once: walkthroughs run on the engine up to a moment, under references and initials of their
// own, and put into the page's database as the app would have written them.
import { readFileSync, readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { registerRow } from '../../app/cases/registerRow.ts';
import { compile, contentHash, versionsOf, walk } from '../../engine/index.ts';
import type { Walkthrough } from '../../engine/index.ts';
import type { CaseEvent } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { PublishedVersion, RegisterRow } from '../../engine/store/types.ts';
import { parseDateTime } from '../../engine/time/london.ts';

export interface Seed { readonly cases: readonly { readonly events: readonly CaseEvent[]; readonly row: RegisterRow }[]; readonly versions: readonly PublishedVersion[] }
/** Which walkthrough (folder/file), how many steps of it, and how many notes after them. */
export interface Wanted { readonly walkthrough: string; readonly steps: number; readonly notes?: number; readonly initials?: string }

const root = new URL('../../', import.meta.url);
const json = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, root), 'utf8')) as T;
export const slugs = readdirSync(new URL('procedures/', root));
const compiled = new Map(slugs.map((slug) => {
  const procedure = json<Procedure>(`procedures/${slug}/procedure.json`);
  return [slug, { procedure, one: compile(procedure, { version: 1, hash: contentHash(procedure) }) }] as const;
}));
export const walkthroughAt = (path: string): Walkthrough => json<Walkthrough>(`examples/${path}.json`);
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The cases of these walkthroughs, numbered in their order; each row is made for the moment of its last step. */
export function seedOf(wanted: readonly Wanted[]): Seed {
  const used = new Set<string>();
  const cases = wanted.map(({ walkthrough: path, steps, notes = 0, initials = `${LETTERS[at(path.length)]}.${LETTERS[at(steps)]}.` }, index) => {
    const whole = walkthroughAt(path);
    const { procedure, one } = compiled.get(whole.procedure) ?? fail(whole.procedure);
    used.add(whole.procedure);
    const kept = whole.steps.slice(0, steps);
    const last = kept.findLast((step) => 'do' in step) ?? fail(path);
    const extra = Array.from({ length: notes }, (_, n) => ({ at: last.at, as: 'as' in last ? last.as : '', person: 'A.B.', do: { type: 'addNote' as const, words: `Note ${n + 1}: spoke to the school.` } }));
    const named = kept.map((step) => (!('do' in step) || step.do.type !== 'openCase' ? step : { ...step, do: { ...step.do, reference: `${procedure.casePrefix}-2026-${String(index + 1).padStart(4, '0')}`, answers: { ...step.do.answers, ...(procedure.subject === undefined ? {} : { [procedure.subject.initials]: initials }) } } }));
    const versions = versionsOf([one]);
    const made = walk({ ...whole, steps: [...named, ...extra] }, versions, { case: `seed-${index + 1}` });
    return { events: made.events, row: registerRow(versions, made.case ?? fail(path)) };
  });
  return { cases, versions: [...used].map((slug) => ({ id: slug, version: 1, hash: compiled.get(slug)?.one.pin.hash ?? '', published: parseDateTime('2026-01-01T09:00') ?? 0, by: '', procedure: compiled.get(slug)?.procedure ?? fail(slug) })) };
}
function at(n: number): number { return n % LETTERS.length; }
function fail(what: string): never { throw new Error(`Not there: ${what}`); }

/** One case of a procedure given as data, after these steps, with every version of it; the case runs on the first. */
export function seedOn(id: string, versions: readonly Procedure[], steps: Walkthrough['steps']): Seed {
  const held = versions.map((procedure, index) => compile(procedure, { version: index + 1, hash: contentHash(procedure) }));
  const [first] = held;
  const walked = walk({ format: 1, id, title: id, procedure: first?.procedure.id ?? fail(id), invented: 'All of it is invented.', steps }, versionsOf(held.slice(0, 1)), { case: id });
  const made = walked.case ?? fail(id);
  return {
    cases: [{ events: walked.events, row: registerRow(versionsOf(held), made) }],
    versions: held.map(({ pin: { id: procedure, version, hash } }, index) => ({ id: procedure, version, hash, published: parseDateTime(`2026-0${version}-01T09:00`) ?? 0, by: 'Z.B.', procedure: versions[index] ?? fail(procedure), ...(index > 0 ? { note: 'Changed by hand' } : {}) })),
  };
}
export function joined(...seeds: readonly Seed[]): Seed { return { cases: seeds.flatMap(({ cases }) => cases), versions: seeds.flatMap(({ versions }) => versions) }; }

/** Writes them into the live database of the page, which the app has opened once; the page is to be loaded anew. */
export async function putSeed(page: Page, { cases, versions }: Seed): Promise<void> {
  await page.evaluate(([versionList]) => window.indexedDB.databases().then((all) => { if (!all.some((one) => one.name === 'caseway-live') || versionList === undefined) throw new Error('The app has not opened its database yet.'); }), [versions] as const);
  for (let from = 0; from < cases.length || from === 0; from += 200) {
    await page.evaluate(({ part, list }) => new Promise<void>((resolve, reject) => {
      const request = indexedDB.open('caseway-live');
      request.onerror = () => reject(request.error ?? new Error('not opened'));
      request.onsuccess = () => {
        const write = request.result.transaction(['events', 'rows', 'versions', 'meta'], 'readwrite');
        for (const { events, row } of part) {
          for (const event of events) write.objectStore('events').put({ case: row.case, seq: event.seq, event });
          write.objectStore('rows').put(row);
        }
        for (const version of list) write.objectStore('versions').put(version);
        const state = write.objectStore('meta').get('state');
        state.onsuccess = () => {
          const kept = state.result as { open: number; closed: number };
          const closed = part.filter(({ row }) => row.closed === 1).length;
          write.objectStore('meta').put({ ...kept, open: kept.open + part.length - closed, closed: kept.closed + closed });
        };
        write.oncomplete = () => { request.result.close(); resolve(); };
        write.onabort = () => reject(write.error ?? new Error('not written'));
      };
    }), { part: cases.slice(from, from + 200), list: from === 0 ? versions : [] });
  }
}
