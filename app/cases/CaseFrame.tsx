import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { partingOf } from '../../engine/case/parting.ts';
import type { DeadlineView } from '../../engine/case/types.ts';
import { Note, Tag } from '../../ui/index.ts';
import { civilWords, instantWords, longDay, timeWords } from '../dates.ts';
import { shortLabel, textOf } from '../procedures/catalogue.ts';
import { Shell } from '../shell/Shell.tsx';
import { usePrintRecorded } from '../trust/access.ts';
import { useOrigin } from '../trust/origin.ts';
import { words } from '../words.ts';
import { useWorld } from '../world/world.ts';
import { partyLabel } from './actors.ts';
import { runningHolds } from './around/HoldPanel.tsx';
import { useUnfoldedPrint } from './around/unfold.ts';
import { aroundWords } from './around/words.ts';
import { identityWords } from './identity.ts';
import { AsideBand, AsideTag } from './life/AsideBand.tsx';
import { HalfMerges } from './life/HalfMerge.tsx';
import { JustSaid } from './JustSaid.tsx';
import { useFrameAround } from './frameAround.ts';
import { stageWords } from './registerRow.ts';
import { useChanged } from './reload.ts';
import { tabsOf } from './tabs.ts';
import type { TabId } from './tabs.ts';
import type { CaseModel } from './types.ts';
import { WhoAmI } from './WhoAmI.tsx';
import { caseWords } from './words.ts';

const w = caseWords.frame;

/** The frame of every screen of one case: who it is about, where it stands, its places. */
export function CaseFrame(props: FrameProps) {
  const around = useFrameAround();
  return around === undefined ? <OwnFrame {...props} /> : around(props);
}
interface FrameProps { readonly model: CaseModel; readonly tab?: TabId; readonly title: string; readonly children: ReactNode }
function OwnFrame({ model, tab, title, children }: FrameProps) {
  const world = useWorld();
  const { case: item, procedure } = model;
  const aside = partingOf(item.events);
  const clock = world.now();
  const changed = useChanged();
  useUnfoldedPrint();
  usePrintRecorded(item.id, title);
  const origin = useOrigin(item.id, item.events.length);
  return (
    <Shell wide title={title} place="cases" practice={world.kind === 'practice' ? words.practiceClock(`${longDay(clock)}, ${timeWords(clock)}`) : undefined}
      who={<WhoAmI procedure={procedure} actor={model.actor} />}
      bands={<><IdentityBar model={model} /><Tabs model={model} tab={tab} />{aside !== undefined ? <AsideBand model={model} /> : item.closed === undefined ? null : <section className="case-band" aria-label={w.closed}>{closedWords(model)}</section>}<HalfMerges model={model} />{runningHolds(model).map((one) => <section key={one.hold} className="case-band held" aria-label={aroundWords.holds.started(textOf(procedure.holds?.[one.hold]?.label))}>{aroundWords.holds.band(textOf(procedure.holds?.[one.hold]?.label), instantWords(one.from, model.now))} <Link href={`/cases/${item.id}/dates`}>{aroundWords.holds.title}</Link></section>)}</>}>
      <JustSaid />
      {model.broken === undefined ? null : <Note kind="late"><p role="alert">{model.broken}</p></Note>}
      {changed ? <Note kind="soon"><p role="status">{w.changed}</p></Note> : null}
      {children}
      {origin === undefined ? null : <p className="case-origin on-paper">{origin}</p>}
    </Shell>
  );
}

/** When and by whom it was closed, or only when, where it closed by itself. */
function closedWords({ case: item, procedure, now }: CaseModel): string {
  const event = item.events.findLast((one) => one.type === 'caseClosed');
  const when = instantWords(item.closed ?? now, now);
  return event === undefined || event.occurred !== item.closed ? w.closedBand(when) : aroundWords.history.closedBy(when, `${event.actor.person}, ${partyLabel(procedure, event.actor.role)}`);
}
function IdentityBar({ model }: { readonly model: CaseModel }) {
  const { kind } = useWorld();
  const { case: item, procedure, now } = model;
  const aside = partingOf(item.events) !== undefined;
  const running = aside ? [] : model.deadlines;
  const clock = mainClock(running);
  const next = running.filter((one) => one.state === 'due' || one.state === 'overdue').toSorted((a, b) => (a.latest ?? 0) - (b.latest ?? 0))[0];
  const state = aside ? <AsideTag model={model} /> : item.closed !== undefined ? <Tag>{w.closed}</Tag> : kind === 'practice' ? <Tag kind="practice">{w.practice}</Tag> : <Tag kind="met">{w.live}</Tag>;
  return (
    <section className="case-id" aria-label={w.region}>
      <div className="cw-row"><span className="case-name">{identityWords(procedure, item, now)}</span>{state}{item.caseType === undefined ? null : <Tag>{item.caseType}</Tag>}{item.labels.filter((label) => label !== item.caseType).map((label) => <Tag key={label}>{label}</Tag>)}</div>
      <dl>
        <div><dt>{w.case}</dt><dd>{item.reference}</dd></div>
        <div><dt>{w.stage}</dt><dd>{stageWords(procedure, item)}</dd></div>
        {clock?.day === undefined || clock.days === undefined ? null : <div><dt>{w.clock}</dt><dd>{w.day(clock.day, clock.days)}<DayMarks day={clock.day} days={clock.days} /></dd></div>}
        {next?.date === undefined ? null : <div><dt>{w.next}</dt><dd className={next.state === 'overdue' ? 'case-late' : undefined}>{civilWords(next.date)}</dd></div>}
        <div><dt>{w.procedure}</dt><dd><Link href={`/cases/${item.id}/version`}>{shortLabel(procedure.label)}, {words.procedures.version(item.procedure.version).toLowerCase()}</Link></dd></div>
      </dl>
    </section>
  );
}
/** The clock that says where the case is in its time: counted in days, still running, the longest of them. */
function mainClock(deadlines: readonly DeadlineView[]): DeadlineView | undefined {
  return deadlines.filter((one) => one.days !== undefined && one.day !== undefined && (one.state === 'due' || one.state === 'overdue')).toSorted((a, b) => (b.days ?? 0) - (a.days ?? 0))[0];
}
/** A row of marks, one a day; decoration beside the words. */
function DayMarks({ day, days }: { readonly day: number; readonly days: number }) {
  if (days > 31 || day < 0) return null;
  return <span className="cw-days" aria-hidden="true">{Array.from({ length: days }, (_, index) => <i key={index} className={index + 1 === day ? 'at' : index + 1 < day ? 'on' : ''} />)}</span>;
}
function Tabs({ model, tab }: { readonly model: CaseModel; readonly tab?: TabId | undefined }) {
  return (
    <nav className="case-tabs" aria-label={w.nav}>
      {tabsOf(model).map(({ id, path, count }) => <Link key={id} href={`/cases/${model.case.id}${path}`} aria-current={tab === id ? 'page' : undefined}>{w.tabs[id]}{count === undefined ? null : <> <i>{count}</i></>}</Link>)}
    </nav>
  );
}
