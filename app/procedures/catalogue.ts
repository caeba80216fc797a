// The procedures that come with Caseway, and those kept on this computer. Shipped files load when first needed.
import { useEffect, useState } from 'react';
import type { Procedure } from '../../engine/procedure/types.ts';
import { fetchJson } from '../world/fetchJson.ts';
import type { Draft, ProcedureStore, PublishedVersion } from '../../engine/store/types.ts';

const files = import.meta.glob<string>('../../procedures/*/procedure.json', { query: '?url&no-inline', import: 'default', eager: true });

/** Every shipped procedure, by title. Throws when one cannot be had. */
export function shippedProcedures(): Promise<readonly Procedure[]> {
  return Promise.all(Object.values(files).map((address) => fetchJson<Procedure>(address))).then(byTitle);
}
/** Those of them that came; where one did not, the page tells of it (`Lacking`), and what is kept here is shown all the same. */
export async function shippedHere(): Promise<readonly Procedure[]> {
  const all = await Promise.allSettled(Object.values(files).map((address) => fetchJson<Procedure>(address)));
  return byTitle(all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
}
const byTitle = (all: readonly Procedure[]): readonly Procedure[] => all.toSorted((a, b) => textOf(a.label).localeCompare(textOf(b.label)));
export async function shippedProcedure(id: string): Promise<Procedure | undefined> {
  const path = Object.keys(files).find((name) => name.endsWith(`/${id}/procedure.json`));
  const address = path === undefined ? undefined : files[path];
  return address === undefined ? (await shippedProcedures()).find((one) => one.id === id) : fetchJson<Procedure>(address);
}
/** English where a text is given in several languages. */
export function textOf(text: string | { readonly [language: string]: string } | undefined): string {
  if (text === undefined) return '';
  return typeof text === 'string' ? text : text['en'] ?? text['en-GB'] ?? Object.values(text)[0] ?? '';
}
/** The name before the colon: "Anytown" of "Anytown: serious incidents". */
export function shortLabel(text: string | { readonly [language: string]: string } | undefined): string {
  return textOf(text).split(':')[0] ?? '';
}
/** The first words of a long remark, up to its first bracket, comma, colon or semicolon. */
export function firstWords(text: string | { readonly [language: string]: string } | undefined): string {
  return textOf(text).split(/ \(|[,;:]/)[0] ?? '';
}
/** How many stages people work in: neither groups, which hold stages, nor ends are counted. */
export function stageCount({ stages }: Pick<Procedure, 'stages'>): number {
  const groups = new Set(Object.values(stages).map((stage) => stage.within));
  return Object.entries(stages).filter(([id, stage]) => !groups.has(id) && stage.final !== true).length;
}

export interface Catalogue { readonly shipped: readonly Procedure[]; readonly drafts: readonly Draft[]; readonly versions: readonly PublishedVersion[] }
/** Shipped procedures, copies and published versions; undefined while they are read. `round` reads them again. */
export function useCatalogue(store: ProcedureStore, round = 0): Catalogue | undefined {
  const [catalogue, setCatalogue] = useState<Catalogue>();
  useEffect(() => {
    let here = true;
    void Promise.all([shippedHere(), store.drafts(), store.versions()]).then(([all, drafts, versions]) => { if (here) setCatalogue({ shipped: all, drafts, versions }); });
    return () => { here = false; };
  }, [store, round]);
  return catalogue;
}
