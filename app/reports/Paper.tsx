import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DocumentBlock } from '../../engine/case/document-types.ts';
import { Button, announce } from '../../ui/index.ts';
import { useUnfoldedPrint } from '../cases/around/unfold.ts';
import { Block } from '../cases/letters/DraftPage.tsx';
import { paragraph } from '../cases/letters/blocks.ts';
import type { Pictures } from '../cases/letters/word.ts';
import { plainText } from '../cases/letters/plain.ts';
import { recordExport, usePrintRecorded } from '../trust/access.ts';
import { useOrigin } from '../trust/origin.ts';
import { usePartnership } from '../settings/usePartnership.ts';
import { saveFile } from '../world/download.ts';
import { log } from '../world/log.ts';
import { useWorld } from '../world/world.ts';
import './reports.css';
import { reportWords as w } from './words.ts';

/** A report as paper, with what may be done with it; each way out is recorded. `case`: '' for a report over all cases. */
export function Paper({ title, caseId, file, blocks: given, extra, pictures, children }: { readonly title: string; readonly caseId: string; readonly file: string; readonly blocks: readonly DocumentBlock[]; readonly extra?: ReactNode; /** Drawn for Word only when it is asked for. */ readonly pictures?: () => Promise<Pictures>; /** In place of the blocks, where the screen shows more than Word can. */ readonly children?: ReactNode }) {
  const world = useWorld();
  const [said, setSaid] = useState('');
  const { name } = usePartnership();
  const blocks = name === '' ? given : [paragraph(name), ...given];
  useUnfoldedPrint();
  const say = (words: string) => { setSaid(words); announce(words); };
  const left = (what: string, words: string) => { say(words); void recordExport(world, caseId, `${title}: ${what}`); };
  const word = async () => {
    const { wordFile, WORD_TYPE } = await import('../cases/letters/word.ts');
    saveFile(`${file}.docx`, WORD_TYPE, await wordFile(title, whole, await pictures?.()));
    left(w.word, w.saved(w.word));
  };
  const failed = (error: unknown) => { log(`Report: ${String(error)}`); say(w.failed); };
  const copy = () => { navigator.clipboard.writeText(plainText(whole)).then(() => left(w.copy, w.copied), () => say(w.notCopied)); };
  usePrintRecorded(caseId, title);
  const origin = useOrigin(caseId, 0);
  const whole = origin === undefined ? blocks : [...blocks, paragraph(origin)];
  return (
    <>
      <div className="cw-row case-draft-acts cw-noprint"><Button kind="secondary" small onClick={() => { word().catch(failed); }}>{w.word}</Button><Button kind="secondary" small onClick={copy}>{w.copy}</Button><Button kind="secondary" small onClick={() => window.print()}>{w.print}</Button><span className="cw-s" role="status">{said}</span></div>
      {extra}
      <article className="case-paper report-paper" aria-label={title}>{children === undefined || name === '' ? null : <p>{name}</p>}{children ?? blocks.map((block, index) => <Block key={index} block={block} first={index} />)}{origin === undefined ? null : <p className="case-origin">{origin}</p>}</article>
    </>
  );
}
