// A rehearsal as it is kept: which scenario, and the entries of each way; no case and no event. Reading it plays
// every entry again on the engine, so that what was kept can never say more than what was done.
import { perform } from '../perform.ts';
import type { Case } from '../types.ts';
import { begin } from './player.ts';
import type { ActEntry, Entry, Moment, Playbook, Rehearsal, Way } from './types.ts';

export interface KeptWay { readonly letter: string; readonly told: number; readonly clock: number; readonly parted?: { readonly from: string; readonly after: number }; readonly entries: readonly Entry[] }
/** Plain data. A file of this kind holds nothing that a store of cases takes, and the other way round. */
export interface KeptRehearsal { readonly rehearsal: 1; readonly id: string; readonly scenario: string; readonly playing: number; readonly ways: readonly KeptWay[] }

/** The rehearsal as plain data. */
export function keptOf({ scenario }: Pick<Playbook, 'scenario'>, { id, ways, playing }: Rehearsal): KeptRehearsal {
  return { rehearsal: 1, id, scenario: scenario.id, playing, ways: ways.map(({ moments, ...way }) => ({ ...way, entries: moments.map(({ entry }) => entry) })) };
}

/** The rehearsal that was kept, its entries tried again. Moments that ways have in common are told once. */
export function reopened(book: Playbook, kept: KeptRehearsal): Rehearsal {
  const told = new Map<string, Moment>();
  const ways = kept.ways.map(({ entries, ...way }): Way => ({ ...way, moments: momentsOf(book, entries, told) }));
  return ways.length === 0 ? begin(book, kept.id) : { id: kept.id, ways, playing: Math.min(kept.playing, ways.length - 1) };
}

function momentsOf(book: Playbook, entries: readonly Entry[], told: Map<string, Moment>): readonly Moment[] {
  let held: Case = book.opening;
  let path = '';
  return entries.map((entry) => {
    path = `${path}\n${JSON.stringify(entry)}`;
    const known = told.get(path) ?? momentOf(book, held, entry);
    told.set(path, known);
    held = known.case;
    return known;
  });
}

function momentOf(book: Playbook, held: Case, entry: Entry): Moment {
  return entry.kind === 'answer' ? { entry, case: held } : tried(book, held, entry);
}

function tried({ versions, compiled }: Playbook, held: Case, entry: ActEntry): Moment {
  const { id, at, occurred, role, person, onBehalfOf, body } = entry;
  const acting = { now: at, role, person, procedure: compiled.procedure.id, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
  const outcome = perform(versions, held, { ...body, id, salt: id, ...(occurred === undefined ? {} : { occurred }) }, acting);
  return outcome.ok ? { entry, case: outcome.case } : { entry, case: held, refusal: outcome.refusal };
}
