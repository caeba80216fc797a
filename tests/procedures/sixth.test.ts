// A sixth procedure is data alone: twenty invented stages are read, checked and run from the alert to the last action,
// and no code knows of it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { check, compile, readProcedure, readWalkthrough, register, verifyChain, versionsOf, walk, type Procedure, type Walkthrough } from '../../engine/index.ts';
import { canonical } from '../../engine/procedure/canonical.ts';
import { sources } from '../architecture/sources.ts';
import { authorityViolations } from '../architecture/words.ts';

const fixture = (name: string): string => readFileSync(new URL(`../fixtures/sixth/${name}.json`, import.meta.url), 'utf8');
const schema = JSON.parse(readFileSync(new URL('../../examples/walkthrough.schema.json', import.meta.url), 'utf8')) as Parameters<typeof readWalkthrough>[1];
function read(): { readonly procedure: Procedure; readonly walkthrough: Walkthrough } {
  const [procedure, walkthrough] = [readProcedure(fixture('procedure')), readWalkthrough(fixture('walkthrough'), schema)];
  if (!procedure.ok || !walkthrough.ok) throw new Error('The sixth procedure cannot be read.');
  return { procedure: procedure.procedure, walkthrough: walkthrough.walkthrough };
}
const { procedure, walkthrough } = read();
const compiled = compile(procedure, { version: 1 });
const walked = walk(walkthrough, versionsOf([compiled]));

test('it has twenty stages and nothing to look at', () => {
  expect(Object.keys(procedure.stages)).toHaveLength(20);
  expect(check(procedure)).toEqual([]);
});

test('a case runs from opening to closing, and every expectation of it holds', () => {
  expect(walked.failures).toEqual([]);
  expect(walkthrough.steps.length).toBeGreaterThan(50);
  expect(walked.case?.closed).toBeDefined();
});

test('the case comes through all twenty stages and meets refusals of ten kinds', () => {
  expect([...new Set(walked.case?.visits.map(({ stage }) => stage))].toSorted()).toEqual(Object.keys(procedure.stages).toSorted());
  expect(new Set(walked.steps.flatMap(({ refusal }) => refusal?.code ?? []))).toEqual(new Set(['wrong-role', 'missing-reason', 'missing-field', 'quorum', 'not-independent', 'forbidden', 'on-hold', 'bad-date', 'waits', 'not-open']));
});

test('its log is whole, its register holds the case, and the file survives being written', () => {
  expect(verifyChain(walked.events).ok).toBe(true);
  expect(register(compiled, 'reviews', walked.case ? [walked.case] : [], Date.UTC(2028, 5, 1)).map(({ cells }) => cells['reference'])).toEqual(['GH-2026-001']);
  expect(JSON.parse(canonical(procedure))).toEqual(procedure);
});

test('no code names it', () => {
  const layers = sources(fileURLToPath(new URL('../../', import.meta.url)), ['engine', 'editor', 'app', 'cli', 'ui'], ['.ts', '.tsx', '.js', '.mjs']);
  expect(layers.length).toBeGreaterThan(60);
  expect(authorityViolations(layers, [procedure.id])).toEqual([]);
  expect(authorityViolations([{ path: 'engine/case/one.ts', text: "export const name = 'gullhaven';" }], [procedure.id])).toHaveLength(1);
});
