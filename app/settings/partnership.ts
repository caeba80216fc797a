// What a partnership says of itself and no procedure knows: its name, the people who work here, days on which it is
// closed, how long it keeps papers, which cases may not be erased. One record of the store, sealed as the cases are.
import { isObject } from '../../engine/procedure/pointer.ts';
import type { Store } from '../../engine/store/types.ts';
import { londonDay } from '../../engine/time/london.ts';
import { civilDate, civilOf, parseDay } from '../../engine/time/day.ts';
import type { Instant } from '../../engine/time/types.ts';

/** Days are local, both ends included. `cover`: initials of who does their tasks meanwhile. */
export interface Leave { readonly from: string; readonly until: string; readonly cover: string }
export interface Person { readonly initials: string; readonly name: string; readonly role: string; readonly email: string; readonly phone: string; readonly leave?: Leave }
export interface Closure { readonly from: string; readonly until: string; readonly words: string }
export interface LegalHold { readonly case: string; readonly reference: string; readonly reason: string; readonly by: string; readonly since: Instant }
export interface Partnership {
  readonly name: string; readonly people: readonly Person[]; readonly closures: readonly Closure[];
  /** Whole years from the closing of a case, by procedure. */
  readonly retention: Readonly<Record<string, number>>;
  readonly holds: readonly LegalHold[];
}
export const nobodyYet: Partnership = { name: '', people: [], closures: [], retention: {}, holds: [] };
const ID = 'partnership';

const textIn = (value: Readonly<Record<string, unknown>>, key: string): string => (typeof value[key] === 'string' ? value[key] : '');
const listIn = <T>(value: unknown, read: (one: Readonly<Record<string, unknown>>) => T | undefined): readonly T[] => (Array.isArray(value) ? value.flatMap((one: unknown) => { const found = isObject(one) ? read(one) : undefined; return found === undefined ? [] : [found]; }) : []);
/** Reads what was kept; a part that is not of its shape reads as absent, because a backup may bring anything. */
export function partnershipFrom(content: unknown): Partnership {
  if (!isObject(content)) return nobodyYet;
  const days = (one: Readonly<Record<string, unknown>>) => ({ from: textIn(one, 'from'), until: textIn(one, 'until') });
  return {
    name: textIn(content, 'name'),
    people: listIn(content['people'], (one) => {
      const leave = isObject(one['leave']) ? { ...days(one['leave']), cover: textIn(one['leave'], 'cover') } : undefined;
      return { initials: textIn(one, 'initials'), name: textIn(one, 'name'), role: textIn(one, 'role'), email: textIn(one, 'email'), phone: textIn(one, 'phone'), ...(leave === undefined ? {} : { leave }) };
    }),
    closures: listIn(content['closures'], (one) => ({ ...days(one), words: textIn(one, 'words') })).filter(({ from, until }) => parseDay(from) !== undefined && parseDay(until) !== undefined),
    retention: isObject(content['retention']) ? Object.fromEntries(Object.entries(content['retention']).filter((entry): entry is [string, number] => Number.isSafeInteger(entry[1]))) : {},
    holds: listIn(content['holds'], (one) => (typeof one['case'] === 'string' && typeof one['since'] === 'number' ? { case: one['case'], reference: textIn(one, 'reference'), reason: textIn(one, 'reason'), by: textIn(one, 'by'), since: one['since'] } : undefined)),
  };
}

export interface KeptPartnership { readonly revision: number; readonly partnership: Partnership }
export async function readPartnership(store: Store): Promise<KeptPartnership> {
  const record = await store.settings.read(ID);
  return { revision: record?.revision ?? 0, partnership: partnershipFrom(record?.content) };
}
export function savePartnership(store: Store, { revision, partnership }: KeptPartnership, now: Instant): ReturnType<Store['settings']['save']> {
  return store.settings.save({ id: ID, changed: now, content: partnership }, revision);
}

/** Every local day of the closures, with its words. */
export function closedDays({ closures }: Pick<Partnership, 'closures'>): readonly { readonly date: string; readonly words: string }[] {
  return closures.flatMap(({ from, until, words }) => {
    const [first = 0, last = -1] = [parseDay(from), parseDay(until)];
    return Array.from({ length: Math.min(366, Math.max(0, last - first + 1)) }, (_, n) => ({ date: civilDate(first + n), words }));
  });
}
/** Who does the tasks of this person today: they themselves, or who covers their leave. */
export function coverOf(partnership: Pick<Partnership, 'people'>, initials: string, now: Instant): string {
  return leaveOf(partnership, initials, now)?.cover ?? initials;
}
/** The leave in which somebody covers for this person today. Initials are typed by hand in several places, so full stops and capitals make no difference. */
export function leaveOf({ people }: Pick<Partnership, 'people'>, initials: string, now: Instant): Leave | undefined {
  const today = civilDate(londonDay(now));
  const leave = people.find((one) => isSame(one.initials, initials))?.leave;
  return leave !== undefined && leave.cover !== '' && leave.from <= today && today <= leave.until ? leave : undefined;
}
/** Whether these are the initials of one person. */
export function isSame(one: string, other: string): boolean { return plain(one) !== '' && plain(one) === plain(other); }
const plain = (initials: string): string => initials.replaceAll(/[.\s]/g, '').toUpperCase();
/** The first day on which a case may be erased: so many years after it was closed; undefined where no number of years is set. */
export function keptUntil({ retention }: Pick<Partnership, 'retention'>, procedure: string, closed: Instant): string | undefined {
  const years = retention[procedure];
  if (years === undefined) return undefined;
  return addYears(civilDate(londonDay(closed)), years);
}
/** The same day so many years later; 29 February becomes 1 March where that year has none. */
export function addYears(day: string, years: number): string {
  const civil = civilOf(parseDay(day) ?? 0);
  const leap = civil.month === 2 && civil.date === 29 && !isLeap(civil.year + years);
  return `${civil.year + years}-${two(leap ? 3 : civil.month)}-${two(leap ? 1 : civil.date)}`;
}
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const two = (value: number): string => String(value).padStart(2, '0');
