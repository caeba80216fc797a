// Who a case is about, without a name: initials and age, from the answers that hold them.
import type { Answers, Case } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { civilOf, parseDay } from '../../engine/time/day.ts';
import { londonDay } from '../../engine/time/london.ts';
import type { Instant } from '../../engine/time/types.ts';
import { plural } from '../../engine/time/words.ts';

/** "Q.X.", or "" while the question that the procedure names is not answered. */
export function initialsOf({ subject }: Procedure, answers: Answers): string {
  const given = valueOf(answers, subject?.initials);
  return typeof given === 'string' ? given : '';
}
/** "7 months", "3 years", "12 days": age on the day of `now`; undefined while neither date of birth nor age is known. */
export function ageOf({ subject }: Procedure, answers: Answers, now: Instant): string | undefined {
  const birth = valueOf(answers, subject?.born);
  const born = typeof birth === 'string' ? parseDay(birth) : undefined;
  if (born !== undefined) return ageWords(born, londonDay(now));
  const age = valueOf(answers, subject?.age);
  return typeof age === 'number' ? plural(age, 'year') : undefined;
}
/** Date of birth as answered, `2026-05-02`. */
export function bornOf({ subject }: Procedure, answers: Answers): string | undefined { return dayIn(answers, subject?.born); }
/** Day of the incident as answered, `2026-12-09`, without its time. */
export function incidentOf({ subject }: Procedure, answers: Answers): string | undefined { return dayIn(answers, subject?.incident); }
function dayIn(answers: Answers, question: string | undefined): string | undefined {
  const given = valueOf(answers, question);
  return typeof given === 'string' && parseDay(given.slice(0, 10)) !== undefined ? given.slice(0, 10) : undefined;
}
function valueOf(answers: Answers, question: string | undefined): unknown {
  const answer = question === undefined ? undefined : answers[question];
  return answer !== undefined && 'value' in answer ? answer.value : undefined;
}
function ageWords(born: number, today: number): string | undefined {
  const [from, to] = [civilOf(born), civilOf(today)];
  const months = (to.year - from.year) * 12 + to.month - from.month - (to.date < from.date ? 1 : 0);
  if (months < 0) return undefined;
  if (months === 0) return plural(today - born, 'day');
  return months < 24 ? plural(months, 'month') : plural(Math.floor(months / 12), 'year');
}
/** "Q.X., 7 months", or the reference when nothing says who the case is about. */
export function identityWords(procedure: Procedure, item: Case, now: Instant): string {
  const initials = initialsOf(procedure, item.answers);
  const age = ageOf(procedure, item.answers, now);
  return [initials === '' ? item.reference : initials, age].filter(Boolean).join(', ');
}
