// Who must sign a draft off before it is published, and who has.
import { useState, type KeyboardEvent } from 'react';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import { Button, LinkButton, SelectField, Tag, TextField, announce } from '../../../ui/index.ts';
import { instantWords } from '../../dates.ts';
import { useWorld } from '../../world/world.ts';
import { textOf } from '../catalogue.ts';
import { signed, standing, type Signing } from './signing.ts';
import { Told } from './Told.tsx';
import { lifeWords } from './words.ts';

const w = lifeWords.sign;
interface Props { readonly procedure: Procedure; readonly signing: Signing; readonly onSigning: (next: Signing) => void }

export function SignOff({ procedure, signing, onSigning }: Props) {
  const [role, setRole] = useState('');
  const [missing, setMissing] = useState(false);
  const roles = Object.entries(procedure.parties).filter(([id]) => !signing.signers.includes(id));
  const asked = signing.signers.filter((id) => id in procedure.parties);
  const titleOf = (id: Id): string => textOf(procedure.parties[id]?.title);
  const ask = (): void => {
    setMissing(role === '');
    if (role === '') { focusOn('sign-role'); return; }
    onSigning({ ...signing, signers: [...signing.signers, role] });
    announce(w.asked(titleOf(role)));
    setRole('');
  };
  const leave = (id: Id): void => {
    onSigning({ signers: signing.signers.filter((one) => one !== id), signatures: signing.signatures.filter((one) => one.role !== id) });
    announce(w.left(titleOf(id)));
    focusOn('sign-role');
  };
  return (
    <section aria-labelledby="sign-title">
      <h3 id="sign-title" className="cw-h3">{w.title}</h3>
      {asked.length === 0 ? <p className="cw-s cw-q">{w.none}</p> : <ul className="app-signers">{asked.map((id) => <Signer key={id} role={id} procedure={procedure} signing={signing} onSigning={onSigning} onLeave={() => leave(id)} />)}</ul>}
      <div className="cw-row"><SelectField id="sign-role" label={w.must} empty={w.choose} value={role} onChange={(id) => { setRole(id); setMissing(false); }} error={missing ? w.roleMissing : undefined} options={roles.map(([id, party]) => ({ value: id, label: textOf(party.title) }))} /><Button kind="secondary" small onClick={ask}>{w.add}</Button></div>
    </section>
  );
}

const focusOn = (id: string): void => document.getElementById(id)?.focus();

function Signer({ role, procedure, signing, onSigning, onLeave }: Props & { readonly role: Id; readonly onLeave: () => void }) {
  const { now } = useWorld();
  const [person, setPerson] = useState('');
  const [missing, setMissing] = useState(false);
  const [fresh, setFresh] = useState(false);
  const title = textOf(procedure.parties[role]?.title);
  const state = standing(procedure, signing, role);
  const signature = signing.signatures.find((one) => one.role === role);
  const sign = (): void => {
    setMissing(person.trim() === '');
    if (person.trim() === '') { focusOn(`sign-${role}`); return; }
    onSigning(signed(procedure, signing, role, person.trim(), now()));
    setFresh(true);
  };
  // Enter in the field signs; the form round it would publish.
  const onKeyDown = (event: KeyboardEvent): void => { if (event.key === 'Enter' && event.target instanceof HTMLInputElement) { event.preventDefault(); sign(); } };
  const Said = fresh && state === 'signed' ? Told : 'p';
  return (
    <li onKeyDown={onKeyDown}>
      <Said><Tag kind={state === 'signed' ? 'met' : 'soon'} sign={state === 'signed' ? 'met' : 'waits'}>{state === 'signed' ? w.done(title, signature?.person ?? '', instantWords(signature?.at ?? 0, now())) : state === 'changed' ? w.changed(title, signature?.person ?? '') : w.waiting(title)}</Tag></Said>
      {state === 'signed' ? null : <TextField id={`sign-${role}`} label={w.by(title)} value={person} onChange={setPerson} width="w10" error={missing ? w.initials : undefined} />}
      <div className="cw-row">{state === 'signed' ? null : <Button kind="secondary" small onClick={sign}>{w.button(title)}</Button>}<LinkButton onClick={onLeave}>{w.remove(title)}</LinkButton></div>
    </li>
  );
}
