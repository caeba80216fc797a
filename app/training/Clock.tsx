import { useEffect, useState } from 'react';
import { daysOn, goTo, lastMoment, moveTo, nextDeadline, stepTo } from '../../engine/case/rehearsal/index.ts';
import { parseDateTime } from '../../engine/time/london.ts';
import { Button, DateField, Details, SelectField, announce, civilOf, emptyDate } from '../../ui/index.ts';
import type { DateParts } from '../../ui/index.ts';
import { civilDay, instantWords, longDay, timeWords } from '../dates.ts';
import { Calendar } from './Calendar.tsx';
import { SPEEDS, useClockKeys } from './useAutoplay.ts';
import type { Autoplay } from './useAutoplay.ts';
import { usePlayer } from './usePlayer.ts';
import { trainingWords } from './words.ts';

const w = trainingWords.clock;

/** The clock of the rehearsal, and every way to move it. */
export function Clock({ autoplay }: { readonly autoplay: Autoplay }) {
  const { book, rehearsal, way, change, model: { now } } = usePlayer();
  const { next, forward } = autoplay;
  const deadline = nextDeadline(book, rehearsal);
  const keys = useClockKeys(autoplay);
  useEffect(() => { announce(w.moved(instantWords(now, 0))); }, [now]);
  return (
    <section aria-labelledby="clock">
      <h2 id="clock" className="tr-small">{w.says}</h2>
      <p className="tr-now" tabIndex={0} onKeyDown={keys}><b>{shortDay(now)}</b> <b>{timeWords(now)}</b></p>
      <div className="tr-buttons">
        <Button kind="practice" disabled={next === undefined} title={next?.words ?? w.over} onClick={forward}>{w.next} <span aria-hidden="true">›</span></Button>
        <Button kind="secondary" disabled={way.told === 0} onClick={() => change((before) => stepTo(book, before, way.told - 1))}><span aria-hidden="true">‹ </span>{w.back}</Button>
        <Button kind="secondary" onClick={() => change((before) => moveTo(book, before, daysOn(now, 1)))}>{w.day}</Button>
        <Button kind="secondary" disabled={deadline === undefined} title={deadline?.words} onClick={() => { if (deadline !== undefined) change((before) => goTo(book, before, deadline)); }}>{w.deadline}</Button>
      </div>
      <p className="tr-coming" aria-live="off">{next === undefined ? w.over : `${instantWords(next.at)}: ${next.kind === 'question' ? trainingWords.room.question : next.words}`}</p>
      <AutoplayButtons autoplay={autoplay} />
      <Calendar />
      <Details summary={w.go}><GoTo /></Details>
    </section>
  );
}
const shortDay = (now: number): string => { const [day = '', date = '', month = '', year = ''] = longDay(now).split(' '); return `${day.slice(0, 3)} ${date} ${month.slice(0, 3)} ${year}`; };

/** Plays event after event until it is paused, a question comes or nothing more does. */
function AutoplayButtons({ autoplay: { playing, can, toggle, seconds, setSeconds } }: { readonly autoplay: Autoplay }) {
  return (
    <div className="tr-autoplay">
      <Button kind="secondary" small aria-pressed={playing} disabled={!can} onClick={toggle}>{playing ? w.pause : w.play}</Button>
      <SelectField id="speed" label={w.speed} value={String(seconds)} options={SPEEDS.map((n) => ({ value: String(n), label: w.seconds(n) }))} onChange={(value) => setSeconds(Number(value))} />
    </div>
  );
}

/** Any day, at the clock's time of day. */
function GoTo() {
  const { book, change, model: { now } } = usePlayer();
  const [parts, setParts] = useState<DateParts>(emptyDate);
  const [error, setError] = useState<string>();
  const go = () => {
    const civil = civilOf(parts, false);
    const at = civil === undefined ? undefined : parseDateTime(`${civil.slice(0, 10)}T${timeWords(now)}`);
    setError(at === undefined ? w.notADate : undefined);
    if (at !== undefined) change((before) => moveTo(book, before, Math.min(at, lastMoment(book) + FAR)));
  };
  return <form onSubmit={(event) => { event.preventDefault(); go(); }}><DateField id="go-date" label={w.dateLabel} hint={civilDay(now)} value={parts} onChange={setParts} error={error} /><Button type="submit" kind="secondary" small>{w.goButton}</Button></form>;
}
/** Two years past the end is far enough for any clock. */
const FAR = 2 * 366 * 86_400_000;
