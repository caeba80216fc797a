import { useState } from 'react';
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import { Button, Details, Dialog, Radios, TextField, announce } from '../../ui/index.ts';
import { usePartnership } from '../settings/usePartnership.ts';
import { useWho } from '../world/session.ts';
import { guestsOf, rolesOf } from './actors.ts';
import type { ActorOf, RoleOf } from './actors.ts';
import { caseWords } from './words.ts';

const w = caseWords.who;

/** Who acts and in which role, at the right of the bar; changes both. */
export function WhoAmI({ procedure, actor }: { readonly procedure: Procedure; readonly actor: ActorOf }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="app-who" onClick={() => setOpen(true)}><span className="cw-vh">{w.change}: </span><b>{actor.person === '?' ? w.nobody : actor.person}</b>{actor.label}</button>
      <Dialog title={w.title} open={open} onClose={() => setOpen(false)}><ChooseRole procedure={procedure} actor={actor} onDone={() => setOpen(false)} /></Dialog>
    </>
  );
}
function ChooseRole({ procedure, actor, onDone }: { readonly procedure: Procedure; readonly actor: ActorOf; readonly onDone: () => void }) {
  const known = usePartnership().people.map((one) => ({ value: one.initials, label: [one.name, one.role].filter(Boolean).join(', ') }));
  const { actAs } = useWho();
  const [role, setRole] = useState<Id>(actor.role);
  const [person, setPerson] = useState(actor.person === '?' ? '' : actor.person);
  const choicesFrom = (roles: readonly RoleOf[]) => roles.map(({ id, label, hint }) => ({ value: id, label, ...(hint === undefined ? {} : { hint }) }));
  const choices = choicesFrom(rolesOf(procedure));
  const guests = choicesFrom(guestsOf(procedure));
  const done = () => { actAs(procedure.id, role, person.trim()); announce(`You act as ${[...choices, ...guests].find((one) => one.value === role)?.label ?? role}.`); onDone(); };
  return (
    <form onSubmit={(event) => { event.preventDefault(); done(); }}>
      <p className="cw-s">{w.text}</p>
      <Radios id="who-role" label={caseWords.open.role} choices={choices} value={role} onChange={setRole} />
      {guests.length === 0 ? null : <Details summary={w.guests} open={guests.some((one) => one.value === role)}><Radios id="who-guest" label={w.guestsHint} choices={guests} value={role} onChange={setRole} /></Details>}
      <TextField id="who-person" label={w.initials} hint={caseWords.open.initialsHint} width="w10" value={person} onChange={setPerson} maxLength={12} suggestions={known} />
      <div className="cw-row"><Button type="submit">{w.button}</Button><Button kind="secondary" onClick={onDone}>{w.cancel}</Button></div>
    </form>
  );
}
