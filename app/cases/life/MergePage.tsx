import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { RegisterRow } from '../../../engine/store/types.ts';
import { Note, SelectField } from '../../../ui/index.ts';
import { useWorld } from '../../world/world.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import { bornOf, incidentOf, initialsOf } from '../identity.ts';
import { alike } from '../open/duplicates.ts';
import { openingWords } from '../open/words.ts';
import { loadCase } from '../session.ts';
import type { LoadedCase } from '../session.ts';
import { aboutOf } from '../today/entryWords.ts';
import { everyRow } from '../today/useOverview.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';
import { MergeForm } from './MergeForm.tsx';
import { lifeWords } from './words.ts';
import './life.css';

const w = lifeWords.merge;

/** Chooses the case that goes on, shows what would happen to both, and merges this one into it. */
export function MergePage({ model }: { readonly model: CaseModel }) {
  const { case: item } = model;
  const [into, setInto] = useState('');
  const rows = useCandidates(model);
  const other = useOther(into);
  return (
    <CaseFrame model={model} title={w.title}>
      <p className="cw-caption"><Link href={`/cases/${item.id}`}>{caseWords.frame.back}</Link></p>
      <h1 className="cw-h1 case-h1">{w.title}</h1>
      <div className="case-open">
        <p>{w.text}</p>
        {rows === undefined ? null : rows.length === 0 ? <Note kind="soon"><p>{w.none}</p></Note> : <SelectField id="f-merge-into" label={w.into} hint={w.intoHint} empty={w.choose} value={into} onChange={setInto} options={rows} />}
        {into === '' ? null : other === undefined ? <p role="status">{w.reading}</p> : other === 'gone' ? <Note kind="late"><p role="alert">{w.gone}</p></Note> : <MergeForm key={other.case.head} model={model} other={other} />}
      </div>
    </CaseFrame>
  );
}
/** Open cases on the same procedure, those that look the same first, each with why. */
function useCandidates({ case: item, procedure }: CaseModel): readonly { readonly value: string; readonly label: string }[] | undefined {
  const world = useWorld();
  const [rows, setRows] = useState<readonly RegisterRow[]>();
  useEffect(() => { let here = true; void everyRow(world).then((all) => { if (here) setRows(all); }); return () => { here = false; }; }, [world, item.head]);
  const others = rows?.filter((row) => row.case !== item.id && row.procedure === item.procedure.id && row.closed === 0);
  if (others === undefined) return undefined;
  const likely = alike(others, { initials: initialsOf(procedure, item.answers), born: bornOf(procedure, item.answers), incident: incidentOf(procedure, item.answers) });
  const label = (row: RegisterRow, why?: string) => `${aboutOf({ row })}, ${row.content.stage}${why === undefined ? '' : ` (${why})`}`;
  const known = new Set(likely.map(({ row }) => row.case));
  return [...likely.map(({ row, why }) => ({ value: row.case, label: label(row, openingWords[why].toLowerCase()) })), ...others.filter((row) => !known.has(row.case)).map((row) => ({ value: row.case, label: label(row) }))];
}
function useOther(id: string): LoadedCase | 'gone' | undefined {
  const world = useWorld();
  const [found, setFound] = useState<{ readonly id: string; readonly other: LoadedCase | 'gone' }>();
  useEffect(() => {
    let here = true;
    if (id !== '') void loadCase(world, id).then((other) => { if (here) setFound({ id, other: other ?? 'gone' }); }, () => { if (here) setFound({ id, other: 'gone' }); });
    return () => { here = false; };
  }, [world, id]);
  return found?.id === id ? found.other : undefined;
}
