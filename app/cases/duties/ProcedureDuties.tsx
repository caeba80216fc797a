import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { DutyRound, DutyView } from '../../../engine/case/duties/types.ts';
import type { Id } from '../../../engine/procedure/types.ts';
import { listWords } from '../../../engine/time/words.ts';
import { Details, Panel, SummaryList, Table, Tag } from '../../../ui/index.ts';
import type { Row, TagKind } from '../../../ui/index.ts';
import { civilWords, longDay, timeWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { pinFor } from '../../procedures/publishing.ts';
import { Shell } from '../../shell/Shell.tsx';
import { words } from '../../words.ts';
import { useWho } from '../../world/session.ts';
import { useWorld } from '../../world/world.ts';
import { partyLabel, rolesOf } from '../actors.ts';
import { Cites } from '../Cites.tsx';
import { everyRow } from '../today/useOverview.ts';
import { compiledFor } from '../versions.ts';
import { WhoAmI } from '../WhoAmI.tsx';
import { DutyDate, DutyTag } from './DutiesPage.tsx';
import { ExplainRound, KeepThem, RecordDone, WithdrawEntry, spanWords } from './DutyActs.tsx';
import type { DutyActing } from './DutyForm.tsx';
import { isDueSoon, useDuties } from './useDuties.ts';
import type { OwnDuties } from './useDuties.ts';
import { dutyWords as w } from './words.ts';

/** The duties of one procedure: each with its rounds, and the acts about it. */
export function ProcedureDuties({ procedure: id }: { readonly procedure: Id }) {
  const world = useWorld();
  const { all, readAgain } = useDuties();
  const own = all?.find(({ compiled }) => compiled.pin.id === id);
  const { person, roles } = useWho();
  const now = world.now();
  const procedure = own?.compiled.procedure;
  const role = procedure === undefined ? '' : roles[id] ?? rolesOf(procedure)[0]?.id ?? '';
  const actor = { person: person === '' ? '?' : person, role, label: procedure === undefined ? '' : partyLabel(procedure, role) };
  const title = procedure === undefined ? w.title : w.of(textOf(procedure.label));
  return (
    <Shell wide title={w.tab} place="today" practice={world.kind === 'practice' ? words.practiceClock(`${longDay(now)}, ${timeWords(now)}`) : undefined} who={procedure === undefined ? undefined : <WhoAmI procedure={procedure} actor={actor} />}>
      <p className="cw-caption"><Link href="/duties">{w.back}</Link></p>
      <h1 className="cw-h1 case-h1">{title}</h1>
      {all !== undefined && own === undefined ? <p>{w.none}</p> : null}
      {own === undefined ? null : <Duties key={own.log.length} own={own} acting={{ compiled: own.compiled, actor, onSaved: readAgain }} />}
    </Shell>
  );
}
function Duties({ own, acting }: { readonly own: OwnDuties; readonly acting: DutyActing }) {
  const now = useWorld().now();
  const published = usePublishedActing(own, acting);
  return (
    <div className="cw-stack">
      {own.kept || published === undefined ? null : <Panel kind="now" title={w.keep.title}><p>{w.keep.text}</p><KeepThem acting={published} now={now} /></Panel>}
      {published === undefined ? null : own.views.map((view) => <OneDuty key={view.duty} own={own} acting={published} view={view} />)}
    </div>
  );
}
/** A shipped procedure is published here before its first entry, so that the log finds its text after an update. */
function usePublishedActing({ compiled }: OwnDuties, acting: DutyActing): DutyActing | undefined {
  const { store, now } = useWorld();
  const [published, setPublished] = useState(compiled.pin.version > 0 ? compiled : undefined);
  useEffect(() => {
    if (compiled.pin.version > 0) { setPublished(compiled); return; }
    void pinFor(store.procedures, compiled.procedure, undefined, now()).then((done) => { if (done.ok) setPublished(compiledFor(done.pin, done.procedure)); });
  }, [compiled, store, now]);
  return published === undefined ? undefined : { ...acting, compiled: published };
}
function OneDuty({ own, acting, view }: { readonly own: OwnDuties; readonly acting: DutyActing; readonly view: DutyView }) {
  const now = useWorld().now();
  const { procedure } = own.compiled;
  const cases = useShown(own.compiled.pin.id, view.register);
  const label = (ids: readonly Id[]) => listWords(ids.map((id) => partyLabel(procedure, id)));
  const owed = view.state === 'due' || view.state === 'overdue';
  return (
    <Panel big title={<span id={`duty-${view.duty}`}>{view.label}</span>} aside={<DutyTag view={view} now={now} />} {...(own.kept && owed ? { kind: 'strong' as const } : {})}>
      <SummaryList rows={[
        { id: 'next', name: w.one.next, value: <DutyDate view={view} /> }, { id: 'who', name: w.one.who, value: listWords(view.doers.map((doer) => doer.label), 'or') },
        ...(view.to.length === 0 ? [] : [{ id: 'to', name: w.one.to, value: label(view.to) }]),
        ...(view.register === undefined ? [] : [{ id: 'register', name: w.one.content, value: <Link href={`/register?of=${own.compiled.pin.id}/${view.register}`}>{w.one.register(textOf(procedure.registers?.[view.register]?.label), cases.length)}</Link> }]),
      ]} />
      <Cites procedure={procedure} cites={view.cites} most={1} />
      {own.kept ? (
        <>
          <Rounds acting={acting} view={view} label={label} />
          <Details open={isDueSoon(view, now)} summary={<>{w.done.open}<span className="cw-vh">: {view.label}</span></>}><RecordDone acting={acting} view={view} now={now} cases={cases} /></Details>
          <ExplainRound acting={acting} view={view} />
        </>
      ) : null}
    </Panel>
  );
}
/** The cases whose lines the register of a duty shows. */
function useShown(procedure: Id, register: Id | undefined): readonly string[] {
  const world = useWorld();
  const [shown, setShown] = useState<readonly string[]>([]);
  useEffect(() => {
    let here = true;
    if (register !== undefined) void everyRow(world).then((rows) => { if (here) setShown(rows.filter((row) => row.procedure === procedure && row.content.registers?.[register] !== undefined).map((row) => row.case)); });
    return () => { here = false; };
  }, [world, procedure, register]);
  return shown;
}

const kinds: Readonly<Record<DutyRound['state'], TagKind>> = { done: 'met', 'done-late': 'soon', due: 'soon', overdue: 'late', explained: 'pending', 'to-come': 'pending', 'no-date': 'held' };
function Rounds({ acting, view, label }: { readonly acting: DutyActing; readonly view: DutyView; readonly label: (ids: readonly Id[]) => string }) {
  const columns = [{ id: 'span', head: w.one.span }, { id: 'state', head: w.one.state }, { id: 'what', head: w.one.what }];
  const rounds = view.rounds.filter(({ state }) => state !== 'to-come').toReversed();
  return (
    <Table caption={w.one.rounds} columns={columns} rows={rounds.map((round): Row => ({ id: round.first, cells: [spanWords(round), <Tag key="s" kind={kinds[round.state]}>{w.rounds[round.state]}</Tag>, round.acts.length === 0 ? round.reason === undefined ? w.one.nothing : w.one.explained(round.reason) : (
      <ul key="a" className="duty-acts">{round.acts.map((act) => (
        <li key={act.event}><b>{civilWords(act.on)}</b>, {act.by.person}, {label([act.by.role])}{act.late ? ` (${w.one.late})` : ''}. {act.words}
          {act.recipients.length === 0 ? null : <span className="case-sub">{w.one.goes(label(act.recipients))}</span>}{act.evidence === undefined ? null : <span className="case-sub">{w.one.proof(act.evidence)}</span>}
          <WithdrawEntry acting={acting} act={act} />
        </li>
      ))}</ul>
    )] }))} />
  );
}
