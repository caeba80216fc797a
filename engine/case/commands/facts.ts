// What is told without being a task: answers that change or are corrected, notes, absences.
import { parseDay, parseMoment } from '../../time/index.ts';
import { say, standing, type Attempt, type Body, type Verdict } from '../attempt.ts';
import { actingAs } from '../doers.ts';
import { refuseIncoming } from '../incoming.ts';
import { sectionsOf } from '../form-sections.ts';
import { isRefusal } from '../refusals.ts';
import { refuseOrigin } from './parting.ts';

/** Answers of a task's form by those who do the task or fill a section of its form; others by any role of the procedure. */
export function recordAnswers(attempt: Attempt, body: Body<'recordAnswers'>): Verdict {
  if (body.task !== undefined) {
    const stands = standing(attempt, body.task, true);
    if (isRefusal(stands) && !(stands.code === 'wrong-role' && fillsSection(attempt, body.task))) return stands;
  }
  if (Object.keys(body.answers).length === 0) return say(attempt, 'missing-field', { because: 'at least one answer' });
  if (body.from !== undefined && parseMoment(body.from) === undefined) return badDate(attempt, body.from);
  return refuseOrigin(attempt, body.origin) ?? refuseIncoming(attempt, 'this', body.answers, body.task) ?? [{ type: 'answersRecorded', payload: body }];
}

function fillsSection({ compiled, folded, actor, occurred }: Attempt, task: string): boolean {
  const { procedure } = compiled;
  return actingAs(compiled, folded, actor, sectionsOf(procedure, procedure.tasks[task] ?? {}).flatMap(({ by }) => by ?? []), occurred) !== undefined;
}

export function addNote(attempt: Attempt, body: Body<'addNote'>): Verdict {
  if (body.words.trim() === '') return say(attempt, 'missing-field', { what: 'A note', because: 'words', missing: [{ kind: 'field', id: 'words', label: 'Note' }] });
  return refuseOrigin(attempt, body.origin) ?? [{ type: 'noteAdded', payload: body }];
}

export function recordAbsence(attempt: Attempt, body: Body<'recordAbsence'>): Verdict {
  if (!attempt.compiled.procedure.parties[body.party]) return say(attempt, 'unknown-task', { what: body.party });
  const from = parseDay(body.from);
  if (from === undefined) return badDate(attempt, body.from);
  const until = body.until === undefined ? from : parseDay(body.until);
  if (until === undefined || until < from) return badDate(attempt, body.until ?? '', until === undefined ? undefined : 'comes before the day on which the absence begins');
  return [{ type: 'absenceRecorded', payload: body }];
}

const badDate = (attempt: Attempt, text: string, because?: string): Verdict => say(attempt, 'bad-date', { what: `“${text}”`, ...(because !== undefined && { because }), missing: [{ kind: 'date', id: 'date', label: 'Date' }] });
