// The trial beside the diagram: a movable clock, where the case is, what can be done now with one button each, what is
// due, and what has happened. The canvas does not move; the path is drawn on it.
import { useEffect, useRef, useState } from 'react';
import { dayWords, instantOf, londonDay, londonMinutes, parseDay } from '../../engine/time/index.ts';
import { Icon } from '../canvas/icons.tsx';
import { stageTitle, wordsOf } from '../model/text.ts';
import { useBench, useEditor } from '../store/context.ts';
import { isStop } from '../store/problems.ts';
import { showTried } from './state.ts';
import { backOne, beginTrying, clockOf, doIt, dueOf, heldOf, later, nextDue, offersOf, triedOf, type Began, type Offer, type Trying } from './trying.ts';
import { words } from './words.ts';

const MORNING = 9 * 60;

export default function TryPanel() {
  const { send, focusStage, store } = useBench();
  const [trying, setTrying] = useState<Trying | null>(null);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => { head.current?.focus(); }, []);
  useEffect(() => { showTried(trying === null ? null : triedOf(trying)); return () => showTried(null); }, [trying]);
  const close = (): void => { send({ type: 'done' }); focusStage(store.getState().selection); };
  return (
    <section className="ed-sheet ed-try" aria-label={words.title} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); close(); } }}>
      <div className="ed-sheet-head"><h2 ref={head} tabIndex={-1} className="ed-grow">{words.title}</h2><button type="button" className="ed-ib" aria-label={words.close} onClick={close}><Icon name="cross" /></button></div>
      <div className="ed-sheet-body">{trying === null ? <Begin onBegun={setTrying} /> : <Going trying={trying} onChange={setTrying} onAgain={() => setTrying(null)} />}</div>
    </section>
  );
}

function Begin({ onBegun }: { readonly onBegun: (trying: Trying) => void }) {
  const { today, announce } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const stop = useEditor((state) => state.problems.find(isStop));
  const doors = Object.entries(procedure.doors);
  const [door, setDoor] = useState(doors[0]?.[0] ?? '');
  const [date, setDate] = useState(today);
  const [problem, setProblem] = useState<string | null>(null);
  const begin = (): void => {
    const day = parseDay(date);
    const began: Began = doors.length === 0 ? { ok: false, words: words.noDoor } : beginTrying(procedure, door in procedure.doors ? door : doors[0]?.[0] ?? '', instantOf(day ?? londonDay(0), MORNING));
    if (began.ok) onBegun(began.trying);
    setProblem(began.ok ? null : began.words);
    announce(began.ok ? words.opened : began.words);
  };
  return (
    <div className="ed-fields ed-fields-tall">
      <p className="ed-hint">{words.lede}</p>
      <label className="ed-label">{words.door}<select className="ed-in" value={door} onChange={(event) => setDoor(event.currentTarget.value)}>{doors.map(([id, each]) => <option key={id} value={id}>{wordsOf(each.label)}</option>)}</select></label>
      <label className="ed-label">{words.date}<input type="date" className="ed-in" value={date} onChange={(event) => setDate(event.currentTarget.value)} /></label>
      {stop !== undefined && <p className="ed-note">{words.stopped} {stop.words}</p>}
      {problem !== null && <p className="ed-note ed-note-bad">{words.cannot} {problem}</p>}
      <div className="ed-buttons"><button type="button" className="ed-button" onClick={begin}>{words.begin}</button></div>
    </div>
  );
}

