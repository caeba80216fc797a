import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { Draft, PublishedVersion } from '../../engine/store/types.ts';
import { Button, Details, Dialog, LinkButton, Note, Tag, announce } from '../../ui/index.ts';
import { civilDay, civilWords, instantWords } from '../dates.ts';
import { RehearseButton } from '../lending/RehearseButton.tsx';
import { readOnAt } from '../shell/arrival.ts';
import { Shell } from '../shell/Shell.tsx';
import { words } from '../words.ts';
import { useSession } from '../world/session.ts';
import { useWorld } from '../world/world.ts';
import { stageCount, textOf, useCatalogue, type Catalogue } from './catalogue.ts';
import { words as compareWords } from './compare/words.ts';
import { copyOf } from './copies.ts';
import { frameWords } from './frame/words.ts';
import { BringIn } from './life/BringIn.tsx';
import { DownloadIt } from './life/DownloadIt.tsx';
import { beginBlank, putAway, type Made } from './life/drafts.ts';
import { Versions } from './life/Versions.tsx';
import { lifeWords } from './life/words.ts';
import { Group, Hidden, Line } from './Line.tsx';
import { movingWords } from '../cases/moving/words.ts';

const w = words.procedures;

/** Shipped procedures, own copies and published versions. */
export function ProcedureList() {
  const { kind, store, now } = useWorld();
  const [round, setRound] = useState(0);
  const [leaving, setLeaving] = useState<Draft>();
  const [problem, setProblem] = useState<string>();
  const catalogue = useCatalogue(store.procedures, round);
  const again = useReadOn(catalogue, () => setRound(round + 1));
  const copy = useMakeCopy(setProblem);
  const { wrote, failedWrite } = useSession();
  const [, go] = useLocation();
  const [working, put] = [(catalogue?.drafts ?? []).filter((draft) => draft.archived === undefined), (catalogue?.drafts ?? []).filter((draft) => draft.archived !== undefined)];
  const made = (making: Promise<Made>, then: (id: string) => void) => { void making.then((done) => { if (done.ok) { wrote(kind, now()); then(done.id); } else { failedWrite(done.words); setProblem(done.words); } }); };
  const away = (draft: Draft, gone: boolean) => made(putAway(store.procedures, draft, gone, now()), () => { announce(gone ? lifeWords.draft.wasPutAway : lifeWords.draft.wasTakenOut); again('own-copies'); });
  const own = (catalogue?.versions ?? []).filter((one) => one.by !== '');
  // What a person has drawn comes first; before that, what it can be drawn from.
  const mine = working.length > 0 || own.length > 0;
  const ready = <Shipped procedures={catalogue?.shipped ?? []} onCopy={copy} />;
  return (
    <Shell title={w.title} place="procedures">
      <h1 className="cw-h1">{w.title}</h1><p className="cw-lede">{w.lede}</p>
      <div className="cw-row app-before"><Button kind="secondary" onClick={() => made(beginBlank(store.procedures, now()), (id) => go(`/procedures/copy/${id}`))}>{lifeWords.blank.button}</Button><Link href="/procedures/compare">{compareWords.open}</Link></div>
      {problem === undefined ? null : <Note kind="late"><p>{problem}</p></Note>}
      {mine ? null : ready}
      <Group id="own-copies" title={w.own} note={working.length === 0 ? w.noCopies : undefined}>
        {working.map((draft) => <DraftLine key={draft.id} draft={draft} last={lastOf(own, draft.id)} onAway={() => away(draft, true)} onDelete={() => setLeaving(draft)} />)}
        {put.length === 0 ? null : <Details summary={lifeWords.draft.awayTitle(put.length)}>{put.map((draft) => <DraftLine key={draft.id} draft={draft} last={lastOf(own, draft.id)} onAway={() => away(draft, false)} onDelete={() => setLeaving(draft)} />)}</Details>}
      </Group>
      <Versions versions={own} drafts={new Set((catalogue?.drafts ?? []).map((draft) => draft.id))} onChanged={() => again('published')} />
      {mine ? ready : null}
      <BringIn />
      <DeleteCopy draft={leaving} onClose={() => setLeaving(undefined)} onDeleted={() => { setLeaving(undefined); again('own-copies'); announce('The copy was deleted.'); }} />
    </Shell>
  );
}

/** Reads the list again; where an act took its own button out of it, reading goes on at the heading of that part. */
function useReadOn(catalogue: Catalogue | undefined, reread: () => void): (heading: string) => void {
  const from = useRef('');
  useEffect(() => { if (document.activeElement === document.body) readOnAt(document.getElementById(from.current)); }, [catalogue]);
  return (heading) => { from.current = heading; reread(); };
}

