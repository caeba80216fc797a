import { Link } from 'wouter';
import { listWords } from '../../../engine/time/words.ts';
import { Panel } from '../../../ui/index.ts';
import { canDo } from '../actors.ts';
import { inOrder } from '../order.ts';
import type { CaseModel } from '../types.ts';
import { waysOn } from '../ways.ts';
import { caseWords } from '../words.ts';

const w = caseWords.now;

/** Ways on that somebody chooses, whoever it is: readable by all, with whose choice it is. Where nothing else is to be done they are what to do, and stand there. */
export function WaysOn({ model }: { readonly model: CaseModel }) {
  if (waysOn(model).length === 0 || inOrder(model.tasks, () => true).length === 0) return null;
  return <Panel title={w.ways}><WayList model={model} /></Panel>;
}
export function WayList({ model }: { readonly model: CaseModel }) {
  return (
    <ul className="case-then">
      {waysOn(model).map((way) => <li key={way.id} className="two"><Link href={`/cases/${model.case.id}/ways/${way.id}`}>{way.label}</Link><span className="cw-s">{listWords(way.who)}{way.by.includes(model.actor.role) ? <>: <b>{w.you}</b></> : null}</span></li>)}
    </ul>
  );
}
/** Tasks a party may choose to do, any number of times. */
export function MayAlso({ model }: { readonly model: CaseModel }) {
  const offered = model.tasks.filter((view) => view.state === 'offered' && canDo(model.procedure, view, model.actor.role));
  if (offered.length === 0) return null;
  return (
    <section aria-labelledby="may"><h2 id="may" className="cw-h2">{w.may}</h2>
      <ul className="case-plain">{offered.map((view) => <li key={view.id}><Link href={`/cases/${model.case.id}/tasks/${view.id}`}>{view.label}</Link></li>)}</ul>
    </section>
  );
}