function Going({ trying, onChange, onAgain }: { readonly trying: Trying; readonly onChange: (next: Trying) => void; readonly onAgain: () => void }) {
  const { announce } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const [problem, setProblem] = useState<string | null>(null);
  const tried = triedOf(trying);
  const stages = (of: Trying): string => triedOf(of).now.map((id) => stageTitle(of.of, id)).join(' + ');
  const tell = (next: Trying, what: string): void => {
    setProblem(null);
    onChange(next);
    const now = stages(next);
    announce(heldOf(next).closed !== undefined || now === '' ? words.saidEnd(what) : words.said(what, now));
  };
  const perform = (offer: Offer): void => {
    const after = doIt(trying, offer);
    if (after.ok) { tell(after.trying, `${offer.task}: ${offer.label}`); return; }
    setProblem(after.words);
    announce(after.words);
  };
  const offers = offersOf(trying);
  return (
    <>
      {procedure !== trying.of && <p className="ed-note">{words.changed} <button type="button" className="ed-link" onClick={onAgain}>{words.again}</button></p>}
      <Clock trying={trying} onMove={tell} onAgain={onAgain} />
      <p><b>{words.stands}</b> {tried.now.length === 0 ? words.nowhere : stages(trying)}. {heldOf(trying).closed === undefined ? '' : words.closed}</p>
      <h3>{words.todo}</h3>
      {problem !== null && <p className="ed-note ed-note-bad">{problem}</p>}
      {offers.length === 0 ? <p className="ed-hint">{heldOf(trying).closed === undefined ? words.nothing : words.closed}</p> : <Offers offers={offers} onDo={perform} />}
      <h3>{words.due}</h3>
      <Due trying={trying} />
      <h3>{words.story}</h3>
      <ol className="ed-try-story"><li>{words.opened}</li>{trying.said.map((each, index) => <li key={index}>{each}</li>)}</ol>
    </>
  );
}

function Clock({ trying, onMove, onAgain }: { readonly trying: Trying; readonly onMove: (next: Trying, what: string) => void; readonly onAgain: () => void }) {
  const now = clockOf(trying);
  const coming = nextDue(trying);
  const to = (at: number): void => { const next = later(trying, at); onMove(next, dayWords(londonDay(clockOf(next)))); };
  const days = (count: number): number => instantOf(londonDay(now) + count, londonMinutes(now));
  return (
    <div className="ed-try-clock">
      <p><b>{words.clock}</b> {dayWords(londonDay(now))}, {String(Math.floor(londonMinutes(now) / 60)).padStart(2, '0')}:{String(londonMinutes(now) % 60).padStart(2, '0')}</p>
      <div className="ed-buttons">
        <button type="button" className="ed-tool" onClick={() => to(days(1))}>{words.day}</button>
        <button type="button" className="ed-tool" onClick={() => to(days(7))}>{words.week}</button>
        {coming !== undefined && <button type="button" className="ed-tool ed-try-next" onClick={() => to(coming.at)}>{words.next(`${coming.words}, ${dayWords(londonDay(coming.at), { year: false })}`)}</button>}
        <button type="button" className="ed-tool" disabled={trying.said.length === 0} onClick={() => onMove(backOne(trying), words.back)}>{words.back}</button>
        <button type="button" className="ed-tool" onClick={onAgain}>{words.again}</button>
      </div>
    </div>
  );
}

function Offers({ offers, onDo }: { readonly offers: readonly Offer[]; readonly onDo: (offer: Offer) => void }) {
  const tasks = [...new Set(offers.map((offer) => offer.task))];
  return (
    <ul className="ed-list">
      {tasks.map((task) => {
        const all = offers.filter((offer) => offer.task === task);
        return (
          <li key={task} className="ed-try-offer"><span className="ed-grow">{task}<span className="ed-sub">{all[0]?.who === '' ? '' : words.by(all[0]?.who ?? '')}{all[0]?.offered === true ? `, ${words.offered}` : ''}</span></span>
            <span className="ed-buttons">{all.map((offer) => <button key={offer.key} type="button" className="ed-tool" aria-label={`${offer.label}: ${task}`} onClick={() => onDo(offer)}>{offer.label}</button>)}</span></li>
        );
      })}
    </ul>
  );
}

function Due({ trying }: { readonly trying: Trying }) {
  const due = dueOf(trying);
  if (due.length === 0) return <p className="ed-hint">{words.noDue}</p>;
  return <ul className="ed-list">{due.map((view) => <li key={`${view.timescale} ${view.recipient ?? ''}`}><span className="ed-grow"><b>{view.label}</b><span className={view.state === 'overdue' ? 'ed-sub ed-bad' : 'ed-sub'}>{view.sentence} {view.lateWords ?? ''}</span></span></li>)}</ul>;
}
