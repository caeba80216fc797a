// Real cases in a store in memory, for what backups and case files are tried on.
import { shippedWalkthroughs } from '../../engine/case/shipped.ts';
import { registerRow } from '../../../app/cases/registerRow.ts';
import { contentHash } from '../../../engine/case/hash.ts';
import { compile, versionsOf } from '../../../engine/case/compile.ts';
import { walk } from '../../../engine/case/walkthrough.ts';
import type { Store } from '../../../engine/store/types.ts';

/** Fills a store with the cases of the first `count` shipped walkthroughs, their versions, a draft and an access log. */
export async function fill(store: Store, count = 3): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { walkthrough, procedure } of shippedWalkthroughs().slice(0, count)) {
    const published = await store.procedures.publish({ id: procedure.id, hash: contentHash(procedure), published: 1, by: 'A.B.', procedure });
    if (!published.ok) throw new Error(published.words);
    const versions = versionsOf([compile(procedure, { version: published.version, hash: contentHash(procedure), settings: walkthrough.settings ?? {} })]);
    const id = `case-${walkthrough.procedure}-${walkthrough.id}`;
    const made = walk(walkthrough, versions, { case: id });
    if (made.case === undefined) continue;
    const kept = await store.cases.append(id, 0, made.events, registerRow(versions, made.case));
    if (!kept.ok) throw new Error(kept.words);
    ids.push(id);
  }
  const [first] = await store.procedures.versions();
  if (first) await store.procedures.saveDraft({ id: 'draft', changed: 1, procedure: first.procedure }, 0);
  for (const [n, id] of ids.entries()) await store.cases.record({ id: `entry-${n}`, case: id, at: n, person: 'A.B.', role: 'manager', what: 'viewed', words: 'Looked at.' });
  return ids;
}
