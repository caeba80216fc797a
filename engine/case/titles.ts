// What a party is called on a day, and who has taken its place. Titles change and bodies are superseded while cases
// run; a case reads each day's own, and what was done under an earlier name stays as it was done.
import { remembered } from '../procedure/remembered.ts';
import type { Id, Party, Procedure } from '../procedure/types.ts';
import { londonDay, parseDay, type Day, type Instant } from '../time/index.ts';
import { textOf } from './words.ts';

interface Span { readonly from?: string; readonly until?: string }

/** True on a day of the span; both ends are included, and a missing end is open. */
export function covers({ from, until }: Span, day: Day): boolean {
  return (from === undefined || (parseDay(from) ?? -Infinity) <= day) && (until === undefined || (parseDay(until) ?? Infinity) >= day);
}

/** The title of a party on a day: one that is dated for it, the latest of several, else its usual one; its id where the procedure does not have it. */
export function titleOf({ parties }: Procedure, id: Id, on: Day): string {
  const dated = (parties[id]?.titles ?? []).filter((one) => (one.from !== undefined || one.until !== undefined) && covers(one, on));
  const latest = dated.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1))[0];
  return textOf(latest?.title ?? parties[id]?.title) ?? id;
}

/** Other titles that the sources give the party whatever the day, and its usual one while another stands in its place. */
export function otherTitles({ parties }: Procedure, id: Id, on: Day): readonly string[] {
  const { title, titles = [] } = parties[id] ?? {};
  const shown = titleOf({ parties } as Procedure, id, on);
  const undated = titles.filter((one) => one.from === undefined && one.until === undefined);
  return [...new Set([title, ...undated.map((one) => one.title)].flatMap((one) => textOf(one) ?? []))].filter((one) => one !== shown);
}

/** True where a party has a successor, or is in force for part of the time. */
export const hasSuccessors = remembered(({ parties }: Procedure): boolean => Object.values(parties).some(({ successor, inForce }) => successor !== undefined || inForce !== undefined));

/** Those who stand for these parties at an instant: a party that is over gives way to its successor; one that has a successor and no end shares with it; one that has not begun, or is over without a successor, stands for nothing. */
export function standingFor(procedure: Procedure, parties: readonly Id[], at: Instant): readonly Id[] {
  if (!hasSuccessors(procedure)) return parties;
  const day = londonDay(at);
  return [...new Set(parties.flatMap((id) => chain(procedure, id, day).filter((one) => covers(procedure.parties[one]?.inForce ?? {}, day))))];
}

/** Who is written to in place of a party at an instant: the party itself until it is over; nobody where it is not in force and none took its place. */
export function addressee(procedure: Procedure, party: Id, at: Instant): Id | undefined {
  if (!hasSuccessors(procedure)) return party;
  const day = londonDay(at);
  return chain(procedure, party, day).find((id) => covers(procedure.parties[id]?.inForce ?? {}, day));
}

/** The party and those that came after it, as far as they had begun by the day. A circle is gone through once. */
function chain({ parties }: Procedure, first: Id, day: Day): readonly Id[] {
  const found = [first];
  for (let next = parties[first]?.successor; next !== undefined && !found.includes(next); next = parties[next]?.successor) {
    const from = parties[next]?.inForce?.from;
    if (!covers(from === undefined ? {} : { from }, day) || !mayFollow(parties[found.at(-1) ?? ''], day)) break;
    found.push(next);
  }
  return found;
}

const mayStand = (party: Party | undefined, day: Day): boolean => party?.inForce?.until === undefined || covers({ until: party.inForce.until }, day);
/** A party that says when it ends is followed from the day after; one that does not, at once. */
const mayFollow = (party: Party | undefined, day: Day): boolean => party?.inForce?.until === undefined || !mayStand(party, day);
