import { useMemo } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { Link } from 'wouter';
import type { Case } from '../../../engine/case/types.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import { londonDay } from '../../../engine/time/london.ts';
import { dayWords } from '../../../engine/time/words.ts';
import { Panel, Sign } from '../../../ui/index.ts';
import { stageName } from '../lanes.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';
import { BOX, mapLayout, parallelFrames } from './mapLayout.ts';
import type { MapLayout } from './mapLayout.ts';
import { marks, stageFlow } from './stageFlow.ts';
import type { StageFlow, StageMark } from './stageFlow.ts';
import { stageShape } from './shapes.ts';

const w = caseWords.map;
const MARKS: readonly StageMark[] = ['done', 'now', 'next', 'later', 'not-taken'];

/** Where the case is: the procedure's stages as a small diagram, and on a phone as a list with the same marks. */
export function StageMap({ model }: { readonly model: CaseModel }) {
  const { case: item, procedure } = model;
  const flow = useMemo(() => stageFlow(procedure), [procedure]);
  const layout = useMemo(() => mapLayout(flow), [flow]);
  const marked = marks(flow, item);
  return (
    <Panel title={w.title} aside={<Link href={`/cases/${item.id}/diagram`}>{w.open}</Link>}>
      <Diagram procedure={procedure} item={item} flow={flow} layout={layout} marked={marked} />
      <ul className="case-steps">{flow.order.map((id) => <li key={id} className={marked.get(id)}><Link href={`/cases/${item.id}/stages/${id}`}>{stageName(procedure, item, id)}</Link> <span className="cw-s">{under(item, id, marked.get(id) ?? 'later')}</span></li>)}</ul>
      <ul className="case-key" aria-label={w.key}>{MARKS.map((mark) => <li key={mark}><i className={mark}>{mark === 'done' ? <Sign name="met" /> : null}</i>{w[mark]}</li>)}</ul>
    </Panel>
  );
}
/** What stands under a stage's name: when it was left, or that it is now, next, later or not taken. */
function under(item: Case, id: Id, mark: StageMark): string {
  const left = item.visits.findLast((visit) => visit.stage === id)?.left;
  return mark === 'done' && left !== undefined ? dayWords(londonDay(left), { year: false }).slice(4) : w[mark];
}

interface DiagramProps { readonly procedure: Procedure; readonly item: Case; readonly flow: StageFlow; readonly layout: MapLayout; readonly marked: ReadonlyMap<Id, StageMark> }
function Diagram({ procedure, item, flow, layout, marked }: DiagramProps) {
  const style = { '--map-width': layout.width, '--map-height': layout.height } as CSSProperties;
  return (
    <div className="case-map" style={style} onKeyDown={(event) => walk(event, flow)}>
      <svg viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden="true" focusable="false">
        <defs><marker id="map-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0.5l8 3.5l-8 3.5z" className="case-arrow" /></marker></defs>
        {parallelFrames(procedure, layout).map((frame) => <path key={frame} d={frame} className="case-frame" />)}
        {layout.lines.filter((line) => !line.far || isNear(marked, line.from, line.to)).map((line) => <path key={`${line.from} ${line.to}`} d={line.path} className={`case-line ${lineMark(marked, line.from, line.to)}`} markerEnd="url(#map-arrow)" />)}
        {[...layout.boxes.values()].map(({ id, x, y }) => {
          const stage = procedure.stages[id];
          const shape = stageShape(stage?.kind ?? 'other', stage?.final === true, x, y, BOX.width, BOX.height);
          return <g key={id} className={`case-box ${marked.get(id) ?? ''}`}>{shape.extra === undefined || stage?.kind !== 'agency-checks' ? null : <path d={shape.extra} className="case-extra" />}<path d={shape.outline} />{shape.extra === undefined || stage?.kind === 'agency-checks' ? null : <path d={shape.extra} className="case-extra" />}</g>;
        })}
      </svg>
      <ul>
        {flow.order.map((id) => {
          const box = layout.boxes.get(id);
          const mark = marked.get(id) ?? 'later';
          if (box === undefined) return null;
          return (
            <li key={id} className={`${mark} ${procedure.stages[id]?.kind ?? ''}`} style={{ left: box.x, top: box.y, width: BOX.width, height: BOX.height }}>
              <Link href={`/cases/${item.id}/stages/${id}`} data-stage={id} aria-current={mark === 'now' ? 'step' : undefined}><b>{stageName(procedure, item, id)}</b><span>{mark === 'done' ? <Sign name="met" /> : null}{under(item, id, mark)}</span></Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
/** Long lines are drawn only where the case went or can go now; the whole diagram has them all. */
function isNear(marked: ReadonlyMap<Id, StageMark>, from: Id, to: Id): boolean {
  return lineMark(marked, from, to) === 'been' || (marked.get(from) === 'now' && marked.get(to) === 'next');
}
function lineMark(marked: ReadonlyMap<Id, StageMark>, from: Id, to: Id): string {
  const ends = [marked.get(from), marked.get(to)];
  if (ends.includes('not-taken')) return 'not-taken';
  return ends[0] === 'done' && (ends[1] === 'done' || ends[1] === 'now') ? 'been' : '';
}
/** Right and down go along the first route out, left and up back along the first route in. */
function walk(event: KeyboardEvent<HTMLElement>, flow: StageFlow): void {
  const at = (event.target as HTMLElement).closest<HTMLElement>('[data-stage]')?.dataset['stage'];
  const forward = event.key === 'ArrowRight' || event.key === 'ArrowDown';
  if (at === undefined || !(forward || event.key === 'ArrowLeft' || event.key === 'ArrowUp')) return;
  const next = forward ? flow.follows.get(at)?.[0] : flow.order.find((id) => flow.follows.get(id)?.includes(at));
  event.preventDefault();
  if (next !== undefined) event.currentTarget.querySelector<HTMLElement>(`[data-stage="${next}"]`)?.focus();
}
