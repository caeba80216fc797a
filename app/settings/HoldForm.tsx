import { useState } from 'react';
import type { RegisterRow } from '../../engine/store/types.ts';
import { Button, LinkButton, TextField } from '../../ui/index.ts';
import { useSession } from '../world/session.ts';
import { useWorld } from '../world/world.ts';
import { readPartnership, savePartnership } from './partnership.ts';
import type { LegalHold } from './partnership.ts';
import { reviewWords as w } from './words.ts';

/** Puts a case under legal hold with the reason, or ends it; both are recorded in the access log. */
export function HoldForm({ row, hold, onDone, onCancel }: { readonly row: RegisterRow; readonly hold: LegalHold | undefined; readonly onDone: (words: string) => void; readonly onCancel: () => void }) {
  const world = useWorld();
  const person = useSession(({ who }) => who[world.kind].person);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const save = async () => {
    if (reason.trim() === '') { setError(w.reasonMissing); return; }
    const { revision, partnership } = await readPartnership(world.store);
    const others = partnership.holds.filter((one) => one.case !== row.case);
    const holds = hold === undefined ? [...others, { case: row.case, reference: row.content.reference, reason: reason.trim(), by: person, since: world.now() }] : others;
    const result = await savePartnership(world.store, { revision, partnership: { ...partnership, holds } }, world.now());
    if (!result.ok) { setError(result.words); return; }
    await world.store.cases.record({ id: crypto.randomUUID(), case: row.case, at: world.now(), person, role: '', what: 'held', words: `${hold === undefined ? w.hold : w.release}: ${reason.trim()}` });
    onDone(hold === undefined ? w.holdDone : w.released);
  };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <TextField id={`hold-${row.case}`} label={hold === undefined ? w.holdReason : w.releaseReason} error={error} value={reason} onChange={setReason} maxLength={200} />
      <div className="cw-row"><Button type="submit" kind="secondary" small>{hold === undefined ? w.hold : w.release}</Button><LinkButton onClick={onCancel}>{w.cancel}</LinkButton></div>
    </form>
  );
}
