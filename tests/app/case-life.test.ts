// Merging two cases and handing one over as a file, on the write path of the app: both sides are told or neither is,
// nothing is doubled, a second copy is never put into ours.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isHalf, mergesOf } from '../../app/cases/life/HalfMerge.tsx';
import { carriable, finishMerge, mergeCases, undoMerge } from '../../app/cases/life/merging.ts';
import { lookAt, takeInCase, takeInSeparate } from '../../app/cases/life/takingIn.ts';
import type { Looked } from '../../app/cases/life/takingIn.ts';
import { fileNameOf } from '../../app/cases/life/transferring.ts';
import { act, freshIds, loadCase, openCase } from '../../app/cases/session.ts';
import type { Act } from '../../app/cases/types.ts';
import { pinFor } from '../../app/procedures/publishing.ts';
import { makeCaseFile } from '../../app/trust/caseFile.ts';
import { runsOn } from '../../app/cases/versions.ts';
import { checkEverything } from '../../app/trust/CheckPanel.tsx';
import { freshKeys, sign } from '../../app/trust/signing.ts';
import type { World } from '../../app/world/types.ts';
import { seal } from '../../engine/case/hash.ts';
import { mergesInto, partingOf } from '../../engine/case/parting.ts';
import type { Answers, CaseEvent, CommandBody } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { createMemoryStore } from '../../engine/store/memory.ts';
import { parseDateTime } from '../../engine/time/london.ts';

const procedure = JSON.parse(readFileSync(new URL('../fixtures/casework/seawick.json', import.meta.url), 'utf8')) as Procedure;
let clock = parseDateTime('2026-12-07T09:00') ?? 0;
const place = (): World => ({ kind: 'live', base: '', store: createMemoryStore(), now: () => (clock += 60_000) });
const pair = await freshKeys();
const by = (on: string, body: CommandBody, role = 'manager'): Act => ({ case: on, body, person: 'A.B.', role, ...freshIds() });
const taker = () => ({ from: 'the South partnership', reason: '', person: 'N.N.', role: 'manager', ...freshIds() });
const logOf = async (world: World, id: string) => (await loadCase(world, id))?.case.events ?? [];

async function opened(world: World, id: string, answers: Answers = {}): Promise<void> {
  const found = await pinFor(world.store.procedures, procedure, undefined, clock);
  if (!found.ok) throw new Error(found.words);
  const open: CommandBody = { type: 'openCase', case: id, reference: `SW-${id}`, door: 'referral', answers: { initials: { value: 'Q.X.' }, told: { value: '2026-12-04' }, harmed: { value: false }, strands: { value: ['Practice'] }, ...answers } };
  expect(await openCase(world, by(id, open), found.pin, found.procedure)).toMatchObject({ kind: 'saved' });
}
async function saved(world: World, on: string, body: CommandBody, role?: string): Promise<void> { expect(await act(world, by(on, body, role))).toMatchObject({ kind: 'saved' }); }
async function twice(): Promise<World> {
  const world = place();
  await opened(world, 'a');
  await opened(world, 'b', { harmed: { value: true } });
  await saved(world, 'b', { type: 'addNote', words: 'The school rang.' });
  await saved(world, 'b', { type: 'completeTask', task: 'terms', answers: { scope: { value: 'All of 2026.' } } });
  return world;
}
const merge = (): Act => by('b', { type: 'mergeCase', into: { case: 'a', reference: 'SW-a' }, reason: 'Opened twice.' });
const parted = (): Act => by('a', { type: 'undoMerge', reason: 'Two children.' });

