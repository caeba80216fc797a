// Backups: the whole store or one case as one file. With a vault the content is sealed by the vault's key and the file
// carries its header, so that the passphrase or the recovery key opens it on any computer; without one it lies in the clear.
import { verifyAccess } from '../../engine/case/access.ts';
import { contentHash, verifyChain } from '../../engine/case/hash.ts';
import { versionsOn } from '../../engine/case/migration/moves.ts';
import { canonical } from '../../engine/procedure/canonical.ts';
import type { Store, StoreExport } from '../../engine/store/types.ts';
import { utf8 } from './bytes.ts';
import { passFileGates, type FileProblem } from './gates.ts';
import { unfitVersion } from './unfit.ts';
import { anything, group, matching, oneOf, optional, storeContent, text, whole } from './shapes.ts';
import { codecOf, openVault, readHeader, type OpenVault, type VaultHeader } from './vault.ts';

interface Label {
  readonly caseway: 'backup'; readonly format: 1; readonly scope: 'store' | 'case'; readonly made: number;
  readonly counts: { readonly cases: number; readonly events: number };
  /** SHA-256, hex, of the content's canonical text. */
  readonly digest: string;
}
export type BackupFile = Label & ({ readonly content: StoreExport } | { readonly vault: VaultHeader; readonly sealed: string });
export interface Backup { readonly label: Label; readonly content: StoreExport }
export type ReadBackup = { readonly ok: true; readonly backup: Backup } | { readonly ok: false; readonly problem: FileProblem } | { readonly ok: false; readonly locked: VaultHeader; readonly tried: boolean };

/** What a store holds, or one case of it with the versions it runs on. */
export async function contentOf(store: Store, caseId?: string): Promise<StoreExport> {
  const all = await store.cases.exportAll();
  if (caseId === undefined) return all;
  const cases = all.cases.filter(({ id }) => id === caseId);
  const pins = new Set(cases.flatMap(({ events }) => versionsOn(events).map(({ hash }) => hash)));
  return { format: 1, cases, drafts: [], versions: all.versions.filter(({ hash }) => pins.has(hash)), access: [] };
}

/** The file for some content. */
export async function makeBackup(content: StoreExport, scope: 'store' | 'case', now: number, vault: OpenVault | undefined): Promise<BackupFile> {
  const label: Label = { caseway: 'backup', format: 1, scope, made: now, counts: { cases: content.cases.length, events: eventsIn(content) }, digest: await digestOf(content) };
  return vault === undefined ? { ...label, content } : { ...label, vault: vault.header, sealed: await codecOf(vault).seal('backup', content) };
}
const eventsIn = ({ cases }: StoreExport): number => cases.reduce((total, { events }) => total + events.length, 0);
export async function digestOf(content: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', utf8(canonical(content)));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const label = { caseway: oneOf('backup'), format: oneOf(1), scope: oneOf('store', 'case'), made: whole, counts: group({ cases: whole, events: whole }), digest: matching(/^[0-9a-f]{64}$/, 'a hash') };
const file = group({ ...label, content: optional(anything), vault: optional(anything), sealed: optional(text) });

/** The backup in the text of a file, or why it is refused and where. `typed`: passphrase or recovery key, for a sealed one. Never throws. */
export async function readBackup(fileText: string, typed?: string): Promise<ReadBackup> {
  const gated = passFileGates(fileText);
  if (!gated.ok) return gated;
  const wrong = file(gated.document, []);
  if (wrong) return { ok: false, problem: wrong };
  // The cast is what the check has just established.
  const found = gated.document as unknown as Label & { readonly content?: unknown; readonly vault?: unknown; readonly sealed?: string };
  if (found.sealed === undefined) return checked(found, found.content, ['content']);
  const header = readHeader(found.vault);
  if (header === undefined) return refused('/vault', 'how the file was sealed', 'something else');
  const vault = typed === undefined ? undefined : await openVault(header, typed);
  if (vault === undefined) return { ok: false, locked: header, tried: typed !== undefined };
  return codecOf(vault).open('backup', found.sealed).then(
    (content) => { const again = passFileGates(JSON.stringify(content)); return again.ok ? checked(found, again.document, ['sealed']) : again; },
    () => refused('/sealed', 'what was sealed', 'something that was changed'),
  );
}
const refused = (pointer: string, expected: string, found: string): { readonly ok: false; readonly problem: FileProblem } => ({ ok: false, problem: { pointer, expected, found } });

async function checked(found: Label, value: unknown, at: readonly string[]): Promise<ReadBackup> {
  const wrong = storeContent(value, at);
  if (wrong) return { ok: false, problem: wrong };
  const content = value as StoreExport;
  const untrue = meaning(content, `/${at.join('/')}`);
  if (untrue) return { ok: false, problem: untrue };
  const unfit = await unfitVersion(content.versions, `/${at.join('/')}`);
  if (unfit) return { ok: false, problem: unfit };
  if (await digestOf(content) !== found.digest) return refused('/digest', 'the digest of the content', 'another one: the file was changed after it was saved');
  return { ok: true, backup: { label: { caseway: 'backup', format: 1, scope: found.scope, made: found.made, counts: found.counts, digest: found.digest }, content } };
}

/** Whether the parts say the same: chains whole, rows of their cases, versions with their hashes. */
function meaning(content: StoreExport, at: string): FileProblem | undefined {
  const seen = new Set<string>();
  for (const [index, { id, events, row }] of content.cases.entries()) {
    const place = `${at}/cases/${index}`;
    if (seen.has(id)) return { pointer: `${place}/id`, expected: 'each case once', found: `“${id}” twice` };
    seen.add(id);
    const chain = verifyChain(events);
    if (!chain.ok) return { pointer: `${place}/events/${chain.position - 1}`, expected: 'a record that fits together', found: 'an entry that does not fit' };
    const stray = events.findIndex((event) => event.case !== id);
    if (stray >= 0) return { pointer: `${place}/events/${stray}/case`, expected: `“${id}”`, found: 'an entry of another case' };
    if (events.length === 0) return { pointer: `${place}/events`, expected: 'entries', found: 'none' };
    if (row.case !== id || row.seq !== events.length || row.head !== chain.head) return { pointer: `${place}/row`, expected: 'the register line of its case', found: 'another one' };
    const pin = events.findIndex(({ procedure }) => !content.versions.some((one) => one.id === procedure.id && one.hash === procedure.hash));
    if (pin >= 0) return { pointer: `${place}/events/${pin}/procedure`, expected: 'a version of the procedure that is in the file', found: 'none' };
  }
  for (const [index, one] of content.versions.entries()) if (contentHash(one.procedure) !== one.hash) return { pointer: `${at}/versions/${index}/procedure`, expected: 'the procedure that its hash names', found: 'another one' };
  for (const [index, { events }] of (content.duties ?? []).entries()) {
    const chain = verifyChain(events);
    if (!chain.ok) return { pointer: `${at}/duties/${index}/events/${chain.position - 1}`, expected: 'a record that fits together', found: 'an entry that does not fit' };
  }
  const log = verifyAccess(content.access);
  return log.ok ? undefined : { pointer: `${at}/access/${log.position - 1}`, expected: 'an access log that fits together', found: 'an entry that does not fit' };
}
