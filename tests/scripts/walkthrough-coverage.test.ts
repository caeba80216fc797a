// The walkthroughs of each shipped procedure take every transition between them; a transition that none takes is named.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as engine from '../../engine/index.ts';
import type { Procedure, Walkthrough } from '../../engine/index.ts';
import { visitedBy } from '../../scripts/visited.mjs';
import { shipped, tellAll } from '../../scripts/walkthrough-coverage.mjs';

interface Heading { readonly names: readonly string[]; readonly missed: readonly string[] }
interface Read { readonly procedure: Procedure; readonly walkthroughs: readonly Walkthrough[] }
type Visited = Readonly<Record<'stages' | 'transitions' | 'rules' | 'clocks' | 'refusals', Heading>>;
const visited = ({ procedure, walkthroughs }: Read): Visited => visitedBy(engine, procedure, walkthroughs) as Visited;

describe.each(readdirSync('procedures'))('the walkthroughs of %s', (slug) => {
  const read = shipped(engine, slug) as Read;
  const found = visited(read);

  it('take every transition, enter every stage and meet every kind of refusal that the procedure can give', () => {
    expect(read.walkthroughs.length).toBeGreaterThan(3);
    expect(found.transitions.missed).toEqual([]);
    expect(found.stages.missed).toEqual([]);
    expect(found.refusals.missed).toEqual([]);
    expect(found.transitions.names).toHaveLength(read.procedure.transitions.length);
  });

  it('see both sides of every rule on what is decided', () => {
    const decided = Object.entries(read.procedure.rules ?? {}).flatMap(([id, { then, strength }]) => (strength !== 'may' && /"(option|reasons)"/.test(JSON.stringify(then)) ? [id] : []));
    expect(found.rules.missed.filter((side) => decided.some((id) => side === `${id}: true` || side === `${id}: false`))).toEqual([]);
  });

  it('see more than 85 of a hundred sides of rules, and more than 80 of a hundred states of clocks', () => {
    expect(found.rules.missed.length).toBeLessThan(found.rules.names.length * 0.15);
    expect(found.clocks.missed.length).toBeLessThan(found.clocks.names.length * 0.2);
  });

  it('would be told of a transition that was added and that none of them takes, and the command would end with 1', () => {
    const [first] = read.procedure.transitions;
    if (!first) throw new Error('no transition');
    const added = { ...first, id: 'added-and-never-taken', on: { chosen: { by: [Object.keys(read.procedure.parties)[0] ?? ''] } } };
    const copy = { ...read.procedure, transitions: [...read.procedure.transitions, added] };
    const lines: string[] = [];

    expect(tellAll(engine, [{ slug, procedure: copy, walkthroughs: read.walkthroughs.slice(0, 1) }], (line: string) => lines.push(line), undefined)).toBe(1);
    expect(lines.join('\n')).toContain('    not visited: added-and-never-taken');
  });

  it('visit less when all but one are left out', () => {
    const one = visited({ ...read, walkthroughs: read.walkthroughs.slice(0, 1) });
    expect(one.transitions.missed.length).toBeGreaterThan(0);
  });
});

it('a rule that refuses was seen to hold, and a rule that waits was seen not to be known', () => {
  const read = shipped(engine, 'stockport') as Read;
  const found = visited({ ...read, walkthroughs: read.walkthroughs.filter(({ id }) => id === 'stockport-review-to-its-last-action') });
  for (const side of ['publication-waits-for-proceedings: true', 'publication-waits-for-proceedings: unknown']) expect(found.rules.missed).not.toContain(side);
});

it('the command prints n of N for each procedure it is asked for, and ends with 0 when no transition is missing', () => {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/walkthrough-coverage.mjs', '--transitions', 'trafford'], { encoding: 'utf8' });

  expect(stdout).toMatch(/^trafford: \d+ walkthroughs\n {2}Stages entered: (\d+) of \1\n {2}Transitions taken: (\d+) of \2\n$/);
  expect(status).toBe(0);
});
