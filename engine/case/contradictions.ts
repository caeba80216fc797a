// Rules that declare what follows from them and what cannot hold beside them, held against the answers. A rule that
// another implies holds with it (compile.ts joins the two); here is asked only whether the answers themselves agree.
// Procedures that declare nothing pay nothing.
import { compileCriterion, decisiveClauses, explainCriterion } from '../criteria/index.ts';
import type { CompiledCriterion } from '../criteria/types.ts';
import { remembered } from '../procedure/remembered.ts';
import type { Criterion, Id, Procedure, Rule } from '../procedure/types.ts';
import type { Instant } from '../time/index.ts';
import type { Attempt } from './attempt.ts';
import type { CompiledProcedure } from './compile.ts';
import { refuse } from './refusals.ts';
import { askRule, scopeOf, type Held } from './scope.ts';
import type { Answers, Finding, Refusal } from './types.ts';
import { questionLabel, ruleLabel } from './words.ts';

interface Declared { readonly rule: Id; readonly other: Id; readonly kind: 'implies' | 'excludes'; readonly criterion: Criterion; readonly test: CompiledCriterion }

const declaredBy = remembered(({ rules = {} }: Procedure): readonly Declared[] => Object.entries(rules).flatMap(([rule, { implies = [], excludes = [] }]) => [
  ...implies.flatMap((other) => pair(rules, rule, other, 'implies')), ...excludes.flatMap((other) => pair(rules, rule, other, 'excludes')),
]));

/** A rule that always holds contradicts nothing that follows from another. */
function pair(rules: Readonly<Record<Id, Rule>>, rule: Id, other: Id, kind: Declared['kind']): readonly Declared[] {
  const criterion = rules[other]?.if;
  return criterion === undefined ? [] : [{ rule, other, kind, criterion, test: compileCriterion(criterion) }];
}

/** The rules with what each is implied by joined to its criterion: it holds when they do. */
export function withImplied(rules: Readonly<Record<Id, Rule>>): Readonly<Record<Id, Rule>> {
  const implying = (id: Id): readonly Criterion[] => Object.entries(rules).flatMap(([rule, { implies }]) => (implies?.includes(id) ? [{ rule }] : []));
  return Object.fromEntries(Object.entries(rules).map(([id, rule]) => {
    const others = rule.if === undefined ? [] : implying(id);
    return [id, rule.if === undefined || others.length === 0 ? rule : { ...rule, if: { or: [rule.if, ...others] } }];
  }));
}

/** What the answers of the case contradict; `anew` for a case as it would be, with what is said besides. Something not known contradicts nothing. */
function contradicted(compiled: CompiledProcedure, held: Held, at: Instant, anew: boolean, said?: Answers): readonly Declared[] {
  const declared = declaredBy(compiled.procedure);
  if (declared.length === 0) return [];
  const scope = scopeOf(compiled, held, at, anew, said);
  const holds = (rule: Id): boolean => (anew ? askRule(compiled, rule, scope) : scope.predicate('rule', rule)) === true;
  return declared.filter(({ rule, kind, test }) => holds(rule) && test(scope) === (kind === 'excludes'));
}

/** A finding for each pair of rules whose answers do not go together. */
export function contradictionsFound(compiled: CompiledProcedure, held: Held): readonly Finding[] {
  return contradicted(compiled, held, held.asOf, false).map((one) => ({
    code: 'contradiction', rule: one.rule, words: wordsFor(compiled.procedure, one), remedy: `Look again at ${questionsOf(compiled, held, one)}, and correct what is wrong.`,
  }));
}

/** Refuses answers with which a contradiction comes about, where the rule that declares it must hold. */
export function refuseContradiction({ compiled, folded, now }: Attempt, what: string, answers: Answers | undefined): Refusal | undefined {
  if (!answers || declaredBy(compiled.procedure).length === 0) return undefined;
  const found = contradicted(compiled, folded, now, true, answers).filter((one) => compiled.rules.get(one.rule)?.rule.strength === 'must');
  if (found.length === 0) return undefined; // as mostly: what was contradicted before need not be asked
  const before = contradicted(compiled, folded, now, true);
  const come = found.find((one) => !before.includes(one));
  if (!come) return undefined;
  const missing = questionIds(compiled, folded, come, answers).map((id) => ({ kind: 'field', id, label: questionLabel(compiled.procedure, id) }) as const);
  return refuse(compiled.procedure, 'contradictory', { what, rule: come.rule, because: wordsFor(compiled.procedure, come), missing });
}

function wordsFor(procedure: Procedure, { rule, other, kind }: Declared): string {
  const [one, two] = [`“${ruleLabel(procedure, rule)}”`, `“${ruleLabel(procedure, other)}”`];
  return kind === 'implies' ? `${one} holds, and with it ${two} must hold; the answers say that it does not.` : `${one} and ${two} both hold on the answers, and they cannot hold together.`;
}

/** Questions of the clauses that settle the other rule. */
function questionIds(compiled: CompiledProcedure, held: Held, { criterion }: Declared, said?: Answers): readonly Id[] {
  const reads = decisiveClauses(explainCriterion(criterion, scopeOf(compiled, held, held.asOf, true, said))).flatMap((clause) => clause.reads);
  return [...new Set(reads)].filter((id) => compiled.procedure.questions[id] !== undefined);
}

const questionsOf = (compiled: CompiledProcedure, held: Held, one: Declared): string => questionIds(compiled, held, one).map((id) => `“${questionLabel(compiled.procedure, id)}”`).join(', ') || 'the answers on which they rest';
