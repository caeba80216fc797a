// Trying a criterion: the answers it depends on, what each line and group comes to for them, which lines made it so and
// which other answer would turn it. The same three-valued truth as in a case, over answers nobody keeps.
import { allOf, anyOf, compileCriterion, distanceBetween, inWords, labelsOf, not, readsOfCriterion, type Scope, type Truth, type Value } from '../../engine/criteria/index.ts';
import type { Criterion, Id, Procedure, Scalar } from '../../engine/procedure/types.ts';
import { isGroup, overRows, treeOf, type Group, type Part } from './tree.ts';
import { questionOf, subjectTitle, valuesOf, type Named } from './subjects.ts';
import type { Subject } from './lines.ts';
import { words } from './words.ts';

export type Answers = ReadonlyMap<string, Scalar | readonly Scalar[]>;
export type AnswerKind = 'yes-no' | 'choice' | 'many' | 'number' | 'date' | 'text';
/** Something a criterion depends on: an answer, how a decision went, a fact of the case, what is so of some rows. */
export interface Variable { readonly key: string; readonly kind: AnswerKind; readonly title: string; readonly values: readonly Named[] }
/** What a line comes to; undefined leaves it to the answers. */
export type Ask = (line: Criterion) => Truth;

/** The lines of a tree, those of rules that it asks about included, each rule once. */
export function linesOf(procedure: Procedure, part: Part, seen: ReadonlySet<Id> = new Set()): readonly Criterion[] {
  if (isGroup(part)) return overRows(part.join) ? [rowsLine(part)] : part.parts.flatMap((each) => linesOf(procedure, each, seen));
  const inner = '!' in part.line ? part.line['!'] : part.line;
  if (!('rule' in inner) || seen.has(inner.rule)) return [part.line];
  const asked = procedure.rules?.[inner.rule]?.if;
  return asked === undefined ? [] : linesOf(procedure, treeOf(asked), new Set([...seen, inner.rule]));
}

/** A group over rows is tried as one fact: its rows are not filled in here. */
const rowsLine = (group: Group): Criterion => {
  const asked = [group.rows ?? '', (group.parts[0] as { readonly line?: Criterion } | undefined)?.line ?? { and: [] }] as const;
  return group.join === 'some-row' ? { some: asked } : group.join === 'every-row' ? { all: asked } : { none: asked };
};

export const keyOf = (line: Criterion): string => JSON.stringify(line);
const isRows = (line: Criterion): boolean => 'some' in line || 'all' in line || 'none' in line;

/** What a part comes to when each line comes to what is asked of it. */
export function truthOf(procedure: Procedure, part: Part, ask: Ask, seen: ReadonlySet<Id> = new Set()): Truth {
  if (!isGroup(part)) return lineTruth(procedure, part.line, ask, seen);
  if (overRows(part.join)) return ask(rowsLine(part));
  const truths = part.parts.map((each) => truthOf(procedure, each, ask, seen));
  return { all: () => allOf(truths), any: () => anyOf(truths), none: () => not(anyOf(truths)), 'not-all': () => not(allOf(truths)) }[part.join as 'all']();
}

function lineTruth(procedure: Procedure, line: Criterion, ask: Ask, seen: ReadonlySet<Id>): Truth {
  if ('!' in line) return not(lineTruth(procedure, line['!'], ask, seen));
  if (!('rule' in line)) return ask(line);
  const rule = procedure.rules?.[line.rule];
  if (rule === undefined || seen.has(line.rule)) return 'unknown';
  return truthOf(procedure, treeOf(rule.if), ask, new Set([...seen, line.rule]));
}

/** What everything asked depends on, in the order it is asked. */
export function variablesOf(procedure: Procedure, tree: Group): readonly Variable[] {
  const found = linesOf(procedure, tree).map((line) => ('!' in line ? line['!'] : line)).flatMap((line) => (isRows(line) ? [fact(procedure, line)] : readsOfCriterion(line).flatMap((read) => variableOf(procedure, read, line))));
  return [...new Map(found.map((each) => [each.key, each])).values()];
}

const fact = (procedure: Procedure, line: Criterion): Variable => ({ key: keyOf(line), kind: 'yes-no', title: inWords(line, labelsOf(procedure)).replace(/\.$/, ''), values: [] });

