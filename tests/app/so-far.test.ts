// What answers come to while they are typed, and what still looks like somebody's in a report without names.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { soFar } from '../../app/cases/tasks/SoFar.tsx';
import type { CaseModel } from '../../app/cases/types.ts';
import { looksLike } from '../../app/reports/looksLike.ts';
import { paragraph } from '../../app/cases/letters/blocks.ts';
import { compile, deadlines, rules, tasks, versionsOf, walk } from '../../engine/index.ts';
import type { Case, Walkthrough } from '../../engine/index.ts';
import type { Answers } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';

const json = <T>(path: string): T => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as T;
const procedure = json<Procedure>('procedures/tower-hamlets/procedure.json');
const versions = versionsOf([compile(procedure, { version: 1 })]);
const whole = json<Walkthrough>('examples/tower-hamlets/walkthrough.json');
const item = walk({ ...whole, steps: whole.steps.slice(0, 3) }, versions).case as Case;
const model: CaseModel = { case: item, procedure, versions, now: item.asOf, tasks: tasks(versions, item, item.asOf), deadlines: deadlines(versions, item, item.asOf), rules: rules(versions, item), actor: { person: '', role: '', label: '' } };
const notifiable = (answers: Answers) => soFar(model, ['abuse-or-neglect'], answers).find(({ rule }) => rule === 'notifiable');

test('answers that are typed settle an outcome, or say on what it still depends; the case itself stays as it is', () => {
  const all: Answers = { 'abuse-or-neglect': { value: 'known' }, 'seriously-harmed': { value: true }, 'child-died': { value: false }, 'in-area': { value: true } };
  expect(notifiable(all)).toMatchObject({ result: true, then: expect.stringContaining('can then be chosen') });
  expect(notifiable({ ...all, 'abuse-or-neglect': { value: 'no' } })?.result).toBe(false);
  const open = notifiable({ ...all, 'seriously-harmed': { status: 'unknown' } });
  expect([open?.result, open?.open]).toEqual(['unknown', ['Was the child seriously harmed?']]);
  expect(soFar(model, ['child-initials'], all)).toEqual([]);
  expect(rules(versions, item)).toEqual(model.rules);
});

test('what still looks like a name, a date of birth, an address or a long number is found; titles of the procedure are not', () => {
  const blocks = [paragraph('Spoke to Anna Invented of 12 Made Road, E1 4ZZ. The child was born on 3 May 2019. NHS 943 476 5919. Told the Head of Service on Thu 31 Dec 2026.'), { kind: 'paragraph', runs: [{ text: 'the child', is: 'pseudonym' }] } as const];
  const { suspects, replaced } = looksLike(blocks, procedure);
  expect(suspects.map(({ kind }) => kind)).toEqual(['address', 'address', 'birth', 'number', 'name', 'name']);
  expect(suspects.map(({ found }) => found)).toContain('Anna Invented');
  expect(replaced).toBe(1);
  expect(looksLike([paragraph('Told the Head of Service on Thu 31 Dec 2026, TH-2026-014.')], procedure).suspects).toEqual([]);
});
