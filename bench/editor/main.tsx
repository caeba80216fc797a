// The page of the editor's bench: the runner calls these through the page.
import { boxes } from './boxes.tsx';
import { bpmn } from './bpmn.tsx';
import { caseway, problems } from './caseway.tsx';
import { diagram } from './diagram.tsx';
import { drawnOf, frame, type Contestant, type Drawn } from './drawn.ts';
import { flow } from './flow.tsx';
import { procedureOf } from './graph.ts';
import { layouts } from './layouts.ts';

const contestants: Readonly<Record<string, Contestant>> = { caseway, diagram, flow, boxes, bpmn };
const drawings = new Map<number, Drawn>();
let shown: Contestant | null = null;

const room = (): HTMLElement => document.querySelector<HTMLElement>('#room') ?? document.body;
const named = (name: string): Contestant => { const found = contestants[name]; if (found === undefined) throw new Error(`No contestant “${name}”.`); return found; };

/** Shows a diagram of so many stages; milliseconds until all in sight stands there and one frame has gone by. */
async function show(name: string, total: number): Promise<number> {
  const drawn = drawings.get(total) ?? drawnOf(procedureOf(total));
  drawings.set(total, drawn);
  shown = named(name);
  await frame();
  const started = performance.now();
  await shown.show(room(), drawn);
  return performance.now() - started;
}

function clear(): void {
  shown?.clear(room());
  shown = null;
}

const bench = { show, clear, layouts, problems: () => problems(room()), undo: () => shown?.undo(), far: () => shown?.far(), boxes: (name: string) => named(name).boxes };
declare global { interface Window { bench: typeof bench } }
Object.assign(window, { bench });
