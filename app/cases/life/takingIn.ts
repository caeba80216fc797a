// A case file that somebody hands over: looked at before anything is written, then taken in as what it is: a new case,
// more of one that is here, or a second copy beside ours. Two copies are never merged in silence.
import { asSeparateCase, compareCopies } from '../../../engine/case/copies.ts';
import type { CopyStanding } from '../../../engine/case/copies.ts';
import type { Versions } from '../../../engine/case/compile.ts';
import { versionsOf } from '../../../engine/case/compile.ts';
import { samePin, versionsOn } from '../../../engine/case/migration/moves.ts';
import { perform } from '../../../engine/case/perform.ts';
import { compiledOf, replay } from '../../../engine/case/replay.ts';
import type { Case, CaseEvent, CommandBody, OtherCase, ProcedurePin } from '../../../engine/case/types.ts';
import { isObject } from '../../../engine/procedure/pointer.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import type { PublishedVersion } from '../../../engine/store/types.ts';
import { civilDay } from '../../dates.ts';
import { verifyCaseFile } from '../../trust/caseFile.ts';
import type { CaseFile } from '../../trust/caseFile.ts';
import { faultWords } from '../../world/faults.ts';
import { log } from '../../world/log.ts';
import type { World } from '../../world/types.ts';
import { history, procedureAt } from '../events.ts';
import { registerRow } from '../registerRow.ts';
import { act, failed, freshIds, saved } from '../session.ts';
import type { ActResult } from '../types.ts';
import { compiledFor } from '../versions.ts';
import { lifeWords } from './words.ts';

const w = lifeWords.takeIn;

/** A file that is sound, and how it stands to what is here. */
export interface Looked {
  readonly file: CaseFile; readonly fingerprint: string; readonly standing: CopyStanding; /** Entries that both copies have. */ readonly shared: number;
  readonly ours: readonly CaseEvent[]; /** Versions whose number stands here for another content. */ readonly beside: readonly PublishedVersion[]; readonly case: Case; readonly procedure: Procedure; readonly versions: Versions;
  /** Where this very copy is kept as a case of its own already. */ readonly kept?: OtherCase;
}
export type Look = { readonly ok: true; readonly looked: Looked } | { readonly ok: false; readonly words: string };
const no = (words: string): Look => ({ ok: false, words });

/** Checks a file and compares it with what is here; changes nothing. Never throws. */
export async function lookAt(world: World, text: string): Promise<Look> {
  try {
    const checked = await verifyCaseFile(text);
    if (!checked.ok) return no(w.refused(checked.problem.pointer, checked.problem.expected, checked.problem.found));
    const { file, fingerprint, erased } = checked.verified;
    if (erased > 0) return no(w.erased(erased));
    const lacking = versionsOn(file.events).find((pin) => !file.versions.some((one) => samePin(one, pin)));
    if (lacking !== undefined) return no(w.noVersion(lacking.version));
    const versions = versionsIn(file);
    const item = told(versions, file, world.now());
    if (item === undefined) return no(w.unreadable);
    const ours = await world.store.cases.events(file.case);
    const row = await world.store.cases.row(separateId(file));
    const looked = { file, fingerprint, ...compareCopies(ours, file.events), ours, beside: await otherwiseHere(world, file), case: item, versions, procedure: compiledOf(versions, item).procedure };
    return { ok: true, looked: row === undefined ? looked : { ...looked, kept: { case: row.case, reference: row.content.reference } } };
  } catch (error) {
    return no(faultWords(error));
  }
}
const versionsIn = ({ versions }: CaseFile): Versions => versionsOf(versions.map(({ id, version, hash, procedure }) => compiledFor({ id, version, hash }, procedure)));

/** Versions of the file whose number stands here for another content: they are kept beside it, under a number of their own. */
async function otherwiseHere({ store }: World, { versions }: CaseFile): Promise<readonly PublishedVersion[]> {
  const here = await store.procedures.versions();
  return versions.filter((one) => !here.some((known) => isContent(known, one)) && here.some(({ id, version }) => id === one.id && version === one.version));
}
const isContent = (known: ProcedurePin, one: ProcedurePin): boolean => known.id === one.id && known.hash === one.hash;
/** The case that the file tells; undefined where this Caseway cannot tell it, as with a file of a newer one, or of somebody who made up what entries hold. */
function told(versions: Versions, { events }: CaseFile, now: number): Case | undefined {
  try {
    const item = replay(versions, events, now);
    // What every list and page of the case reads; whatever it trips over is found here and not there.
    registerRow(versions, item);
    history(procedureAt({ case: item, procedure: compiledOf(versions, item).procedure, versions }), events, now);
    return events.every(namesOthers) ? item : undefined;
  } catch (error) { log(`Case file: ${String(error)}`); return undefined; }
}

