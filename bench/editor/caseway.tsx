// The editor as people open it: bar, outline, diagram, inspector and the strip of problems.
import { createRoot, type Root } from 'react-dom/client';
import Editor from '../../editor/index.tsx';
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
    document.querySelector<HTMLElement>('.react-flow__node-stage')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }));
    await frame();
  },
};
