// Answers and facts for which criteria come out as wanted, or the certainty that there are none. Every value that the
// criteria can tell apart is tried, not known among them; what the facts so far settle is not tried further. It knows
// nothing of a case: what has happened is a fact like any other, to be given or to be found.
import { compileCriterion, readsOfCriterion, distanceBetween } from '../../criteria/index.ts';
import type { CompiledCriterion, Scope, Truth, Value } from '../../criteria/types.ts';
import { compile } from '../../criteria/compile.ts';
import { compileOperand } from '../../criteria/operand.ts';
import type { Criterion, Id, Procedure, Scalar } from '../../procedure/types.ts';
import { constantsOf, domainOf, type Domain, type Row } from './domains.ts';

/** A criterion and how it is to come out. */
export interface Want { readonly criterion: Criterion; readonly want: Truth }
/** What was found: answers (one left out does not matter), and facts of the case by `name:argument`. */
export interface Witness { readonly answers: Readonly<Record<Id, Value | undefined>>; readonly facts: Readonly<Record<string, boolean>> }
export interface Solved { readonly witness?: Witness; /** False when values were left untried; then no witness proves nothing. */ readonly exact: boolean }
/** What is settled beforehand: facts by `name:argument` (undefined: free), answers, settings that differ from their defaults. */
export interface Given {
  readonly fact?: (key: string) => boolean | undefined;
  readonly answers?: Readonly<Record<Id, Value | undefined>>;
  readonly settings?: Readonly<Record<Id, Scalar>>;
}

/** The most settings of the variables that are looked at in one search. */
const MOST_TRIED = 60_000;

/** Criteria made ready to be asked of what is given, time and again. */
export type Solver = (given?: Given) => Solved;

/** Finds answers and facts for which every criterion comes out as wanted. */
export const solve = (procedure: Procedure, wants: readonly Want[], given: Given = {}): Solved => solver(procedure, wants)(given);

/** Makes criteria ready: what does not depend on what is given is worked out once. */
export function solver(procedure: Procedure, wants: readonly Want[]): Solver {
  const plain = wants.map(({ criterion, want }) => ({ criterion: withoutRules(procedure, criterion), want }));
  const tests = plain.map(({ criterion, want }) => ({ test: compileCriterion(criterion), want }));
  const all = variablesOf(procedure, plain.map(({ criterion }) => criterion));
  return (given = {}) => {
    const variables = all.filter(({ key, fact }) => (fact ? given.fact?.(key) === undefined : !(key in (given.answers ?? {}))));
    const search: Search = { procedure, given, tests, variables, values: new Map(), tried: 0 };
    const found = descend(search, 0);
    const exact = search.tried < MOST_TRIED;
    return found ? { witness: witnessOf(search), exact } : { exact };
  };
}

/** Names of rules replaced by what the rules ask; a rule without a criterion always holds. */
export function withoutRules(procedure: Procedure, criterion: Criterion, seen: readonly Id[] = []): Criterion {
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    if ('rule' in part && typeof part.rule === 'string') {
      const rule = procedure.rules?.[part.rule];
      if (rule && !seen.includes(part.rule)) return rule.if ? withoutRules(procedure, rule.if, [...seen, part.rule]) : { and: [] };
    }
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, walk(value)]));
  };
  // The walk keeps the shape of what it is given.
  return walk(criterion) as Criterion;
}

interface Variable { readonly key: string; readonly fact: boolean; readonly domain: Domain }
interface Search {
  readonly procedure: Procedure;
  readonly given: Given;
  readonly tests: readonly { readonly test: CompiledCriterion; readonly want: Truth }[];
  readonly variables: readonly Variable[];
  /** Variables set so far; one that is not here may still be anything. */
  readonly values: Map<string, Value | undefined>;
  tried: number;
}

