import { useState } from 'react';
import { storyAdded, storyItem } from '../../../engine/case/rehearsal/index.ts';
import { Button, Dialog, SelectField } from '../../../ui/index.ts';
import { partyLabel } from '../../cases/actors.ts';
import { civilWords } from '../../dates.ts';
import { added, offersAt, personOf } from './story.ts';
import type { Added, Offer } from './story.ts';
import type { Storyboard } from './useStoryboard.ts';
import { storyboardWords as w } from './words.ts';

/** Adds an entry at the moment of the one that is shown, else when the rehearsal begins. */
export function AddEntry({ board }: { readonly board: Storyboard }) {
  const { scenario, selected, change } = board;
  const [what, setWhat] = useState<Added | 'act'>('act');
  const [asking, setAsking] = useState(false);
  const shown = storyItem(scenario, selected)?.at ?? '';
  const at = shown === '' ? scenario.opening?.until ?? scenario.steps[0]?.at ?? '2027-01-04T09:00' : shown;
  const add = () => { if (what === 'act') setAsking(true); else change(added(scenario, what, at)); };
  return (
    <div className="cw-row sb-add">
      <SelectField id="sb-what" label={<span className="cw-vh">{w.addWhat}</span>} value={what} options={Object.entries(w.adds).map(([value, label]) => ({ value, label }))} onChange={(value) => setWhat(value as Added | 'act')} />
      <Button kind="secondary" onClick={add}>{w.add}</Button>
      <Dialog title={w.acts.title} open={asking} onClose={() => setAsking(false)}><ChooseAct board={board} at={at} onDone={() => setAsking(false)} /></Dialog>
    </div>
  );
}

/** What the procedure asks for or offers then. */
function ChooseAct({ board: { run, scenario, procedure, change }, at, onDone }: { readonly board: Storyboard; readonly at: string; readonly onDone: () => void }) {
  const [offers] = useState(() => offersAt(run, scenario, at));
  const add = (offer: Offer) => { change(storyAdded(scenario, 'steps', { at, as: offer.role, person: personOf(scenario, offer.role), do: offer.do })); onDone(); };
  return (
    <>
      <p className="cw-s">{w.acts.text(civilWords(at))}</p>
      {offers.length === 0 ? <p>{w.acts.none}</p> : null}
      <ul className="sb-offers">{offers.map((offer) => <li key={offer.id}><Button small kind="secondary" onClick={() => add(offer)}>{offer.label}</Button> <span className="cw-s cw-q">{offer.role === '' ? '' : w.acts.as(partyLabel(procedure, offer.role))}</span></li>)}</ul>
      <p className="cw-s cw-q">{w.acts.others}</p>
      <Button kind="secondary" onClick={onDone}>{w.acts.cancel}</Button>
    </>
  );
}
