// What crosses from real work into rehearsal's own database, and only so: a procedure, a scenario, ranges of times.
// No entry and no text of a case goes with any of them.
import { contentHash } from '../../engine/case/hash.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { shippedProcedure, textOf } from '../procedures/catalogue.ts';
import { lendProcedure } from '../training/shelf.ts';
import { lendingWords } from './words.ts';

const w = lendingWords.procedure;

/** Makes a draft known to rehearsal; gives the id that it has there, its own. */
export async function lendDraft(procedure: Procedure, revision: number): Promise<string> {
  await lendProcedure(procedure, w.draft(revision), Date.now());
  return procedure.id;
}
/** Makes a published version known to rehearsal, under an id of its own so that it stands beside drafts and other versions. One that comes with Caseway as it is needs no lending. */
export async function lendVersion(procedure: Procedure, version: number): Promise<string> {
  const shipped = await shippedProcedure(procedure.id);
  if (shipped !== undefined && contentHash(shipped) === contentHash(procedure)) return procedure.id;
  const id = `${procedure.id}-v${version}`;
  await lendProcedure({ ...procedure, id, label: w.labelled(textOf(procedure.label), version) }, w.version(version), Date.now());
  return id;
}
