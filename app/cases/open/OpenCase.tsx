import { useEffect, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { Case, ProcedurePin } from '../../../engine/case/types.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { Button, ErrorSummary, Note, Radios } from '../../../ui/index.ts';
import { longDay, timeWords } from '../../dates.ts';
import { textOf, useCatalogue } from '../../procedures/catalogue.ts';
import type { Catalogue } from '../../procedures/catalogue.ts';
import { isWithdrawn, pinFor } from '../../procedures/publishing.ts';
import { Shell } from '../../shell/Shell.tsx';
import { words } from '../../words.ts';
import { useWorld } from '../../world/world.ts';
import { caseWords } from '../words.ts';
import { loadCase } from '../session.ts';
import { OpenForm } from './OpenForm.tsx';

const w = caseWords.open;

/** Opening a case: the procedure first, then the way in and what it asks. */
export function OpenCase() {
  const world = useWorld();
  const [search] = useSearchParams();
  const catalogue = useCatalogue(world.store.procedures);
  const wanted = search.get('procedure');
  const version = search.get('version') === null ? undefined : Number(search.get('version'));
  const now = world.now();
  return (
    <Shell wide title={w.title} place="cases" practice={world.kind === 'practice' ? words.practiceClock(`${longDay(now)}, ${timeWords(now)}`) : undefined}>
      {catalogue === undefined ? null : wanted === null ? <ChooseProcedure catalogue={catalogue} /> : <OnProcedure key={wanted} catalogue={catalogue} id={wanted} version={version} like={search.get('with') ?? undefined} />}
    </Shell>
  );
}
function ChooseProcedure({ catalogue }: { readonly catalogue: Catalogue }) {
  const { now } = useWorld();
  const [, go] = useLocation();
  const [chosen, setChosen] = useState('');
  const [error, setError] = useState<string>();
  const [tries, setTries] = useState(0);
  const own = catalogue.versions.filter((one) => one.by !== '' && !isWithdrawn(one, now()));
  const choices = [
    ...own.map((one) => ({ value: `procedure=${one.id}&version=${one.version}`, label: `${textOf(one.procedure.label)}, ${words.procedures.version(one.version).toLowerCase()}` })),
    ...catalogue.shipped.map((one) => ({ value: `procedure=${one.id}`, label: textOf(one.label), hint: `${textOf(one.edition.words)}. ${textOf(one.edition.law)}` })),
  ];
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); if (chosen === '') { setError(w.missingProcedure); setTries(tries + 1); } else go(`/cases/open?${chosen}`); }}>
      <ErrorSummary round={tries} items={error === undefined ? [] : [{ field: 'procedure', words: error }]} />
      <p className="cw-caption">{w.title}</p><h1 className="cw-h1 case-h1">{w.procedure}</h1>
      <Radios id="procedure" label={<span className="cw-vh">{w.procedure}</span>} error={error} choices={choices} value={chosen} onChange={setChosen} />
      <Button type="submit">{w.continue}</Button>
    </form>
  );
}
/** Finds the version to open on; a shipped procedure is kept beside the case from now on. */
function OnProcedure({ catalogue, id, version, like }: { readonly catalogue: Catalogue; readonly id: string; readonly version: number | undefined; readonly like: string | undefined }) {
  const world = useWorld();
  const { store, now } = world;
  const [other, setOther] = useState<Case | 'none'>();
  useEffect(() => { let here = true; void (like === undefined ? Promise.resolve(undefined) : loadCase(world, like)).then((found) => { if (here) setOther(found?.case ?? 'none'); }, () => { if (here) setOther('none'); }); return () => { here = false; }; }, [world, like]);
  const [ready, setReady] = useState<{ readonly pin: ProcedurePin; readonly procedure: Procedure } | { readonly words: string }>();
  useEffect(() => {
    let here = true;
    const procedure = catalogue.shipped.find((one) => one.id === id) ?? catalogue.versions.findLast((one) => one.id === id)?.procedure;
    const ofIt = catalogue.versions.filter((one) => one.id === id);
    const last = (ofIt.findLast((one) => !isWithdrawn(one, now())) ?? ofIt.at(-1))?.version;
    const shipped = catalogue.shipped.some((one) => one.id === id);
    if (procedure === undefined) { setReady({ words: w.draftNone }); return; }
    void pinFor(store.procedures, procedure, version ?? (shipped ? undefined : last), now()).then((found) => { if (here) setReady(found.ok ? found : { words: found.words }); });
    return () => { here = false; };
  }, [catalogue, id, version, store, now]);
  if (ready === undefined || other === undefined) return null;
  return 'words' in ready ? <Note kind="late"><p>{ready.words} <Link href="/cases/open">{w.change}</Link></p></Note> : <OpenForm pin={ready.pin} procedure={ready.procedure} like={other === 'none' ? undefined : other} />;
}
