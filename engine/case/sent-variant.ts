// Which variant of a document a sending takes, and whether its recipients may see it. A refusal names who may not
// see what, and the variant that would do.
import type { Id } from '../procedure/types.ts';
import { listWords } from '../time/index.ts';
import { say, type Attempt, type Standing } from './attempt.ts';
import { fitVariants, usualVariant, variantsFor, withheldFrom } from './disclosure.ts';
import { periodWords, standsAt } from './in-force.ts';
import type { Missing, Refusal } from './types.ts';
import { anyOf, classLabel, partyLabel, textOf } from './words.ts';

/** The variant as it is written with the sending; undefined for what has none. */
export const sentVariant = ({ compiled: { procedure } }: Attempt, { task }: Standing, chosen: Id | undefined): Id | undefined => chosen ?? usualVariant(procedure, task);

/** Refuses a variant that the document does not have or the task does not send, and one that a recipient may not see. */
export function refuseVariant(attempt: Attempt, stands: Standing, chosen: Id | undefined, recipients: readonly Id[]): Refusal | undefined {
  const { procedure } = attempt.compiled;
  const { task, what } = stands;
  const document = procedure.documents?.[task.document?.id ?? ''];
  if (document && !standsAt(document, attempt.occurred)) return say(attempt, 'not-due-here', { what, because: `“${textOf(document.label) ?? ''}”, which goes with it, is ${periodWords(document)}.` });
  const variants = variantsFor(procedure, task);
  if (chosen !== undefined && !variants.includes(chosen)) return say(attempt, 'bad-answer', { because: variants.length === 0 ? `${what} has no variants.` : `${what} goes as ${anyOf(quoted(variants))}.`, missing: [{ kind: 'option', id: 'variant', label: what }] });
  const withheld = withheldFrom(procedure, task, chosen ?? usualVariant(procedure, task), recipients, attempt.occurred);
  if (withheld.length === 0) return undefined;
  const because = withheld.map(({ party, classes }) => `what ${partyLabel(procedure, party)} may not see (${listWords(classes.map((id) => classLabel(procedure, id)))})`);
  const missing = withheld.map(({ party }): Missing => ({ kind: 'recipient', id: party, label: partyLabel(procedure, party) }));
  const fit = fitVariants(procedure, task, recipients, attempt.occurred);
  return say(attempt, 'not-anonymised', { what, because: listWords(because), missing, ...(fit.length > 0 && { remedy: `Send it as ${anyOf(quoted(fit))}.` }) });
}

const quoted = (variants: readonly Id[]): readonly string[] => variants.map((id) => `“${id}”`);
