// Relations: what one is said to do to the course of a case takes a rule or route that asks whether it is open.
import { pointerTo } from '../pointer.ts';
import { problem } from '../problems.ts';
import { references } from '../references.ts';
import type { Check } from './finder.ts';

/** Effects that a criterion carries out; the others work by themselves. */
const byCriterion: readonly unknown[] = ['gates', 'adds-recipients', 'extends', 'relieves'];

/** What a relation is said to do where nothing asks whether it is open. */
export const checkRelations: Check = (procedure) => {
  const asked = new Set(references(procedure).filter(({ kind, pointer }) => kind === 'relation' && pointer.endsWith('/open')).map(({ id }) => id));
  return Object.entries(procedure.relations ?? {}).flatMap(([id, { effects }]) =>
    asked.has(id) ? [] : effects.flatMap((effect, index) => (byCriterion.includes(effect) ? [problem('P-132', procedure, pointerTo('relations', id, 'effects', index), { found: String(effect) })] : [])));
};
