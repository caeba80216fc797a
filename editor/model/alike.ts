// Whether a change of a procedure is one for those who read only some of it: where boxes stand means nothing to anybody
// but the diagram. Parts that an edit left alone are the objects they were, so that they need not be compared.
import type { Procedure } from '../../engine/procedure/types.ts';

/** Whether two procedures have the same parts in all but these. */
export function alikeBut(parts: ReadonlySet<keyof Procedure>, one: Procedure, other: Procedure): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)] as (keyof Procedure)[]);
  return [...keys].every((key) => parts.has(key) || one[key] === other[key]);
}

const PLACES: ReadonlySet<keyof Procedure> = new Set(['layout']);

/** Whether nothing but where boxes stand differs. */
export const sameContent = (one: Procedure, other: Procedure): boolean => alikeBut(PLACES, one, other);

/** Places kept for stages that there are not: all that `check` reads of the places. */
export function straysOf({ stages, layout = {} }: Procedure): string {
  return Object.keys(layout).filter((id) => !Object.hasOwn(stages, id)).join(' ');
}
