// Playing a rehearsal: acts tried on the engine at the clock's moment, the clock moved, stepped back and on, ways
// parted. Every function gives a new rehearsal; the old one stays good, and no case is ever folded twice.
// It knows no screen and no store, and asks nobody what time it is.
import type { Id } from '../../procedure/types.ts';
import type { Instant } from '../../time/types.ts';
import { perform } from '../perform.ts';
import { replay } from '../replay.ts';
import type { Case, CommandBody, Refusal } from '../types.ts';
import { remainingOf } from './matching.ts';
import type { ActEntry, Entry, ExpectedAct, Moment, Playbook, Rehearsal, Way } from './types.ts';

const LETTERS = ['A', 'B', 'C', 'D'] as const;

/** Ways there can be at once: more cannot be told apart on a screen. */
export const MOST_WAYS = LETTERS.length;

/** A rehearsal that begins. `id` begins the ids of its events. */
export function begin(book: Playbook, id: string): Rehearsal {
  return { id, ways: [{ letter: 'A', moments: [], told: 0, clock: book.begins }], playing: 0 };
}

/** The way that is played. */
export function wayOf({ ways, playing }: Rehearsal): Way {
  const way = ways[playing];
  if (!way) throw new RangeError('The rehearsal has no such way.');
  return way;
}

/** The moments that are told: those before the place stepped back to. */
export const toldOf = ({ moments, told }: Way): readonly Moment[] => (told === moments.length ? moments : moments.slice(0, told));

/** The case where the way stands, as of its clock. */
export function caseOf(book: Playbook, way: Way): Case {
  const held = way.moments[way.told - 1]?.case ?? book.opening;
  return replayHeld(book, held, way.clock);
}

function replayHeld({ versions }: Playbook, held: Case, asOf: Instant): Case {
  if (held.asOf === asOf) return held;
  const outcome = remembered.get(held);
  if (outcome && outcome.asOf === asOf) return outcome;
  const found = replay(versions, held.events, asOf);
  remembered.set(held, found);
  return found;
}
// The last look at each case: a screen asks many times for the same moment.
const remembered = new WeakMap<Case, Case>();

export interface Tried { readonly rehearsal: Rehearsal; readonly refusal?: Refusal }

/** An act to be tried now: in which role, by whom, for whom. */
export interface Doing { readonly role: Id; readonly person: string; readonly onBehalfOf?: Id; readonly occurred?: Instant; readonly by?: ActEntry['by'] }

/**
 * Tries an act at the clock's moment. Accepted or refused, it is kept: refusals are what a room learns by. When the
 * rehearsal had stepped back, a new way begins here and the old one stays; at the last letter the old way's rest goes.
 */
export function tryAct(book: Playbook, rehearsal: Rehearsal, body: CommandBody, doing: Doing): Tried {
  const parted = part(rehearsal);
  const way = wayOf(parted);
  const entry = entryOf(parted, way, body, doing);
  const held = way.moments[way.told - 1]?.case ?? book.opening;
  const outcome = perform(book.versions, held, { ...body, id: entry.id, salt: entry.id, ...(doing.occurred === undefined ? {} : { occurred: doing.occurred }) }, actingOf(book, entry));
  const moment: Moment = outcome.ok ? { entry, case: outcome.case } : { entry, case: held, refusal: outcome.refusal };
  const after = withMoment(parted, moment);
  if (!outcome.ok) return { rehearsal: after, refusal: outcome.refusal };
  return { rehearsal: catchUp(book, after, way.clock) };
}

function actingOf({ compiled }: Playbook, { at, role, person, onBehalfOf }: ActEntry): Parameters<typeof perform>[3] {
  return { now: at, role, person, procedure: compiled.procedure.id, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
}

/** Ids come from the rehearsal's own and the act's place, so that the same acts give the same case anywhere. */
function entryOf({ id }: Rehearsal, way: Way, body: CommandBody, { role, person, onBehalfOf, occurred, by = 'room' }: Doing): ActEntry {
  return {
    kind: 'act', id: `${id}-${way.told + 1}`, at: way.clock, role, person, body, by,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }), ...(occurred === undefined ? {} : { occurred }),
  };
}

function withMoment(rehearsal: Rehearsal, moment: Moment): Rehearsal {
  const way = wayOf(rehearsal);
  const moments = [...toldOf(way), moment];
  return withWay(rehearsal, { ...way, moments, told: moments.length, clock: Math.max(way.clock, moment.entry.at) });
}

function withWay(rehearsal: Rehearsal, way: Way): Rehearsal {
  return { ...rehearsal, ways: rehearsal.ways.map((one, index) => (index === rehearsal.playing ? way : one)) };
}

