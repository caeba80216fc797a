// docs/capabilities.md and the table of the tests are the same list: C1 to C68, each once, each with a test or a reason.
// Shown able to fail on copies with one thing wrong.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nameOf, type Capability } from './capability.ts';
import { shippedProcedure } from '../engine/case/shipped.ts';
import { table } from './table.ts';

const documented = readFileSync(new URL('../../docs/capabilities.md', import.meta.url), 'utf8');
const slugs = readdirSync(new URL('../../procedures', import.meta.url));
const ids = Array.from({ length: 68 }, (_, index) => `C${index + 1}`);

interface Row { readonly invented: string | undefined; readonly id: string; readonly concept: string; readonly shown: string; readonly users: readonly string[] }

/** The rows of the document's tables: id, concept of the format, test or reason, procedures. */
function rowsOf(text: string): readonly Row[] {
  return text.split('\n').filter((line) => /^\| C\d+ \|/.test(line)).map((line) => {
    const [id = '', concept = '', shown = '', last = ''] = line.split('|').slice(1).map((cell) => cell.trim());
    const [, users = '', invented] = /^(.*?)(?: ?\(invented: (.*)\))?$/.exec(last) ?? [];
    return { id, concept, shown, invented, users: users === '' || users === '–' ? [] : users.split(', ') };
  });
}

/** What is wrong between the table and the document, a line for each. */
function faults(capabilities: readonly Capability[], text: string): readonly string[] {
  const rows = rowsOf(text);
  const counts = (list: readonly { readonly id: string }[], id: string): number => list.filter((one) => one.id === id).length;
  return [
    ...ids.flatMap((id) => (counts(capabilities, id) === 1 ? [] : [`${id} stands ${counts(capabilities, id)} times in the table`])),
    ...ids.flatMap((id) => (counts(rows, id) === 1 ? [] : [`${id} stands ${counts(rows, id)} times in the document`])),
    ...capabilities.flatMap((one) => rows.filter(({ id }) => id === one.id).flatMap((row) => rowFaults(one, row))),
  ];
}

function rowFaults(one: Capability, { id, concept, shown, users, invented }: Row): readonly string[] {
  const expected = 'open' in one ? `Open. ${one.open}` : `\`${nameOf(one)}\``;
  const proved = 'open' in one ? [] : one.proofs.flatMap(({ element, on }) => (on ? [] : [element.procedure]));
  const madeUp = 'open' in one ? [] : one.proofs.filter(({ on }) => on !== undefined);
  const reason = 'open' in one ? undefined : one.invented;
  return [
    ...(concept === '' ? [`${id} names no concept`] : []),
    ...(shown === expected ? [] : [`${id} is shown by "${shown}", not by "${expected}"`]),
    ...('open' in one && one.open.split(' ').length < 8 ? [`${id} is open without a reason`] : []),
    ...(invented === reason ? [] : [`${id} says "${invented}" of invented procedures, not "${reason}"`]),
    ...((reason === undefined) === (madeUp.length === 0) ? [] : [`${id} stands on an invented procedure without saying why, or says so without one`]),
    ...(!('open' in one) && one.proofs.length === 0 ? [`${id} has a test that proves nothing`] : []),
    ...new Set(proved.filter((slug) => !users.includes(slug)).map((slug) => `${id} is proved on ${slug}, which the document leaves out`)),
    ...users.filter((slug) => !slugs.includes(slug)).map((slug) => `${id} names ${slug}, which is no procedure`),
  ];
}

test('every capability stands once in the table and once in the document, with its test or its reason', () => {
  expect(faults(table, documented)).toEqual([]);
});

test('every part of the table is run by a test file of its own', () => {
  const here = new URL('./', import.meta.url);
  const parts = readdirSync(here).filter((file) => /^(?!capability|story|table)[a-z-]+\.ts$/.test(file)).map((file) => file.slice(0, -3));
  expect(parts).toHaveLength(9);
  for (const part of parts) {
    const run = readFileSync(new URL(`${part}.test.ts`, here), 'utf8');
    expect(run, part).toContain(`from './${part}.ts';`);
    expect(run, part).toMatch(/^prove\(\w+\);$/m);
  }
});

describe('what is wrong is told', () => {
  const without = (id: string) => table.filter((one) => one.id !== id);
  test.each<[string, readonly Capability[], string, string]>([
    ['a capability missing from the table', without('C38'), documented, 'C38 stands 0 times in the table'],
    ['a capability twice in the table', [...table, ...table.slice(0, 1)], documented, 'C1 stands 2 times in the table'],
    ['a row missing from the document', table, documented.replace(/^\| C38 .*\n/m, ''), 'C38 stands 0 times in the document'],
    ['a test that does not exist', table, documented.replace('a joint decision needs both roles', 'a joint decision needs one role'), 'C38 is shown by "`[C38] a joint decision needs one role`"'],
    ['an open one with no reason', table.map((one) => (one.id === 'C67' ? { id: 'C67', title: one.title, open: 'Later.' } as const : one)), documented, 'C67 is open without a reason'],
    ['a test with nothing to prove', table.map((one) => (one.id === 'C38' ? { id: 'C38', title: one.title, proofs: [] } as const : one)), documented, 'C38 has a test that proves nothing'],
    ['an invented procedure that is not owned to', table.map((one) => (one.id === 'C38' && 'proofs' in one ? { ...one, proofs: one.proofs.map((proof) => ({ ...proof, on: shippedProcedure('kscp') })) } : one)), documented, 'C38 stands on an invented procedure without saying why'],
    ['a procedure that there is not', table, documented.replace(/^(\| C38 .*)tower-hamlets/m, '$1nowhere'), 'C38 names nowhere, which is no procedure'],
  ])('%s', (_, capabilities, text, fault) => {
    expect(faults(capabilities, text).join('\n')).toContain(fault);
  });
});
