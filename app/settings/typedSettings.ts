// The settings as they are typed, and what is wrong with them, field by field.
import { civilOf, emptyDate, isEmptyDate, partsOf } from '../../ui/DateField.tsx';
import type { DateParts } from '../../ui/DateField.tsx';
import type { Closure, Partnership, Person } from './partnership.ts';
import { settingsWords as w } from './words.ts';

export interface TypedPerson { readonly initials: string; readonly name: string; readonly role: string; readonly email: string; readonly phone: string; readonly from: DateParts; readonly until: DateParts; readonly cover: string }
export interface TypedClosure { readonly from: DateParts; readonly until: DateParts; readonly words: string }
export interface TypedSettings { readonly name: string; readonly people: readonly TypedPerson[]; readonly closures: readonly TypedClosure[]; readonly years: Readonly<Record<string, string>> }
export type Errors = Readonly<Record<string, string>>;
export const emptyPerson: TypedPerson = { initials: '', name: '', role: '', email: '', phone: '', from: emptyDate, until: emptyDate, cover: '' };
export const emptyClosure: TypedClosure = { from: emptyDate, until: emptyDate, words: '' };

export function typedOf({ name, people, closures, retention }: Partnership): TypedSettings {
  return {
    name, years: Object.fromEntries(Object.entries(retention).map(([id, years]) => [id, String(years)])),
    people: people.map(({ leave, ...person }) => ({ ...person, from: leave === undefined ? emptyDate : partsOf(leave.from), until: leave === undefined ? emptyDate : partsOf(leave.until), cover: leave?.cover ?? '' })),
    closures: closures.map(({ from, until, words }) => ({ from: partsOf(from), until: partsOf(until), words })),
  };
}
export type ReadSettings = { readonly ok: true; readonly settings: Omit<Partnership, 'holds'> } | { readonly ok: false; readonly errors: Errors };

/** What was typed as settings, or what is wrong by the id of the field. */
export function settingsOf(typed: TypedSettings): ReadSettings {
  const errors: Record<string, string> = {};
  const known = new Set(typed.people.map(({ initials }) => initials.trim()));
  const people = typed.people.map((one, index) => personOf(one, index, known, errors));
  for (const [index, { initials }] of people.entries()) if (initials !== '' && people.findIndex((one) => one.initials === initials) < index) errors[`person-${index}-initials`] = w.errors.double(initials);
  const closures = typed.closures.map((one, index) => closureOf(one, index, errors));
  const retention = Object.fromEntries(Object.entries(typed.years).flatMap(([id, text]) => {
    if (text.trim() === '') return [];
    const years = Number(text);
    if (!Number.isSafeInteger(years) || years < 1 || years > 150) errors[`years-${id}`] = w.errors.years;
    return [[id, years] as const];
  }));
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, settings: { name: typed.name.trim(), people, closures, retention } };
}
function personOf(typed: TypedPerson, index: number, known: ReadonlySet<string>, errors: Record<string, string>): Person {
  const id = `person-${index}`;
  const [initials, email, cover] = [typed.initials.trim(), typed.email.trim(), typed.cover.trim()];
  if (initials === '') errors[`${id}-initials`] = w.errors.initials(index + 1);
  if (email !== '' && !/^[^\s@]+@[^\s@]+$/.test(email)) errors[`${id}-email`] = w.errors.email(index + 1);
  if (cover !== '' && (!known.has(cover) || cover === initials)) errors[`${id}-cover`] = w.errors.cover;
  const days = isEmptyDate(typed.from) && isEmptyDate(typed.until) ? undefined : daysOf(typed, id, errors);
  return { initials, name: typed.name.trim(), role: typed.role.trim(), email, phone: typed.phone.trim(), ...(days === undefined ? {} : { leave: { ...days, cover } }) };
}
function closureOf(typed: TypedClosure, index: number, errors: Record<string, string>): Closure {
  return { ...daysOf(typed, `closure-${index}`, errors), words: typed.words.trim() };
}
/** A last day left empty is the first one. */
function daysOf(typed: Pick<TypedClosure, 'from' | 'until'>, id: string, errors: Record<string, string>): { readonly from: string; readonly until: string } {
  const from = civilOf(typed.from, false);
  const until = isEmptyDate(typed.until) ? from : civilOf(typed.until, false);
  if (from === undefined) errors[`${id}-from`] = w.errors.date;
  else if (until === undefined) errors[`${id}-until`] = w.errors.date;
  else if (until < from) errors[`${id}-until`] = w.errors.order;
  return { from: from ?? '', until: until ?? '' };
}