describe('two cases opened for one child', () => {
  test('what the one has to give is told: answers the other lacks or has otherwise, and what was noted', async () => {
    const world = await twice();
    const [from, into] = [await loadCase(world, 'b'), await loadCase(world, 'a')];
    if (from === undefined || into === undefined) throw new Error('not there');
    const { answers, entries } = carriable(from, into);
    expect(answers.map(({ id, words, other }) => [id, words, other])).toEqual([['harmed', 'Yes', 'No'], ['scope', 'All of 2026.', undefined]]);
    expect(entries.map(({ title, words }) => [title, words])).toEqual([['Note', 'The school rang.'], ['Agree the terms of reference', '']]);
    expect(entries[0]?.when).toMatch(/ 2026, /);
  });

  test('are merged on both sides, with what was chosen; sent again nothing is doubled', async () => {
    const world = await twice();
    const wanted = merge();
    const note = (await logOf(world, 'b')).find(({ type }) => type === 'noteAdded')?.id ?? '';
    const carry = { answers: ['scope'], entries: [note] };
    expect(await mergeCases(world, wanted, carry)).toMatchObject({ kind: 'saved', case: { id: 'b' } });
    expect(await mergeCases(world, wanted, carry)).toMatchObject({ kind: 'saved' });

    const [a, b] = [await loadCase(world, 'a'), await loadCase(world, 'b')];
    expect(partingOf(b?.case.events ?? [])?.payload['into']).toEqual({ case: 'a', reference: 'SW-a' });
    expect(mergesInto(a?.case.events ?? []).map(({ payload }) => payload['from'])).toEqual([{ case: 'b', reference: 'SW-b' }]);
    expect(a?.case.events.map(({ type }) => type)).toEqual(['caseOpened', 'mergeReceived', 'answersRecorded', 'noteAdded']);
    expect([a?.case.answers['scope'], a?.case.answers['harmed']]).toEqual([{ value: 'All of 2026.' }, { value: false }]);
    expect(await world.store.cases.row('b')).toMatchObject({ closed: 1, content: { stage: 'Merged into SW-a', tasks: [] } });
    expect(await checkEverything(world.store)).toMatchObject({ well: true });
  });

  test.each(['a', 'b'])('where one side refuses, neither is written: %s', async (transferred) => {
    const world = await twice();
    await saved(world, transferred, { type: 'transferCase', to: 'North', reason: 'Moved.' });
    const before = [await logOf(world, 'a'), await logOf(world, 'b')];
    expect(await mergeCases(world, merge(), { answers: [], entries: [] })).toMatchObject({ kind: 'refused', refusal: { code: 'elsewhere' } });
    expect([await logOf(world, 'a'), await logOf(world, 'b')]).toEqual(before);
  });

  test('are parted again on both sides, and go on as if they had never been merged', async () => {
    const world = await twice();
    await mergeCases(world, merge(), { answers: ['scope', 'harmed'], entries: [] });
    expect(await undoMerge(world, parted(), 'b')).toMatchObject({ kind: 'saved', case: { id: 'a' } });
    const [a, b] = [await loadCase(world, 'a'), await loadCase(world, 'b')];
    expect([a?.case.answers['scope'], a?.case.answers['harmed'], b?.case.closed]).toEqual([undefined, { value: false }, undefined]);
    await saved(world, 'b', { type: 'addNote', words: 'On its own again.' });
  });

  test('are not parted once something was sent from the case that went on: neither is written', async () => {
    const world = await twice();
    await mergeCases(world, merge(), { answers: [], entries: [] });
    await saved(world, 'a', { type: 'sendExchange', task: 'returns' });
    const before = (await logOf(world, 'b')).length;
    expect(await undoMerge(world, { ...parted(), case: 'b' }, 'a')).toMatchObject({ kind: 'refused', refusal: { code: 'forbidden' } });
    expect(await logOf(world, 'b')).toHaveLength(before);
  });

  test('a merge that broke off after the first case is told to the other, or undone', async () => {
    for (const finish of [true, false]) {
      const world = await twice();
      const wanted = merge();
      await act(world, { ...wanted, case: 'a', body: { type: 'receiveMerge', from: { case: 'b', reference: 'SW-b' }, reason: 'Opened twice.' } });
      if (finish) {
        expect(await mergeCases(world, wanted, { answers: [], entries: [] })).toMatchObject({ kind: 'saved' });
        expect(await logOf(world, 'a')).toHaveLength(2);
      } else expect(await undoMerge(world, parted(), 'b')).toMatchObject({ kind: 'saved' });
      expect(partingOf(await logOf(world, 'b')) !== undefined).toBe(finish);
    }
  });

  test.each(['a', 'b'])('a merge that only %s knows of is finished from there: the other is told under the same entry, and nothing is doubled', async (knows) => {
    const world = await twice();
    const wanted = merge();
    const known = knows === 'b' ? wanted : { ...wanted, case: 'a', body: { type: 'receiveMerge', from: { case: 'b', reference: 'SW-b' }, reason: 'Opened twice.' } as const };
    await act(world, known);
    const log = await logOf(world, knows);
    const event = log.at(-1)?.id ?? '';
    const [link] = mergesOf(log);
    expect([mergesOf(log).length, link?.away, link && await isHalf(world, knows, link.other)]).toEqual([1, knows === 'b', true]);
    for (let n = 0; n < 2; n += 1) expect(await finishMerge(world, { ...by(knows, wanted.body), ...freshIds() }, { from: 'b', event })).toMatchObject({ kind: 'saved', case: { id: 'b' } });
    expect([partingOf(await logOf(world, 'b'))?.id, mergesInto(await logOf(world, 'a')).map(({ id }) => id)]).toEqual([event, [event]]);
    expect(link && await isHalf(world, knows, link.other)).toBe(false);
  });
});

