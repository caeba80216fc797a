import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { Draft } from '../../engine/store/types.ts';
import { Button, Dialog, LinkButton, Note, Tag, announce } from '../../ui/index.ts';
import { instantWords } from '../dates.ts';
import { RehearseButton } from '../lending/RehearseButton.tsx';
import { Shell } from '../shell/Shell.tsx';
import { words } from '../words.ts';
import { useSession } from '../world/session.ts';
import { useWorld } from '../world/world.ts';
import { stageCount, textOf, useCatalogue } from './catalogue.ts';
import { words as compareWords } from './compare/words.ts';
import { copyOf } from './copies.ts';
import { movingWords } from '../cases/moving/words.ts';

const w = words.procedures;

/** Shipped procedures, own copies and published versions. */
export function ProcedureList() {
  const { store, now } = useWorld();
  const [round, setRound] = useState(0);
  const [leaving, setLeaving] = useState<Draft>();
  const [problem, setProblem] = useState<string>();
  const catalogue = useCatalogue(store.procedures, round);
  const copy = useMakeCopy(setProblem);
  const own = (catalogue?.versions ?? []).filter((one) => one.by !== '');
  return (
    <Shell title={w.title} place="procedures">
      <h1 className="cw-h1">{w.title}</h1><p className="cw-lede">{w.lede}</p>
      <p><Link href="/procedures/compare">{compareWords.open}</Link></p>
      {problem === undefined ? null : <Note kind="late"><p>{problem}</p></Note>}
      <Group title={w.shipped} note={w.shippedNote}>
        {(catalogue?.shipped ?? []).map((one) => (
          <Line key={one.id} procedure={one} tag={<Tag>{w.shippedTag}</Tag>} under={`${textOf(one.edition.words)}. ${textOf(one.edition.law)}. ${stageCount(one)} stages.`}>
            <Link href={`/procedures/shipped/${one.id}`}>{w.view}<Hidden of={one} /></Link>
            <LinkButton onClick={() => copy(one)}>{w.copy}<Hidden of={one} /></LinkButton>
            <Link href={`/cases/open?procedure=${one.id}`}>{w.openCase}<Hidden of={one} /></Link>
            <Link href={`/cases/versions/${one.id}`}>{movingWords.cases.link}<Hidden of={one} /></Link>
          </Line>
        ))}
      </Group>
      <Group title={w.own} note={catalogue?.drafts.length === 0 ? w.noCopies : undefined}>
        {(catalogue?.drafts ?? []).map((draft) => (
          <Line key={draft.id} procedure={draft.procedure} tag={<Tag kind="soon">{w.draft(draft.revision)}</Tag>} under={`${w.changed} ${instantWords(draft.changed, now())}.`}>
            <Link href={`/procedures/copy/${draft.id}`}>{w.edit}<Hidden of={draft.procedure} /></Link>
            <RehearseButton procedure={draft.procedure} revision={draft.revision} />
            <LinkButton onClick={() => setLeaving(draft)}>{w.remove}<Hidden of={draft.procedure} /></LinkButton>
          </Line>
        ))}
      </Group>
      <Group title={w.published} note={own.length === 0 ? w.noPublished : undefined}>
        {own.map((one) => (
          <Line key={one.hash + one.version} procedure={one.procedure} tag={<Tag kind="met" sign="met">{w.version(one.version)}</Tag>} under={`${w.publishedOn} ${instantWords(one.published, now())} by ${one.by}${one.note === undefined ? '' : `: ${one.note}`}`}>
            <Link href={`/procedures/published/${one.id}/${one.version}`}>{w.view}<Hidden of={one.procedure} /></Link>
            <RehearseButton procedure={one.procedure} version={one.version} />
            <Link href={`/cases/open?procedure=${one.id}&version=${one.version}`}>{w.openCase}<Hidden of={one.procedure} /></Link>
            <Link href={`/cases/versions/${one.id}`}>{movingWords.cases.link}<Hidden of={one.procedure} /></Link>
          </Line>
        ))}
      </Group>
      <DeleteCopy draft={leaving} onClose={() => setLeaving(undefined)} onDeleted={() => { setLeaving(undefined); setRound(round + 1); announce('The copy was deleted.'); }} />
    </Shell>
  );
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
function Group({ title, note, children }: { readonly title: string; readonly note?: string | undefined; readonly children: ReactNode }) {
  return <section className="app-group"><h2 className="cw-h2">{title}</h2>{note === undefined ? null : <p className="cw-s cw-q">{note}</p>}{children}</section>;
}
function Line({ procedure, tag, under, children }: { readonly procedure: Procedure; readonly tag: ReactNode; readonly under: string; readonly children: ReactNode }) {
  return <div className="app-card-row"><div><div className="cw-row"><h3>{textOf(procedure.label)}</h3>{tag}</div><p className="cw-s cw-q">{under}</p></div><div className="app-acts cw-row">{children}</div></div>;
}
function Hidden({ of }: { readonly of: Procedure }) { return <span className="cw-vh"> {textOf(of.label)}</span>; }

function DeleteCopy({ draft, onClose, onDeleted }: { readonly draft: Draft | undefined; readonly onClose: () => void; readonly onDeleted: () => void }) {
  const { store } = useWorld();
  return (
    <Dialog title={w.deleteTitle} open={draft !== undefined} onClose={onClose}>
      <p>{textOf(draft?.procedure.label)}. {w.deleteText}</p>
      <div className="cw-row"><Button kind="warning" onClick={() => { if (draft !== undefined) void store.procedures.deleteDraft(draft.id).then(onDeleted); }}>{w.deleteButton}</Button><Button kind="secondary" onClick={onClose}>{words.procedures.cancel}</Button></div>
    </Dialog>
  );
}
