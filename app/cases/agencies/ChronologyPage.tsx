import { useState } from 'react';
import { Link } from 'wouter';
import { Button, Note, SelectField } from '../../../ui/index.ts';
import { civilWords } from '../../dates.ts';
import { saveFile } from '../../world/download.ts';
import { recordExport } from '../../trust/access.ts';
import { originOf } from '../../trust/origin.ts';
import { useWorld } from '../../world/world.ts';
import { partyLabel } from '../actors.ts';
import { paragraph, table, title as heading } from '../letters/blocks.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import type { CaseModel } from '../types.ts';
import { namesOf } from './chases.ts';
import { chronologyOf, stillOut, withGaps } from './chronology.ts';
import type { ChronologyEntry, ChronologyLine } from './chronology.ts';
import { agencyWords as w } from './words.ts';

const GAPS = [14, 30, 60, 90] as const;

/** What everybody told, by date, with who told it, and where nobody told anything. */
export function ChronologyPage({ model }: { readonly model: CaseModel }) {
  const { case: item, procedure } = model;
  const world = useWorld();
  const [from, setFrom] = useState('');
  const [gap, setGap] = useState('60');
  const all = chronologyOf(procedure, item);
  const sources = [...new Set(all.map((entry) => entry.from))];
  const entries = all.filter((entry) => from === '' || entry.from === from);
  const out = stillOut(procedure, item);
  const lines = withGaps(entries, gap === '' || from !== '' ? undefined : Number(gap));
  const word = async () => {
    const { wordFile, WORD_TYPE } = await import('../letters/word.ts');
    const title = `${w.chronology}, ${item.reference}`;
    saveFile(`${item.reference}-chronology.docx`, WORD_TYPE, await wordFile(title, [heading(title), table(title, [w.date, w.what, w.from], lines.map(rowOf)), paragraph(await originOf(world, item.id))]));
    await recordExport(world, item.id, `${w.chronology}: ${w.word}`);
  };
  return (
    <CaseFrame model={model} tab="sent" title={w.chronology}>
      <p className="cw-caption"><Link href={`/cases/${item.id}/sent`}>{w.back}</Link></p>
      <div className="case-head"><h1 className="cw-h1">{w.chronology}</h1><span className="cw-row cw-noprint"><Button kind="secondary" small onClick={() => window.print()}>{w.print}</Button>{all.length === 0 ? null : <Button kind="secondary" small onClick={() => void word()}>{w.word}</Button>}</span></div>
      <p className="cw-caption">{all.length === 0 ? w.none : w.count(all.length, sources.length)}{out.length === 0 ? '' : ` ${w.out(namesOf(procedure, out))}.`}</p>
      {all.length === 0 ? null : (
        <div className="cw-row cw-noprint"><SelectField id="chronology-from" label={w.filter} empty={w.all} value={from} onChange={setFrom} options={sources.map((id) => ({ value: id, label: partyLabel(procedure, id) }))} /><SelectField id="chronology-gap" label={w.gapsFrom} empty={w.noGaps} value={gap} onChange={setGap} options={GAPS.map((days) => ({ value: String(days), label: w.days(days) }))} /></div>
      )}
      <ol className="case-chronology">{lines.map((line) => (line.kind === 'gap' ? <li key={`gap-${line.from}`} className="gap"><b>{civilWords(line.from)} to {civilWords(line.until)}</b><div><b>{w.gap(line.days)}</b>{out.length === 0 ? null : <p className="cw-s">{w.out(namesOf(procedure, out))}</p>}</div></li> : <Entry key={line.entry.id} entry={line.entry} />))}</ol>
    </CaseFrame>
  );
}
function Entry({ entry }: { readonly entry: ChronologyEntry }) {
  return <li><b>{entry.date === '' ? w.undated : civilWords(entry.date)}</b><div><p>{entry.words}</p>{entry.more === '' ? null : <p className="cw-s">{entry.more}</p>}<p className="cw-s cw-q">{entry.source}</p>{entry.shared ? <Note kind="soon"><p className="cw-s">{w.same}</p></Note> : null}</div></li>;
}
function rowOf(line: ChronologyLine): readonly [string, string, string] {
  if (line.kind === 'gap') return [`${civilWords(line.from)} to ${civilWords(line.until)}`, w.gap(line.days), ''];
  const { date, words, more, source } = line.entry;
  return [date === '' ? w.undated : civilWords(date), [words, more].filter(Boolean).join('. '), source];
}
