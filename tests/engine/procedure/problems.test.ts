// Every code of the catalogue, shown by one change to a sound procedure (tests/fixtures/procedures/problems.json).
// The codes of the gates, P-001 to P-008 and P-030, are shown in gates.test.ts and read.test.ts.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../../../engine/procedure/check.ts';
import { stepsOf } from '../../../engine/procedure/pointer.ts';
import { problemLine, type Problem } from '../../../engine/procedure/problems.ts';
import { problemWords, type ProblemCode } from '../../../engine/procedure/problem-words.ts';
import { readProcedure } from '../../../engine/procedure/read.ts';

interface Row { readonly code: ProblemCode; readonly title: string; readonly set?: Readonly<Record<string, unknown>>; readonly remove?: readonly string[]; readonly at: string; readonly found?: string; readonly remedy?: string }

const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/procedures/${name}.json`, import.meta.url), 'utf8');
const rows = JSON.parse(fixture('problems')) as readonly Row[];

type Node = Record<string, unknown>;
function changed(row: Row): string {
  const document = JSON.parse(fixture('small')) as Node;
  const holder = (pointer: string): readonly [Node, string] => {
    const steps = stepsOf(pointer);
    return [steps.slice(0, -1).reduce<Node>((node, step) => node[step] as Node, document), steps.at(-1) ?? ''];
  };
  for (const [pointer, value] of Object.entries(row.set ?? {})) {
    const [node, step] = holder(pointer);
    node[step] = value;
  }
  for (const pointer of row.remove ?? []) {
    const [node, step] = holder(pointer);
    if (Array.isArray(node)) node.splice(Number(step), 1);
    else delete node[step];
  }
  return JSON.stringify(document);
}

function problemsOf(text: string): readonly Problem[] {
  const read = readProcedure(text);
  return read.ok ? check(read.procedure) : read.problems;
}

describe('each problem has a code, a place, a label, what was expected and found, and what to try', () => {
  test.each(rows)('$code $title', (row) => {
    const problems = problemsOf(changed(row));

    const problem = problems.find(({ code, pointer }) => code === row.code && pointer === row.at);
    expect(problem, problems.map(problemLine).join('\n')).toBeDefined();
    if (row.found !== undefined) expect(problem?.found).toBe(row.found);
    if (row.remedy !== undefined) expect(problem?.remedy).toBe(row.remedy);
    expect(problem?.severity).toBe(problemWords[row.code].severity);
    for (const words of [problem?.label, problem?.expected, problem?.found, problem?.remedy, problem?.words]) {
      expect(words).toMatch(/\S/);
      expect(words, 'words for people hold no placeholders and none of the validator’s own').not.toMatch(/\{|\}|undefined|null|must (match|be|have|NOT)|JSON|instance|additional propert|\$ref/);
    }
  });

  test('every code of the catalogue is shown by a row, but for those of the gates', () => {
    const gates = ['P-001', 'P-002', 'P-003', 'P-004', 'P-005', 'P-006', 'P-007', 'P-008', 'P-030'];
    const shown = new Set(rows.map(({ code }) => code as string));

    expect(Object.keys(problemWords).filter((code) => !shown.has(code))).toEqual(gates);
  });
});

describe('labels are those on screen', () => {
  const labelOf = (code: string): string | undefined => {
    const row = rows.find((one) => one.code === code);
    return row && problemsOf(changed(row)).find((one) => one.code === code && one.pointer === row.at)?.label;
  };

  test.each([
    ['a stage by its label', 'P-020', 'Rapid Review Panel'],
    ['a route by the stages it joins', 'P-073', 'Route from Rapid Review Panel to Decision'],
    ['a clock by its task when it has no label', 'P-117', 'Clock of Notify the regulator'],
    ['a party by its title', 'P-090', 'Partnership Chair'],
    ['the procedure by its English name', 'P-119', 'Inventedshire: serious incidents'],
    ['a rule without a label by its name', 'P-102', 'Rule looked-after-death'],
  ])('%s', (_title, code, label) => {
    expect(labelOf(code)).toBe(label);
  });
});

test('a problem reads as one line', () => {
  const row = rows.find(({ code }) => code === 'P-060');

  expect(row && problemsOf(changed(row)).filter(({ code }) => code === 'P-060').map(problemLine)).toEqual([
    'P-060 /transitions/0/to (“Route from Agency checks to reveiw”): “Route from Agency checks to reveiw” leads to “reveiw”, which is not a stage. Expected a stage of this procedure; found reveiw. Did you mean “review”?',
  ]);
});

test('problems come in the order of the file’s places, whatever order they are found in', () => {
  const problems = problemsOf(changed({ code: 'P-040', title: '', at: '', set: { '/tasks/return/in': ['a-a-a', 'b-b-b', 'c-c-c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k-k-k'] } }));
  const places = problems.filter(({ code }) => code === 'P-040').map(({ pointer }) => pointer);

  expect(places.at(-1)).toBe('/tasks/return/in/10');
  expect(places[2]).toBe('/tasks/return/in/2');
});
