// The problems strip: how many stop publishing, how many to look at, the most urgent as a sentence; Show all opens
// the whole list upward, and F8 walks through it.
import { useEffect, useRef } from 'react';
import type { Problem } from '../../engine/procedure/problems.ts';
import { Icon } from '../canvas/icons.tsx';
import { byUrgency, isStop, stageOf } from '../store/problems.ts';
import { diagramFor, useBench, useDiagram, useEditor, type Bench } from '../store/context.ts';
import { words as found } from '../findings/words.ts';
import { words } from '../words.ts';

export function Strip() {
  const bench = useBench();
  const procedure = useEditor((state) => state.content);
  const problems = useEditor((state) => state.problems);
  const checking = useEditor((state) => state.checking);
  const diagram = useDiagram();
  const ordered = byUrgency(procedure, diagram.tree, problems);
  const stops = problems.filter(isStop).length;
  const first = ordered[0];
  const open = bench.mode === 'problems';
  return (
    <footer className="ed-strip">
      {open && <All problems={ordered} />}
      {stops > 0 && <span className="ed-total ed-bad"><Icon name="stop" small />{words.problems.stops(stops)}</span>}
      {problems.length > stops && <span className="ed-total ed-look"><Icon name="look" small />{words.problems.look(problems.length - stops)}</span>}
      {problems.length === 0 && <span className="ed-total ed-good"><Icon name="tick" small />{words.problems.none}</span>}
      {first !== undefined && <span className="ed-urgent">{first.words} {stageOf(procedure, first) !== null && <button type="button" className="ed-link" onClick={() => goTo(bench, first)}>{words.problems.go}</button>}</span>}
      <span className="ed-grow" />
      <button type="button" className="ed-ib" aria-expanded={bench.mode === 'findings'} onClick={() => bench.send({ type: bench.mode === 'findings' ? 'done' : 'findings' })}>{found.open}</button>
      <span className="ed-hint ed-checked">{checking ? words.problems.checking : words.problems.checked}</span>
      {problems.length > 0 && <button type="button" className="ed-ib" aria-expanded={open} onClick={() => bench.send(open ? { type: 'done' } : { type: 'problems' })}>{open ? words.problems.hide : words.problems.showAll}<Icon name={open ? 'down' : 'up'} small /></button>}
    </footer>
  );
}

function All({ problems }: { readonly problems: readonly Problem[] }) {
  const bench = useBench();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => { panel.current?.querySelector('button')?.focus(); }, []);
  return (
    <section className="ed-all" aria-label={words.problems.title} ref={panel} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); bench.send({ type: 'done' }); bench.focusStage(bench.store.getState().selection); } }}>
      <ul>
        {problems.map((problem, index) => (
          <li key={index}><button type="button" className="ed-problem" onClick={() => goTo(bench, problem)}>
            <span className={isStop(problem) ? 'ed-bad' : 'ed-look'}><Icon name={isStop(problem) ? 'stop' : 'look'} /></span><span className="ed-grow"><b>{problem.label}</b> {problem.words}<span className="ed-sub">{problem.remedy}</span></span>
          </button></li>
        ))}
      </ul>
    </section>
  );
}

/** Selects what a problem is about; what lies over the panel in which it is put right is closed, but the list of problems. */
function goTo(bench: Bench, problem: Problem): void {
  const { procedure, select } = bench.store.getState();
  const stage = stageOf(procedure, problem);
  bench.announce(`${problem.words} ${problem.remedy}`);
  if (stage === null) return;
  if (bench.mode !== 'problems') bench.send({ type: 'done' });
  select(stage);
  bench.focusStage(stage);
}

/** F8 and Shift F8: the next problem after the selected stage's, or the one before. */
export function walkProblems(bench: Bench, by: 1 | -1): void {
  const { procedure, problems, selection } = bench.store.getState();
  const ordered = byUrgency(procedure, diagramFor(procedure).tree, problems).filter((problem) => stageOf(procedure, problem) !== null);
  if (ordered.length === 0) { bench.announce(words.problems.none); return; }
  const here = ordered.map((problem) => stageOf(procedure, problem) === selection);
  const at = by === 1 ? here.lastIndexOf(true) : here.indexOf(true);
  const next = at < 0 ? (by === 1 ? 0 : ordered.length - 1) : (at + by + ordered.length) % ordered.length;
  const problem = ordered[next];
  if (problem !== undefined) goTo(bench, problem);
}
