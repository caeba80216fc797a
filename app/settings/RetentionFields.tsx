import { useEffect, useState } from 'react';
import type { Procedure } from '../../engine/procedure/types.ts';
import { FieldGroup, TextField } from '../../ui/index.ts';
import { shortLabel, textOf } from '../procedures/catalogue.ts';
import { everyRow } from '../cases/today/useOverview.ts';
import { useWorld } from '../world/world.ts';
import type { Errors } from './typedSettings.ts';
import { settingsWords as w } from './words.ts';

/** How many years cases of each procedure are kept; where the procedure's source leaves it open, its words stand beside. */
export function RetentionFields({ years, errors, onChange }: { readonly years: Readonly<Record<string, string>>; readonly errors: Errors; readonly onChange: (years: Readonly<Record<string, string>>) => void }) {
  const procedures = useProceduresOfCases();
  if (procedures === undefined) return null;
  return (
    <FieldGroup id="retention" label={w.retention} hint={w.retentionHint}>
      {procedures.length === 0 ? <p>{w.noProcedures}</p> : procedures.map((procedure) => {
        const gap = procedure.gaps?.find(({ id }) => id.includes('retention'));
        return <TextField key={procedure.id} id={`years-${procedure.id}`} label={w.years(shortLabel(procedure.label))} {...(gap === undefined ? {} : { hint: w.source(textOf(gap.words)) })} width="w5" inputMode="numeric" error={errors[`years-${procedure.id}`]} value={years[procedure.id] ?? ''} onChange={(text) => onChange({ ...years, [procedure.id]: text })} maxLength={3} />;
      })}
    </FieldGroup>
  );
}
/** The newest version of each procedure that a case stands on here. */
function useProceduresOfCases(): readonly Procedure[] | undefined {
  const world = useWorld();
  const [found, setFound] = useState<readonly Procedure[]>();
  useEffect(() => {
    let here = true;
    void Promise.all([everyRow(world), world.store.procedures.versions()]).then(([rows, versions]) => {
      const used = new Set(rows.map(({ procedure }) => procedure));
      const newest = new Map(versions.toSorted((a, b) => Number(a.retired === undefined) - Number(b.retired === undefined) || a.version - b.version).map((one) => [one.id, one.procedure]));
      if (here) setFound([...newest].filter(([id]) => used.has(id)).map(([, procedure]) => procedure));
    });
    return () => { here = false; };
  }, [world]);
  return found;
}
