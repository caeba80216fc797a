import { Link } from 'wouter';
import { listWords } from '../../../engine/time/words.ts';
import { Details, Panel, Table } from '../../../ui/index.ts';
import { instantWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { partyLabel } from '../actors.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import type { CaseModel } from '../types.ts';
import { documentsOf } from './documents.ts';
import type { DocumentOf } from './documents.ts';
import { letterWords } from '../letters/words.ts';
import { aroundWords } from './words.ts';

const w = aroundWords.documents;

/** The documents of the case with their variants, and who had which of them when. */
export function DocumentsPage({ model }: { readonly model: CaseModel }) {
  const documents = documentsOf(model.procedure, model.case);
  return (
    <CaseFrame model={model} tab="documents" title={w.title}>
      <div className="case-head"><h1 className="cw-h1">{w.title}</h1><Link href={`/cases/${model.case.id}/reports`}>{w.reports}</Link></div>
      <div className="case-two">
        <div className="cw-stack">{documents.length === 0 ? <p>{w.none}</p> : documents.map((one) => <OneDocument key={one.id} model={model} document={one} />)}</div>
        <Disclosure model={model} />
      </div>
    </CaseFrame>
  );
}
function OneDocument({ model: { case: item, procedure, now, tasks }, document }: { readonly model: CaseModel; readonly document: DocumentOf }) {
  const classes = (ids: readonly string[]) => listWords(ids.map((id) => textOf(procedure.disclosure?.[id]?.label).toLowerCase()));
  const columns = [{ id: 'who', head: w.had }, { id: 'variant', head: w.variants }, { id: 'when', head: w.when }];
  return (
    <Panel title={document.label}>
      <p className="cw-s">{w.variants}: {document.variants.length === 0 ? w.full : listWords(document.variants.map((one) => (one.leavesOut.length === 0 ? one.id : `${one.id} (${w.leavesOut(classes(one.leavesOut))})`)))}.{document.carries.length === 0 ? '' : ` ${w.carries(classes(document.carries))}.`}</p>
      <p className="cw-s">{w.where}: {document.tasks.map((task, index) => <span key={task}>{index === 0 ? '' : ', '}{tasks.some((view) => view.id === task) ? <Link href={`/cases/${item.id}/tasks/${task}`}>{textOf(procedure.tasks[task]?.label)}</Link> : textOf(procedure.tasks[task]?.label)}</span>)}</p>
      {procedure.documents?.[document.id]?.template === undefined ? null : <p className="cw-s"><Link href={`/cases/${item.id}/documents/${document.id}`}>{letterWords.open}<span className="cw-vh">: {document.label}</span></Link></p>}
      {document.had.length === 0 ? <p className="cw-q">{w.had}: {w.nobody.toLowerCase()}</p> : <Table caption={`${w.had}: ${document.label}`} hideCaption columns={columns} rows={document.had.map((one, index) => ({ id: String(index), cells: [partyLabel(procedure, one.party), one.variant ?? w.full, `${instantWords(one.at, now)}${one.sending > 1 ? `, ${w.version(one.sending)}` : ''}`] }))} />}
    </Panel>
  );
}
/** What each party may see, where the procedure withholds anything. */
function Disclosure({ model: { procedure } }: { readonly model: CaseModel }) {
  const limited = Object.entries(procedure.parties).filter(([, party]) => party.maySee !== undefined);
  if (limited.length === 0) return <span />;
  const label = (id: string) => textOf(procedure.disclosure?.[id]?.label);
  return (
    <Details summary={w.disclosure}>
      <Table caption={w.disclosure} hideCaption columns={[{ id: 'who', head: w.party }, { id: 'sees', head: w.sees }]} rows={limited.map(([id, party]) => ({ id, cells: [textOf(party.title), <>{(party.maySee ?? []).length === 0 ? w.nothing : listWords((party.maySee ?? []).map(label))}{(party.exempt ?? []).length === 0 ? '' : `, ${w.exempt(listWords((party.exempt ?? []).map((one) => textOf(procedure.documents?.[one]?.label))))}`}</>] }))} />
    </Details>
  );
}
