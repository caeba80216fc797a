import { useEffect, useRef, useState } from 'react';
import { castOf } from '../../engine/case/rehearsal/index.ts';
import { Button, Dialog, LinkButton, Radios, announce } from '../../ui/index.ts';
import { partyLabel, rolesOf } from '../cases/actors.ts';
import { usePlayer } from './usePlayer.ts';
import { trainingWords } from './words.ts';

const w = trainingWords.hand;

/** Gives the screen to another role: it is covered until that person confirms. */
export function HandOver() {
  const { role } = usePlayer();
  const [open, setOpen] = useState(false);
  const [next, setNext] = useState<string>();
  return (
    <>
      <LinkButton onClick={() => setOpen(true)}>{trainingWords.handOver}</LinkButton>
      <Dialog title={w.title} open={open} onClose={() => setOpen(false)}><Choose from={role} onChoose={(chosen) => { setOpen(false); setNext(chosen); }} onCancel={() => setOpen(false)} /></Dialog>
      {next === undefined ? null : <Cover role={next} onTaken={() => setNext(undefined)} />}
    </>
  );
}

function Choose({ from, onChoose, onCancel }: { readonly from: string; readonly onChoose: (role: string) => void; readonly onCancel: () => void }) {
  const { book, model: { procedure } } = usePlayer();
  const cast = castOf(book.scenario);
  const known = new Set(cast.map((one) => one.role));
  const others = rolesOf(procedure).filter((one) => !known.has(one.id));
  const [chosen, setChosen] = useState(cast.find((one) => one.role !== from)?.role ?? from);
  const choices = [...cast.map((one) => ({ value: one.role, label: partyLabel(procedure, one.role), ...(one.person === undefined ? {} : { hint: one.person }) })), ...others.map((one) => ({ value: one.id, label: one.label }))];
  return (
    <form onSubmit={(event) => { event.preventDefault(); onChoose(chosen); }}>
      <p className="cw-s">{w.text}</p>
      <Radios id="hand-role" label={trainingWords.youPlay} choices={choices} value={chosen} onChange={setChosen} />
      <div className="cw-row"><Button type="submit">{w.choose}</Button><Button kind="secondary" onClick={onCancel}>{w.cancel}</Button></div>
    </form>
  );
}

/** Nothing of the case shows through; the next person reads who they are and takes over. */
function Cover({ role, onTaken }: { readonly role: string; readonly onTaken: () => void }) {
  const { book, model: { procedure }, asRole } = usePlayer();
  const box = useRef<HTMLDialogElement>(null);
  const label = partyLabel(procedure, role);
  const brief = castOf(book.scenario).find((one) => one.role === role)?.brief;
  useEffect(() => { if (box.current?.open === false) box.current.showModal(); }, []);
  const take = () => { asRole(role); announce(`${trainingWords.youPlay}: ${label}.`); onTaken(); };
  return (
    <dialog ref={box} className="tr-cover" aria-labelledby="cover-title" onCancel={(event) => event.preventDefault()}>
      <div>
        <h2 id="cover-title">{w.cover}</h2><p className="tr-cover-role">{w.sentence(label)}</p>
        {brief === undefined ? null : <><h3>{w.known}</h3><p>{brief}</p></>}
        <Button kind="practice" onClick={take}>{w.am(label)}</Button>
      </div>
    </dialog>
  );
}
