// What a person who is about to send something is told beforehand: which variants there are, and who may not see
// what would go.
import type { Instant } from '../time/index.ts';
import type { CompiledProcedure } from './compile.ts';
import { fitVariants, usualVariant, variantsFor, withheldFrom } from './disclosure.ts';
import type { Folded } from './folded.ts';
import type { TaskPlan } from './plans.ts';
import { recipientsAsked } from './recipients.ts';
import type { TaskView } from './types.ts';
import { classLabel, partyLabel } from './words.ts';

/** The part of the view of an exchange that is about disclosure; nothing where there is neither choice nor restriction. */
export function disclosureOf(compiled: CompiledProcedure, folded: Folded, { id, task }: TaskPlan, at: Instant): Pick<TaskView, 'disclosure'> {
  const { procedure } = compiled;
  if (task.shape !== 'exchange') return {};
  const variants = variantsFor(procedure, task);
  const withheld = withheldFrom(procedure, task, usualVariant(procedure, task), recipientsAsked(compiled, folded, id, at), at);
  if (variants.length < 2 && withheld.length === 0) return {};
  const named = withheld.map(({ party, classes }) => ({ party, label: partyLabel(procedure, party), classes: classes.map((one) => classLabel(procedure, one)), fit: fitVariants(procedure, task, [party], at) }));
  return { disclosure: { variants, withheld: named } };
}
