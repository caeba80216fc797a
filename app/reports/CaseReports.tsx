import { useEffect, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { DocumentBlock } from '../../engine/case/document-types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { AccessEntry } from '../../engine/store/types.ts';
import { Checkbox, Note } from '../../ui/index.ts';
import { CaseFrame } from '../cases/CaseFrame.tsx';
import { NotAsked } from '../cases/NotAsked.tsx';
import type { CaseModel } from '../cases/types.ts';
import { useWorld } from '../world/world.ts';
import { caseReport } from './caseReports.ts';
import type { CaseReport } from './caseReports.ts';
import { looksLike } from './looksLike.ts';
import { Paper } from './Paper.tsx';
import { sheetsOf } from './sheet.ts';
import { SheetPage } from './SheetPage.tsx';
import { reportWords as w } from './words.ts';

const REPORTS = Object.keys(w.reports) as readonly CaseReport[];
const isReport = (name: string): name is CaseReport => (REPORTS as readonly string[]).includes(name);

/** The reports of one case: which there are, and each as paper. `path`: after “reports/” in the address. */
export default function CaseReports({ model, path }: { readonly model: CaseModel; readonly path: string }) {
  const [name = '', part = ''] = path.split('/');
  if (name === '') return <Choose model={model} />;
  if (name === 'sheet') return <SheetPage model={model} task={part} />;
  return isReport(name) && part === '' ? <OneReport key={name} model={model} report={name} /> : <CaseFrame model={model} tab="documents" title={w.caseTitle}><NotAsked model={model} /></CaseFrame>;
}
function Choose({ model }: { readonly model: CaseModel }) {
  const at = `/cases/${model.case.id}`;
  const sheets = sheetsOf(model);
  const offers = [...REPORTS.map((id) => ({ href: `${at}/reports/${id}`, ...w.reports[id] })), { href: `${at}/chronology`, ...w.chronology }, ...sheets.map((view) => ({ href: `${at}/reports/sheet/${view.id}`, title: `${w.sheet.title}: ${view.label}`, text: w.sheet.text }))];
  return (
    <CaseFrame model={model} tab="documents" title={w.caseTitle}>
      <p className="cw-caption"><Link href={`${at}/documents`}>{w.backCase}</Link></p>
      <h1 className="cw-h1 case-h1">{w.caseTitle}</h1><p className="cw-prose">{w.lede}</p>
      <ul className="report-list">{offers.map(({ href, title, text }) => <li key={href}><h2 className="cw-h3"><Link href={href}>{title}</Link></h2><p>{text}</p></li>)}</ul>
    </CaseFrame>
  );
}
function OneReport({ model, report }: { readonly model: CaseModel; readonly report: CaseReport }) {
  const { case: item } = model;
  const { store } = useWorld();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const [access, setAccess] = useState<readonly AccessEntry[]>([]);
  useEffect(() => { if (report === 'audit') void store.cases.accessLog(item.id).then(setAccess); }, [store, item.id, report]);
  const without = search.get('names') === 'without';
  const title = w.reports[report].title;
  const blocks = caseReport(report, model, access, without);
  const extra = (
    <div className="cw-noprint"><Checkbox id="report-without" label={w.without} hint={w.withoutHint} checked={without} onChange={(on) => go(`/cases/${item.id}/reports/${report}${on ? '?names=without' : ''}`)} />{without ? <><Note kind="soon"><p>{w.anonymous}</p></Note><Left blocks={blocks} procedure={model.procedure} /></> : null}</div>
  );
  return (
    <CaseFrame model={model} tab="documents" title={title}>
      <p className="cw-caption cw-noprint"><Link href={`/cases/${item.id}/reports`}>{w.back}</Link></p>
      <Paper title={`${title}${without ? `, ${w.without.toLowerCase()}` : ''}`} caseId={item.id} file={`${item.reference}-${report}${without ? '-without-names' : ''}`} blocks={blocks} extra={extra} />
    </CaseFrame>
  );
}
/** What was taken out of a report without names, and what in it still looks like somebody's. */
function Left({ blocks, procedure }: { readonly blocks: readonly DocumentBlock[]; readonly procedure: Procedure }) {
  const { suspects, replaced } = looksLike(blocks, procedure);
  return <Note kind={suspects.length === 0 ? 'met' : 'late'}><p>{w.replaced(replaced)} <b>{w.suspects(suspects.length)}</b></p>{suspects.length === 0 ? null : <ul>{suspects.map(({ kind, found }) => <li key={kind + found}>“{found}”: {w.looks[kind]}</li>)}</ul>}</Note>;
}
