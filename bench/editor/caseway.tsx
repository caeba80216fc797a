// The editor as people open it: bar, outline, diagram, inspector and the strip of problems.
import { createRoot, type Root } from 'react-dom/client';
import Editor from '../../editor/index.tsx';
import { words } from '../../editor/words.ts';
import '../../ui/tokens.css';
import { frame, until, type Contestant } from './drawn.ts';

let root: Root | null = null;
const nothing = (): void => undefined;

export const caseway: Contestant = {
  boxes: '.react-flow__node-stage',
  async show(room, { procedure }) {
    root = createRoot(room);
    root.render(<Editor procedure={procedure} readOnly={false} stateWords="Draft 1" saved="saved" selection={null} onSelect={nothing} view="canvas" onView={nothing} today="2026-12-10" onExit={nothing} onChange={nothing} />);
    await until(() => room.querySelector('.react-flow__node-stage') !== null && room.querySelector('.react-flow__edge') !== null);
  },
  clear: () => { root?.unmount(); root = null; },
  async undo() {
    // Where a person's key goes: to what has the focus, the box that was dragged.
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }));
    await frame();
  },
  async far() {
    document.querySelector<HTMLElement>(`button[aria-label="${words.canvas.fit}"]`)?.click();
    await frame();
    await frame();
  },
};

/** Milliseconds from an edit (a stage is deleted) until its problems stand there, and the longest that the page showed no frame meanwhile. */
export async function problems(room: HTMLElement): Promise<{ readonly told: number; readonly longest: number }> {
  const box = room.querySelectorAll<HTMLElement>('.react-flow__node-stage')[1];
  box?.click();
  await frame();
  await frame();
  // A stage less leaves others that nothing leads to: the strip says something else than before.
  const strip = (): string => room.querySelector('.ed-strip')?.textContent ?? '';
  const before = strip();
  const started = performance.now();
  let [last, longest] = [started, 0];
  box?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete', bubbles: true }));
  for (;;) {
    await frame();
    const now = performance.now();
    [last, longest] = [now, Math.max(longest, now - last)];
    if (strip() !== before && room.querySelector('.ed-checked')?.textContent === words.problems.checked) return { told: now - started, longest };
  }
}
