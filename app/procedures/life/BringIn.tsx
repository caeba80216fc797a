// A procedure file from somebody else: chosen or dragged in, read through every gate, and told about before anything is
// kept or replaced.
import { useEffect, useState } from 'react';
import schema from '../../../engine/procedure/procedure.schema.json?url&no-inline';
import { useLocation } from 'wouter';
import type { Problem } from '../../../engine/procedure/problems.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import type { Draft } from '../../../engine/store/types.ts';
import { Button, Dialog, Note, announce } from '../../../ui/index.ts';
import { FileField } from '../../trust/FileField.tsx';
import { useSession } from '../../world/session.ts';
import { useWorld } from '../../world/world.ts';
import { stageCount, textOf } from '../catalogue.ts';
import { bringIn, putInPlace, type Made } from './drafts.ts';
import { lifeWords } from './words.ts';

const w = lifeWords.bring;
/** What a file came to. */
type Looked =
  | { readonly name: string; readonly ok: false; readonly problems: readonly Pick<Problem, 'words' | 'remedy' | 'label'>[] }
  | { readonly name: string; readonly ok: true; readonly procedure: Procedure; readonly migratedFrom: number | undefined; readonly stops: readonly Problem[]; readonly looks: number; readonly draft: Draft | undefined; readonly differs: number };
const MOST_TOLD = 12;
const MOST_BYTES = 2 * 1024 * 1024;

export function BringIn() {
  const { store } = useWorld();
  const [looked, setLooked] = useState<Looked>();
  const look = (text: string, name: string): void => { void lookAt(text, name, (id) => store.procedures.draft(id)).then(setLooked); };
  const tooBig = (name: string): void => setLooked({ name, ok: false, problems: [{ label: '', words: w.tooBig, remedy: w.tooBigNext }] });
  useDropped(look, tooBig);
  return (
    <section className="app-group" aria-labelledby="bring-in">
      <h2 id="bring-in" className="cw-h2">{w.title}</h2>
      <FileField id="bring-file" label={w.label} hint={w.hint} onText={look} most={MOST_BYTES} onTooBig={tooBig} />
      <p className="cw-s cw-q">{w.kept} <a href={schema} download="procedure.schema.json">{w.schema}</a> {w.schemaHint}.</p>
      <Dialog title={looked === undefined ? w.title : (looked.ok ? w.ready : w.refused)(looked.name)} open={looked !== undefined} onClose={() => setLooked(undefined)}>
        {looked === undefined ? null : looked.ok ? <Ready looked={looked} onClose={() => setLooked(undefined)} /> : <Refused looked={looked} onClose={() => setLooked(undefined)} />}
      </Dialog>
    </section>
  );
}

/** Reads a file; draws the compiled validator in when it is needed. */
async function lookAt(text: string, name: string, draftOf: (id: string) => Promise<Draft | undefined>): Promise<Looked> {
  const [{ readProcedure }, { check }, { differences }] = await Promise.all([import('../../../engine/procedure/read.ts'), import('../../../engine/procedure/check.ts'), import('../../../engine/procedure/differences/index.ts')]);
  const read = readProcedure(text);
  if (!read.ok) return { name, ok: false, problems: read.problems };
  const problems = check(read.procedure);
  const draft = await draftOf(read.procedure.id);
  const stops = problems.filter(({ severity }) => severity === 'problem');
  return { name, ok: true, procedure: read.procedure, migratedFrom: read.migratedFrom, stops, looks: problems.length - stops.length, draft, differs: draft === undefined ? 0 : differences(draft.procedure, read.procedure).length };
}

/** A file let go anywhere on the page. */
function useDropped(onText: (text: string, name: string) => void, onTooBig: (name: string) => void): void {
  useEffect(() => {
    const over = (event: DragEvent): void => { if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault(); };
    const drop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      if (file.size > MOST_BYTES) onTooBig(file.name);
      else void file.text().then((text) => onText(text, file.name));
    };
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    return () => { document.removeEventListener('dragover', over); document.removeEventListener('drop', drop); };
  });
}

function Refused({ looked, onClose }: { readonly looked: Extract<Looked, { ok: false }>; readonly onClose: () => void }) {
  return (
    <>
      <p>{w.refusedText}</p>
      <ul>{looked.problems.slice(0, MOST_TOLD).map((each, index) => <li key={index}>{each.words} {each.remedy}</li>)}</ul>
      {looked.problems.length <= MOST_TOLD ? null : <p>{w.more(looked.problems.length - MOST_TOLD)}</p>}
      <Button onClick={onClose}>{w.cancel}</Button>
    </>
  );
}

function Ready({ looked, onClose }: { readonly looked: Extract<Looked, { ok: true }>; readonly onClose: () => void }) {
  const { kind, store, now } = useWorld();
  const { wrote, failedWrite } = useSession();
  const [, go] = useLocation();
  const { procedure, stops, draft } = looked;
  const keep = (making: Promise<Made>): void => {
    void making.then((made) => {
      if (!made.ok) { failedWrite(made.words); return; }
      wrote(kind, now());
      announce(w.done);
      onClose();
      go(`/procedures/copy/${made.id}`);
    });
  };
  return (
    <>
      <p><b>{textOf(procedure.label)}</b>. {w.holds(stageCount(procedure), procedure.transitions.length, textOf(procedure.edition.law))}</p>
      {looked.migratedFrom === undefined ? null : <p>{w.older(looked.migratedFrom)}</p>}
      {stops.length === 0 ? <p>{w.sound}{looked.looks > 0 ? ` ${w.look(looked.looks)}` : ''}</p> : <Note kind="soon"><p>{w.stops(stops.length)}</p><ul>{stops.slice(0, MOST_TOLD).map((each, index) => <li key={index}>{each.words}</li>)}</ul></Note>}
      {draft === undefined ? null : <p>{w.differs(looked.differs)}</p>}
      <div className="cw-row">
        <Button onClick={() => keep(bringIn(store.procedures, procedure, now()))}>{w.asNew}</Button>
        {draft === undefined ? null : <Button kind="secondary" onClick={() => keep(putInPlace(store.procedures, draft, procedure, w.step, now()))}>{w.inPlace(textOf(draft.procedure.label))}</Button>}
        <Button kind="secondary" onClick={onClose}>{w.cancel}</Button>
      </div>
    </>
  );
}
