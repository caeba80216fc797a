import { useMemo } from 'react';
import type { CSSProperties } from 'react';
import type { Coverage } from '../../../engine/verify/coverage/index.ts';
import type { Procedure, Transition } from '../../../engine/procedure/types.ts';
import { BOX, mapLayout, parallelFrames } from '../../cases/now/mapLayout.ts';
import { stageShape } from '../../cases/now/shapes.ts';
import { stageFlow } from '../../cases/now/stageFlow.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { trainingWords } from '../words.ts';

const w = trainingWords.coverage;

/** The diagram with how many scenarios come to each stage; stages and routes that none visits are dashed. The lists below say the same. */
export function PaintedMap({ procedure, coverage, titles }: { readonly procedure: Procedure; readonly coverage: Coverage; readonly titles: readonly string[] }) {
  const flow = useMemo(() => stageFlow(procedure), [procedure]);
  const layout = useMemo(() => mapLayout(flow, COLUMNS), [flow]);
  const visits = useMemo(() => new Map(coverage.targets.map(({ name, by }) => [name, by])), [coverage]);
  const taken = routesTaken(procedure, visits);
  const style = { '--map-width': layout.width, '--map-height': layout.height } as CSSProperties;
  return (
    <div className="case-map tr-painted" style={style}>
      <svg viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden="true" focusable="false">
        {parallelFrames(procedure, layout).map((frame) => <path key={frame} d={frame} className="case-frame" />)}
        {layout.lines.map((line) => <path key={`${line.from} ${line.to}`} d={line.path} className={taken.has(line.to) && taken.has(line.from) ? 'case-line been' : 'case-line not-taken'} />)}
        {[...layout.boxes.values()].map(({ id, x, y }) => {
          const shape = stageShape(procedure.stages[id]?.kind ?? 'other', procedure.stages[id]?.final === true, x, y, BOX.width, BOX.height);
          return <g key={id} className={`case-box ${(visits.get(`stage:${id}`)?.length ?? 0) > 0 ? 'done' : 'not-taken'}`}><path d={shape.outline} />{shape.extra === undefined ? null : <path d={shape.extra} className="case-extra" />}</g>;
        })}
      </svg>
      <ul>
        {flow.order.map((id) => {
          const place = layout.boxes.get(id);
          const by = visits.get(`stage:${id}`) ?? [];
          return place === undefined ? null : <li key={id} className={by.length > 0 ? 'done' : 'not-taken'} style={{ left: place.x, top: place.y, width: BOX.width, height: BOX.height }} title={by.map((index) => titles[index]).join('; ')}><span className="tr-stage"><b>{textOf(procedure.stages[id]?.label)}</b><span>{w.times(by.length)}</span></span></li>;
        })}
      </ul>
    </div>
  );
}
const COLUMNS = 8;

/** Stages at either end of a route that some scenario takes. */
function routesTaken({ transitions }: Procedure, visits: ReadonlyMap<string, readonly number[]>): ReadonlySet<string> {
  const ends = ({ from, to }: Transition): readonly string[] => [...from, ...(typeof to === 'string' ? [to] : [])];
  const stages = [...visits].flatMap(([name, by]) => (name.startsWith('stage:') && by.length > 0 ? [name.slice(6)] : []));
  return new Set([...transitions.filter(({ id }) => (visits.get(`route:${id}`)?.length ?? 0) > 0).flatMap(ends), ...stages]);
}
