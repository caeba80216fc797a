// One case as a signed file that anybody can check: its entries, the versions of the procedure it ran on, the hash it
// ends with. What the checks prove is told with them; they never prove who a person was.
import { contentHash, isErased, verifyChain } from '../../engine/case/hash.ts';
import { versionsOn } from '../../engine/case/migration/moves.ts';
import type { CaseEvent } from '../../engine/case/types.ts';
import type { PublishedVersion, Store } from '../../engine/store/types.ts';
import { passFileGates, type FileProblem } from './gates.ts';
import { event, group, list, matching, oneOf, text, version, whole } from './shapes.ts';
import { unfitVersion } from './unfit.ts';
import { sign, signedBy, type Signature } from './signing.ts';

interface Body { readonly caseway: 'case-file'; readonly format: 1; readonly made: number; readonly case: string; readonly reference: string; readonly head: string; readonly events: readonly CaseEvent[]; readonly versions: readonly PublishedVersion[] }
export type CaseFile = Body & { readonly signature: Signature };
/** What the checks of a file found. */
export interface Verified {
  readonly file: CaseFile; readonly fingerprint: string; readonly erased: number;
}
export type VerifiedFile = { readonly ok: true; readonly verified: Verified } | { readonly ok: false; readonly problem: FileProblem };

/** The signed file of one case; undefined when the store has none of that id. */
export async function makeCaseFile(store: Store, caseId: string, now: number, pair?: CryptoKeyPair): Promise<CaseFile | undefined> {
  const [row, events] = [await store.cases.row(caseId), await store.cases.events(caseId)];
  const last = events.at(-1);
  if (row === undefined || last === undefined) return undefined;
  const pins = new Map(versionsOn(events).map((pin) => [pin.hash, pin]));
  const versions = (await Promise.all([...pins.values()].map((pin) => store.procedures.version(pin)))).filter((one) => one !== undefined);
  const body: Body = { caseway: 'case-file', format: 1, made: now, case: caseId, reference: row.content.reference, head: last.hash, events, versions };
  return { ...body, signature: await sign(body, pair) };
}

const base64 = matching(/^[A-Za-z0-9+/]+=*$/, 'letters of a signature');
const file = group({
  caseway: oneOf('case-file'), format: oneOf(1), made: whole, case: text, reference: text, head: matching(/^[0-9a-f]{64}$/, 'a hash'),
  events: list(event), versions: list(version), signature: group({ algorithm: oneOf('ECDSA-P256-SHA256'), key: base64, value: base64 }),
});
const refused = (pointer: string, expected: string, found: string): VerifiedFile => ({ ok: false, problem: { pointer, expected, found } });

/** Checks the text of a case file: its signature, its chain, its versions. Needs the text alone. Never throws. */
export async function verifyCaseFile(fileText: string): Promise<VerifiedFile> {
  const gated = passFileGates(fileText);
  if (!gated.ok) return gated;
  const wrong = file(gated.document, []);
  if (wrong) return { ok: false, problem: wrong };
  // The cast is what the check has just established.
  const found = gated.document as unknown as CaseFile;
  const chain = verifyChain(found.events);
  if (!chain.ok) return refused(`/events/${chain.position - 1}`, 'a record that fits together', `entry ${chain.position} of ${found.events.length}, which does not fit`);
  const stray = found.events.findIndex((one) => one.case !== found.case);
  if (stray >= 0) return refused(`/events/${stray}/case`, `entries of the case “${found.case}”`, 'an entry of another case');
  if (found.events.length === 0 || chain.head !== found.head) return refused('/head', 'the hash of the last entry', 'another hash: entries are missing or were added');
  const bare = found.versions.findIndex((one) => contentHash(one.procedure) !== one.hash);
  if (bare >= 0) return refused(`/versions/${bare}/procedure`, 'the procedure that its hash names', 'another one');
  const unfit = await unfitVersion(found.versions, '');
  if (unfit) return { ok: false, problem: unfit };
  const { signature, ...body } = found;
  const fingerprint = await signedBy(body, signature);
  if (fingerprint === undefined) return refused('/signature', 'the signature of this file', 'one that does not belong to it: the file was changed after it was saved');
  return { ok: true, verified: { file: found, fingerprint, erased: found.events.filter(isErased).length } };
}
