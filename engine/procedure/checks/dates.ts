// Dates written into the procedure: days that exist, and first days before last days.
// The schema has seen to how they are written.
import { childOf, isObject } from '../pointer.ts';
import { problem } from '../problems.ts';
import { everyValue } from '../walk.ts';
import type { Check } from './finder.ts';

const dateKeys = /\/(date|from|until|reviewBy|starts|supersededOn|dates\/\d+)$/;
const writtenDate = /^(\d{4})-(\d{2})-(\d{2})$/;

export const checkDates: Check = (procedure) => everyValue(procedure).flatMap((one) => {
  const { value } = one;
  if (typeof value === 'string') return isNoDay(value) && dateKeys.test(one.pointer) ? [problem('P-118', procedure, one.pointer, { found: value })] : [];
  if (!isObject(value)) return [];
  const [from, until] = [childOf(value, 'from'), childOf(value, 'until')];
  if (typeof from !== 'string' || typeof until !== 'string' || !writtenDate.test(from) || !writtenDate.test(until)) return [];
  return until < from ? [problem('P-119', procedure, one.pointer, { found: `${from} to ${until}` })] : [];
});

/** True for a text written as a date whose month has no such day. */
function isNoDay(text: string): boolean {
  const [, year, month, day] = (writtenDate.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day > (lengths[month - 1] ?? 0);
}