/** The procedures that come with Caseway. */
function Shipped({ procedures, onCopy }: { readonly procedures: readonly Procedure[]; readonly onCopy: (from: Procedure) => void }) {
  const { now } = useWorld();
  return (
    <Group title={w.shipped} note={w.shippedNote}>
      {procedures.map((one) => (
        <Line key={one.id} procedure={one} tag={<Tag>{w.shippedTag}</Tag>} under={`${textOf(one.edition.words)}. ${textOf(one.edition.law)}. ${stageCount(one)} stages.${reviewSaid(one, civilDay(now()))}`}>
          <Link href={`/procedures/shipped/${one.id}`}>{w.view}<Hidden of={one} /></Link>
          <LinkButton onClick={() => onCopy(one)}>{w.copy}<Hidden of={one} /></LinkButton>
          <Link href={`/cases/open?procedure=${one.id}`}>{w.openCase}<Hidden of={one} /></Link>
          <Link href={`/procedures/shipped/${one.id}/forms`}>{lifeWords.draft.forms}<Hidden of={one} /></Link>
          <Link href={`/procedures/shipped/${one.id}/guidance`}>{frameWords.open}<Hidden of={one} /></Link>
          <DownloadIt procedure={one} />
          <Link href={`/cases/versions/${one.id}`}>{movingWords.cases.link}<Hidden of={one} /></Link>
        </Line>
      ))}
    </Group>
  );
}

/** One draft: what law it follows, when its source is to be looked at again, and what can be done with it. */
function DraftLine({ draft, last, onAway, onDelete }: { readonly draft: Draft; /** The latest version published from it. */ readonly last: number | undefined; readonly onAway: () => void; readonly onDelete: () => void }) {
  const { now } = useWorld();
  const { procedure } = draft;
  return (
    <Line procedure={procedure} tag={<Tag kind="soon">{w.draft(draft.revision)}</Tag>} under={`${w.changed} ${instantWords(draft.changed, now())}. ${lifeWords.review.law(textOf(procedure.edition.law))}.${reviewSaid(procedure, civilDay(now()))}`}>
      <Link href={`/procedures/copy/${draft.id}`}>{w.edit}<Hidden of={procedure} /></Link>
      {last === undefined ? null : <Link href={`/procedures/compare?a=${draft.id}.${last}&b=copy.${draft.id}`}>{lifeWords.draft.since(last)}<Hidden of={procedure} /></Link>}
      <RehearseButton procedure={procedure} revision={draft.revision} />
      <Link href={`/procedures/copy/${draft.id}/forms`}>{lifeWords.draft.forms}<Hidden of={procedure} /></Link>
      <Link href={`/procedures/copy/${draft.id}/guidance`}>{frameWords.open}<Hidden of={procedure} /></Link>
      <DownloadIt procedure={procedure} />
      <LinkButton onClick={onAway}>{draft.archived === undefined ? lifeWords.draft.away : lifeWords.draft.back}<Hidden of={procedure} /></LinkButton>
      <LinkButton onClick={onDelete}>{w.remove}<Hidden of={procedure} /></LinkButton>
    </Line>
  );
}
const lastOf = (versions: readonly PublishedVersion[], id: string): number | undefined => versions.filter((one) => one.id === id).map(({ version }) => version).toSorted((a, b) => b - a)[0];
/** When it is due for review, as it stands today; '' where the procedure says nothing of it. */
function reviewSaid({ edition: { reviewBy } }: Procedure, today: string): string {
  if (reviewBy === undefined) return '';
  return ` ${(reviewBy < today ? lifeWords.review.late : lifeWords.review.by)(civilWords(reviewBy))}.`;
}

/** Makes a copy of a procedure and opens it for drawing. */
export function useMakeCopy(onProblem: (words: string) => void): (from: Procedure) => void {
  const { kind, store, now } = useWorld();
  const [, go] = useLocation();
  const { wrote, failedWrite } = useSession();
  return (from) => {
    void copyOf(from, store.procedures, now()).then((made) => {
      if (made.ok) { wrote(kind, now()); go(`/procedures/copy/${made.id}`); } else { failedWrite(made.words); onProblem(made.words); }
    });
  };
}
function DeleteCopy({ draft, onClose, onDeleted }: { readonly draft: Draft | undefined; readonly onClose: () => void; readonly onDeleted: () => void }) {
  const { store } = useWorld();
  return (
    <Dialog title={w.deleteTitle} open={draft !== undefined} onClose={onClose}>
      <p>{textOf(draft?.procedure.label)}. {w.deleteText}</p>
      <div className="cw-row"><Button kind="warning" onClick={() => { if (draft !== undefined) void store.procedures.deleteDraft(draft.id).then(onDeleted); }}>{w.deleteButton}</Button><Button kind="secondary" onClick={onClose}>{words.procedures.cancel}</Button></div>
    </Dialog>
  );
}
