// Who must sign a draft off before it is published, and who has.
import { useState } from 'react';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import { Button, LinkButton, SelectField, Tag, TextField } from '../../../ui/index.ts';
import { instantWords } from '../../dates.ts';
import { useWorld } from '../../world/world.ts';
import { textOf } from '../catalogue.ts';
import { signed, standing, type Signing } from './signing.ts';
import { lifeWords } from './words.ts';

const w = lifeWords.sign;
interface Props { readonly procedure: Procedure; readonly signing: Signing; readonly onSigning: (next: Signing) => void }

export function SignOff({ procedure, signing, onSigning }: Props) {
  const [role, setRole] = useState('');
  const roles = Object.entries(procedure.parties).filter(([id]) => !signing.signers.includes(id));
  const asked = signing.signers.filter((id) => id in procedure.parties);
  return (
    <section aria-labelledby="sign-title">
      <h3 id="sign-title" className="cw-h3">{w.title}</h3>
      {asked.length === 0 ? <p className="cw-s cw-q">{w.none}</p> : <ul className="app-signers">{asked.map((id) => <Signer key={id} role={id} procedure={procedure} signing={signing} onSigning={onSigning} />)}</ul>}
      <div className="cw-row"><SelectField id="sign-role" label={w.must} empty={w.choose} value={role} onChange={setRole} options={roles.map(([id, party]) => ({ value: id, label: textOf(party.title) }))} /><Button kind="secondary" small onClick={() => { if (role !== '') { onSigning({ ...signing, signers: [...signing.signers, role] }); setRole(''); } }}>{w.add}</Button></div>
    </section>
  );
}

function Signer({ role, procedure, signing, onSigning }: Props & { readonly role: Id }) {
  const { now } = useWorld();
  const [person, setPerson] = useState('');
  const [missing, setMissing] = useState(false);
  const title = textOf(procedure.parties[role]?.title);
  const state = standing(procedure, signing, role);
  const signature = signing.signatures.find((one) => one.role === role);
  const sign = (): void => {
    setMissing(person.trim() === '');
    if (person.trim() !== '') onSigning(signed(procedure, signing, role, person.trim(), now()));
  };
  return (
    <li>
      <p><Tag kind={state === 'signed' ? 'met' : 'soon'} sign={state === 'signed' ? 'met' : 'waits'}>{state === 'signed' ? w.done(title, signature?.person ?? '', instantWords(signature?.at ?? 0, now())) : state === 'changed' ? w.changed(title, signature?.person ?? '') : w.waiting(title)}</Tag></p>
      {state === 'signed' ? null : <TextField id={`sign-${role}`} label={w.by(title)} value={person} onChange={setPerson} width="w10" error={missing ? w.initials : undefined} />}
      <div className="cw-row">{state === 'signed' ? null : <Button kind="secondary" small onClick={sign}>{w.button(title)}</Button>}<LinkButton onClick={() => onSigning({ signers: signing.signers.filter((one) => one !== role), signatures: signing.signatures.filter((one) => one.role !== role) })}>{w.remove(title)}</LinkButton></div>
    </li>
  );
}