function variableOf(procedure: Procedure, read: string, line: Criterion): readonly Variable[] {
  const [name = '', argument] = read.split(/:(.*)/s);
  if (name === 'setting' || name === 'table') return [];
  if (argument === undefined) return [answered(procedure, { kind: 'question', id: name })];
  if (name === 'taken' || name === 'differs') return argument.split('.').slice(0, name === 'taken' ? 1 : 2).map((id) => answered(procedure, { kind: 'task', id }));
  return [fact(procedure, line)];
}

function answered(procedure: Procedure, subject: Subject): Variable {
  const question = subject.kind === 'question' ? questionOf(procedure, subject.id) : undefined;
  const kind = subject.kind === 'task' ? 'choice' : question?.type === 'choice' ? (question.many === true ? 'many' : 'choice') : question?.type === 'yes-no' || question?.type === 'number' || question?.type === 'date' ? question.type : 'text';
  return { key: `${subject.kind}:${subject.id}`, kind, title: subjectTitle(procedure, subject), values: valuesOf(procedure, subject) };
}

/** Answers as a criterion sees a case. A fact is known by the line that asks it. */
export function scopeOf(procedure: Procedure, answers: Answers): Scope {
  const value = (id: string): Value | undefined => answers.get(`question:${id}`);
  const took = (id: string | undefined): Value | undefined => answers.get(`task:${id}`);
  const truth = (known: Value | undefined, is: (value: Value) => boolean): Truth => (known === undefined ? 'unknown' : is(known));
  return {
    value,
    setting: (id) => procedure.settings?.[id]?.default,
    distance: (from, to, unit) => distanceBetween(value(from), value(to), unit),
    lookup: (table, key) => { const found = procedure.tables?.[table]; return found?.rows.find((row) => row.when === key)?.then ?? found?.otherwise; },
    predicate: (name, argument) => {
      if (name === 'answered') return value(String(argument)) !== undefined;
      if (name === 'taken') return truth(took(argument[0]), (option) => option === argument[1]);
      if (name === 'differs') return took(argument[1]) === undefined ? 'unknown' : truth(took(argument[0]), (option) => option !== took(argument[1]));
      return truth(answers.get(keyOf({ [name]: argument } as Criterion)), (known) => known === true);
    },
  };
}

/** What a line comes to for these answers. */
export function askOf(procedure: Procedure, answers: Answers): Ask {
  const scope = scopeOf(procedure, answers);
  return (line) => {
    const known = isRows(line) || 'appointed' in line ? answers.get(keyOf(line)) : undefined;
    return known !== undefined ? known === true : isRows(line) || 'appointed' in line ? 'unknown' : compileCriterion(line)(scope);
  };
}

/** The lines that settle what the whole comes to. */
export function decisive(procedure: Procedure, part: Part, ask: Ask): readonly Criterion[] {
  if (!isGroup(part)) return [part.line];
  if (overRows(part.join)) return [rowsLine(part)];
  const own = truthOf(procedure, part, ask);
  const wanted = part.join === 'none' || part.join === 'not-all' ? not(own) : own;
  return part.parts.filter((each) => truthOf(procedure, each, ask) === wanted).flatMap((each) => decisive(procedure, each, ask));
}

/** One other answer that would turn the result, if one alone can. */
export function turning(procedure: Procedure, tree: Group, answers: Answers): { readonly title: string; readonly to: string; readonly result: Truth } | null {
  const now = truthOf(procedure, tree, askOf(procedure, answers));
  for (const variable of variablesOf(procedure, tree)) {
    for (const { value, title } of alternatives(variable)) {
      if (answers.get(variable.key) === value) continue;
      const result = truthOf(procedure, tree, askOf(procedure, new Map([...answers, [variable.key, value]])));
      if (result !== now && result !== 'unknown') return { title: variable.title, to: title, result };
    }
  }
  return null;
}

export const yesNo: readonly Named[] = [{ value: true, title: words.yes }, { value: false, title: words.no }];
const alternatives = (variable: Variable): readonly Named[] => (variable.kind === 'yes-no' ? yesNo : variable.kind === 'choice' ? variable.values : []);
