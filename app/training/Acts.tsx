import { Link } from 'wouter';
import type { TaskView } from '../../engine/case/types.ts';
import { listWords } from '../../engine/time/words.ts';
import { Details, Tag, buttonClass } from '../../ui/index.ts';
import { canDo } from '../cases/actors.ts';
import { firstDeadline, inOrder } from '../cases/order.ts';
import { taskState } from '../cases/states.ts';
import { waysOn } from '../cases/ways.ts';
import { WhatIfButtons } from './WhatIf.tsx';
import { usePlayer } from './usePlayer.ts';
import { trainingWords } from './words.ts';

const w = trainingWords.room;

/** What may be done now: this role's acts by the same forms as in life, then what is another's to do. */
export function Acts() {
  const { model } = usePlayer();
  const { case: item, procedure, actor } = model;
  const mine = inOrder(model.tasks, (view) => canDo(procedure, view, actor.role));
  const others = inOrder(model.tasks, (view) => !canDo(procedure, view, actor.role));
  const offered = model.tasks.filter((view) => view.state === 'offered' && canDo(procedure, view, actor.role));
  const ways = waysOn(model);
  return (
    <section aria-labelledby="acts">
      <h2 id="acts" className="cw-h2">{w.what}</h2>
      {item.closed === undefined ? null : <p>{w.closed}</p>}
      {mine.length === 0 && ways.every((way) => !way.by.includes(actor.role)) ? <p className="cw-s">{w.noneMine}</p> : null}
      <ol className="tr-act-list">
        {mine.map((view, index) => <Act key={view.id} view={view} first={index === 0} />)}
        {ways.filter((way) => way.by.includes(actor.role)).map((way) => (
          <li key={way.id}><Link className={buttonClass('secondary')} href={`/cases/${item.id}/ways/${way.id}`}>{way.label}</Link><WhatIfButtons about={way.label} body={{ type: 'takeTransition', transition: way.id, reason: 'If this were done.' }} cites={way.transition.cites ?? []} why={w.ways_on} /></li>
        ))}
      </ol>
      {others.length === 0 ? null : <Details summary={`${w.others} (${others.length})`}><ol className="tr-act-list">{others.map((view) => <Act key={view.id} view={view} other />)}</ol></Details>}
      {offered.length === 0 ? null : <Details summary={`${w.offered} (${offered.length})`}><ol className="tr-act-list">{offered.map((view) => <Act key={view.id} view={view} />)}</ol></Details>}
    </section>
  );
}

function Act({ view, first = false, other = false }: { readonly view: TaskView; readonly first?: boolean; readonly other?: boolean }) {
  const { model, asRole } = usePlayer();
  const state = taskState(firstDeadline(view), model.now);
  const doer = view.doers[0];
  return (
    <li>
      <Link className={buttonClass(first ? 'practice' : 'secondary')} href={`/cases/${model.case.id}/tasks/${view.id}`}>{view.label}</Link>
      <span className="tr-under">
        {state === undefined ? null : <Tag kind={state.kind} {...(state.sign === undefined ? {} : { sign: state.sign })}>{state.words}</Tag>}
        {other ? <span className="cw-s">{listWords(view.doers.map((one) => one.label))}</span> : null}
        {other && doer !== undefined ? <button type="button" className="cw-link" onClick={() => asRole(doer.party)}>{w.take(doer.label)}</button> : null}
      </span>
      <WhatIfButtons about={view.label} body={bodyFor(view)} options={view.shape === 'decide' ? view.options : []} cites={view.cites} why={view.why} />
    </li>
  );
}
/** The plainest form of the act: what it lacks is what the engine then says. */
function bodyFor({ id, shape }: TaskView): Parameters<typeof WhatIfButtons>[0]['body'] {
  return shape === 'exchange' ? { type: 'sendExchange', task: id } : shape === 'decide' ? { type: 'decide', task: id, options: [] } : { type: 'completeTask', task: id };
}
