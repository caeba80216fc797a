// Who a case is about, without a name: initials and age, from the answers that hold them.
import type { Answers, Case } from '../../engine/case/types.ts';
import type { Procedure, Question } from '../../engine/procedure/types.ts';
import { civilOf, parseDay } from '../../engine/time/day.ts';
import { londonDay } from '../../engine/time/london.ts';
import type { Instant } from '../../engine/time/types.ts';
import { plural } from '../../engine/time/words.ts';

/** "Q.X.", or "" when no answer gives initials. Where a form asks for a name, only its initials are shown. */
export function initialsOf(procedure: Procedure, answers: Answers): string {
  const given = textAnswer(procedure, answers, /(^|-)initials$/);
  if (given !== undefined) return given;
  const name = textAnswer(procedure, answers, /(^|-)(child|subject)s?-(full-)?name$/);
  return name === undefined ? '' : name.split(/[\s-]+/).filter(Boolean).map((part) => `${part[0]?.toUpperCase()}.`).join('');
}
/** "7 months", "3 years", "12 days": age on the day of `now`; undefined while the date of birth is not known. */
export function ageOf(procedure: Procedure, answers: Answers, now: Instant): string | undefined {
  const id = Object.keys(procedure.questions).find((key) => /(^|-)(date-of-birth|dob|born|birth-date)$/.test(key) && hasValue(answers, key));
  const answer = id === undefined ? undefined : answers[id];
  const born = answer !== undefined && 'value' in answer && typeof answer.value === 'string' ? parseDay(answer.value) : undefined;
  return born === undefined ? ageGiven(procedure, answers) : ageWords(born, londonDay(now));
}
/** Where only an age in years was asked. */
function ageGiven(procedure: Procedure, answers: Answers): string | undefined {
  const id = Object.keys(procedure.questions).find((key) => /(^|-)age$/.test(key) && procedure.questions[key]?.type === 'number');
  const answer = id === undefined ? undefined : answers[id];
  return answer !== undefined && 'value' in answer && typeof answer.value === 'number' ? plural(answer.value, 'year') : undefined;
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
function textAnswer(procedure: Procedure, answers: Answers, name: RegExp): string | undefined {
  const found = Object.entries(procedure.questions).find(([id, question]: [string, Question]) => question.type === 'text' && name.test(id) && hasValue(answers, id));
  const answer = found === undefined ? undefined : answers[found[0]];
  return answer !== undefined && 'value' in answer ? String(answer.value) : undefined;
}
function hasValue(answers: Answers, id: string): boolean {
  const answer = answers[id];
  return answer !== undefined && 'value' in answer && answer.value !== '';
}
