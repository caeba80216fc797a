import { Link } from 'wouter';
import { partingOf } from '../../../engine/case/parting.ts';
import type { TaskView } from '../../../engine/case/types.ts';
import { listWords } from '../../../engine/time/words.ts';
import { Details, LinkButton, Panel, Tag, buttonClass } from '../../../ui/index.ts';
import { useWho } from '../../world/session.ts';
import { canDo, enteredFor, partyLabel } from '../actors.ts';
import { aroundWords } from '../around/words.ts';
import { Cites } from '../Cites.tsx';
import { taskName } from '../lanes.ts';
import { firstDeadline, inOrder } from '../order.ts';
import { ownSignOff, signsFor, turnOf } from '../signing/turns.ts';
import { taskState } from '../states.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';
import { waysOn } from '../ways.ts';
import { asideTitle } from '../life/entryTitles.ts';
import { lifeWords } from '../life/words.ts';
import { headlineOf } from './headline.ts';
import { WayList } from './Others.tsx';

const w = caseWords.now;

/** The one thing to do now, then at most three more. */
export function DoNow({ model }: { readonly model: CaseModel }) {
  const { case: item, procedure } = model;
  const aside = partingOf(item.events);
  if (aside !== undefined) return <Panel kind="now" big over={w.over} title={lifeWords.frame.nothing}><p>{lifeWords.frame.elsewhere(asideTitle(aside))}</p></Panel>;
  const mine = inOrder(model.tasks, (view) => canDo(procedure, view, model.actor.role));
  const [first, ...rest] = mine;
  if (item.closed !== undefined && first === undefined) return <Panel kind="now" big over={w.over} title={w.closed}><p className="case-lead">{w.closedText} <Link href={`/cases/${item.id}/reports`}>{aroundWords.documents.reports}</Link></p></Panel>;
  if (first === undefined) return <NothingMine model={model} />;
  const headline = headlineOf(model, first);
  const signing = ownSignOff(first);
  const behalf = signing === undefined ? enteredFor(procedure, first, model.actor.role) : signsFor(procedure, signing.by, model.actor.role);
  return (
    <Panel kind="now" big over={w.over} title={headline.title}>
      {headline.text === '' ? null : <p className="case-lead">{headline.text}</p>}
      <div className="cw-row">
        <Link className={buttonClass()} href={`/cases/${item.id}/tasks/${first.id}`}>{headline.button}</Link>
        <StateTag model={model} view={first} />
        <span className="cw-s">{model.actor.label}: <b>{w.you}</b>{behalf === undefined ? null : <>, {w.on(partyLabel(procedure, behalf))}</>}</span>
      </div>
      <Details summary={w.why}><p className="cw-s">{first.why}</p><Cites procedure={procedure} cites={first.cites} /></Details>
      <Then model={model} views={rest.slice(0, 3)} />
      {rest.length > 3 ? <Details summary={w.more(rest.length - 3)}><Then model={model} views={rest.slice(3)} start={5} /></Details> : null}
      <Others model={model} />
    </Panel>
  );
}
export function StateTag({ model, view }: { readonly model: CaseModel; readonly view: TaskView }) {
  const state = taskState(firstDeadline(view), model.now);
  return state === undefined ? null : <Tag kind={state.kind} {...(state.sign === undefined ? {} : { sign: state.sign })}>{state.words}</Tag>;
}
function Then({ model, views, start = 2 }: { readonly model: CaseModel; readonly views: readonly TaskView[]; readonly start?: number }) {
  if (views.length === 0) return null;
  return (
    <ol className="case-then" start={start}>
      {views.map((view, index) => (
        <li key={view.id}><span>{start + index}. <Link href={`/cases/${model.case.id}/tasks/${view.id}`}>{headlineOf(model, view).title}</Link></span><span><StateTag model={model} view={view} /></span><span className="cw-s">{view.stageLabel === view.label ? '' : view.stageLabel ?? ''}</span></li>
      ))}
    </ol>
  );
}
/** What other roles have to do: who, what and by when; folded, because it is not for the person at the screen. */
function Others({ model }: { readonly model: CaseModel }) {
  const others = inOrder(model.tasks, (view) => !canDo(model.procedure, view, model.actor.role));
  if (others.length === 0) return null;
  return <Details summary={`${w.others} (${others.length})`}><OtherList model={model} views={others} /></Details>;
}
function OtherList({ model, views }: { readonly model: CaseModel; readonly views: readonly TaskView[] }) {
  return (
    <ul className="case-then">
      {views.map((view) => (
        <li key={view.id}><Link href={`/cases/${model.case.id}/tasks/${view.id}`}>{taskName(model.procedure, model.case, view)}</Link><span><StateTag model={model} view={view} /></span><span className="cw-s">{listWords(turnOf(view).map(({ label }) => label))}</span></li>
      ))}
    </ul>
  );
}
/** Nothing for this role: whose turn it is, and the way to them. */
function NothingMine({ model }: { readonly model: CaseModel }) {
  const { actAs } = useWho();
  const others = inOrder(model.tasks, () => true);
  const [next] = others;
  const doer = next === undefined ? undefined : turnOf(next)[0];
  if (next === undefined && waysOn(model).length > 0) return <Panel kind="now" big over={w.over} title={w.chooseWay}><WayList model={model} /></Panel>;
  if (next === undefined || doer === undefined) return <Panel kind="now" big over={w.over} title={w.nothing}><p className="case-lead">{w.none}</p></Panel>;
  return (
    <Panel kind="now" big over={w.over} title={w.nothing}>
      <p className="case-lead">{w.waits(listWords(turnOf(next).map(({ label }) => label)), next.label)}</p>
      <div className="cw-row"><LinkButton onClick={() => actAs(model.procedure.id, doer.party)}>{w.actAs(doer.label)}</LinkButton><StateTag model={model} view={next} /></div>
      {others.length > 1 ? <OtherList model={model} views={others} /> : null}
    </Panel>
  );
}
