// What can stand on either side: shipped procedures, copies in hand and published versions, each with the name by which
// the address of the page knows it.
import type { Procedure } from '../../../engine/procedure/types.ts';
import { textOf, type Catalogue } from '../catalogue.ts';
import { words } from './words.ts';

export interface Side { readonly key: string; readonly label: string; readonly procedure: Procedure; /** Id of the copy, where it is one. */ readonly draft?: string }

/** Every side, shipped ones first. */
export function sidesOf({ shipped, drafts, versions }: Catalogue): readonly Side[] {
  return [
    ...shipped.map((procedure): Side => ({ key: procedure.id, label: textOf(procedure.label), procedure })),
    ...drafts.map(({ id, procedure, revision }): Side => ({ key: `copy.${id}`, label: `${textOf(procedure.label)}, ${words.draft} ${revision}`, procedure, draft: id })),
    ...versions.filter(({ by }) => by !== '').map(({ id, version, procedure }): Side => ({ key: `${id}.${version}`, label: `${textOf(procedure.label)}, ${words.version(version)}`, procedure })),
  ];
}
