// A procedure beside the national frame that it says it follows: what is kept, missing, later, weaker or counted
// differently, with the source on both sides. It reads; it never edits.
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { againstFrame, type Frame, type PointFinding } from '../../../engine/verify/frame/frame.ts';
import { Note, SummaryList, Table, Tag } from '../../../ui/index.ts';
import type { Row } from '../../../ui/index.ts';
import { Cites } from '../../cases/Cites.tsx';
import { civilWords } from '../../dates.ts';
import { Loading, NotFound } from '../../shell/Plain.tsx';
import { Shell } from '../../shell/Shell.tsx';
import { fetchJson } from '../../world/fetchJson.ts';
import { words } from '../../words.ts';
import { textOf } from '../catalogue.ts';
import { useOpened, type DrawingProps } from '../opened.ts';
import { frameWords as w, standingWords } from './words.ts';

const files = import.meta.glob<string>('../../../frames/*.json', { query: '?url&no-inline', import: 'default', eager: true });
const columns = [{ id: 'point', head: w.point }, { id: 'standing', head: w.standing, className: 'case-dl-state' }, { id: 'here', head: w.here }, { id: 'framed', head: w.framed }];

export default function FramePage(props: DrawingProps) {
  const opened = useOpened(props);
  const frames = useFrames();
  if (opened === 'reading' || !frames) return <Loading />;
  if (opened === undefined) return <NotFound text={`${words.procedures.missing}. ${words.procedures.missingText}`} />;
  return <Against procedure={opened.procedure} frames={frames} />;
}

function useFrames(): readonly Frame[] | undefined {
  const [frames, setFrames] = useState<readonly Frame[]>();
  useEffect(() => {
    let here = true;
    void Promise.all(Object.values(files).map((address) => fetchJson<Frame>(address))).then((all) => { if (here) setFrames(all); });
    return () => { here = false; };
  }, []);
  return frames;
}

function Against({ procedure, frames }: { readonly procedure: Procedure; readonly frames: readonly Frame[] }) {
  const all = frames.map((frame) => ({ frame, told: againstFrame(frame, procedure) }));
  const held = all.find(({ told }) => told.edition) ?? all[0];
  const edition = held?.told.edition;
  const { from } = procedure.edition;
  return (
    <Shell title={w.title} place="procedures" wide>
      <p className="cw-caption"><Link href="/procedures">{w.back}</Link></p>
      <h1 className="cw-h1">{w.title}: {textOf(procedure.label)}</h1>
      <p className="cw-lede">{w.lede}</p>
      <SummaryList rows={[
        { id: 'law', name: w.law, value: textOf(procedure.edition.law) },
        { id: 'edition', name: w.edition, value: edition ? w.stood(edition.label, civilWords(edition.from), edition.until === undefined ? undefined : civilWords(edition.until)) : w.none },
        { id: 'from', name: w.from, value: from === undefined ? w.notSaid : civilWords(from) },
      ]} />
      {held ? <Note><p>{edition ? held.told.words : w.hold(held.told.words)}</p></Note> : null}
      {edition && held ? <Table caption={w.table} columns={columns} rows={inOrder(held.told.findings).map((one) => rowOf(procedure, one))} /> : null}
      {held ? <p className="cw-s cw-q">{held.frame.note}</p> : null}
    </Shell>
  );
}

/** What is not kept first. */
const inOrder = (findings: readonly PointFinding[]): readonly PointFinding[] => [...findings].sort((a, b) => Number(a.standing === 'kept') - Number(b.standing === 'kept'));

function rowOf(procedure: Procedure, finding: PointFinding): Row {
  const { kind, words: standing } = standingWords[finding.standing];
  return { id: finding.point, cells: [finding.label, <Tag key="s" kind={kind}>{standing}</Tag>, <Here key="h" procedure={procedure} finding={finding} />, <Framed key="f" finding={finding} />] };
}

function Here({ procedure, finding: { here, words: told, standing, cites, criterion } }: { readonly procedure: Procedure; readonly finding: PointFinding }) {
  const said = here === undefined ? (criterion ? told : w.nothing) : here;
  return (
    <>
      <div>{said}</div>
      {standing === 'narrower' ? <p className="cw-why">{told}</p> : null}
      {here === undefined ? null : cites.length === 0 ? <p className="cw-why">{w.noSource}</p> : <Cites procedure={procedure} cites={cites} most={1} />}
    </>
  );
}

function Framed({ finding: { framed, source, criterion } }: { readonly finding: PointFinding }) {
  return <><div>{framed === undefined ? (criterion ? w.statute : w.duty) : `${framed.charAt(0).toUpperCase()}${framed.slice(1)}`}</div><p className="cw-why">{source}</p></>;
}
