import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { documentText } from '../../../engine/case/document-text.ts';
import type { DocumentBlock, Run } from '../../../engine/case/document-types.ts';
import { compiledOf } from '../../../engine/case/replay.ts';
import type { TaskView } from '../../../engine/case/types.ts';
import { listWords } from '../../../engine/time/words.ts';
import { Button, Note, SelectField, announce, buttonClass } from '../../../ui/index.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { saveFile } from '../../world/download.ts';
import { recordExport } from '../../trust/access.ts';
import { useOrigin } from '../../trust/origin.ts';
import { useWorld } from '../../world/world.ts';
import { partyLabel } from '../actors.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import { heldFor } from '../form/formParts.ts';
import { NotAsked } from '../NotAsked.tsx';
import { possibleRecipients } from '../tasks/recipients.ts';
import type { CaseModel } from '../types.ts';
import { usePartnership } from '../../settings/usePartnership.ts';
import { paragraph } from './blocks.ts';
import { emailDraft } from './email.ts';
import { letterFor } from './letter.ts';
import type { Letter } from './letter.ts';
import { minutesOf } from './minutes.ts';
import { plainText } from './plain.ts';
import { letterWords as w } from './words.ts';

/** A document of the procedure as the case fills it, for a variant or a reader. */
export function DocumentDraft({ model, document }: { readonly model: CaseModel; readonly document: string }) {
  const { case: item, procedure, versions } = model;
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const definition = procedure.documents?.[document];
  if (definition?.template === undefined) return <CaseFrame model={model} tab="documents" title={textOf(definition?.label)}><NotAsked model={model} /></CaseFrame>;
  const variant = search.get('variant') ?? definition.variants?.[0] ?? '';
  const written = documentText(compiledOf(versions, item), item, document, variant === '' ? {} : { variant }, model.now);
  const task = Object.keys(procedure.tasks).find((id) => procedure.tasks[id]?.document?.id === document && model.tasks.some((view) => view.id === id && (view.state === 'open' || view.state === 'offered')));
  return (
    <CaseFrame model={model} tab="documents" title={written.title}>
      {(definition.variants ?? []).length < 2 ? null : <div className="cw-noprint"><SelectField id="draft-variant" label={w.variant} value={variant} onChange={(id) => go(`/cases/${item.id}/documents/${document}?variant=${id}`)} options={(definition.variants ?? []).map((id) => ({ value: id, label: id }))} /></div>}
      <Draft model={model} letter={written} to="" name={document} back={`/cases/${item.id}/documents`} send={task === undefined ? undefined : `/cases/${item.id}/tasks/${task}`} />
    </CaseFrame>
  );
}
/** Letters of a sending, one for each who must be told. */
export function LetterDraft({ model, view }: { readonly model: CaseModel; readonly view: TaskView }) {
  const { case: item, procedure } = model;
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const answers = { ...item.answers, ...heldFor(procedure, item, view) };
  const recipients = possibleRecipients(procedure, view, answers).map(({ id }) => id);
  const party = recipients.find((id) => id === search.get('for')) ?? recipients[0];
  return (
    <CaseFrame model={model} tab="sent" title={w.title(view.label)}>
      {party === undefined ? <NotAsked model={model} /> : (
        <>
          <div className="cw-noprint"><SelectField id="draft-for" label={w.for} value={party} onChange={(id) => go(`/cases/${item.id}/tasks/${view.id}/letter?for=${id}`)} options={recipients.map((id) => ({ value: id, label: partyLabel(procedure, id) }))} /></div>
          <Draft model={model} letter={letterFor(model, view, party, answers)} to={partyLabel(procedure, party)} name={`${view.id}-${party}`} back={`/cases/${item.id}/tasks/${view.id}`} send={`/cases/${item.id}/tasks/${view.id}`} />
        </>
      )}
    </CaseFrame>
  );
}
/** What was recorded of a meeting, as minutes. */
export function MinutesPage({ model, view }: { readonly model: CaseModel; readonly view: TaskView }) {
  const blocks = minutesOf(model, view);
  return <CaseFrame model={model} tab={view.shape === 'decide' ? 'decisions' : 'meetings'} title={w.minutes}>{blocks === undefined ? <NotAsked model={model} /> : <Draft model={model} letter={{ title: w.minutesOf(view.label), blocks, gaps: [], withheld: [] }} to="" name={`${view.id}-minutes`} back={`/cases/${model.case.id}/tasks/${view.id}`} send={undefined} />}</CaseFrame>;
}
function Draft({ model: { case: item, procedure }, letter: given, to, name, back, send }: { readonly model: CaseModel; readonly letter: Pick<Letter, 'title' | 'blocks' | 'gaps' | 'withheld'>; readonly to: string; readonly name: string; readonly back: string; readonly send: string | undefined }) {
  const [said, setSaid] = useState('');
  const world = useWorld();
  const partnership = usePartnership();
  const contacts = to === '' ? [] : partnership.people.filter(({ role }) => role !== '' && role.toLowerCase() === to.toLowerCase());
  const letter = partnership.name === '' || to === '' ? given : { ...given, blocks: [paragraph(partnership.name), ...given.blocks] };
  const say = (words: string) => { setSaid(words); announce(words); };
  const left = (what: string) => { say(w.saved(what)); void recordExport(world, item.id, `${letter.title}: ${what}`); };
  const file = `${item.reference}-${name}`;
  const origin = useOrigin(item.id, item.events.length);
  const whole = origin === undefined ? letter.blocks : [...letter.blocks, paragraph(origin)];
  const word = async () => { const { wordFile, WORD_TYPE } = await import('./word.ts'); saveFile(`${file}.docx`, WORD_TYPE, await wordFile(letter.title, whole)); left(w.word); };
  const email = () => { saveFile(`${file}.eml`, 'message/rfc822', emailDraft({ to, subject: w.about(item.reference), text: plainText(whole) })); left(w.email); };
  const copy = () => { navigator.clipboard.writeText(plainText(whole)).then(() => { say(w.copied); void recordExport(world, item.id, `${letter.title}: ${w.copy}`); }, () => say(w.notCopied)); };
  return (
    <>
      <p className="cw-caption cw-noprint"><Link href={back}>{w.back}</Link></p>
      {send === undefined ? null : <p className="case-lead cw-noprint">{w.steps}</p>}
      <div className="cw-row case-draft-acts cw-noprint"><Button kind="secondary" small onClick={() => void word()}>{w.word}</Button><Button kind="secondary" small onClick={email}>{w.email}</Button><Button kind="secondary" small onClick={copy}>{w.copy}</Button><Button kind="secondary" small onClick={() => window.print()}>{w.print}</Button>{send === undefined ? null : <Link className={buttonClass('primary', true)} href={send}>{w.sendIt}</Link>}<span className="cw-s" role="status">{said}</span></div>
      <div className="cw-noprint">
        {letter.gaps.length === 0 ? null : <Note kind="soon"><p><b>{w.gaps(letter.gaps.length)}</b></p><ul>{letter.gaps.map((gap) => <li key={gap}>{gap}</li>)}</ul></Note>}
        {letter.withheld.length === 0 ? null : <Note kind="held"><p>{w.withheld(listWords(letter.withheld.map((id) => textOf(procedure.disclosure?.[id]?.label).toLowerCase())))}</p></Note>}
        {contacts.length === 0 ? null : <p className="cw-s">{w.contact(to)} {contacts.map(({ initials, name, email, phone }) => [name || initials, email, phone].filter(Boolean).join(', ')).join('; ')}</p>}
        <p className="cw-s cw-q">{w.unsafe}</p>
      </div>
      <article className="case-paper" aria-label={letter.title}>{letter.blocks.map((block, index) => <Block key={index} block={block} first={index} />)}{origin === undefined ? null : <p className="case-origin">{origin}</p>}</article>
    </>
  );
}
/** One part of a document on the screen and on paper. */
export function Block({ block, first }: { readonly block: DocumentBlock; readonly first: number }) {
  switch (block.kind) {
    case 'heading': return block.level === 1 && first >= 0 ? <h1 className="cw-h1"><Runs runs={block.runs} /></h1> : block.level === 2 ? <h2 className="cw-h2"><Runs runs={block.runs} /></h2> : <h3 className="cw-h3"><Runs runs={block.runs} /></h3>;
    case 'paragraph': return <p><Runs runs={block.runs} /></p>;
    case 'answers': return <dl className="cw-summary">{block.lines.map((line) => <div key={line.label}><dt>{line.label}</dt><dd><Runs runs={line.runs} /></dd></div>)}</dl>;
    case 'table': return <table className="cw-table"><caption>{block.label}</caption><thead><tr>{block.columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead><tbody>{block.rows.map((row, index) => <tr key={index}>{row.map((cell, column) => <td key={column}><Runs runs={cell} /></td>)}</tr>)}</tbody></table>;
  }
}
function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return <>{runs.map((run, index) => (run.is === 'gap' ? <mark key={index}>{run.text}</mark> : <span key={index}>{run.text}</span>))}</>;
}
