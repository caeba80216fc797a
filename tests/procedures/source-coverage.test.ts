// Each binding sentence of the five sources is cited by an element or dismissed with a reason. Known by line, place and digest: the texts print people's names and are not kept with the code.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bindingSentences, citedLines } from '../../scripts/source-sentences.mjs';
import { coverageOf } from '../../scripts/source-coverage.mjs';

const slugs = readdirSync('procedures');
type List = Parameters<typeof coverageOf>[1];
const procedureOf = (slug: string): object => JSON.parse(readFileSync(`procedures/${slug}/procedure.json`, 'utf8')) as object;
const listOf = (slug: string): List => JSON.parse(readFileSync(`procedures/${slug}/source-lines.json`, 'utf8')) as List;

describe.each(slugs)('the source of %s', (slug) => {
  it('has no binding sentence that is neither cited nor dismissed', () => {
    const found = coverageOf(procedureOf(slug), listOf(slug));

    expect(found.faults).toEqual([]);
    expect(found.open).toEqual([]);
    expect(found.total).toBeGreaterThan(10);
  });

  it('would be found uncovered when no element cited it', () => {
    expect(coverageOf({}, listOf(slug)).open.length).toBeGreaterThan(10);
  });
});

it('a dismissal without a reason, without a category, or of too many sentences is a fault', () => {
  const sentences = [{ id: '1.1', line: 1 }, { id: '2.1', line: 2 }];
  const list = { source: 's', sentences, dismissed: { '1.1': { category: 'dull', reason: '' } } };

  expect(coverageOf({ cites: ['s#2'] }, list).faults).toHaveLength(3);
});

it('sentences are told apart by line and place, and abbreviations end none', () => {
  expect(bindingSentences('A heading\nThe S.C.R. Panel must meet. It will write, e.g. by post.\nNothing here.').map(({ id, words }) => [id, ...words])).toEqual([['2.1', 'must'], ['2.2', 'will']]);
  expect([...citedLines({ stages: { a: { cites: ['s#3-5', 'other#9'] } } }, 's')]).toEqual([3, 4, 5]);
});

it('the command ends with 0 while no sentence is open, and with 1 once one is', () => {
  const run = (...more: readonly string[]) => spawnSync(process.execPath, ['scripts/source-coverage.mjs', ...more], { encoding: 'utf8' });
  const bare = mkdtempSync(join(tmpdir(), 'procedures-'));
  cpSync('procedures/kscp', join(bare, 'kscp'), { recursive: true });
  writeFileSync(join(bare, 'kscp', 'procedure.json'), '{}');

  expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining('kscp: 22 sentences, 0 open') });
  expect(run('--procedures', bare)).toMatchObject({ status: 1, stdout: expect.stringContaining('kscp: 22 sentences, 22 open') });
});
