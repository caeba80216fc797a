import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { lastMove } from '../../../engine/case/migration/moves.ts';
import type { Move } from '../../../engine/case/migration/moves.ts';
import type { Id } from '../../../engine/procedure/types.ts';
import type { PublishedVersion } from '../../../engine/store/types.ts';
import { Note, Panel, SelectField, SummaryList, TextField } from '../../../ui/index.ts';
import { instantWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { partyLabel } from '../actors.ts';
import { ActForm, actField } from '../acts/ActForm.tsx';
import { CaseFrame } from '../CaseFrame.tsx';
import { Elsewhere, isElsewhere } from '../life/Elsewhere.tsx';
import { compiledFor } from '../versions.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';
import { MovePlan } from './MovePlan.tsx';
import { pinOf, previewOf, standsOn, usePublished } from './versions.ts';
import { movingWords as w } from './words.ts';

/** The version a case runs on, what a move to another would change, the move, and the way back. */
export function VersionPage({ model }: { readonly model: CaseModel }) {
  const { case: item } = model;
  const published = usePublished(item.procedure.id);
  const others = published?.filter((one) => !standsOn(item, one));
  const move = lastMove(item.events);
  return (
    <CaseFrame model={model} title={w.title}>
      <p className="cw-caption"><Link href={`/cases/${item.id}`}>{caseWords.frame.back}</Link></p>
      <h1 className="cw-h1 case-h1">{w.title}</h1>
      <p className="cw-prose">{w.text}</p>
      <RunsOn model={model} version={published?.find((one) => standsOn(item, one))} move={move} />
      {isElsewhere(model) ? <Elsewhere model={model} /> : <>{move === undefined ? null : <Undo key={move.id} model={model} move={move} />}
      {others === undefined ? null : others.length === 0 ? <p>{w.none}</p> : <MoveTo key={`${item.procedure.version}-${item.events.length}`} model={model} others={others} />}</>}
    </CaseFrame>
  );
}
function RunsOn({ model, version, move }: { readonly model: CaseModel; readonly version: PublishedVersion | undefined; readonly move: Move | undefined }) {
  const { case: item, procedure, now } = model;
  const reason = move?.payload['reason'];
  return (
    <SummaryList rows={[
      { id: 'runs', name: w.runsOn, value: <><b>{textOf(procedure.label)}, {w.version(item.procedure.version)}</b>{version === undefined ? null : <span className="case-sub">{w.published(instantWords(version.published, now), version.by)}{version.note === undefined ? '' : `: ${version.note}`}</span>}<span className="cw-row"><Link href={`/cases/${item.id}/diagram`}>{w.drawn}</Link><Link href={`/cases/versions/${item.procedure.id}`}>{w.others}</Link></span></> },
      { id: 'since', name: w.since, value: move === undefined ? w.opened(instantWords(item.opened, now)) : w.movedOn(instantWords(move.occurred, now), `${move.actor.person}, ${partyLabel(procedure, move.actor.role)}`) },
      ...(typeof reason === 'string' ? [{ id: 'why', name: w.why, value: reason }] : []),
    ]} />
  );
}
function Undo({ model, move }: { readonly model: CaseModel; readonly move: Move }) {
  const [reason, setReason] = useState('');
  const before = move.procedure.version;
  return (
    <Panel title={w.undo} className="case-block">
      <p className="cw-s">{w.undoText(before)}</p>
      <ActForm model={model} id="undo-move" button={w.undoButton(before)} said={w.undone(before)} reasonAt="why" goTo={`/cases/${model.case.id}/version`} wanted={() => ({ body: { type: 'undoMove', reason } })}
        fields={(errors) => <TextField id={actField('undo-move', 'why')} long label={w.undoReason} error={errors['why']} value={reason} onChange={setReason} />} />
    </Panel>
  );
}

function MoveTo({ model, others }: { readonly model: CaseModel; readonly others: readonly PublishedVersion[] }) {
  const { case: item } = model;
  const [version, setVersion] = useState(others.length === 1 ? String(others[0]?.version) : '');
  const to = others.find((one) => String(one.version) === version);
  const option = (one: PublishedVersion) => `${w.version(one.version)} (${one.version > item.procedure.version ? w.newer : w.older})${one.note === undefined ? '' : `: ${one.note}`}${one.retired === undefined ? '' : `, ${w.retired}`}`;
  return (
    <Panel title={w.choose} className="case-block">
      <SelectField id="f-move-to" label={w.to} empty={w.chooseVersion} value={version} onChange={setVersion} options={others.map((one) => ({ value: String(one.version), label: option(one) }))} />
      {to === undefined ? null : <Planned key={`${version}-${item.head}`} model={model} to={to} />}
    </Panel>
  );
}
function Planned({ model, to }: { readonly model: CaseModel; readonly to: PublishedVersion }) {
  const { case: item, versions, now } = model;
  const [stages, setStages] = useState<Readonly<Record<Id, Id>>>({});
  const [reason, setReason] = useState('');
  const plan = useMemo(() => previewOf(versions, item, to, stages, now), [versions, item, to, stages, now]);
  const { procedure } = compiledFor(pinOf(to), to.procedure);
  return (
    <>
      <h2 className="cw-h2">{w.plan(to.version)}</h2>
      <Note kind={plan.ready ? 'soon' : 'late'}><p>{w.notYet}</p></Note>
      <MovePlan plan={plan} to={procedure} chosen={stages} onChoose={(stage, next) => setStages((before) => ({ ...before, [stage]: next }))} />
      <ActForm model={model} id="move" main button={w.button(to.version)} said={w.moved(to.version)} reasonAt="why" goTo={`/cases/${item.id}/version`} wanted={() => ({ body: { type: 'moveCase', to: pinOf(to), ...(Object.keys(stages).length > 0 ? { stages } : {}), reason } })}
        fields={(errors) => <TextField id={actField('move', 'why')} long label={w.reason} error={errors['why']} value={reason} onChange={setReason} />} />
    </>
  );
}
