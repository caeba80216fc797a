import { useMemo } from 'react';
import type { CSSProperties } from 'react';
import { storyCaseAt, storyItem } from '../../../engine/case/rehearsal/index.ts';
import { listWords } from '../../../engine/time/words.ts';
import { Sign } from '../../../ui/index.ts';
import { BOX, mapLayout, parallelFrames } from '../../cases/now/mapLayout.ts';
import { stageShape } from '../../cases/now/shapes.ts';
import { marks, stageFlow } from '../../cases/now/stageFlow.ts';
import type { StageMark } from '../../cases/now/stageFlow.ts';
import { caseWords } from '../../cases/words.ts';
import { civilWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import type { Storyboard } from './useStoryboard.ts';
import { storyboardWords as w } from './words.ts';

/** The procedure's diagram with where the case stands after the entry that is shown, as the engine has it. */
export function StoryMap({ board: { scenario, procedure, run, selected } }: { readonly board: Storyboard }) {
  const flow = useMemo(() => stageFlow(procedure), [procedure]);
  const layout = useMemo(() => mapLayout(flow, COLUMNS), [flow]);
  const item = storyItem(scenario, selected);
  const at = item === undefined || item.at === '' ? scenario.opening?.until ?? scenario.steps[0]?.at ?? '' : item.at;
  const held = useMemo(() => storyCaseAt(run, at, item?.list === 'steps' ? item.index : undefined), [run, at, item?.list, item?.index]);
  const marked = held === undefined ? undefined : marks(flow, held);
  const style = { '--map-width': layout.width, '--map-height': layout.height } as CSSProperties;
  const now = flow.order.filter((id) => marked?.get(id) === 'now').map((id) => textOf(procedure.stages[id]?.label));
  return (
    <section aria-labelledby="where" className="sb-map" tabIndex={0}>
      <h2 id="where" className="cw-h3">{held === undefined ? w.mapBefore : w.map(civilWords(at))}</h2>
      {now.length === 0 ? null : <p className="cw-s">{w.where}: {listWords(now)}.</p>}
      <div className="case-map" style={style} aria-hidden="true">
        <svg viewBox={`0 0 ${layout.width} ${layout.height}`} focusable="false">
          {parallelFrames(procedure, layout).map((frame) => <path key={frame} d={frame} className="case-frame" />)}
          {layout.lines.filter((line) => !line.far).map((line) => <path key={`${line.from} ${line.to}`} d={line.path} className={been(marked?.get(line.from), marked?.get(line.to)) ? 'case-line been' : 'case-line'} />)}
          {[...layout.boxes.values()].map(({ id, x, y }) => {
            const shape = stageShape(procedure.stages[id]?.kind ?? 'other', procedure.stages[id]?.final === true, x, y, BOX.width, BOX.height);
            return <g key={id} className={`case-box ${marked?.get(id) ?? 'later'}`}><path d={shape.outline} />{shape.extra === undefined ? null : <path d={shape.extra} className="case-extra" />}</g>;
          })}
        </svg>
        <ul>{flow.order.map((id) => {
          const box = layout.boxes.get(id);
          return box === undefined ? null : <li key={id} className={marked?.get(id) ?? 'later'} style={{ left: box.x, top: box.y, width: BOX.width, height: BOX.height }}><span className="tr-stage"><b>{textOf(procedure.stages[id]?.label)}</b><span>{under(marked?.get(id))}</span></span></li>;
        })}</ul>
      </div>
    </section>
  );
}
/** Only what is worth reading in a small box: the shape says the rest. */
const under = (mark: StageMark | undefined) => (mark === 'now' || mark === 'next' ? caseWords.map[mark] : mark === 'done' ? <Sign name="met" /> : null);
const COLUMNS = 3;
const been = (from: string | undefined, to: string | undefined): boolean => from === 'done' && (to === 'done' || to === 'now');
