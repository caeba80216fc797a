// Invented answers, so that a run can go on: one that its question allows, plainly invented, the same each time.
// A question about a date is answered by the dates of the run. Nothing here knows which answers are wanted.
import { civilDate, civilDateTime, londonDay, type Instant } from '../../time/index.ts';
import type { Value } from '../../criteria/types.ts';
import type { Id, Procedure, Question } from '../../procedure/types.ts';

/** When things happened in a run, for the questions that ask. */
export interface RunDates { /** Now, in the run. */ readonly now: Instant; /** Answers given to date questions beforehand. */ readonly dates: ReadonlyMap<Id, Instant> }

/** An answer to a question. */
export function filled(procedure: Procedure, id: Id, { now, dates }: RunDates): Value {
  const question = procedure.questions[id];
  return question ? valueOf(procedure, question, dates.get(id) ?? now) : 'Invented';
}

function valueOf(procedure: Procedure, question: Question, at: Instant): Value {
  switch (question.type) {
    case 'yes-no':
      return true;
    case 'choice':
      return question.many ? [question.options?.[0]?.id ?? ''] : (question.options?.[0]?.id ?? '');
    case 'number':
      return Math.max(question.min ?? 1, Math.min(1, question.max ?? 1));
    case 'date':
      return civilDate(londonDay(at));
    case 'date-time':
      return civilDateTime(at);
    case 'list':
      return listed(procedure, question.of);
    case 'table':
    case 'matrix':
      return [Object.fromEntries(Object.entries(question.columns ?? {}).map(([column, of]) => [column, cell(procedure, of, at)]))];
    case 'party':
      return Object.keys(procedure.parties)[0] ?? 'Invented';
    default:
      return question.maxLength !== undefined && question.maxLength < 10 ? 'Q.X.' : 'Invented';
  }
}

function cell(procedure: Procedure, question: Question, at: Instant): string | number | boolean {
  const value = valueOf(procedure, question, at);
  return typeof value === 'object' ? 'Invented' : value;
}

/** Two agencies where the procedure has agencies, else two names. */
function listed(procedure: Procedure, of: Id | undefined): readonly string[] {
  if (of !== undefined && procedure.parties[of]?.many !== true && procedure.parties[of]) return [of];
  const agencies = Object.entries(procedure.parties).filter(([id, { kind, many }]) => kind === 'agency' && !many && id !== of).map(([id]) => id);
  return agencies.length > 0 ? agencies.slice(0, 2) : ['Agency A', 'Agency B'];
}
