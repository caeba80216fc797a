// The one write path: two tabs lose nothing, a retry is recognised, a refusal changes nothing and is remembered.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pinFor } from '../../app/procedures/publishing.ts';
import { act, freshIds, loadCase, openCase } from '../../app/cases/session.ts';
import type { Act } from '../../app/cases/types.ts';
import type { World } from '../../app/world/types.ts';
import type { CommandBody } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { createMemoryTabs } from '../../engine/store/memory.ts';
import { parseDateTime } from '../../engine/time/london.ts';

const procedure = JSON.parse(readFileSync(new URL('../../procedures/tower-hamlets/procedure.json', import.meta.url), 'utf8')) as Procedure;
const start = parseDateTime('2026-12-18T15:30') ?? 0;
const answers = { 'child-initials': { value: 'Q.X.' }, 'incident-at': { value: '2026-12-18T14:20' }, 'aware-on': { value: '2026-12-18' } };

/** Two tabs on one store, with one clock that moves a minute at each reading. */
function tabs(): readonly [World, World] {
  const tab = createMemoryTabs();
  let clock = start;
  const world = (): World => ({ kind: 'practice', base: '/practice', store: tab(), now: () => (clock += 60_000) });
  return [world(), world()];
}
const by = (body: CommandBody, role = 'team-manager'): Act => ({ case: 'c1', body, person: 'A.B.', role, ...freshIds() });

async function opened(world: World): Promise<void> {
  const found = await pinFor(world.store.procedures, procedure, undefined, start);
  if (!found.ok) throw new Error(found.words);
  const result = await openCase(world, by({ type: 'openCase', case: 'c1', reference: 'TH-2026-001', door: 'incident-report', answers }), found.pin, found.procedure);
  expect(result).toMatchObject({ kind: 'saved' });
}

describe('the write path', () => {
  test('an opened case is found again, on the version it was opened on', async () => {
    const [one] = tabs();
    await opened(one);
    const found = await loadCase(one, 'c1');
    expect(found?.case.reference).toBe('TH-2026-001');
    expect(found?.case.procedure.version).toBe(1);
    expect(await one.store.cases.row('c1')).toMatchObject({ seq: found?.case.events.length, content: { initials: 'Q.X.', stage: 'Incident reported' } });
  });
  test('twenty notes from two tabs at once are all kept, each once', async () => {
    const [one, two] = tabs();
    await opened(one);
    const notes = Array.from({ length: 20 }, (_, n) => ({ world: n % 2 === 0 ? one : two, words: `note ${n}` }));
    for (let n = 0; n < notes.length; n += 2) {
      const pair = notes.slice(n, n + 2).map(({ world, words }) => act(world, by({ type: 'addNote', words })));
      expect((await Promise.all(pair)).map((result) => result.kind)).toEqual(['saved', 'saved']);
    }
    const kept = (await loadCase(one, 'c1'))?.case.events.filter((event) => event.type === 'noteAdded').map((event) => event.payload['words']);
    expect(kept?.toSorted()).toEqual(notes.map(({ words }) => words).toSorted());
  });
  test('the same act sent twice is recorded once', async () => {
    const [one, two] = tabs();
    await opened(one);
    const note = by({ type: 'addNote', words: 'once' });
    expect((await act(one, note)).kind).toBe('saved');
    expect((await act(two, note)).kind).toBe('saved');
    expect((await loadCase(one, 'c1'))?.case.events.filter((event) => event.type === 'noteAdded')).toHaveLength(1);
  });
  test('another role is refused with the reason; the case stays as it was and the attempt is in the access log', async () => {
    const [one] = tabs();
    await opened(one);
    const before = await one.store.cases.events('c1');
    const result = await act(one, by({ type: 'takeTransition', transition: 'escalate' }, 'director'));
    expect(result).toMatchObject({ kind: 'refused', refusal: { code: 'wrong-role' } });
    expect(await one.store.cases.events('c1')).toEqual(before);
    expect(await one.store.cases.accessLog('c1')).toMatchObject([{ what: 'refused', person: 'A.B.', role: 'director' }]);
  });
  test('what broke is said in plain words, and the thrown text reaches no screen', async () => {
    const [one] = tabs();
    await opened(one);
    const broken: World = { ...one, store: { ...one.store, cases: { ...one.store.cases, events: async () => { throw new TypeError('cannot read properties of undefined'); } } } };
    const result = await act(broken, by({ type: 'addNote', words: 'x' }));
    expect(result).toMatchObject({ kind: 'failed', words: expect.stringContaining('what you typed is kept') });
    expect(JSON.stringify(result)).not.toContain('properties of undefined');
  });
  test('a write that fails says so, and is no refusal', async () => {
    const [one] = tabs();
    await opened(one);
    const full: World = { ...one, store: { ...one.store, cases: { ...one.store.cases, append: async () => ({ ok: false, code: 'full', words: 'The storage of this browser is full.' }) } } };
    expect(await act(full, by({ type: 'addNote', words: 'lost?' }))).toEqual({ kind: 'failed', words: 'The storage of this browser is full.' });
  });
  test('the same shipped procedure keeps its version; a changed one gets the next', async () => {
    const [one] = tabs();
    const pins = [];
    for (const each of [procedure, procedure, { ...procedure, label: 'Changed' }]) {
      const found = await pinFor(one.store.procedures, each, undefined, start);
      if (found.ok) pins.push(found.pin.version);
    }
    expect(pins).toEqual([1, 1, 2]);
  });
});
