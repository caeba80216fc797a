// Telling a case of a related process: another case, or a process outside such as criminal proceedings.
import { isSameLink } from '../apply-relations.ts';
import { say, type Attempt, type Body, type Verdict } from '../attempt.ts';
import { refuseAnswers } from '../answers.ts';
import { periodWords, standsAt } from '../in-force.ts';
import { questionLabel, textOf } from '../words.ts';

/** Any role of the procedure may say so, also of a closed case: news comes to whoever hears it. */
export function recordRelation(attempt: Attempt, body: Body<'recordRelation'>): Verdict {
  const relation = attempt.compiled.procedure.relations?.[body.relation];
  if (!relation) return say(attempt, 'unknown-task', { what: body.relation });
  const what = `“${textOf(relation.label) ?? body.relation}”`;
  if (body.state !== 'open' && body.state !== 'ended') return say(attempt, 'bad-answer', { because: 'A related process is either open or ended.' });
  const open = attempt.folded.relations.some((one) => one.ended === undefined && isSameLink(one, body.relation, body.reference));
  if (body.state === 'ended' && !open) return say(attempt, 'not-open', { what, because: 'Record first that it is open.' });
  if (!open && !standsAt(relation, attempt.occurred)) return say(attempt, 'not-due-here', { what, because: `it is ${periodWords(relation)}.` });
  const strange = Object.keys(body.answers ?? {}).filter((id) => !relation.shares?.includes(id));
  if (strange.length > 0) return say(attempt, 'bad-answer', { because: `${what} does not share ${strange.map((id) => `“${questionLabel(attempt.compiled.procedure, id)}”`).join(', ')}.`, missing: strange.map((id) => ({ kind: 'field', id, label: questionLabel(attempt.compiled.procedure, id) })) });
  const bad = refuseAnswers(attempt.compiled.procedure, body.answers, attempt.now);
  if (bad) return bad;
  const tells = Object.keys(body.answers ?? {}).length > 0 || [body.lead, body.words, body.reference].some((text) => text !== undefined && text.trim() !== '');
  return open && body.state === 'open' && !tells ? say(attempt, 'already-done', { what: `${what}, as open,` }) : [{ type: 'relationRecorded', payload: body }];
}
