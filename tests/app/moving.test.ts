// A case on another version of its procedure, through the one write path: the act reads the version it leads to, the
// register's line follows, and what happened is told in the words of the version it was done on.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { historyOf } from '../../app/cases/events.ts';
import { earlierAnswers } from '../../app/cases/around/facts.ts';
import { missingIn, planOf, summaryOf } from '../../app/cases/moving/batch.ts';
import { pinOf, previewOf, standsOn } from '../../app/cases/moving/versions.ts';
import { act, freshIds, loadCase, openCase } from '../../app/cases/session.ts';
import type { Act, CaseModel } from '../../app/cases/types.ts';
import type { World } from '../../app/world/types.ts';
import type { CommandBody } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { contentHash } from '../../engine/procedure/version.ts';
import type { PublishedVersion } from '../../engine/store/types.ts';
import { createMemoryStore } from '../../engine/store/memory.ts';
import { parseDateTime } from '../../engine/time/london.ts';

const first = JSON.parse(readFileSync(new URL('../fixtures/casework/seawick.json', import.meta.url), 'utf8')) as Procedure;
/** Calls the terms something else, and no longer asks when the referrer was told. */
const second: Procedure = {
  ...first, label: 'Seawick: reviews',
  tasks: { ...first.tasks, terms: { ...first.tasks['terms'], label: 'Agree the scope' } as Procedure['tasks'][string] },
  questions: Object.fromEntries(Object.entries(first.questions).filter(([id]) => id !== 'views')),
  forms: { ...first.forms, report: { ...first.forms?.['report'], sections: (first.forms?.['report']?.sections ?? []).slice(0, 1) } as NonNullable<Procedure['forms']>[string] },
};
let clock = parseDateTime('2026-12-07T09:00') ?? 0;
const by = (body: CommandBody): Act => ({ case: 'c1', body, person: 'A.B.', role: 'manager', ...freshIds() });

async function opened(): Promise<{ readonly world: World; readonly to: PublishedVersion }> {
  const world: World = { kind: 'live', base: '', store: createMemoryStore(), now: () => (clock += 60_000) };
  for (const procedure of [first, second]) await world.store.procedures.publish({ id: 'seawick', hash: contentHash(procedure), published: clock, by: 'Z.B.', procedure });
  const versions = await world.store.procedures.versions('seawick');
  const [one, to] = versions.toSorted((a, b) => a.version - b.version);
  if (one === undefined || to === undefined) throw new Error('Not published');
  await openCase(world, by({ type: 'openCase', case: 'c1', reference: 'SW-1', door: 'referral', answers: { initials: { value: 'Q.X.' }, told: { value: '2026-12-04' }, harmed: { value: false }, strands: { value: [] } } }), pinOf(one), first);
  await act(world, by({ type: 'recordAnswers', mode: 'change', answers: { views: { value: 'They want to be heard.' } } }));
  await act(world, by({ type: 'completeTask', task: 'terms', answers: { scope: { value: 'All of it.' } } }));
  return { world, to };
}
async function modelOf(world: World): Promise<CaseModel> {
  const loaded = await loadCase(world, 'c1');
  if (loaded === undefined) throw new Error('No case');
  return { ...loaded, now: world.now(), tasks: [], deadlines: [], rules: [], actor: { person: 'A.B.', role: 'manager', label: '' } } as unknown as CaseModel;
}

test('a move is refused by the engine without a reason, is made with one, and is taken back', async () => {
  const { world, to } = await opened();
  expect(await act(world, by({ type: 'moveCase', to: pinOf(to), reason: ' ' }))).toMatchObject({ kind: 'refused', refusal: { code: 'missing-reason' } });
  expect(await act(world, by({ type: 'moveCase', to: pinOf(to), reason: 'Agreed.' }))).toMatchObject({ kind: 'saved' });
  expect(await world.store.cases.row('c1')).toMatchObject({ version: 2 });
  expect(await act(world, by({ type: 'moveCase', to: pinOf(to), reason: 'Agreed.' }))).toMatchObject({ kind: 'refused', refusal: { code: 'already-done' } });
  expect(await act(world, by({ type: 'undoMove', reason: 'Not yet.' }))).toMatchObject({ kind: 'saved' });
  expect(await world.store.cases.row('c1')).toMatchObject({ version: 1 });
});
test('what happened stays told in the words of its version, and answers that the other version does not ask for stay readable', async () => {
  const { world, to } = await opened();
  await act(world, by({ type: 'moveCase', to: pinOf(to), reason: 'Agreed.' }));
  const model = await modelOf(world);
  expect(model.procedure.label).toBe('Seawick: reviews');
  const titles = historyOf(model).map(({ title }) => title);
  expect(titles).toContain('Agree the terms of reference');
  expect(titles).not.toContain('Agree the scope');
  expect(earlierAnswers(model)).toEqual([{ id: 'views', label: 'Views of the family', words: 'They want to be heard.' }]);
});
test('a dry run says in a sentence what would change, and keeps nothing', async () => {
  const { world, to } = await opened();
  const { versions, case: item } = await modelOf(world);
  expect(summaryOf(previewOf(versions, item, to, {}, clock))).toBe('Nothing changes.');
  expect((await loadCase(world, 'c1'))?.case.events.length).toBe(item.events.length);
});
test('several cases are asked once for each stage that the version lacks, and each is moved with its own places alone', async () => {
  const { world } = await opened();
  const { versions, case: item } = await modelOf(world);
  const [here = ''] = item.stages;
  const renamed = JSON.parse(JSON.stringify(first).replaceAll(`"${here}"`, '"elsewhere"')) as Procedure;
  const to: PublishedVersion = { id: 'seawick', version: 3, hash: contentHash(renamed), published: clock, by: 'Z.B.', procedure: renamed };
  const [without, placed] = [planOf(versions, item, to, { other: 'elsewhere' }, clock), planOf(versions, item, to, { other: 'elsewhere', [here]: 'elsewhere' }, clock)];
  expect([without.plan.ready, without.stages, summaryOf(without.plan)]).toEqual([false, {}, expect.stringContaining('not in that version. Say below')]);
  expect([placed.plan.ready, placed.stages, placed.asks.map(({ stage }) => stage)]).toEqual([true, { [here]: 'elsewhere' }, [here]]);
  expect(planOf(versions, item, to, { [here]: '' }, clock)).toEqual(without); // chosen, and taken back
  const tried = ['a', 'b'].map((id) => ({ case: id, kind: 'needs-a-person', words: '', asks: without.asks }) as const);
  expect(missingIn([...tried, { case: 'c', kind: 'ready', words: '', asks: [] }])).toEqual([{ stage: here, label: expect.any(String) as string, cases: 2 }]);
});
test('a case that came with another number for the same content is not moved to where it stands', async () => {
  const { world, to } = await opened();
  const { case: item } = await modelOf(world);
  const here = (await world.store.procedures.versions('seawick')).find((one) => one.hash === item.procedure.hash);
  if (here === undefined) throw new Error('Not published');
  expect(standsOn({ procedure: { ...item.procedure, version: 7 } }, here)).toBe(true);
  expect(standsOn(item, to)).toBe(false);
});
