// Who holds which seat of a case on a day: holders, deputies and others, from a day and until one, with what they
// declared. Persons are opaque, as everywhere: two appointments are the same person's when their names are equal.
import type { Id, Procedure } from '../procedure/types.ts';
import { endOfDay, londonDay, parseDay, startOfDay, type Day, type Instant } from '../time/index.ts';
import type { Appointment } from './types.ts';

/** Those appointed to a party, or to any seat of a body, whose appointment is in force on the day; both ends are included. Watching is not holding: observers are left out. */
export function holdersOf({ parties }: Procedure, appointments: readonly Appointment[], party: Id, day: Day): readonly Appointment[] {
  if (appointments.length === 0) return appointments;
  const body = parties[party]?.seats;
  if (body === undefined) return holdersOfSeat({ parties }, appointments, party, day);
  const found = [...holdersOfSeat({ parties }, appointments, party, day)];
  for (const seat of body) found.push(...holdersOfSeat({ parties }, appointments, seat, day));
  return found;
}

function holdersOfSeat({ parties }: Pick<Procedure, 'parties'>, appointments: readonly Appointment[], seat: Id, day: Day): readonly Appointment[] {
  const there = appointments.filter((one) => one.seat === seat && one.capacity !== 'observer' && isInForce(one, day));
  return there.length < 2 || parties[seat]?.many ? there : withoutPredecessors(there);
}

function isInForce({ from, until }: Appointment, day: Day): boolean {
  return (parseDay(from) ?? Infinity) <= day && (until === undefined || (parseDay(until) ?? -Infinity) >= day);
}

/** Of several holders of one seat only the last appointed holds it. */
function withoutPredecessors(there: readonly Appointment[]): readonly Appointment[] {
  const holder = there.reduce<Appointment | undefined>((last, one) => (one.capacity === 'holder' && (last === undefined || one.from >= last.from) ? one : last), undefined);
  return there.filter((one) => one.capacity !== 'holder' || one === holder);
}

/** True when nobody holds the seat on the day, whoever may stand in. */
export function isVacant(procedure: Procedure, appointments: readonly Appointment[], seat: Id, day: Day): boolean {
  return !holdersOf(procedure, appointments, seat, day).some(({ capacity }) => capacity === 'holder');
}

/** What `appointed` asks: `declared` with its words, or `same` person or `organisation` with the other seat. */
export type Likeness = 'declared' | 'same' | 'organisation';

/** True when one of those in the seat or body declared it, or is or comes from where one in the other seat is. */
export function isAppointed(procedure: Procedure, appointments: readonly Appointment[], of: Id, [likeness, to]: readonly [Likeness, string], day: Day): boolean {
  const there = holdersOf(procedure, appointments, of, day);
  if (there.length === 0) return false;
  if (likeness === 'declared') return there.some(({ declared = [] }) => declared.some((one) => plain(one) === plain(to)));
  const others = holdersOf(procedure, appointments, to, day);
  if (likeness === 'same') return there.some((one) => others.some((other) => other.seat !== one.seat && other.person === one.person));
  return there.some((one) => one.organisation !== undefined && others.some((other) => other.seat !== one.seat && other.organisation === one.organisation));
}

/** "direct-involvement" and "Direct involvement" are the same declaration. */
const plain = (words: string): string => words.toLowerCase().replaceAll('-', ' ').trim();

/** The instants after `at` at which an appointment begins or is over. */
export function appointmentTurns({ from, until }: Pick<Appointment, 'from' | 'until'>, at: Instant): readonly Instant[] {
  const [first, last] = [parseDay(from), until === undefined ? undefined : parseDay(until)];
  const turns = [...(first === undefined ? [] : [startOfDay(first)]), ...(last === undefined ? [] : [endOfDay(last) + 1])];
  return turns.filter((turn) => turn > at);
}

/** Seats whose present holders declared an involvement of any kind. */
export function involvedSeats(procedure: Procedure, appointments: readonly Appointment[], at: Instant): readonly Id[] {
  const declaring = appointments.filter(({ declared = [] }) => declared.length > 0);
  if (declaring.length === 0) return [];
  const day = londonDay(at);
  const seats = [...new Set(declaring.map(({ seat }) => seat))];
  return seats.filter((seat) => holdersOf(procedure, appointments, seat, day).some(({ seat: own, declared = [] }) => own === seat && declared.length > 0));
}
