// Every criterion of a procedure with its place, and every part inside one.
// Criteria over the rows of a list are not gone into: their questions are columns.
import { pointerTo } from '../pointer.ts';
import type { Criterion, Procedure } from '../types.ts';

export interface PlacedCriterion { readonly criterion: Criterion; readonly pointer: string }

/** The criteria of edition, parties, routes, rules, holds, closing and registers. */
export function criteriaOf(procedure: Procedure): readonly PlacedCriterion[] {
  return [
    ...placed(procedure.edition.appliesWhen, '/edition/appliesWhen'), ...placed(procedure.closing?.if, '/closing/if'),
    ...Object.entries(procedure.parties).flatMap(([id, party]) => (party.deputies ?? []).flatMap(({ when }, index) => (when === 'absent' ? [] : placed(when, pointerTo('parties', id, 'deputies', index, 'when'))))),
    ...procedure.transitions.flatMap((route, index) => placed(route.if, pointerTo('transitions', index, 'if'))),
    ...Object.entries(procedure.rules ?? {}).flatMap(([id, rule]) => placed(rule.if, pointerTo('rules', id, 'if'))),
    ...Object.entries(procedure.holds ?? {}).flatMap(([id, { until }]) => placed(until.if, pointerTo('holds', id, 'until', 'if'))),
    ...Object.entries(procedure.registers ?? {}).flatMap(([id, register]) => placed(register.filter, pointerTo('registers', id, 'filter'))),
  ];
}

const placed = (criterion: Criterion | undefined, pointer: string): PlacedCriterion[] => (criterion === undefined ? [] : [{ criterion, pointer }]);

/** The criterion itself and every one joined in it by and, or, not. */
export function partsOf(criterion: Criterion, pointer: string): readonly PlacedCriterion[] {
  const self = { criterion, pointer };
  if ('!' in criterion) return [self, ...partsOf(criterion['!'], `${pointer}/!`)];
  if (!('and' in criterion) && !('or' in criterion)) return [self];
  const [key, parts] = 'and' in criterion ? ['and', criterion.and] as const : ['or', criterion.or] as const;
  return [self, ...parts.flatMap((part, index) => partsOf(part, `${pointer}/${key}/${index}`))];
}