const isOther = (value: unknown): boolean => isObject(value) && typeof value['case'] === 'string' && typeof value['reference'] === 'string';
/** Entries that lead to another case say which. */
function namesOthers({ type, payload }: CaseEvent): boolean {
  if (type === 'caseMerged') return isOther(payload['into']);
  if (type === 'mergeReceived') return isOther(payload['from']);
  return [payload['origin'], type === 'caseTakenIn' ? payload['copyOf'] : undefined].every((one) => one === undefined || isOther(one));
}

/** Who takes it in, from whom, under the ids of a retry. */
export interface Taker { readonly from: string; readonly reason: string; readonly person: string; readonly role: string; readonly id: string; readonly salt: string }

/** Takes in a case that is not here, or more of one that is. Never what went another way. */
export async function takeInCase(world: World, looked: Looked, by: Taker): Promise<ActResult> {
  if (looked.standing !== 'fresh' && looked.standing !== 'longer') return { kind: 'failed', words: w.apart };
  return written(world, looked, by, looked.file.events, looked.ours.length);
}
/** Takes in a second copy as a case of its own; ours stays as it is and notes where the other one is. */
export async function takeInSeparate(world: World, looked: Looked, by: Taker, reference: string): Promise<ActResult> {
  if (looked.standing !== 'fork') return { kind: 'failed', words: w.apart };
  const { file, shared } = looked;
  const copyOf = { case: file.case, reference: file.reference, shared };
  const result = await written(world, looked, by, asSeparateCase(file.events, { case: separateId(file), reference }), 0, { copyOf });
  if (result.kind === 'saved') await noteBeside(world, looked, by, { case: result.case.id, reference });
  return result;
}
/** The same copy has the same id, so that it is recognised when it comes again. */
export const separateId = ({ case: id, head }: Pick<CaseFile, 'case' | 'head'>): string => `${id}-${head.slice(0, 16)}`;

async function written(world: World, { file, fingerprint, versions }: Looked, by: Taker, events: readonly CaseEvent[], held: number, more: Partial<CommandBody> = {}): Promise<ActResult> {
  try {
    const taking = { type: 'takeIn', from: by.from, ...(by.reason === '' ? {} : { reason: by.reason }), file: { head: file.head, made: file.made, fingerprint }, ...more } as CommandBody;
    const outcome = perform(versions, events, { ...taking, id: by.id, salt: by.salt }, { now: world.now(), role: by.role, person: by.person });
    if (!outcome.ok) return { kind: 'refused', refusal: outcome.refusal };
    const lacking = await keepVersions(world, file, by.from);
    if (lacking !== undefined) return failed(lacking);
    const { id } = outcome.case;
    const kept = await world.store.cases.append(id, held, outcome.case.events.slice(held), registerRow(versions, outcome.case));
    if (!kept.ok) return failed(kept.words);
    const result = saved(world, outcome.case, versions);
    await world.store.cases.record({ id: crypto.randomUUID(), case: id, at: world.now(), person: by.person, role: by.role, what: 'restored', words: w.logged(by.from, fingerprint) });
    return result;
  } catch (error) {
    return failed(faultWords(error));
  }
}
/** Keeps the versions that the file brings and that are not here; else why not. The entries' pins are left as they are: what they name is found by its content. */
async function keepVersions(world: World, file: CaseFile, from: string): Promise<string | undefined> {
  const here = await world.store.procedures.versions();
  const beside = await otherwiseHere(world, file);
  const free = file.versions.filter((one) => !beside.includes(one) && !here.some((known) => isContent(known, one)));
  const kept = free.length === 0 ? undefined : await world.store.cases.importAll({ format: 1, cases: [], drafts: [], versions: free, access: [] }, 'add');
  if (kept?.ok === false) return kept.words;
  for (const { version, ...one } of beside) {
    // Retired from today: it is here for the case that came with it, and no case is opened on it.
    const published = await world.store.procedures.publish({ ...one, retired: civilDay(world.now()), note: w.otherwiseNote(version, from, one.note) });
    if (!published.ok) return published.words;
  }
  return undefined;
}
/** Ours may be closed to notes; then the other copy alone says which it is a copy of. */
async function noteBeside(world: World, { file, shared }: Looked, by: Taker, other: OtherCase): Promise<void> {
  const result = await act(world, { case: file.case, body: { type: 'addNote', words: w.beside(other.reference, by.from, shared) }, person: by.person, role: by.role, ...freshIds(), id: `${by.id}.beside` });
  if (result.kind !== 'saved') log(`Note on a second copy: ${result.kind}`);
}