/** Answers a question of the scenario, once; the first answer counts. */
export function answer(book: Playbook, rehearsal: Rehearsal, question: Id, choice: number): Rehearsal {
  const way = wayOf(rehearsal);
  if (toldOf(way).some(({ entry }) => entry.kind === 'answer' && entry.question === question)) return rehearsal;
  const entry: Entry = { kind: 'answer', at: way.clock, question, choice };
  return withMoment(part(rehearsal), { entry, case: way.moments[way.told - 1]?.case ?? book.opening });
}

/** When something is ahead of the place stepped back to, a new way begins; else the rehearsal as it is. */
export function part(rehearsal: Rehearsal): Rehearsal {
  const way = wayOf(rehearsal);
  return way.told === way.moments.length ? rehearsal : fork(rehearsal);
}

/** Begins a new way where the present one stands, and plays it. With all letters taken, the present way itself goes on from there. */
export function fork(rehearsal: Rehearsal): Rehearsal {
  const way = wayOf(rehearsal);
  const moments = toldOf(way);
  const letter = LETTERS[rehearsal.ways.length];
  if (letter === undefined) return withWay(rehearsal, { ...way, moments });
  const made: Way = { letter, moments, told: moments.length, clock: way.clock, parted: { from: way.letter, after: moments.length } };
  return { ...rehearsal, ways: [...rehearsal.ways, made], playing: rehearsal.ways.length };
}

/** Plays another way, where it was left. Unknown letters change nothing. */
export function play(rehearsal: Rehearsal, letter: string): Rehearsal {
  const playing = rehearsal.ways.findIndex((way) => way.letter === letter);
  return playing < 0 ? rehearsal : { ...rehearsal, playing };
}

/** Steps to just after a moment of the way, from 1; 0 is the beginning. The clock says when that was. */
export function stepTo(book: Playbook, rehearsal: Rehearsal, told: number): Rehearsal {
  const way = wayOf(rehearsal);
  const place = Math.max(0, Math.min(told, way.moments.length));
  return withWay(rehearsal, { ...way, told: place, clock: way.moments[place - 1]?.entry.at ?? book.begins });
}

/**
 * Moves the clock. Back: what was recorded later is no longer told. On: what lies ahead in this way is told again;
 * where nothing does, the scenario plays the roles that nobody plays, each at its own moment.
 */
export function moveTo(book: Playbook, rehearsal: Rehearsal, to: Instant): Rehearsal {
  const way = wayOf(rehearsal);
  const clock = Math.max(to, book.begins);
  const later = way.moments.findIndex(({ entry }) => entry.at > clock);
  if (clock < way.clock) return withWay(rehearsal, { ...way, told: Math.min(way.told, later < 0 ? way.moments.length : later), clock });
  if (way.told < way.moments.length) return withWay(rehearsal, { ...way, told: later < 0 ? way.moments.length : later, clock });
  return setClock(catchUp(book, rehearsal, clock), clock);
}

const setClock = (rehearsal: Rehearsal, clock: Instant): Rehearsal => withWay(rehearsal, { ...wayOf(rehearsal), clock });

/**
 * What the roles that nobody plays have done by a moment: in the scenario's order, each at its own time or, where it
 * had to wait for somebody, as soon as the engine accepts it. What it does not accept waits on and is not kept.
 */
function catchUp(book: Playbook, rehearsal: Rehearsal, until: Instant): Rehearsal {
  let now = rehearsal;
  for (let moved = true; moved;) {
    moved = false;
    for (const expected of remainingOf(book, toldOf(wayOf(now)))) {
      if (!expected.byScenario || expected.at > until) continue;
      const after = asWritten(book, now, expected);
      if (after) { now = after; moved = true; break; }
    }
  }
  return now;
}

/** The rehearsal after an expected act was done as it is written; undefined when the engine refuses it now. */
export function asWritten(book: Playbook, rehearsal: Rehearsal, expected: ExpectedAct): Rehearsal | undefined {
  const parted = part(rehearsal);
  const way = wayOf(parted);
  const at = Math.max(way.clock, expected.at);
  const standing = { ...way, clock: at };
  const entry = entryOf(parted, standing, expected.body, { role: expected.act.as, person: expected.act.person, by: 'scenario', ...(expected.act.onBehalfOf === undefined ? {} : { onBehalfOf: expected.act.onBehalfOf }), ...(expected.occurred === undefined ? {} : { occurred: expected.occurred }) });
  const held = way.moments[way.told - 1]?.case ?? book.opening;
  const outcome = perform(book.versions, held, { ...entry.body, id: entry.id, salt: entry.id, ...(entry.occurred === undefined ? {} : { occurred: entry.occurred }) }, actingOf(book, entry));
  return outcome.ok ? withMoment(withWay(parted, standing), { entry, case: outcome.case }) : undefined;
}
