import { afterEach, expect, test, vi } from 'vitest';
import { whenDrawn } from '../../editor/workers.ts';

afterEach(() => { vi.unstubAllGlobals(); vi.useRealTimers(); });

/** A page whose frames are drawn by hand. */
function page(hidden: boolean): { readonly frame: () => void } {
  const asked: (() => void)[] = [];
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  vi.stubGlobal('document', { hidden });
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => asked.push(work));
  return { frame: () => { for (const work of asked.splice(0)) work(); } };
}

test('what waits for the drawing is done after the frame, not in it', () => {
  const { frame } = page(false);
  const work = vi.fn();
  whenDrawn(work);
  vi.runAllTimers();
  expect(work).not.toHaveBeenCalled();
  frame();
  expect(work).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(work).toHaveBeenCalledOnce();
});

test('on a page that nobody sees, which is not drawn, it is done at once', () => {
  page(true);
  const work = vi.fn();
  whenDrawn(work);
  expect(work).toHaveBeenCalledOnce();
});
