import { useEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import { Link } from 'wouter';
import { caseOf, pathOf } from '../../engine/case/rehearsal/index.ts';
import type { Playbook, Way } from '../../engine/case/rehearsal/index.ts';
import type { Id } from '../../engine/procedure/types.ts';
import { londonDay } from '../../engine/time/london.ts';
import { dayWords } from '../../engine/time/words.ts';
import { Sign } from '../../ui/index.ts';
import { BOX, mapLayout, parallelFrames } from '../cases/now/mapLayout.ts';
import type { MapLayout } from '../cases/now/mapLayout.ts';
import { stageShape } from '../cases/now/shapes.ts';
import { marks, stageFlow } from '../cases/now/stageFlow.ts';
import type { StageFlow, StageMark } from '../cases/now/stageFlow.ts';
import { caseWords } from '../cases/words.ts';
import { textOf } from '../procedures/catalogue.ts';
import { usePlayer } from './usePlayer.ts';
import { trainingWords } from './words.ts';

const w = trainingWords.room;

/** The procedure as on the case page, with the path of each way drawn over it. */
export function Path() {
  const { book, rehearsal, way, model } = usePlayer();
  const box = useRef<HTMLDivElement>(null);
  const columns = useColumns(box);
  const flow = useMemo(() => stageFlow(model.procedure), [model.procedure]);
  const layout = useMemo(() => mapLayout(flow, columns), [flow, columns]);
  const ways = rehearsal.ways;
  const marked = marks(flow, model.case);
  return (
    <section aria-labelledby="path" ref={box}>
      <div className="case-head tr-path-head"><h2 id="path" className="cw-h3">{ways.length > 1 ? w.ways(ways.length) : w.path}</h2>
        {ways.length > 1 ? <ul className="tr-ways">{ways.map((one) => <li key={one.letter} className={one.letter.toLowerCase()} aria-current={one === way ? 'true' : undefined}>{one.letter}{one === way ? ' (playing)' : ''}</li>)}</ul> : null}</div>
      <PathMap book={book} ways={ways} playing={way} flow={flow} layout={layout} marked={marked} />
      <ul className="case-steps">{flow.order.filter((id) => NEAR.has(marked.get(id) ?? 'later')).map((id) => <li key={id} className={marked.get(id)}><Link href={`/cases/${model.case.id}/stages/${id}`}>{textOf(model.procedure.stages[id]?.label)}</Link> <span className="cw-s">{caseWords.map[marked.get(id) ?? 'later']}</span></li>)}</ul>
    </section>
  );
}
/** On a phone the diagram is a list: where it was, is and goes next. */
const NEAR: ReadonlySet<StageMark> = new Set(['done', 'now', 'next']);

function useColumns(box: { readonly current: HTMLDivElement | null }): number {
  const [columns, setColumns] = useState(5);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = () => setColumns(Math.max(2, Math.min(8, Math.floor((element.clientWidth - 2 * BOX.margin + BOX.gapX) / (BOX.width + BOX.gapX)))));
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    measure();
    return () => watcher.disconnect();
  }, [box]);
  return columns;
}

interface MapProps { readonly book: Playbook; readonly ways: readonly Way[]; readonly playing: Way; readonly flow: StageFlow; readonly layout: MapLayout; readonly marked: ReadonlyMap<Id, StageMark> }
function PathMap({ book, ways, playing, flow, layout, marked }: MapProps) {
  const { compiled: { procedure } } = book;
  const style = { '--map-width': layout.width, '--map-height': layout.height } as CSSProperties;
  return (
    <div className="case-map tr-map" style={style}>
      <svg viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden="true" focusable="false">
        <defs><marker id="path-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0.5l8 3.5l-8 3.5z" className="case-arrow" /></marker></defs>
        {parallelFrames(procedure, layout).map((frame) => <path key={frame} d={frame} className="case-frame" />)}
        {layout.lines.filter((line) => !line.far).map((line) => <path key={`${line.from} ${line.to}`} d={line.path} className="case-line" markerEnd="url(#path-arrow)" />)}
        {ways.map((way, index) => <WayLines key={way.letter} book={book} way={way} flow={flow} layout={layout} shift={ways.length === 1 ? 0 : (index - (ways.length - 1) / 2) * 6} />)}
        {[...layout.boxes.values()].map(({ id, x, y }) => {
          const stage = procedure.stages[id];
          const shape = stageShape(stage?.kind ?? 'other', stage?.final === true, x, y, BOX.width, BOX.height);
          return <g key={id} className={`case-box ${marked.get(id) ?? ''}`}>{shape.extra !== undefined && stage?.kind === 'agency-checks' ? <path d={shape.extra} className="case-extra" /> : null}<path d={shape.outline} />{shape.extra !== undefined && stage?.kind !== 'agency-checks' ? <path d={shape.extra} className="case-extra" /> : null}</g>;
        })}
      </svg>
      <ul>{flow.order.map((id) => <StageBox key={id} id={id} book={book} ways={ways} playing={playing} layout={layout} mark={marked.get(id) ?? 'later'} />)}</ul>
    </div>
  );
}
/** The legs of one way, beside those of the others. */
function WayLines({ book, way, flow, layout, shift }: { readonly book: Playbook; readonly way: Way; readonly flow: StageFlow; readonly layout: MapLayout; readonly shift: number }) {
  const legs = pathOf(book, way, (from, to) => flow.follows.get(from)?.includes(to) ?? false);
  const lines = new Map(layout.lines.map((line) => [`${line.from} ${line.to}`, line.path]));
  return <g transform={`translate(${shift} ${shift})`}>{[...new Set(legs.map(({ from, to }) => `${from} ${to}`))].map((key) => <path key={key} d={lines.get(key) ?? ''} className={`tr-leg ${way.letter.toLowerCase()}`} />)}</g>;
}

function StageBox({ id, book, ways, playing, layout, mark }: { readonly id: Id; readonly book: Playbook; readonly ways: readonly Way[]; readonly playing: Way; readonly layout: MapLayout; readonly mark: StageMark }) {
  const place = layout.boxes.get(id);
  const { procedure } = book.compiled;
  if (place === undefined) return null;
  const held = caseOf(book, playing);
  const here = ways.length < 2 ? [] : ways.filter((way) => caseOf(book, way).stages.includes(id));
  const entered = held.visits.findLast((visit) => visit.stage === id)?.entered;
  const under = entered === undefined ? caseWords.map[mark] : dayWords(londonDay(entered), { year: false }).slice(4);
  return (
    <li className={`${mark} ${procedure.stages[id]?.kind ?? ''}`} style={{ left: place.x, top: place.y, width: BOX.width, height: BOX.height }}>
      <Link href={`/cases/${held.id}/stages/${id}`} aria-current={mark === 'now' ? 'step' : undefined}><b>{textOf(procedure.stages[id]?.label)}</b><span>{mark === 'done' ? <Sign name="met" /> : null}{under}{mark === 'now' && entered !== undefined ? `, ${caseWords.map.now}` : ''}</span></Link>
      {here.map((way, index) => <i key={way.letter} className={`tr-badge ${way.letter.toLowerCase()}`} style={{ right: -8 + index * 18 }}>{way.letter}</i>)}
    </li>
  );
}
