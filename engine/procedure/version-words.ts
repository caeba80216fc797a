// The states a version of a procedure goes through, in words: published, in force from a day, replaced, retired.
// A draft is no version. The dates are kept by whoever stores versions; the days here are Europe/London.
import { dayWords, londonDay, parseDay } from '../time/index.ts';
import type { Instant } from '../time/index.ts';
import type { CivilDate } from './types.ts';

/** What is kept of a version beside its content. */
export interface VersionDates {
  readonly version: number;
  readonly published: Instant;
  /** First day on which cases are opened on it. Absent: from the day it was published. */
  readonly effectiveFrom?: CivilDate;
  /** First day on which no case is opened on it. */
  readonly retired?: CivilDate;
}

/** published: waits for its first day. in-force: new cases are opened on it. replaced: a later one is. retired: taken out of use. */
export type VersionState = 'published' | 'in-force' | 'replaced' | 'retired';
export interface VersionWords { readonly version: number; readonly state: VersionState; /** "Version 3: in force since Thu 1 Jan 2026" */ readonly words: string }

/** The day from which cases are opened on it; a day that cannot be read counts as the day of publishing. */
function firstDay({ published, effectiveFrom }: VersionDates): number {
  return (effectiveFrom === undefined ? undefined : parseDay(effectiveFrom)) ?? londonDay(published);
}

function isRetired({ retired }: VersionDates, on: number): boolean {
  const day = retired === undefined ? undefined : parseDay(retired);
  return day !== undefined && day <= on;
}

/** The version new cases are opened on: of those begun and not retired on that day, the one that began last; of several, the highest number. */
export function inForce<V extends VersionDates>(versions: readonly V[], on: CivilDate): V | undefined {
  const today = parseDay(on);
  if (today === undefined) return undefined;
  const open = versions.filter((one) => firstDay(one) <= today && !isRetired(one, today));
  return open.toSorted((a, b) => firstDay(b) - firstDay(a) || b.version - a.version)[0];
}

/**
 * Each version of one procedure with its state on that day (`2026-12-10`, inclusive), in the order given.
 * @returns none when the day cannot be read
 */
export function versionsWords(versions: readonly VersionDates[], on: CivilDate): readonly VersionWords[] {
  const today = parseDay(on);
  if (today === undefined) return [];
  const current = inForce(versions, on);
  return versions.map((one) => {
    const state = isRetired(one, today) ? 'retired' : firstDay(one) > today ? 'published' : one === current ? 'in-force' : 'replaced';
    return { version: one.version, state, words: `Version ${one.version}: ${stateWords(one, state, current)}${planned(one, state)}` };
  });
}

function stateWords(one: VersionDates, state: VersionState, current: VersionDates | undefined): string {
  if (state === 'retired') return `retired on ${daySaid(one.retired)}`;
  if (state === 'published') return `published on ${dayWords(londonDay(one.published))}, in force from ${dayWords(firstDay(one))}`;
  if (state === 'in-force') return `in force since ${dayWords(firstDay(one))}`;
  return current === undefined ? 'not in force' : `replaced by version ${current.version}, in force since ${dayWords(firstDay(current))}`;
}

/** A day of retiring that is still to come. */
function planned(one: VersionDates, state: VersionState): string {
  return one.retired === undefined || state === 'retired' || parseDay(one.retired) === undefined ? '' : `, to be retired on ${daySaid(one.retired)}`;
}

function daySaid(date: CivilDate | undefined): string {
  const day = date === undefined ? undefined : parseDay(date);
  return day === undefined ? String(date) : dayWords(day);
}
