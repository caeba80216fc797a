import { useState } from 'react';
import { Details, Note, SummaryList, Table } from '../../ui/index.ts';
import { textOf } from '../procedures/catalogue.ts';
import { instantWords } from '../dates.ts';
import { Shell } from '../shell/Shell.tsx';
import { verifyCaseFile, type CaseFile, type Verified, type VerifiedFile } from './caseFile.ts';
import { FileField } from './FileField.tsx';
import { trustWords } from './words.ts';
import './trust.css';

const w = trustWords.verify;

/** A stranger's check of a case file: the page and the file are all it needs. */
export default function VerifyPage() {
  const [checked, setChecked] = useState<VerifiedFile>();
  return (
    <Shell title={w.title}>
      <div className="cw-prose">
        <h1 className="cw-h1">{w.title}</h1>
        <p>{w.lede}</p>
        <FileField id="verify-file" label={w.choose} onText={(text) => void verifyCaseFile(text).then(setChecked)} />
        <div role="status">{checked === undefined ? null : checked.ok ? <Good verified={checked.verified} /> : <Bad problem={checked.problem} />}</div>
      </div>
    </Shell>
  );
}
function Bad({ problem }: { readonly problem: Extract<VerifiedFile, { ok: false }>['problem'] }) {
  return <Note kind="late"><h2 className="cw-h3 trust-verdict">{w.bad}</h2><SummaryList rows={[{ id: 'at', name: 'Where', value: w.where(problem.pointer) }, { id: 'e', name: w.expected, value: problem.expected }, { id: 'f', name: w.found, value: problem.found }]} /></Note>;
}
function Good({ verified: { file, fingerprint, erased } }: { readonly verified: Verified }) {
  const label = file.versions.map(({ procedure, version }) => `${textOf(procedure.label)}, version ${version}`).join('; ');
  return (
    <>
      <Note kind="met"><h2 className="cw-h3 trust-verdict">{w.good}</h2></Note>
      <SummaryList rows={[
        { id: 'r', name: w.reference, value: file.reference }, { id: 'm', name: w.made, value: withYear(file.made) }, { id: 'v', name: w.versions, value: label },
        { id: 'n', name: w.entries, value: erased === 0 ? String(file.events.length) : `${file.events.length}, ${erased} of them erased for retention` },
        { id: 'h', name: w.head, value: <code className="trust-code">{file.head}</code> }, { id: 'f', name: w.fingerprint, value: <code className="trust-code">{fingerprint}</code> },
      ]} />
      <h2>{w.proves}</h2>
      <ul>{w.provesText.map((text) => <li key={text}>{text}</li>)}</ul>
      <Details summary={`${w.list} (${file.events.length})`}>
        <Table caption={w.list} hideCaption columns={Object.entries(w.columns).map(([id, head]) => ({ id, head }))}
          rows={file.events.map(({ id, seq, occurred, recorded, type, actor }) => ({ id, cells: [String(seq), withYear(occurred), withYear(recorded), kindWords(type), `${actor.person}, ${titleIn(file, actor.role)}`] }))} />
      </Details>
    </>
  );
}
const withYear = (at: number): string => instantWords(at, 0);
/** A role as the procedure in the file calls it. */
function titleIn({ versions }: CaseFile, role: string): string {
  const title = versions.map(({ procedure }) => procedure.parties[role]?.title).find((one) => one !== undefined);
  return title === undefined ? role : textOf(title);
}
/** "taskCompleted" as "task completed". */
const kindWords = (type: string): string => type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
