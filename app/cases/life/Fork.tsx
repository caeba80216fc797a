import { Link, useLocation } from 'wouter';
import type { CaseEvent } from '../../../engine/case/types.ts';
import { Button, Note, Panel, Timeline } from '../../../ui/index.ts';
import { useWorld } from '../../world/world.ts';
import { useSession } from '../../world/session.ts';
import { eventWords, procedureAt } from '../events.ts';
import { TakeInForm } from './TakeInForm.tsx';
import type { Looked } from './takingIn.ts';
import { lifeWords } from './words.ts';

const w = lifeWords.takeIn;

/** Two copies of one case side by side from where they part, and the two things that can be done about it. */
export function Fork({ looked }: { readonly looked: Looked }) {
  const { shared, ours, file, kept } = looked;
  return (
    <section aria-labelledby="fork-title">
      <Note kind="late"><p><b>{shared === 0 ? w.verdicts.forkNone : w.verdicts.fork(shared)}</b></p></Note>
      <h2 id="fork-title" className="cw-h2">{w.forkTitle}</h2>
      <p className="cw-prose">{w.forkText(shared)}</p>
      <div className="life-sides"><Side title={w.ours} looked={looked} events={ours.slice(shared)} /><Side title={w.theirs} looked={looked} events={file.events.slice(shared)} /></div>
      <div className="life-sides">
        <Panel title={w.keepOurs}><p>{w.keepOursText}</p><KeepOurs looked={looked} /></Panel>
        <Panel title={w.keepTheirs}>{kept === undefined ? <><p>{w.keepTheirsText}</p><TakeInForm looked={looked} separate /></> : <p>{w.kept(kept.reference)} <Link href={`/cases/${kept.case}`}>{w.goTo(kept.reference)}</Link></p>}</Panel>
      </div>
    </section>
  );
}
function Side({ title, looked, events }: { readonly title: string; readonly looked: Looked; readonly events: readonly CaseEvent[] }) {
  const now = useWorld().now();
  const at = procedureAt(looked);
  return <section className="life-side" aria-label={title}><h3 className="cw-h3">{title} <span className="cw-s cw-q">{w.more(events.length)}</span></h3><Timeline items={events.map((event) => { const said = eventWords(at(event), event, now); return { ...said, title: w.numbered(event.seq, said.title), id: `${title}-${event.id}` }; })} /></section>;
}
/** Nothing is written to the case; that the file was looked at stands in the access log. */
function KeepOurs({ looked: { file } }: { readonly looked: Looked }) {
  const { store, now } = useWorld();
  const [, go] = useLocation();
  const keep = () => {
    const entry = { id: crypto.randomUUID(), case: file.case, at: now(), person: useSession.getState().who.live.person, role: '', what: 'viewed', words: w.looked } as const;
    void store.cases.record(entry).catch(() => undefined).then(() => go(`/cases/${file.case}`, { state: { said: w.keptOurs, at: Date.now() } }));
  };
  return <Button kind="secondary" onClick={keep}>{w.keepOursButton}</Button>;
}
