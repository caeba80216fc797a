import { useState } from 'react';
import { Link } from 'wouter';
import { partingOf } from '../../../engine/case/parting.ts';
import type { CaseEvent } from '../../../engine/case/types.ts';
import { Note, SummaryList } from '../../../ui/index.ts';
import { instantWords, longDay, timeWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { Shell } from '../../shell/Shell.tsx';
import { FileField } from '../../trust/FileField.tsx';
import { words } from '../../words.ts';
import { useWorld } from '../../world/world.ts';
import { partyLabel } from '../actors.ts';
import { identityWords } from '../identity.ts';
import { stageWords } from '../registerRow.ts';
import { caseWords } from '../words.ts';
import { Fork } from './Fork.tsx';
import { lookAt } from './takingIn.ts';
import type { Look, Looked } from './takingIn.ts';
import { TakeInForm } from './TakeInForm.tsx';
import { lifeWords } from './words.ts';
import './life.css';

const w = lifeWords.takeIn;

/** Chooses a case file, shows what it is and how it stands to what is here, and takes it in. */
export function TakeInPage() {
  const world = useWorld();
  const [look, setLook] = useState<Look | 'checking'>();
  const now = world.now();
  const read = (text: string) => { setLook('checking'); void lookAt(world, text).then(setLook); };
  return (
    <Shell wide title={w.title} place="cases" practice={world.kind === 'practice' ? words.practiceClock(`${longDay(now)}, ${timeWords(now)}`) : undefined}>
      <p className="cw-caption"><Link href="/cases">{caseWords.list.title}</Link></p>
      <h1 className="cw-h1 case-h1">{w.title}</h1>
      {world.kind !== 'live' ? <p>{lifeWords.transfer.practice}</p> : <><div className="case-open"><p>{w.text}</p><FileField id="take-in-file" label={w.choose} onText={read} /></div><div role="status">{look === undefined ? null : look === 'checking' ? <p>{w.checking}</p> : look.ok ? <Note kind="met"><p>{w.fine}</p></Note> : <Note kind="late"><p>{look.words}</p></Note>}</div>{look === undefined || look === 'checking' || !look.ok ? null : <Sound key={look.looked.file.head} looked={look.looked} />}</>}
    </Shell>
  );
}
function Sound({ looked }: { readonly looked: Looked }) {
  const { file, fingerprint, case: item, procedure } = looked;
  const now = useWorld().now();
  const parting = partingOf(item.events);
  const line = (event: CaseEvent | undefined) => (event === undefined ? '' : w.byWhom(instantWords(event.recorded, now), `${event.actor.person}, ${partyLabel(procedure, event.actor.role)}`));
  const s = w.sum;
  return (
    <>
      <div className="case-open"><SummaryList rows={[
        { id: 'c', name: s.case, value: item.reference }, { id: 'a', name: s.about, value: identityWords(procedure, item, now) }, { id: 's', name: s.stage, value: stageWords(procedure, item) },
        { id: 'p', name: s.procedure, value: `${textOf(procedure.label)}, ${words.procedures.version(item.procedure.version).toLowerCase()}, ${w.included}` },
        { id: 'n', name: s.entries, value: String(item.events.length) }, { id: 'f', name: s.first, value: line(item.events[0]) }, { id: 'l', name: s.last, value: line(item.events.at(-1)) },
        { id: 't', name: s.transferred, value: parting?.type === 'caseTransferred' ? w.sentTo(String(parting.payload['to'])) : w.notSent }, { id: 'm', name: s.made, value: instantWords(file.made, now) },
        { id: 'k', name: s.fingerprint, value: <><code className="trust-code">{fingerprint}</code><span className="case-sub">{w.compare}</span></> },
      ]} /></div>
      {looked.beside.map((one) => <Note key={one.hash} kind="soon"><p>{w.otherwise(one.version)}</p></Note>)}
      <Verdict looked={looked} />
    </>
  );
}
function Verdict({ looked }: { readonly looked: Looked }) {
  const { standing, shared, ours, file, kept } = looked;
  const v = w.verdicts;
  if (standing === 'fork') return <Fork looked={looked} />;
  const said = { fresh: v.fresh, longer: v.longer(file.events.length - shared), same: v.same, older: v.older(ours.length - shared) }[standing];
  const takes = standing === 'fresh' || standing === 'longer';
  const away = partingOf(ours)?.type === 'caseTransferred';
  return (
    <section className="case-open" aria-label={said}>
      <p><b>{said}</b></p>
      {kept === undefined ? null : <p>{w.kept(kept.reference)} <Link href={`/cases/${kept.case}`}>{w.goTo(kept.reference)}</Link></p>}
      {takes ? <TakeInForm looked={looked} /> : <p><Link href={`/cases/${file.case}${away ? '/transfer' : ''}`}>{away ? w.takeBack : w.goTo(file.reference)}</Link></p>}
    </section>
  );
}
