// The path by which every act on a case is written: read the log, let the engine decide, append if nobody was first. A
// case that comes in as a file is written by life/takingIn.ts, and told here.
// Another tab was first: read again and let the engine decide again, on what is there now.
import { perform } from '../../engine/case/perform.ts';
import { compiledOf, replay } from '../../engine/case/replay.ts';
import type { Case, CaseEvent, Command, Outcome, ProcedurePin, Refusal } from '../../engine/case/types.ts';
import type { Versions } from '../../engine/case/compile.ts';
import { versionsOn } from '../../engine/case/migration/moves.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { Store } from '../../engine/store/types.ts';
import { isErased } from '../../engine/case/hash.ts';
import { BrokenRecord, ErasedCase, checkedEvents, remember } from '../trust/audit.ts';
import type { Break } from '../trust/audit.ts';
import { log } from '../world/log.ts';
import { useSession } from '../world/session.ts';
import { waitedFor } from '../world/turns.ts';
import type { World } from '../world/types.ts';
import { faultWords } from '../world/faults.ts';
import { registerRow } from './registerRow.ts';
import type { Act, ActResult } from './types.ts';
import { compiledFor, versionsFor } from './versions.ts';
import { versionsOf } from '../../engine/case/compile.ts';

const TRIES = 4;

export interface LoadedCase { readonly case: Case; readonly versions: Versions; readonly procedure: Procedure; /** Where its record stops fitting together. */ readonly broken?: Break }

/** A random id, and the salt of a payload: the only chance in a case, and it comes from here. */
export function freshIds(): { readonly id: string; readonly salt: string } {
  return { id: crypto.randomUUID(), salt: crypto.randomUUID() };
}

/** The case as it stands now; undefined when the store has none of that id. */
export async function loadCase(world: World, caseId: string): Promise<LoadedCase | undefined> {
  const { events, broken } = await checkedEvents(world.store, caseId, true);
  const [first] = events;
  if (first === undefined) return undefined;
  if (isErased(first) && broken === undefined) throw new ErasedCase(events.length);
  const versions = await versionsFor(world.store.procedures, versionsOn(events));
  const item = replayed(versions, events, world.now(), broken);
  return { case: item, versions, procedure: compiledOf(versions, item).procedure, ...(broken === undefined ? {} : { broken }) };
}
/** A record that does not fit may be past telling: then that is what is said. */
function replayed(versions: Versions, events: readonly CaseEvent[], now: number, broken: Break | undefined): Case {
  try { return replay(versions, events, now); } catch (error) { throw broken === undefined ? error : new BrokenRecord(broken); }
}

/** Does one act on a case: accepted and kept, refused with the reason, or not written. */
export async function act(world: World, wanted: Act): Promise<ActResult> {
  if (world.act !== undefined) return world.act(wanted);
  return waitedFor(() => written(world, wanted, async (first) => {
    const held = first && wanted.body.type !== 'moveCase' ? lately.get(world.store) : undefined;
    if (held?.case.id === wanted.case) return { before: held.case, versions: held.versions };
    const { events, broken } = await checkedEvents(world.store, wanted.case);
    if (broken !== undefined) throw new BrokenRecord(broken);
    return { before: events, versions: await versionsFor(world.store.procedures, pinsOf(events, wanted.body)) };
  }));
}

/** The versions that an act is decided on: those the log names, and the one that a move leads to. */
function pinsOf(events: readonly CaseEvent[], body: Act['body']): readonly ProcedurePin[] {
  return body.type === 'moveCase' ? [...versionsOn(events), body.to] : versionsOn(events);
}

/** Opens a case on a published version. */
export async function openCase(world: World, wanted: Act, pin: ProcedurePin, procedure: Procedure): Promise<ActResult> {
  const versions = versionsOf([compiledFor(pin, procedure)]);
  return written(world, wanted, async () => ({ before: await world.store.cases.events(wanted.case), versions }));
}

type Before = Case | readonly CaseEvent[];
const isLog = (before: Before): before is readonly CaseEvent[] => Array.isArray(before);
/** The case that this tab wrote last, as it was decided: acting on it again reads nothing. The store still says when another tab was first. */
const lately = new WeakMap<Store, { readonly case: Case; readonly versions: Versions }>();

/** The case as this tab wrote it last; undefined when its last act was on another case. */
export function justWritten(store: Store, caseId: string): LoadedCase | undefined {
  const held = lately.get(store);
  if (held?.case.id !== caseId) return undefined;
  return { ...held, procedure: compiledOf(held.versions, held.case).procedure };
}

/** @param read gives what to decide on; the first time it may be what this tab remembers. */
async function written(world: World, wanted: Act, read: (first: boolean) => Promise<{ readonly before: Before; readonly versions: Versions }>): Promise<ActResult> {
  try {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const { before, versions } = await read(attempt === 0);
      const count = isLog(before) ? before.length : before.events.length;
      const outcome = decided(world, wanted, before, versions);
      // What is refused on a remembered case may be allowed on the case as it is: it is read before anybody is told.
      if (!outcome.ok && !isLog(before)) continue;
      if (!outcome.ok) return await refused(world, wanted, outcome.refusal);
      const kept = outcome.events.length === 0 ? undefined : await world.store.cases.append(wanted.case, count, outcome.events, registerRow(versions, outcome.case));
      if (kept === undefined || kept.ok) return saved(world, outcome.case, versions);
      if (kept.code !== 'conflict') return failed(kept.words);
    }
    return failed('This case kept changing in another tab. Nothing you typed is lost: try again.');
  } catch (error) {
    return failed(faultWords(error));
  }
}

function decided(world: World, wanted: Act, before: Before, versions: Versions): Outcome {
  const command: Command = { ...wanted.body, id: wanted.id, salt: wanted.salt, ...(wanted.occurred === undefined ? {} : { occurred: wanted.occurred }) };
  const by = { now: world.now(), role: wanted.role, person: wanted.person, ...(wanted.onBehalfOf === undefined ? {} : { onBehalfOf: wanted.onBehalfOf }) };
  return perform(versions, before, command, by);
}
/** Tells the rest of the app that a case was written, as `item` now stands. */
export function saved(world: World, item: Case, versions: Versions): ActResult {
  remember(world.store, item.id, item.events);
  lately.set(world.store, { case: item, versions });
  useSession.getState().wrote(world.kind, world.now());
  return { kind: 'saved', case: item };
}
/** Tells the rest of the app, in words, that nothing was written. */
export function failed(words: string): ActResult {
  useSession.getState().failedWrite(words);
  return { kind: 'failed', words };
}
/** A refused attempt is kept in the access log; that it cannot be kept does not turn it into an accepted one. */
async function refused(world: World, wanted: Act, refusal: Refusal): Promise<ActResult> {
  const entry = { id: crypto.randomUUID(), case: wanted.case, at: world.now(), person: wanted.person, role: wanted.role, what: 'refused', words: `${wanted.body.type}: ${refusal.words}` } as const;
  await world.store.cases.record(entry).catch((error: unknown) => log(`Access log: ${String(error)}`));
  return { kind: 'refused', refusal };
}
