// A procedure whose stages lead into each other without end: the act that would set it going ends with a named error, in
// words, soon, and the case stays as it was.
import { expect, test } from 'vitest';
import { act, freshIds, openCase } from '../../app/cases/session.ts';
import { pinFor } from '../../app/procedures/publishing.ts';
import type { World } from '../../app/world/types.ts';
import { largeProcedure } from '../../bench/large-procedure.mjs';
import type { CommandBody } from '../../engine/case/types.ts';
import type { Procedure, Transition } from '../../engine/procedure/types.ts';
import { createMemoryStore } from '../../engine/store/memory.ts';

const plain = largeProcedure(3) as unknown as Procedure;
const [first = ''] = Object.keys(plain.stages);
const endless: Procedure = {
  ...plain, id: 'endless',
  stages: { ...plain.stages, loop: { kind: 'other', label: 'Loop' }, within: { kind: 'other', label: 'Within', within: 'loop', final: true } },
  transitions: [...plain.transitions, { id: 'begin', from: [first], on: { chosen: { by: ['manager'] } }, to: 'loop' }, { id: 'round', from: ['loop'], on: { ended: 'loop' }, to: 'loop' }] as readonly Transition[],
};

test('an endless loop ends with a named error, and the case is unchanged', async () => {
  const world: World = { kind: 'practice', base: '', store: createMemoryStore(), now: () => Date.UTC(2026, 0, 5, 9) };
  const by = (body: CommandBody) => ({ case: 'c', body, person: 'A.B.', role: 'manager', ...freshIds() });
  const found = await pinFor(world.store.procedures, endless, undefined, 1);
  if (!found.ok) throw new Error(found.words);
  const [door = ''] = Object.keys(endless.doors);
  expect(await openCase(world, by({ type: 'openCase', case: 'c', reference: 'E-1', door, answers: {} }), found.pin, found.procedure)).toMatchObject({ kind: 'saved' });
  const before = await world.store.cases.exportAll();

  const result = await act(world, by({ type: 'takeTransition', transition: 'begin' }));

  expect(result).toMatchObject({ kind: 'failed', words: expect.stringContaining('leads in a circle') });
  expect((await world.store.cases.exportAll()).cases).toEqual(before.cases);
  expect(await act(world, by({ type: 'addNote', words: 'Still here.' }))).toMatchObject({ kind: 'saved' });
});
