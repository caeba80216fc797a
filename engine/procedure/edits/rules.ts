// Edits of rules: a new one, what it is made of, out of the procedure. A criterion is given whole; how a person builds
// one line by line is the screen's.
import { wordsOf } from '../pointer.ts';
import { references } from '../references.ts';
import type { Procedure, Rule } from '../types.ts';
import type { Planner, RuleParts } from './edit.ts';
import { freeId, isReadable, reworded } from './names.ts';
import { noLabel } from './stages.ts';

const noRule = { no: 'That rule is not in the procedure any more.' } as const;
const nameOf = (rule: Rule): string => (rule.label === undefined ? 'the rule' : `the rule “${wordsOf(rule.label)}”`);

export const addRule: Planner<'addRule'> = ({ rule }, procedure) => {
  if (rule.label === undefined || !isReadable(rule.label)) return noLabel;
  const id = freeId(rule.label, 'rule', Object.keys(procedure.rules ?? {}));
  return { id, words: `Add ${nameOf(rule)}`, changes: [{ path: ['rules', id], value: rule }] };
};

export const changeRule: Planner<'changeRule'> = ({ rule, set }, procedure) => {
  const old = procedure.rules?.[rule];
  if (old === undefined) return noRule;
  if (set.label !== undefined && !isReadable(set.label)) return noLabel;
  const parts = Object.keys(set) as (keyof RuleParts)[];
  const value = (part: keyof RuleParts): Rule[keyof RuleParts] => (part === 'label' && set.label !== undefined ? reworded(old.label, set.label) : set[part]);
  return { words: `Change ${nameOf(old)}`, changes: parts.map((part) => ({ path: ['rules', rule, part], value: value(part) })) };
};

/** A rule that others ask about stays: what asks would be true of nothing. */
export const removeRule: Planner<'removeRule'> = ({ rule }, procedure) => {
  const old = procedure.rules?.[rule];
  if (old === undefined) return noRule;
  const count = usesOf(procedure, rule);
  if (count > 0) return { no: `${count === 1 ? 'One other place asks' : `${count} other places ask`} whether ${nameOf(old)} holds. Change that first.` };
  return { words: `Remove ${nameOf(old)}`, changes: [{ path: ['rules', rule] }] };
};

const usesOf = (procedure: Procedure, rule: string): number =>
  references(procedure).filter((each) => each.kind === 'rule' && each.id === rule && !each.pointer.startsWith(`/rules/${rule}/`)).length;