describe('a case handed over as a file', () => {
  async function fileOf(world: World, id = 'a'): Promise<string> { return JSON.stringify(await makeCaseFile(world.store, id, clock, pair)); }
  async function looked(world: World, text: string): Promise<Looked> {
    const found = await lookAt(world, text);
    if (!found.ok) throw new Error(found.words);
    return found.looked;
  }
  async function sent(): Promise<{ readonly south: World; readonly north: World; readonly text: string }> {
    const [south, north] = [place(), place()];
    await opened(south, 'a');
    await saved(south, 'a', { type: 'transferCase', to: 'the North partnership', reason: 'The family moved.' });
    return { south, north, text: await fileOf(south) };
  }

  test('is taken in with its version of the procedure, goes on there, and comes back the same way; nothing is doubled', async () => {
    const { south, north, text } = await sent();
    expect(await looked(north, text)).toMatchObject({ standing: 'fresh', case: { reference: 'SW-a' } });
    const by1 = taker();
    expect(await takeInCase(north, await looked(north, text), by1)).toMatchObject({ kind: 'saved' });
    await saved(north, 'a', { type: 'addNote', words: 'Here now.' });
    expect(await looked(north, text)).toMatchObject({ standing: 'older', shared: 2 });
    expect(await takeInCase(north, await looked(north, text), by1)).toMatchObject({ kind: 'failed' });

    await saved(north, 'a', { type: 'transferCase', to: 'the South partnership', reason: 'They moved back.' });
    const back = await fileOf(north);
    expect(await looked(south, back)).toMatchObject({ standing: 'longer', shared: 2 });
    expect(await takeInCase(south, await looked(south, back), taker())).toMatchObject({ kind: 'saved' });
    expect((await logOf(south, 'a')).map(({ type }) => type)).toEqual(['caseOpened', 'caseTransferred', 'caseTakenIn', 'noteAdded', 'caseTransferred', 'caseTakenIn']);
    await saved(south, 'a', { type: 'addNote', words: 'Home again.' });
    for (const world of [south, north]) expect(await checkEverything(world.store)).toMatchObject({ well: true });
  });

  test('a second copy that went on elsewhere is a fork: it is never put into ours, and may be kept beside it, once', async () => {
    const { south, north, text } = await sent();
    await takeInCase(north, await looked(north, text), taker());
    await saved(north, 'a', { type: 'addNote', words: 'Theirs.' });
    await saved(south, 'a', { type: 'takeBack', reason: 'No answer.' });
    await saved(south, 'a', { type: 'addNote', words: 'Ours.' });
    const ours = await logOf(south, 'a');
    const theirs = await fileOf(north);

    const fork = await looked(south, theirs);
    expect([fork.standing, fork.shared, fork.kept]).toEqual(['fork', 2, undefined]);
    expect(await takeInCase(south, fork, taker())).toMatchObject({ kind: 'failed' });
    const by1 = taker();
    const result = await takeInSeparate(south, fork, by1, 'SW-a-North');
    expect(result).toMatchObject({ kind: 'saved', case: { reference: 'SW-a-North' } });
    expect(await takeInSeparate(south, fork, by1, 'SW-a-North')).toMatchObject({ kind: 'saved' });
    const mine = await logOf(south, 'a');
    expect(mine.slice(0, -1)).toEqual(ours);
    expect(mine.at(-1)).toMatchObject({ type: 'noteAdded', payload: { words: expect.stringContaining('SW-a-North') } });
    const again = await looked(south, theirs);
    expect([again.standing, again.kept?.reference]).toEqual(['fork', 'SW-a-North']);
    const separate = await logOf(south, again.kept?.case ?? '');
    expect(separate.at(-1)?.payload['copyOf']).toEqual({ case: 'a', reference: 'SW-a', shared: 2 });
    expect(await south.store.cases.counters()).toEqual({ open: 2, closed: 0 });
    expect(await checkEverything(south.store)).toMatchObject({ well: true });
  });

  test('what cannot be taken in says why, and nothing is kept', async () => {
    const { north, text } = await sent();
    const file = JSON.parse(text) as { versions: unknown[] };
    for (const [bad, words] of [[text.replace('moved', 'stayed'), 'This file cannot be taken in.'], ['{', 'This file cannot be taken in.'], [JSON.stringify({ ...file, versions: [] }), 'This file cannot be taken in']] as const) {
      const found = await lookAt(north, bad);
      expect(found.ok ? '' : found.words).toContain(words);
    }
  });

  test('a version whose number stands here for another content is kept beside it for the case, whose pins stay', async () => {
    const { text } = await sent();
    const here = place();
    const mine: Procedure = { ...procedure, label: 'Another Seawick' };
    const found = await pinFor(here.store.procedures, mine, undefined, clock);
    if (!found.ok) throw new Error(found.words);
    const seen = await looked(here, text);
    expect(seen.beside.map(({ version }) => version)).toEqual([1]);
    expect(await takeInCase(here, seen, taker())).toMatchObject({ kind: 'saved' });
    const [ours, theirs] = await here.store.procedures.versions();
    expect([ours?.version, ours?.retired, theirs?.version, theirs?.note]).toEqual([1, undefined, 2, 'Came with a case from the South partnership, where it is version 1']);
    expect(theirs?.retired).toBeDefined();
    const taken = await loadCase(here, 'a');
    expect([taken?.case.procedure.version, taken?.procedure.label]).toEqual([1, procedure.label]);
    const row = await here.store.cases.row('a');
    if (row === undefined || ours === undefined || theirs === undefined) throw new Error('no line');
    expect([runsOn(row, ours), runsOn(row, theirs)]).toEqual([false, true]);
    await saved(here, 'a', { type: 'addNote', words: 'Goes on here.' });
    expect((await looked(here, JSON.stringify(await makeCaseFile(here.store, 'a', clock, pair)))).standing).toBe('same');
    expect(await checkEverything(here.store)).toMatchObject({ well: true });
  });

  test.each<[CaseEvent['type'], object]>([['mergeReceived', {}], ['noteAdded', { words: 'So.', origin: 'b' }], ['caseTakenIn', { from: 'North', copyOf: {} }], ['surprise' as CaseEvent['type'], {}]])('signed by somebody who made up what an entry holds, it is not taken in: %s', async (type, payload) => {
    const { south, north } = await sent();
    const file = await makeCaseFile(south.store, 'a', clock, pair);
    const last = file?.events.at(-1);
    if (file === undefined || last === undefined) throw new Error('no file');
    const { digest: _d, hash: _h, ...header } = last;
    const made = seal({ ...header, id: 'made-up', seq: last.seq + 1, previous: last.hash, type, payload: { ...payload }, salt: 's' });
    const { signature: _s, ...body } = { ...file, events: [...file.events, made], head: made.hash };
    const found = await lookAt(north, JSON.stringify({ ...body, signature: await sign(body, pair) }));
    expect(found.ok ? '' : found.words).toContain('cannot be told by this Caseway');
  });

  test('its name is one that every computer takes', () => {
    expect(fileNameOf('SW/2026:001 (B)')).toBe('caseway-case-SW-2026-001-B.json');
  });
});
