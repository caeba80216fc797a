import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import Editor from '../../editor/index.tsx';
import type { KeptHistory, View } from '../../editor/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { Note } from '../../ui/index.ts';
import { civilDay } from '../dates.ts';
import { useArrival } from '../shell/arrival.ts';
import { Loading, NotFound } from '../shell/Plain.tsx';
import { words } from '../words.ts';
import { download } from '../world/download.ts';
import { useWorld } from '../world/world.ts';
import { textOf } from './catalogue.ts';
import { useDraftSaving } from './draftSaving.ts';
import type { Signing } from './life/signing.ts';
import { fileOf } from './life/DownloadIt.tsx';
import { useOpened, type DrawingProps, type Opened } from './opened.ts';
import { PublishDialog } from './PublishDialog.tsx';
import { useMakeCopy } from './ProcedureList.tsx';

const views: readonly View[] = ['canvas', 'outline', 'table'];
const viewIn = (asked: string | null): View => views.find((view) => view === asked) ?? 'canvas';
/** What the address says of the drawing, with parts of it put or, where null, taken out. */
function addressOf(before: URLSearchParams, part: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...Object.fromEntries(before), ...part }).filter((entry): entry is [string, string] => entry[1] !== null));
}
/** One procedure in the drawing program: read only, or a copy that is saved with each edit. */
export default function Drawing(props: DrawingProps) {
  const opened = useOpened(props);
  if (opened === 'reading') return <Loading />;
  if (opened === undefined) return <NotFound text={`${words.procedures.missing}. ${words.procedures.missingText}`} />;
  return <Drawn {...props} opened={opened} />;
}

function Drawn({ kind, id, version, opened }: DrawingProps & { readonly opened: Opened }) {
  const { now } = useWorld();
  const [, go] = useLocation();
  const [search, setSearch] = useSearchParams();
  useArrival(true);
  const saving = useDraftSaving(opened.draft);
  const [procedure, setProcedure] = useState(opened.procedure);
  const [publishing, setPublishing] = useState(false);
  const [problem, setProblem] = useState<string>();
  const makeCopy = useMakeCopy(setProblem);
  const today = useMemo(() => civilDay(now()), [now]);
  useEffect(() => { document.title = `${textOf(procedure.label)} - ${words.procedures.title} - ${words.name}`; }, [procedure]);
  const stateWords = kind === 'shipped' ? words.procedures.shippedTag : kind === 'published' ? words.procedures.version(version ?? 1) : words.procedures.draft(saving.revision);
  // Another view is a place that Back leads out of; what is selected only changes the address of where one is.
  const show = (part: Readonly<Record<string, string | null>>) => setSearch((before) => addressOf(before, part), { replace: !('view' in part) });
  const here = `/procedures/${kind}/${id}${version === undefined ? '' : `/${version}`}`;
  const history = useRef<unknown>(opened.draft?.history);
  const [signing, setSigning] = useState<Signing>({ signers: opened.draft?.signers ?? [], signatures: opened.draft?.signatures ?? [] });
  const change = (next: Procedure, kept: KeptHistory) => { history.current = kept; setProcedure(next); saving.save(next, kept); };
  const sign = (next: Signing) => { setSigning(next); saving.keep(next, { procedure, history: history.current }); };
  return (
    <>
      {problem === undefined ? null : <Note kind="late"><p>{problem}</p></Note>}
      <Editor procedure={opened.procedure} readOnly={kind !== 'copy'} stateWords={stateWords} saved={saving.saved} today={today}
        selection={search.get('stage')} onSelect={(stage) => show({ stage })} also={(search.get('also') ?? '').split(',')} onAlso={(all) => show({ also: all.length === 0 ? null : all.join(',') })} view={viewIn(search.get('view'))} onView={(view) => show({ view: view === 'canvas' ? null : view })}
        onChange={change} history={opened.draft?.history} onExit={() => go('/procedures')} onDocument={() => go(`${here}/document`)} onGuidance={() => go(`${here}/guidance`)} onDownload={() => download(`${procedure.id}.json`, fileOf(procedure))}
        {...(kind === 'copy' ? { onPublish: () => setPublishing(true) } : { onCopy: () => makeCopy(procedure) })} />
      <PublishDialog open={publishing} procedure={procedure} settled={saving.settled} signing={signing} onSigning={sign} onClose={() => setPublishing(false)} />
    </>
  );
}
