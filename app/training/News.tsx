import { useState } from 'react';
import { answer, arrivedBy } from '../../engine/case/rehearsal/index.ts';
import type { Asked, Playbook, Way } from '../../engine/case/rehearsal/index.ts';
import { listWords } from '../../engine/time/words.ts';
import { Button, Details, Radios } from '../../ui/index.ts';
import { Cites } from '../cases/Cites.tsx';
import { partyLabel } from '../cases/actors.ts';
import { instantWords, timeWords } from '../dates.ts';
import { RefusedAct } from './RefusedAct.tsx';
import { usePlayer } from './usePlayer.ts';
import { trainingWords } from './words.ts';

const w = trainingWords.room;
type Inject = Playbook['injects'][number];

/** What came to the room: a question that waits for its answer, then the latest news; before any, how it begins. */
export function News() {
  const { book, way, role } = usePlayer();
  const { injects, asked } = arrivedBy(book, way);
  const waiting = asked.findLast(({ answer: given }) => given === undefined);
  const answered = asked.find(({ answer: given }) => given !== undefined);
  const known = injects.filter((one) => one.to === undefined || one.to.includes(role) || book.scenario.guided !== 'facilitated');
  const hidden = injects[0] !== undefined && !known.includes(injects[0]);
  const [latest, ...earlier] = known;
  const begun = way.told > 0 || waiting !== undefined || latest !== undefined;
  return (
    <div className="tr-news">
      <RefusedAct />
      {waiting === undefined ? null : <AskedCard key={waiting.question.id} asked={waiting} />}
      {waiting === undefined && answered !== undefined && answeredNow(way, answered) ? <AskedCard key={answered.question.id} asked={answered} /> : null}
      {hidden ? <p className="cw-s tr-card">{w.elsewhere}: {listWords((injects[0]?.to ?? []).map((id) => partyLabel(book.compiled.procedure, id)))}.</p> : null}
      {latest === undefined ? null : <InjectCard inject={latest} now={way.clock} />}
      {begun ? <Details summary={latest === undefined ? w.opening : w.earlierNews(earlier.length + 1)}>{earlier.map((one) => <InjectCard key={one.id} inject={one} now={way.clock} />)}<Opening /></Details> : <Opening />}
    </div>
  );
}
/** What is said to an answer stays until something is done or the clock moves. */
function answeredNow({ moments, told, clock }: Way, { question }: Asked): boolean {
  const entry = moments[told - 1]?.entry;
  return entry?.kind === 'answer' && entry.question === question.id && entry.at === clock;
}

function Opening() {
  const { book: { scenario } } = usePlayer();
  if (scenario.opening === undefined) return scenario.summary === undefined ? null : <section className="tr-card"><p className="cw-over">{w.opening}</p><p>{scenario.summary}</p></section>;
  return <section className="tr-card"><p className="cw-over">{w.opening}</p><p>{scenario.opening.words}</p>{scenario.opening.facts === undefined ? null : <Details summary={w.facts}><ul>{scenario.opening.facts.map((fact) => <li key={fact}>{fact}</li>)}</ul></Details>}</section>;
}
function InjectCard({ inject, now }: { readonly inject: Inject; readonly now: number }) {
  return <section className={`tr-card inject ${inject.kind}`}><p className="cw-over">{w.newInfo[inject.kind]} {w.at} {sameDay(inject.instant, now) ? timeWords(inject.instant) : instantWords(inject.instant, now)}</p><h2>{inject.title}</h2><p>{inject.words}</p></section>;
}
const sameDay = (a: number, b: number): boolean => instantWords(a).slice(0, 10) === instantWords(b).slice(0, 10);

/** A question with its answers; after one was chosen, what is said to it. The first choice counts. */
function AskedCard({ asked: { question, answer: given } }: { readonly asked: Asked }) {
  const { book, change, model: { procedure } } = usePlayer();
  const [chosen, setChosen] = useState('');
  const choice = given === undefined ? undefined : question.choices[given];
  const submit = () => { if (chosen !== '') change((before) => answer(book, before, question.id, Number(chosen))); };
  return (
    <section className="tr-card question" aria-labelledby={`q-${question.id}`}>
      <p className="cw-over" id={`q-${question.id}`}>{w.question}</p>
      {choice === undefined ? (
        <form onSubmit={(event) => { event.preventDefault(); submit(); }}>
          <Radios id={`choices-${question.id}`} label={question.ask} value={chosen} onChange={setChosen} choices={question.choices.map((one, index) => ({ value: String(index), label: one.words }))} />
          <Button type="submit" kind="practice" small disabled={chosen === ''}>Answer</Button>
        </form>
      ) : <div role="status"><h2>{question.ask}</h2><p><b>{choice.right === true ? w.right : w.notQuite}:</b> {choice.words}</p><p>{choice.feedback}</p><Cites procedure={procedure} cites={question.cites ?? []} most={1} /></div>}
    </section>
  );
}
