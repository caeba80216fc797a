import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from '../../../engine/procedure/check.ts';
import { problemLine } from '../../../engine/procedure/problems.ts';
import { readProcedure } from '../../../engine/procedure/read.ts';

const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/procedures/${name}.json`, import.meta.url), 'utf8');

test('a sound procedure has nothing to look at', () => {
  const read = readProcedure(fixture('small'));

  expect(read.ok && check(read.procedure).map(problemLine)).toEqual([]);
});

test('one checked between two checks of another leaves it its own problems', () => {
  const read = readProcedure(fixture('small'));
  if (!read.ok) throw new Error('the fixture is sound');
  const { tasks } = read.procedure;
  const [task = ''] = Object.keys(tasks);
  const wrong = { ...read.procedure, tasks: { ...tasks, [task]: { ...tasks[task], by: ['nobody'], amount: { gap: 'Left open.' } } } } as typeof read.procedure;
  const told = check(wrong).map(({ code, pointer }) => `${code} ${pointer}`);

  expect(told).toEqual(expect.arrayContaining([`P-044 /tasks/${task}/by/0`, `P-131 /tasks/${task}/amount/gap`]));
  expect(check(read.procedure)).toEqual([]);
  expect(check(wrong).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(told);
});

test.each([
  { lanes: true, told: [] },
  { lanes: false, told: ['/transitions/3/on'] },
])('a route may wait for a task of another lane, never for one of another stage of its own lane (lanes: $lanes)', ({ lanes, told }) => {
  const read = readProcedure(fixture('small'));
  if (!read.ok) throw new Error('the fixture is sound');
  const { stages, transitions } = read.procedure;
  const waiting = transitions.map((route) => (route.id === 'recommended' ? { ...route, on: { done: 'outcome' } } : route));
  const changed = { ...read.procedure, stages: lanes && stages['review'] ? { ...stages, review: { ...stages['review'], parallel: true } } : stages, transitions: waiting };

  expect(check(changed).filter(({ code }) => code === 'P-077').map(({ pointer }) => pointer)).toEqual(told);
});
