// Undo and redo over a reload: the steps that are kept with a draft bring back each procedure to the byte, whichever
// edits were made; what does not belong to the draft is left out.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesBetween, keptOf, stepsFrom, type KeptHistory } from '../../editor/store/history.ts';
import { createEditorStore, type EditorStore } from '../../editor/store/store.ts';
import { applyChanges } from '../../engine/procedure/edits/changes.ts';
import type { Edit } from '../../engine/procedure/edits/edit.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { addStage, remove, tidy, type Command } from '../../editor/edits/commands.ts';
import { thirteen } from '../fixtures/editor/thirteen.ts';

let last: KeptHistory | undefined;
const storeOf = (procedure: Procedure, history?: unknown): EditorStore => createEditorStore(procedure, false, null, { announce: () => undefined, onSelect: () => undefined, onChange: (_, kept) => { last = kept; }, check: () => [], checkSoon: () => () => undefined }, history);
const stages = Object.keys(thirteen.stages);
const stage = fc.constantFrom(...stages);
const edit: fc.Arbitrary<Edit | Command> = fc.oneof(
  fc.record({ type: fc.constant('renameStage' as const), stage, label: fc.string({ minLength: 1, maxLength: 8 }) }),
  fc.record({ type: fc.constant('moveStage' as const), stage, x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 900 }) }),
  fc.record({ type: fc.constant('orderStage' as const), stage, by: fc.constantFrom(-1 as const, 1 as const) }),
  stage.map((id) => remove(id)), stage.map((id) => addStage('panel', id)), fc.constant(tidy),
  stage.map((id): Edit => ({ type: 'groupStages', stages: [id], label: 'Together' })),
  fc.record({ type: fc.constant('setTransitionLabel' as const), transition: fc.constantFrom(...thirteen.transitions.map(({ id }) => id)), label: fc.string({ minLength: 1, maxLength: 8 }) }),
);
/** What was kept, as a store gives it back. */
const reloaded = (history: KeptHistory | undefined): unknown => structuredClone(JSON.parse(JSON.stringify(history ?? null)) as unknown);

describe('history over a reload', () => {
  test('undo and redo go back and on through every procedure, to the byte', () => {
    fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), fc.nat(12), (edits, back) => {
      const store = storeOf(thirteen);
      last = undefined;
      const seen = [JSON.stringify(thirteen)];
      for (const each of edits) if (store.getState().edit(each) !== null) seen.push(JSON.stringify(store.getState().procedure));
      const undone = Math.min(back, seen.length - 1);
      for (let turn = 0; turn < undone; turn++) store.getState().undo();
      const again = storeOf(JSON.parse(JSON.stringify(store.getState().procedure)) as Procedure, reloaded(last));
      const at = seen.length - 1 - undone;
      for (let place = at - 1; place >= 0; place--) { again.getState().undo(); expect(JSON.stringify(again.getState().procedure)).toBe(seen[place]); }
      for (let place = 1; place < seen.length; place++) { again.getState().redo(); expect(JSON.stringify(again.getState().procedure)).toBe(seen[place]); }
      expect(again.getState().past.map((step) => step.words)).toEqual([...store.getState().past, ...store.getState().future].map((step) => step.words));
    }), { numRuns: 60 });
  });

  test('a step keeps what differs, not the whole procedure', () => {
    const store = storeOf(thirteen);
    store.getState().edit({ type: 'renameStage', stage: 'notify', label: 'Tell the DfE' });
    const { past, future } = store.getState();
    expect(keptOf(past, future)).toEqual({ at: 1, steps: [{ words: 'rename Notify the DfE to Tell the DfE', selection: null, undo: [{ path: ['stages', 'notify', 'label'], value: 'Notify the DfE' }], redo: [{ path: ['stages', 'notify', 'label'], value: 'Tell the DfE' }] }] });
  });

  test('a step keeps of a list the item that differs, not the whole list', () => {
    const store = storeOf(thirteen);
    const [, route] = thirteen.transitions;
    store.getState().edit({ type: 'setTransitionLabel', transition: route?.id ?? '', label: 'Another way' });
    const { past, future } = store.getState();
    expect(keptOf(past, future).steps[0]?.redo).toEqual([{ path: ['transitions', '1', 'label'], value: 'Another way' }]);
  });

  test('what differs makes the one of the other, also when parts change their order', () => {
    const turned: Procedure = { ...thirteen, stages: Object.fromEntries(Object.entries(thirteen.stages).reverse()) };
    expect(JSON.stringify(applyChanges(thirteen, changesBetween(thirteen, turned)).procedure)).toBe(JSON.stringify(turned));
  });

  test.each([['nothing', null], ['words', 'undo'], ['no steps', { at: 2, steps: [] }], ['a dangerous path', { at: 1, steps: [{ words: 'x', selection: null, undo: [{ path: ['__proto__', 'x'], value: 1 }], redo: [] }] }], ['a part that a list does not have', { at: 1, steps: [{ words: 'x', selection: null, undo: [{ path: ['transitions', 'length'], value: 0 }], redo: [] }] }], ['half a step', { at: 1, steps: [{ words: 'x' }] }]])('%s is no history', (_, given) => {
    expect(stepsFrom(given, thirteen)).toEqual({ past: [], future: [] });
  });
});
