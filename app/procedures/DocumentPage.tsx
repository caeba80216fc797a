import { useEffect } from 'react';
import { useLocation } from 'wouter';
import ProcedureDocument from '../../editor/export/ProcedureDocument.tsx';
import { useArrival } from '../shell/arrival.ts';
import { civilWords, recordWords } from '../dates.ts';
import type { PublishedVersion } from '../../engine/store/types.ts';
import { lifeWords } from './life/words.ts';
import { signersOf } from './life/signing.ts';
import { Loading, NotFound } from '../shell/Plain.tsx';
import { words } from '../words.ts';
import { saveFile } from '../world/download.ts';
import { textOf } from './catalogue.ts';
import { useOpened, type DrawingProps } from './opened.ts';

/** One procedure as a document to read, print and sign. */
export default function DocumentPage(props: DrawingProps) {
  const opened = useOpened(props);
  const [, go] = useLocation();
  const title = typeof opened === 'object' ? textOf(opened.procedure.label) : '';
  useEffect(() => { document.title = `${title} - ${words.procedures.title} - ${words.name}`; }, [title]);
  useArrival(typeof opened === 'object');
  if (opened === 'reading') return <Loading />;
  if (opened === undefined) return <NotFound text={`${words.procedures.missing}. ${words.procedures.missingText}`} />;
  const { kind, id, version } = props;
  const stateWords = kind === 'shipped' ? words.procedures.shippedTag : opened.published !== undefined ? publishedWords(opened.published) : words.procedures.draft(opened.draft?.revision ?? 1);
  return <ProcedureDocument procedure={opened.procedure} stateWords={stateWords} onBack={() => go(`/procedures/${kind}/${id}${version === undefined ? '' : `/${version}`}`)} onSave={saveFile} />;
}

/** On paper a version says of itself what the list says of it: which, from when, by whom, and who signed it. */
function publishedWords(one: PublishedVersion): string {
  const signed = signersOf(one);
  return [
    `${words.procedures.version(one.version)}. ${words.procedures.publishedOn} ${recordWords(one.published)} by ${one.by}`.replace(/\.$/, ''),
    ...(one.effectiveFrom === undefined ? [] : [lifeWords.review.from(civilWords(one.effectiveFrom))]), ...(one.retired === undefined ? [] : [`${lifeWords.version.withdrawnTag} ${civilWords(one.retired)}`]),
  ].join('. ') + (signed.length === 0 ? '.' : `. ${lifeWords.version.signed(signed)}`);
}
