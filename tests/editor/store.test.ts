import { beforeEach, describe, expect, test, vi } from 'vitest';
import { check } from '../../engine/procedure/check.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { createEditorStore, type EditorStore } from '../../editor/store/store.ts';
import { thirteen } from '../fixtures/editor/thirteen.ts';

let said: string[];
let given: Procedure[];
/** Checks asked for and not called off. */
let asked: (() => void)[];
let store: EditorStore;
const onSelect = vi.fn();

function make(readOnly = false): EditorStore {
  said = []; given = []; asked = [];
  onSelect.mockClear();
  return createEditorStore(thirteen, readOnly, 'notify', {
    announce: (words) => said.push(words), onChange: (procedure) => given.push(procedure), onSelect, check,
    checkSoon: (procedure, done) => {
      const work = (): void => done(check(procedure));
      asked.push(work);
      return () => { asked = asked.filter((each) => each !== work); };
    },
  });
}
beforeEach(() => { store = make(); });
const state = () => store.getState();
const rename = (label: string) => state().edit({ type: 'renameStage', stage: 'notify', label });

describe('the work in hand', () => {
  test('an edit is one step, one announcement and one change given out', () => {
    rename('Tell the DfE');
    expect(said).toEqual(['Rename Notify the DfE to Tell the DfE']);
    expect(given).toHaveLength(1);
    expect(state().past.map((step) => step.words)).toEqual(['rename Notify the DfE to Tell the DfE']);
  });

  test('undo gives the very bytes back, redo the change again, each said once', () => {
    const before = JSON.stringify(thirteen);
    rename('Tell the DfE');
    const after = JSON.stringify(state().procedure);
    state().undo();
    expect(JSON.stringify(state().procedure)).toBe(before);
    state().redo();
    expect(JSON.stringify(state().procedure)).toBe(after);
    expect(said).toEqual(['Rename Notify the DfE to Tell the DfE', 'Undone: rename Notify the DfE to Tell the DfE', 'Redone: rename Notify the DfE to Tell the DfE']);
    expect(given).toHaveLength(3);
  });

  test('a new edit after undo leaves nothing to redo', () => {
    rename('A');
    state().undo();
    rename('B');
    state().redo();
    expect(said.at(-1)).toBe('Nothing to redo');
    expect(state().procedure.stages['notify']?.label).toBe('B');
  });

  test('a refused edit changes nothing and says why', () => {
    expect(state().edit({ type: 'removeStage', stage: 'statutory-case' })).toBeNull();
    expect(said[0]).toMatch(/^Not changed\. Statutory Review case has stages within it/);
    expect(state().procedure).toBe(thirteen);
    expect(given).toEqual([]);
  });

  test('what can only be read is not changed', () => {
    store = make(true);
    expect(rename('Other')).toBeNull();
    expect(said).toEqual(['This procedure can be read, not changed. Make your own copy to change it.']);
    expect(state().procedure).toBe(thirteen);
  });

  test('undo brings back what was selected', () => {
    state().edit({ type: 'removeTransition', transition: 'met' }, 'joint-decision');
    state().undo();
    expect(state().selection).toBe('notify');
    expect(onSelect.mock.calls).toEqual([['joint-decision'], ['notify']]);
  });

  test('problems are looked for at once, and only for what was drawn last', () => {
    const before = state().problems;
    state().edit({ type: 'removeTransition', transition: 'met' });
    state().edit({ type: 'removeTransition', transition: 'not-met' });
    expect(state().problems).toBe(before);
    expect(state().checking).toBe(true);
    expect(asked).toHaveLength(1);
    asked[0]?.();
    expect(state().problems.length).toBeGreaterThan(before.length);
    expect(state().checking).toBe(false);
  });

  test('moving a stage, and undoing it, leaves the content and what was found of it', () => {
    const { problems, also } = state();
    state().edit({ type: 'moveStage', stage: 'notify', x: 400, y: 80 });
    expect(state().procedure.layout?.['notify']).toEqual({ x: 400, y: 80 });
    state().undo();
    expect(state()).toMatchObject({ procedure: thirteen, checking: false });
    expect([state().content, state().problems, state().also]).toEqual([thirteen, problems, also]);
    expect([state().content === thirteen, state().problems === problems, state().also === also]).toEqual([true, true, true]);
    expect(asked).toHaveLength(0);
    rename('A');
    expect(state().content).toBe(state().procedure);
  });

  test('a stage moved during a check is told of by that check', () => {
    state().edit({ type: 'removeTransition', transition: 'met' });
    state().edit({ type: 'moveStage', stage: 'notify', x: 400, y: 80 });
    expect([state().checking, asked.length]).toEqual([true, 1]);
    asked[0]?.();
    expect(state().problems).toEqual(check(state().procedure));
    expect(state().checking).toBe(false);
  });

  test('a place of a stage that there is not is told of until it is tidied away', () => {
    const layout = { nowhere: { x: 8, y: 8 } };
    state().replace({ ...thirteen, layout }, false);
    expect(state().problems.map(({ pointer }) => pointer)).toContain('/layout/nowhere');
    state().edit({ type: 'clearLayout' });
    asked[0]?.();
    expect(state().problems).toEqual(check(thirteen));
  });

  test('another procedure in its place starts without steps', () => {
    rename('A');
    state().replace({ ...thirteen, id: 'other' }, true);
    expect(state()).toMatchObject({ past: [], future: [], readOnly: true, procedure: { id: 'other' } });
  });
});
