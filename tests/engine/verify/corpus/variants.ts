// Procedures that mean the same as a given one and are written otherwise: what verification says of them must be what it
// says of that one, and anything more is a false alarm.
import type { Criterion, Procedure } from '../../../../engine/procedure/types.ts';

/** The procedure read again as it is, and in each other way of writing. */
export const variantsOf = (procedure: Procedure): readonly Procedure[] => [structuredClone(procedure), writtenOtherwise(procedure), deniedTwice(procedure)];

/** Keys in another order, criteria wrapped, remarks added. */
export function writtenOtherwise(procedure: Procedure): Procedure {
  const reversed = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> => Object.fromEntries(Object.entries(record).reverse());
  const other = criteriaAs(procedure, (criterion) => ({ and: [{ or: [criterion] }] }));
  return { ...other, layout: {}, questions: reversed(procedure.questions), parties: reversed(procedure.parties), summary: 'Written otherwise.', transitions: other.transitions.map((route) => ({ ...route, note: 'Written otherwise.' })) };
}

/** Each criterion as the denial of its denial. */
const deniedTwice = (procedure: Procedure): Procedure => criteriaAs(procedure, (criterion) => ({ '!': { '!': criterion } }));

function criteriaAs(procedure: Procedure, change: (criterion: Criterion) => Criterion): Procedure {
  return {
    ...procedure,
    transitions: procedure.transitions.map((route) => ({ ...route, ...(route.if && { if: change(route.if) }) })),
    rules: Object.fromEntries(Object.entries(procedure.rules ?? {}).map(([id, rule]) => [id, { ...rule, ...(rule.if && { if: change(rule.if) }) }])),
  };
}
