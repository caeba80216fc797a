import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { partingOf } from '../../../engine/case/parting.ts';
import type { OtherCase } from '../../../engine/case/types.ts';
import { Note, Panel, TextField } from '../../../ui/index.ts';
import { instantWords } from '../../dates.ts';
import { ActForm, actField } from '../acts/ActForm.tsx';
import type { CaseModel } from '../types.ts';
import { mergesOf, useHalf } from './HalfMerge.tsx';
import { finishMerge, undoMerge } from './merging.ts';
import { lifeWords } from './words.ts';

const w = lifeWords.merge;
interface MergeLink { readonly event: string; readonly other: OtherCase; readonly away: boolean; readonly words: string; readonly reason: string }

/** The cases that were merged with this one, either way, each with the way to it and the way back. */
export function MergedCases({ model }: { readonly model: CaseModel }) {
  const links = linksOf(model);
  const copy = copyOf(model);
  if (links.length === 0) return copy;
  return <>{copy}<section aria-labelledby="merged-cases"><h2 id="merged-cases" className="cw-h2">{w.section}</h2>{links.map((link) => <Merged key={link.event} model={model} link={link} />)}</section></>;
}
/** Of a second copy that was kept as a case of its own: the case it is a copy of. */
function copyOf({ case: { events } }: CaseModel): ReactNode {
  const taken = events.findLast((one) => one.type === 'caseTakenIn' && one.payload['copyOf'] !== undefined);
  if (taken === undefined) return null;
  const { case: id, reference, shared } = taken.payload['copyOf'] as OtherCase & { readonly shared: number };
  return <section aria-labelledby="copies"><h2 id="copies" className="cw-h2">{w.copies}</h2><p>{w.copyOf(reference, shared, String(taken.payload['from']))}</p><p><Link href={`/cases/${id}`}>{lifeWords.frame.goTo(reference)}</Link></p></section>;
}
function linksOf({ case: { events }, now }: CaseModel): readonly MergeLink[] {
  return mergesOf(events).map(({ event, other, away }) => ({ event: event.id, other, away, words: `${away ? lifeWords.entries.merged(other.reference) : w.from(other.reference)}, ${instantWords(event.occurred, now)}, ${event.actor.person}`, reason: String(event.payload['reason']) }));
}
function Merged({ model, link }: { readonly model: CaseModel; readonly link: MergeLink }) {
  const half = useHalf(model, link.other);
  const aside = partingOf(model.case.events);
  const others = aside !== undefined && !link.away;
  return (
    <>
      <p><b>{link.words}</b><br />{link.reason}</p>
      <p><Link href={`/cases/${link.other.case}/history`}>{w.read(link.other.reference)}</Link></p>
      {half ? <Note kind="late"><p>{w.half}</p></Note> : null}
      {half ? <Finish model={model} link={link} /> : null}
      {others ? null : <Undo model={model} link={link} />}
    </>
  );
}
function Undo({ model, link }: { readonly model: CaseModel; readonly link: MergeLink }) {
  const [reason, setReason] = useState('');
  const id = `undo-${link.event}`;
  return (
    <Panel title={w.undoTitle} level={3} className="case-block">
      <p className="cw-s">{w.undoText}</p>
      <ActForm model={model} id={id} alsoAside button={w.undoButton} said={w.undone} reasonAt="why" goTo={`/cases/${model.case.id}/related`} doers={model.procedure.closing?.by ?? []}
        write={(world, wanted) => undoMerge(world, wanted, link.other.case)} wanted={() => ({ body: { type: 'undoMerge', reason, ...(link.away ? {} : { other: link.other.case }) } })}
        fields={(errors) => <TextField id={actField(id, 'why')} long label={w.undoReason} error={errors['why']} value={reason} onChange={setReason} />} />
    </Panel>
  );
}
/** Tells the other case what this one knows already, under the id the merge began with. */
function Finish({ model, link }: { readonly model: CaseModel; readonly link: MergeLink }) {
  const self: OtherCase = { case: model.case.id, reference: model.case.reference };
  const [from, into] = link.away ? [self, link.other] : [link.other, self];
  return (
    <ActForm model={model} id={`finish-${link.event}`} alsoAside button={w.finish} said={w.finished} goTo={`/cases/${self.case}/related`} wanted={() => ({ body: { type: 'mergeCase', into, reason: link.reason } })}
      write={(world, wanted) => finishMerge(world, wanted, { from: from.case, event: link.event })} fields={() => null} />
  );
}
