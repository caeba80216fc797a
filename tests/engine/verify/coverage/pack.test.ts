// The covering pack: what it says it visits it visits, and what it leaves out is named. The engine's own walk is the oracle.
import { describe, expect, test } from 'vitest';
import { compile, versionsOf, walk } from '../../../../engine/index.ts';
import { coverageOf, coveringPack, targetsOf } from '../../../../engine/verify/coverage/index.ts';
import { procedureOf, slugs } from '../../case/rehearsal/shipped.ts';

describe.each(slugs)('%s', (slug) => {
  const compiled = compile(procedureOf(slug));
  const pack = coveringPack(compiled);

  test('its pack visits every stage and every route that anything leads to', () => {
    const open = pack.unvisited.filter(({ target, certain }) => (target.kind === 'stage' || target.kind === 'route') && !certain);
    // Where the explorer met its bound, it says so, and only then may a way be left open.
    expect(open.length === 0 || pack.notLooked.length > 0).toBe(true);
    expect(pack.coverage.counts.stage.visited / pack.coverage.counts.stage.all).toBeGreaterThan(0.9);
    expect(pack.coverage.counts.route.visited / pack.coverage.counts.route.all).toBeGreaterThan(0.8);
  });

  test('each story is a walkthrough that the engine accepts act by act', () => {
    for (const story of pack.stories) expect(walk(story, versionsOf([compiled])).failures, story.title).toEqual([]);
  });

  test('what the pack says it visits, a second look at its stories finds too', () => {
    const again = coverageOf(compiled, pack.stories);
    expect(again.targets.filter(({ by }) => by.length > 0).map(({ name }) => name)).toEqual(pack.coverage.targets.filter(({ by }) => by.length > 0).map(({ name }) => name));
  });

  test('every target is visited or said not to be, and no story can be left out', () => {
    const unvisited = new Set(pack.unvisited.map(({ target }) => target.name));
    expect(pack.coverage.targets.filter(({ by, name }) => by.length === 0 && !unvisited.has(name))).toEqual([]);
    for (const [index] of pack.stories.entries()) expect(pack.coverage.targets.some(({ by }) => by.length === 1 && by[0] === index), `story ${index + 1}`).toBe(true);
  });
});

test('a route that nothing leads to is said to be out of reach, for certain', () => {
  const [slug = ''] = slugs.slice(-2);
  const procedure = procedureOf(slug);
  const island = { ...procedure, stages: { ...procedure.stages, island: { label: 'An island', kind: 'other' as const } }, transitions: [...procedure.transitions, { id: 'off-the-island', from: ['island'], on: { chosen: { by: Object.keys(procedure.parties).slice(0, 1) } } }] };
  const { unvisited } = coveringPack(compile(island));
  expect(unvisited.filter(({ certain }) => certain).map(({ target }) => target.name)).toEqual(expect.arrayContaining(['stage:island', 'route:off-the-island']));
  expect(targetsOf(compile(island)).length).toBe(targetsOf(compile(procedure)).length + 2);
});
