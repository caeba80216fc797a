import { useEffect } from 'react';
import { useLocation } from 'wouter';
import ProcedureDocument from '../../editor/export/ProcedureDocument.tsx';
import { useArrival } from '../shell/arrival.ts';
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
  const stateWords = kind === 'shipped' ? words.procedures.shippedTag : kind === 'published' ? words.procedures.version(version ?? 1) : words.procedures.draft(opened.draft?.revision ?? 1);
  return <ProcedureDocument procedure={opened.procedure} stateWords={stateWords} onBack={() => go(`/procedures/${kind}/${id}${version === undefined ? '' : `/${version}`}`)} onSave={saveFile} />;
}