/** What the criteria read, facts first, because a fact is never half known. */
function variablesOf(procedure: Procedure, criteria: readonly Criterion[]): readonly Variable[] {
  const constants = constantsOf([...criteria, ...Object.values(procedure.questions).flatMap(({ compute }) => (compute === undefined ? [] : [compute]))]);
  const keys = new Set(criteria.flatMap((criterion) => [...readsOfCriterion(criterion)]).flatMap((key) => followed(procedure, key)));
  const facts = [...keys].filter((key) => key.includes(':') && !/^(setting|table):/.test(key));
  const questions = [...keys].filter((key) => !key.includes(':') && procedure.questions[key]);
  return [
    ...facts.map((key): Variable => ({ key, fact: true, domain: [true, false] })),
    ...questions.map((key): Variable => ({ key, fact: false, domain: domainOf(procedure.questions[key], key, constants, (columns, asked) => rowsOf(procedure, columns, asked)) })),
  ];
}

/** The most ways in which the criteria asked of one row are told apart. */
const MOST_ROWS = 27;

/** Rows of a table, found as answers to their columns. */
function rowsOf(procedure: Procedure, columns: Procedure['questions'], asked: readonly Criterion[]): readonly Row[] {
  let outcomes: readonly (readonly Want[])[] = [[]];
  for (const criterion of asked) if (outcomes.length * 3 <= MOST_ROWS) outcomes = outcomes.flatMap((wants) => ([true, false, 'unknown'] as const).map((want) => [...wants, { criterion, want }]));
  const rows = outcomes.flatMap((wants) => {
    const { witness } = solve({ ...procedure, questions: columns }, wants);
    return witness ? [Object.fromEntries(Object.entries(witness.answers).filter((cell): cell is [string, Scalar] => cell[1] !== undefined && typeof cell[1] !== 'object'))] : [];
  });
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** A computed question is what it is computed from. */
function followed(procedure: Procedure, key: string): readonly string[] {
  const compute = procedure.questions[key]?.compute;
  if (compute === undefined || (typeof compute === 'object' && 'union' in compute)) return [key];
  return readsOfCriterion({ '==': [compute, 0] });
}

function descend(search: Search, from: number): boolean {
  if (search.tried >= MOST_TRIED) return false;
  search.tried += 1;
  const scope = scopeOf(search);
  const open = from < search.variables.length;
  let settled = true;
  for (const { test, want } of search.tests) {
    const truth = test(scope);
    if (truth === want && (want !== 'unknown' || !open)) continue;
    // What is definite stays so whatever else is told.
    if (truth !== 'unknown' || !open) return false;
    settled = false;
  }
  if (settled) return true;
  const variable = search.variables[from];
  if (!variable) return false;
  for (const value of variable.domain) {
    search.values.set(variable.key, value);
    if (descend(search, from + 1)) return true;
  }
  search.values.delete(variable.key);
  return false;
}

function scopeOf({ procedure, given, values }: Search): Scope {
  const scope: Scope = {
    value: (id) => {
      const compute = procedure.questions[id]?.compute;
      if (compute !== undefined && !(typeof compute === 'object' && 'union' in compute)) return compileOperand(compute, compile)(scope);
      return given.answers && id in given.answers ? given.answers[id] : values.get(id);
    },
    setting: (id) => given.settings?.[id] ?? procedure.settings?.[id]?.default,
    predicate: (name, argument) => {
      if (name === 'answered') return answered(given, values, String(argument));
      const key = `${name}:${typeof argument === 'string' ? argument : argument.join('.')}`;
      const known = given.fact?.(key) ?? values.get(key);
      return typeof known === 'boolean' ? known : 'unknown';
    },
    distance: (from, to, unit) => distanceBetween(scope.value(from), scope.value(to), unit),
    lookup: (table, value) => procedure.tables?.[table]?.rows.find(({ when }) => when === value)?.then ?? procedure.tables?.[table]?.otherwise,
  };
  return scope;
}

function answered(given: Given, values: Search['values'], id: Id): Truth {
  if (given.answers && id in given.answers) return given.answers[id] !== undefined;
  return values.has(id) ? values.get(id) !== undefined : 'unknown';
}

function witnessOf({ variables, values }: Search): Witness {
  const set = variables.filter(({ key }) => values.has(key));
  return {
    answers: Object.fromEntries(set.filter(({ fact }) => !fact).map(({ key }) => [key, values.get(key)])),
    facts: Object.fromEntries(set.filter(({ fact }) => fact).map(({ key }) => [key, values.get(key) === true])),
  };
}
