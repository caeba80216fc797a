import { useState } from 'react';
import { Button, Dialog, SelectField, TextField, announce } from '../../../ui/index.ts';
import { shortLabel } from '../../procedures/catalogue.ts';
import { usePartnership } from '../../settings/usePartnership.ts';
import { useWho } from '../../world/session.ts';
import { partyLabel, rolesOf } from '../actors.ts';
import { caseWords } from '../words.ts';
import type { Overview } from './useOverview.ts';
import { todayWords } from './words.ts';

const w = todayWords.who;

/** Who acts, with a role in each procedure that cases run on here; at the right of the bar. */
export function WhoAnywhere({ overview }: { readonly overview: Overview }) {
  const [open, setOpen] = useState(false);
  const { person, roles } = useWho();
  const chosen = overview.procedures.flatMap(({ procedure }) => (roles[procedure.id] === undefined ? [] : [partyLabel(procedure, roles[procedure.id])]));
  return (
    <>
      <button type="button" className="app-who" onClick={() => setOpen(true)}><span className="cw-vh">{caseWords.who.change}: </span><b>{person === '' ? w.nobody : person}</b>{chosen.length === 0 ? w.noRole : chosen.length === 1 ? chosen[0] : w.roles(chosen.length)}</button>
      <Dialog title={w.title} open={open} onClose={() => setOpen(false)}><ChooseRoles overview={overview} onDone={() => setOpen(false)} /></Dialog>
    </>
  );
}
function ChooseRoles({ overview, onDone }: { readonly overview: Overview; readonly onDone: () => void }) {
  const known = usePartnership().people.map((one) => ({ value: one.initials, label: [one.name, one.role].filter(Boolean).join(', ') }));
  const { person, roles, actAs } = useWho();
  const [initials, setInitials] = useState(person);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(roles);
  const save = () => {
    for (const { procedure } of overview.procedures) if ((chosen[procedure.id] ?? '') !== '') actAs(procedure.id, chosen[procedure.id] ?? '', initials.trim());
    announce(caseWords.task.recorded(w.title));
    onDone();
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); save(); }}>
      <p className="cw-s">{w.text}</p>
      <TextField id="who-person" label={caseWords.who.initials} hint={caseWords.open.initialsHint} width="w10" value={initials} onChange={setInitials} maxLength={12} suggestions={known} />
      {overview.procedures.map(({ procedure }) => <SelectField key={procedure.id} id={`who-${procedure.id}`} label={shortLabel(procedure.label)} empty={w.none} value={chosen[procedure.id] ?? ''} onChange={(role) => setChosen({ ...chosen, [procedure.id]: role })} options={rolesOf(procedure).map(({ id, label }) => ({ value: id, label }))} />)}
      <div className="cw-row"><Button type="submit">{w.button}</Button><Button kind="secondary" onClick={onDone}>{w.cancel}</Button></div>
    </form>
  );
}
