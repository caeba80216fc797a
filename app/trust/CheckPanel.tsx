import { useState } from 'react';
import { Button, Note, announce } from '../../ui/index.ts';
import { verifyAccess } from '../../engine/case/access.ts';
import type { Store } from '../../engine/store/types.ts';
import { faultWords } from '../world/faults.ts';
import { useWorld } from '../world/world.ts';
import { breakIn } from './audit.ts';
import { cases as casesWords, entries } from './counted.ts';

interface Checked { readonly well: boolean; readonly words: readonly string[] }

/** Checks the record of every case and the access log, and says where the first fault is. */
export async function checkEverything(store: Store): Promise<Checked> {
  const { cases, access } = await store.cases.exportAll();
  const faults = cases.flatMap(({ events, row }) => { const found = breakIn(events, row); return found === undefined ? [] : [`${row.content.reference}: ${found.words}`]; });
  const log = verifyAccess(access);
  const total = cases.reduce((sum, { events }) => sum + events.length, 0);
  if (!log.ok) faults.push(`The access log does not fit together: entry ${log.position} of ${access.length} was changed, taken out or put in.`);
  return faults.length > 0 ? { well: false, words: faults } : { well: true, words: [`${casesWords(cases.length)} with ${entries(total)}, and ${entries(access.length)} of the access log: everything fits together.`] };
}

export function CheckPanel() {
  const { store } = useWorld();
  const [checked, setChecked] = useState<Checked>();
  const check = () => { checkEverything(store).catch((error: unknown): Checked => ({ well: false, words: [faultWords(error)] })).then((found) => { setChecked(found); announce(found.words.join(' ')); }, () => undefined); };
  return (
    <>
      <p>Each entry of a case carries the hash of the one before. A changed, missing or added entry is found, here and whenever a case is opened.</p>
      <p><Button kind="secondary" onClick={check}>Check every case</Button></p>
      {checked === undefined ? null : <Note kind={checked.well ? 'met' : 'late'}>{checked.words.map((words) => <p key={words}>{words}</p>)}</Note>}
    </>
  );
}
