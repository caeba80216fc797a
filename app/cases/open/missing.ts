// Everything that is missing at the door, named at once: the engine names what one rule asks for at a time, so what it
// names is put down as not known and it is asked again, on a case that is never kept.
import { versionsOf } from '../../../engine/case/compile.ts';
import { perform } from '../../../engine/case/perform.ts';
import type { Answer, CommandBody, ProcedurePin } from '../../../engine/case/types.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import type { Instant } from '../../../engine/time/types.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { formWords } from '../form/words.ts';
import { compiledFor } from '../versions.ts';

const MOST_RULES = 30;
type Opening = Extract<CommandBody, { readonly type: 'openCase' }>;

/** Errors by question, for all that must be answered at this door and is not. */
export function missingAtDoor(procedure: Procedure, pin: ProcedurePin, body: Opening, now: Instant): Readonly<Record<Id, string>> {
  const versions = versionsOf([compiledFor(pin, procedure)]);
  const role = procedure.doors[body.door]?.by[0] ?? '';
  const missing: Record<Id, string> = {};
  const answers: Record<Id, Answer> = { ...body.answers };
  for (let turn = 0; turn < MOST_RULES; turn += 1) {
    const outcome = perform(versions, [], { ...body, answers, reference: 'x', id: 'x', salt: 'x' }, { now, role, person: '?' });
    const named = outcome.ok || outcome.refusal.code !== 'missing-field' ? [] : outcome.refusal.missing.filter((one) => one.kind === 'field' && missing[one.id] === undefined && procedure.questions[one.id] !== undefined);
    if (named.length === 0) return missing;
    for (const { id } of named) {
      missing[id] = formWords.missing(textOf(procedure.questions[id]?.label));
      answers[id] = { status: 'unknown' };
    }
  }
  return missing;
}
