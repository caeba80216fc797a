// The procedure as a document says everything that binds: no stage, task, clock, rule, route, party, reading or gap of
// a shipped procedure is left out of it.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { caseLines, gapLines, peopleLines, readingLines, stageSections } from '../../../editor/export/chapters.ts';
import { words } from '../../../editor/export/words.ts';
import { wordsOf } from '../../../editor/model/text.ts';

const root = new URL('../../../procedures/', import.meta.url);
const shipped = readdirSync(root, { withFileTypes: true }).filter((each) => each.isDirectory() && readdirSync(new URL(`${each.name}/`, root)).includes('procedure.json')).map((each) => [each.name, JSON.parse(readFileSync(new URL(`${each.name}/procedure.json`, root), 'utf8')) as Procedure] as const);

describe.each(shipped)('%s as a document', (_, procedure) => {
  const sections = stageSections(procedure);
  const lines = sections.flatMap((section) => section.lines);
  const ofKind = (label: string): number => lines.filter((line) => line.label === label).length;
  const standing = Object.entries(procedure.tasks).filter(([, task]) => task.in !== undefined);

  test('has a part for each stage, in the order of the diagram', () => {
    expect(sections.map((section) => section.id).toSorted()).toEqual(Object.keys(procedure.stages).toSorted());
  });

  test('calls a group a group, and says where its parts run at the same time', () => {
    for (const { id, lines: said } of sections) {
      const group = Object.values(procedure.stages).some((stage) => stage.within === id);
      const expected = procedure.stages[id]?.parallel === true ? 'Group, at the same time' : 'Group';
      expect([id, said.find((line) => line.label === words.kind)?.text === expected]).toEqual([id, group]);
    }
  });

  test('names each thing people do in a stage, with its clocks', () => {
    for (const [, task] of standing) expect(lines.some((line) => line.label === words.task && line.text.startsWith(wordsOf(task.label))), wordsOf(task.label)).toBe(true);
    expect(ofKind(words.clock)).toBe(Object.values(procedure.timescales ?? {}).filter((clock) => standing.some(([id]) => id === clock.for)).length);
  });

  test('tells every rule, and what is done at any stage', () => {
    const all = [...lines, ...caseLines(procedure)];
    for (const rule of Object.values(procedure.rules ?? {})) expect(all.some((line) => line.label === words.rule && (rule.label === undefined || line.text.startsWith(wordsOf(rule.label)))), wordsOf(rule.label)).toBe(true);
    for (const task of Object.values(procedure.tasks)) expect(all.some((line) => line.label === words.task && line.text.startsWith(wordsOf(task.label))), wordsOf(task.label)).toBe(true);
  });

  test('says each route, and where it leads', () => {
    expect(ofKind(words.next)).toBe(procedure.transitions.reduce((sum, route) => sum + route.from.length, 0));
  });

  test('lists people, readings and what the source leaves open', () => {
    expect(peopleLines(procedure)).toHaveLength(Object.keys(procedure.parties).length);
    expect(readingLines(procedure).every((line) => line.text !== '')).toBe(true);
    expect(gapLines(procedure)).toHaveLength((procedure.gaps ?? []).length);
  });
});
