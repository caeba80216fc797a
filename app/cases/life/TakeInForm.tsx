import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { Button, ErrorSummary, SelectField, TextField } from '../../../ui/index.ts';
import type { RegisterRow } from '../../../engine/store/types.ts';
import { useWho } from '../../world/session.ts';
import { useWorld } from '../../world/world.ts';
import { partyLabel, rolesOf } from '../actors.ts';
import { RefusalBox } from '../RefusalBox.tsx';
import { freshIds } from '../session.ts';
import { everyRow } from '../today/useOverview.ts';
import { useSaving } from '../useAct.ts';
import { takeInCase, takeInSeparate } from './takingIn.ts';
import type { Looked } from './takingIn.ts';
import { lifeWords } from './words.ts';

const w = lifeWords.takeIn;

/** Who takes the file in and from whom. `separate`: theirs becomes a case of its own, under a reference of its own. */
export function TakeInForm({ looked, separate = false }: { readonly looked: Looked; readonly separate?: boolean }) {
  const world = useWorld();
  const [, go] = useLocation();
  const who = useWho();
  const { procedure, file } = looked;
  const [from, setFrom] = useState('');
  const [reason, setReason] = useState('');
  const [person, setPerson] = useState(who.person);
  const [role, setRole] = useState(who.roles[procedure.id] ?? '');
  const [reference, setReference] = useState(`${file.reference}-B`);
  const [errors, setErrors] = useState<readonly { readonly field: string; readonly words: string }[]>([]);
  const [round, setRound] = useState(0);
  const ids = useRef(freshIds());
  const rows = useReferences();
  const acting = useSaving(() => {
    const by = { from: from.trim(), reason: reason.trim(), person: person.trim(), role, ...ids.current };
    return separate ? takeInSeparate(world, looked, by, reference.trim()) : takeInCase(world, looked, by);
  }, (item) => { who.actAs(procedure.id, role, person.trim()); go(`/cases/${item.id}`, { state: { said: w.done(item.reference), at: Date.now() } }); }, file.reference);
  const submit = () => {
    const missing = [
      ...(from.trim() === '' ? [{ field: 'take-in-from', words: w.fromMissing }] : []), ...(role === '' ? [{ field: 'take-in-role', words: w.roleMissing }] : []), ...(person.trim() === '' ? [{ field: 'take-in-person', words: w.initialsMissing }] : []),
      ...(!separate ? [] : reference.trim() === '' ? [{ field: 'take-in-reference', words: w.referenceMissing }] : rows.some(({ content }) => content.reference === reference.trim()) ? [{ field: 'take-in-reference', words: w.referenceTaken }] : []),
    ];
    setErrors(missing);
    setRound(round + 1);
    if (missing.length === 0) acting.submit({ type: 'takeIn', from });
  };
  const wrong = (field: string) => errors.find((one) => one.field === field)?.words;
  return (
    <form noValidate className="case-actform" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <ErrorSummary items={errors} round={round} />
      <RefusalBox model={{ procedure, actor: { person, role, label: partyLabel(procedure, role) } }} acting={acting} />
      <TextField id="take-in-from" label={w.from} hint={w.fromHint} error={wrong('take-in-from')} value={from} onChange={setFrom} />
      {separate ? <TextField id="take-in-reference" label={w.reference} width="w20" error={wrong('take-in-reference')} value={reference} onChange={setReference} /> : null}
      <SelectField id="take-in-role" label={w.role} empty="Choose one" error={wrong('take-in-role')} value={role} onChange={setRole} options={rolesOf(procedure).map((one) => ({ value: one.id, label: one.label }))} />
      <TextField id="take-in-person" label={w.initials} hint={w.initialsHint} width="w10" maxLength={12} error={wrong('take-in-person')} value={person} onChange={setPerson} />
      <TextField id="take-in-reason" long label={w.reason} value={reason} onChange={setReason} />
      <Button type="submit" disabled={acting.state === 'saving'}>{separate ? w.separateButton : w.button}</Button>
    </form>
  );
}
function useReferences(): readonly RegisterRow[] {
  const world = useWorld();
  const [rows, setRows] = useState<readonly RegisterRow[]>([]);
  useEffect(() => { let here = true; void everyRow(world).then((all) => { if (here) setRows(all); }); return () => { here = false; }; }, [world]);
  return rows;
}
