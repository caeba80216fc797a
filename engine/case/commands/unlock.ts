// Unlocking a part of a form that was signed: by whoever fills it, with a reason. Answers and a new signature follow.
import { say, wrongRole, type Attempt, type Body, type Verdict } from '../attempt.ts';
import { formsFor } from '../chosen.ts';
import { actingAs, partiesFor } from '../doers.ts';
import { signedNow } from '../sections.ts';
import type { Id } from '../../procedure/types.ts';
import { textOf } from '../words.ts';

export function unlockSection(attempt: Attempt, body: Body<'unlockSection'>): Verdict {
  const { compiled: { procedure }, compiled, folded, actor, occurred } = attempt;
  const section = procedure.forms?.[body.form]?.sections.find(({ id }) => id === body.section);
  if (!section) return say(attempt, 'unknown-task', { what: body.section });
  const what = `“${textOf(section.label) ?? section.id}”`;
  const by = section.by === undefined ? fillersOf(attempt, body.form, body.section) : [section.by];
  if (actingAs(compiled, folded, actor, by, occurred) === undefined) return wrongRole(attempt, `Unlocking ${what}`, by);
  if (!signedNow(folded, body.form, body.section)) return say(attempt, 'not-open', { what: `Unlocking ${what}`, because: 'It is not signed.' });
  return body.reason.trim() === '' ? say(attempt, 'missing-reason', { what: `To unlock ${what}`, missing: [{ kind: 'reason', id: body.section, label: what }] }) : [{ type: 'sectionUnlocked', payload: body }];
}

/** Those who do a task that fills the part. */
function fillersOf({ compiled, folded }: Attempt, form: Id, section: Id): readonly Id[] {
  const { procedure } = compiled;
  const tasks = Object.keys(procedure.tasks).filter((id) => formsFor(procedure, id).includes(form) && (procedure.tasks[id]?.form !== form || (procedure.tasks[id].section ?? section) === section));
  return [...new Set(tasks.flatMap((task) => partiesFor(compiled, folded, task)))];
}
