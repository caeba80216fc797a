// The lines, the trial and the table of a criterion: what a person reads and tries is what a case will do.
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCriterion } from '../../../engine/criteria/index.ts';
import type { Criterion, Procedure, Scalar } from '../../../engine/procedure/types.ts';
import { combinationsOf, rowOf } from '../../../editor/rule/combinations.ts';
import { lineOf, saidOf, valueKind, verbsOf } from '../../../editor/rule/lines.ts';
import { subjectsOf } from '../../../editor/rule/subjects.ts';
import { askOf, decisive, linesOf, scopeOf, truthOf, turning, variablesOf, type Answers, type Variable } from '../../../editor/rule/trial.ts';
import { treeOf } from '../../../editor/rule/tree.ts';

const root = new URL('../../../procedures/', import.meta.url);
const read = (url: URL): Procedure => JSON.parse(readFileSync(url, 'utf8')) as Procedure;
const shipped = readdirSync(root, { withFileTypes: true }).filter((each) => each.isDirectory()).map((each) => [each.name, read(new URL(`${each.name}/procedure.json`, root))] as const);
const small = read(new URL('../../fixtures/procedures/small.json', import.meta.url));
const criteriaOf = (procedure: Procedure): readonly Criterion[] => [...Object.values(procedure.rules ?? {}).map((rule) => rule.if), ...procedure.transitions.map((route) => route.if)].filter((each) => each !== undefined);

describe.each(shipped)('%s', (_, procedure) => {
  const lines = criteriaOf(procedure).flatMap((criterion) => linesOf({ ...procedure, rules: {} }, treeOf(criterion)));

  test('a line read as a sentence writes the same line', () => {
    const said = lines.map((line) => [line, saidOf(line)] as const).filter(([, each]) => each !== null);

    expect(said.length).toBeGreaterThan(lines.length * 0.8);
    for (const [line, each] of said) expect(each && lineOf(each)).toEqual(line);
  });

  test('what a line says is among what can be said of its subject', () => {
    for (const said of lines.map(saidOf)) if (said !== null && !said.verb.startsWith('not-not-')) expect([...verbsOf(procedure, said.subject), 'not-is', 'includes', 'one-of', 'not-one-of']).toContain(said.verb);
  });

  test('a trial says what a case would say for the same answers', () => {
    fc.assert(fc.property(fc.constantFrom(...criteriaOf(procedure)).chain((criterion) => fc.tuple(fc.constant(criterion), answersFor(variablesOf(procedure, treeOf(criterion))))), ([criterion, answers]) => {
      if (linesOf(procedure, treeOf(criterion)).some((line) => /"(some|all|none|appointed)":/.test(JSON.stringify(line)))) return;
      const scope = scopeOf(procedure, answers);
      const asked = compileCriterion(criterion)({ ...scope, predicate: (name, argument) => (name === 'rule' ? truthOf(procedure, { line: { rule: String(argument) } }, askOf(procedure, answers)) : scope.predicate(name, argument)) });

      expect(truthOf(procedure, treeOf(criterion), askOf(procedure, answers))).toBe(asked);
    }), { numRuns: 400 });
  });

  test('the rows of a table stand for every combination, each once', () => {
    for (const criterion of criteriaOf(procedure)) {
      const table = combinationsOf(procedure, treeOf(criterion));
      if (table === null || table.short.length === 0) continue;
      expect(table.short.reduce((sum, row) => sum + row.count, 0)).toBe(table.all);
      if (table.each.length > 0) expect(table.each.length).toBe(table.all);
    }
  });
});

/** Answers of the right sort to some of what is asked. */
function answersFor(variables: readonly Variable[]): fc.Arbitrary<Answers> {
  const values = variables.map((variable) => fc.option<Scalar | readonly Scalar[]>(
    variable.kind === 'yes-no' ? fc.boolean() : variable.kind === 'number' ? fc.integer({ min: 0, max: 20 }) : variable.kind === 'date' ? fc.constantFrom('2026-12-10', '2008-03-01') : variable.kind === 'text' ? fc.constant('words')
      : variable.kind === 'many' ? fc.subarray(variable.values.map((each) => each.value)) : fc.constantFrom(...variable.values.map((each) => each.value), 'other'),
  ));
  return fc.tuple(...values).map((given) => new Map(given.flatMap((value, index) => (value === null ? [] : [[variables[index]?.key ?? '', value] as const]))));
}

describe('a trial explains itself', () => {
  const tree = treeOf({ and: [{ in: [{ var: 'abuse' }, ['known', 'suspected']] }, { var: 'child-died' }] });
  const answers: Answers = new Map<string, string | boolean>([['question:abuse', 'known'], ['question:child-died', false]]);

  test('it names the line that decided, and one answer that would turn it', () => {
    expect(decisive(small, tree, askOf(small, answers))).toEqual([{ var: 'child-died' }]);
    expect(turning(small, tree, answers)).toEqual({ title: 'Has the child died?', to: 'Yes', result: true });
  });

  test('the short table leaves out what no longer matters, and marks the answers given', () => {
    const table = combinationsOf(small, tree);

    expect(table?.columns.map((column) => column.title)).toEqual(['Is abuse known or suspected?', 'Has the child died?']);
    expect(table?.short.map((row) => [row.cells.map((cell) => cell?.title ?? 'any'), row.result, row.count])).toEqual([
      [['Known', 'Yes'], true, 1], [['Known', 'No'], false, 1], [['Suspected', 'Yes'], true, 1], [['Suspected', 'No'], false, 1], [['Neither', 'any'], false, 2],
    ]);
    expect(table && rowOf(small, table, table.short, answers)).toBe(table?.short[1]);
  });

  test('a rule asked about is asked through to its answers', () => {
    expect(variablesOf(small, treeOf({ '!': { rule: 'review-forced' } })).map((each) => each.key)).toEqual(['question:abuse', 'question:child-died']);
  });

  test('of what is answered in words it is first asked whether it is answered at all', () => {
    const written = { ...small, questions: { ...small.questions, notes: { type: 'text' as const, label: 'Notes' } } };
    expect(verbsOf(written, { kind: 'question', id: 'notes' })).toEqual(['answered', 'not-answered', 'is', 'is-not']);
  });

  test('each thing a line can be about has something that can be said of it', () => {
    for (const { subject } of subjectsOf(small, null)) {
      const verb = verbsOf(small, subject)[0];
      expect(verb, subject.id).toBeDefined();
      expect(['none', 'option', 'options', 'number', 'date', 'text']).toContain(valueKind(small, { subject, verb: verb ?? '' }));
    }
  });
});
