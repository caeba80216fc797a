import { useState } from 'react';
import { Link } from 'wouter';
import { Button, Note, announce } from '../../ui/index.ts';
import { CaseFrame } from '../cases/CaseFrame.tsx';
import { NotAsked } from '../cases/NotAsked.tsx';
import type { CaseModel } from '../cases/types.ts';
import { recordExport } from '../trust/access.ts';
import { useWorld } from '../world/world.ts';
import { Paper } from './Paper.tsx';
import { sheetBlocks, sheetGap, sheetOf, sheetsOf } from './sheet.ts';
import type { SheetField } from './sheet.ts';
import { reportWords as w } from './words.ts';

/** A notification's answers in their order, each with a button that copies it, for typing into another body's system. */
export function SheetPage({ model, task }: { readonly model: CaseModel; readonly task: string }) {
  const view = sheetsOf(model).find(({ id }) => id === task);
  const [copied, setCopied] = useState<string>();
  const world = useWorld();
  if (view === undefined) return <CaseFrame model={model} tab="documents" title={w.sheet.title}><NotAsked model={model} /></CaseFrame>;
  const parts = sheetOf(model, view);
  const missing = parts.flatMap(({ fields }) => fields).filter((field) => field.missing).length;
  const title = `${w.sheet.title}: ${view.label}`;
  const copy = (field: SheetField) => {
    navigator.clipboard.writeText(field.answer).then(() => { setCopied(field.id); announce(w.copiedOne(field.label)); void recordExport(world, model.case.id, `${title}: ${w.copyOne} ${field.label}`); }, () => announce(w.notCopied, 'assertive'));
  };
  const extra = <div className="cw-noprint"><p>{w.sheetHow} {sheetGap(model, view)}</p>{missing === 0 ? null : <Note kind="soon"><p>{w.sheetMissing(missing)} <Link href={`/cases/${model.case.id}/tasks/${task}`}>{view.label}</Link></p></Note>}</div>;
  return (
    <CaseFrame model={model} tab="documents" title={title}>
      <p className="cw-caption cw-noprint"><Link href={`/cases/${model.case.id}/reports`}>{w.back}</Link></p>
      <Paper title={title} caseId={model.case.id} file={`${model.case.reference}-${task}-sheet`} blocks={sheetBlocks(model, view, parts)} extra={extra}>
        <h1 className="cw-h1">{title}</h1>
        {parts.map((part) => (
          <section key={part.id} aria-label={part.label}><h2 className="cw-h2">{part.label}</h2>
            <ol className="report-sheet">{part.fields.map((field) => (
              <li key={field.id}><h3>{field.label}</h3>{field.hint === '' ? null : <p className="cw-s cw-q">{field.hint}</p>}<p>{field.missing ? <mark>{field.answer}</mark> : field.answer}</p>
                {field.missing ? null : <span className="cw-noprint"><Button kind="secondary" small onClick={() => copy(field)}>{copied === field.id ? w.copiedShort : w.copyOne}<span className="cw-vh"> {field.label}</span></Button></span>}
              </li>
            ))}</ol>
          </section>
        ))}
      </Paper>
    </CaseFrame>
  );
}
