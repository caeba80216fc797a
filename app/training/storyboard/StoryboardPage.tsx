import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { asWritten, moveTo, remainingOf, storyItem, toldOf, wayOf } from '../../../engine/case/rehearsal/index.ts';
import type { Playbook, Rehearsal, Scenario } from '../../../engine/case/rehearsal/index.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { parseDateTime } from '../../../engine/time/london.ts';
import { Button, Details, LinkButton, Note } from '../../../ui/index.ts';
import { shortLabel } from '../../procedures/catalogue.ts';
import { Loading } from '../../shell/Plain.tsx';
import { download } from '../../world/download.ts';
import { faultWords } from '../../world/faults.ts';
import { Frame, NotHere } from '../Frame.tsx';
import { beginAt } from '../beginAt.ts';
import { copyOf, groundOf } from '../library.ts';
import { keepScenario, ownScenarios } from '../shelf.ts';
import { AddEntry } from './AddEntry.tsx';
import { Entry } from './Entry.tsx';
import { StoryList, placeOf } from './StoryList.tsx';
import { StoryMap } from './StoryMap.tsx';
import { useStoryboard } from './useStoryboard.ts';
import type { Storyboard } from './useStoryboard.ts';
import { storyboardWords as w } from './words.ts';
import './storyboard.css';

/** A scenario written beside the diagram of its procedure. */
export default function StoryboardPage({ id }: { readonly id: string }) {
  const [found, setFound] = useState<{ readonly scenario: Scenario; readonly procedure: Procedure } | 'missing' | 'no-procedure'>();
  useEffect(() => {
    let here = true;
    const read = async () => {
      const scenario = (await ownScenarios()).find((one) => one.id === id);
      if (scenario === undefined) return 'missing';
      const ground = await groundOf(scenario.procedure);
      return ground === undefined ? 'no-procedure' : { scenario, procedure: ground.procedure };
    };
    void read().then((one) => { if (here) setFound(one); }, () => { if (here) setFound('missing'); });
    return () => { here = false; };
  }, [id]);
  if (found === undefined) return <Loading />;
  if (found === 'missing') return <NotHere title={w.missing} text={w.missingText} />;
  if (found === 'no-procedure') return <NotHere title={w.noProcedure} text={w.missingText} />;
  return <Board key={found.scenario.id} scenario={found.scenario} procedure={found.procedure} />;
}

function Board({ scenario: first, procedure }: { readonly scenario: Scenario; readonly procedure: Procedure }) {
  const board = useStoryboard(first, procedure);
  const { scenario, undo, redo, kept } = board;
  const [refused, setRefused] = useState<string>();
  const tryIt = useTry(board, setRefused);
  useUndoKeys(board);
  return (
    <Frame title={`${w.title}: ${scenario.title}`} wide about={<><b>{w.title}</b> {shortLabel(procedure.label)}</>}
      right={<><LinkButton disabled={undo === undefined} onClick={undo}>{w.undo}</LinkButton><LinkButton disabled={redo === undefined} onClick={redo}>{w.redo}</LinkButton><LinkButton onClick={() => download(`${scenario.id}.json`, scenario)}>{w.save}</LinkButton></>}>
      <div className="sb-head"><h1 className="cw-h1">{scenario.title}</h1><Button kind="practice" onClick={tryIt}>{w.tryIt}</Button><p className="cw-s cw-q" role="status">{w[kept]}</p></div>
      {refused === undefined ? null : <Note kind="late"><p role="alert">{refused}</p></Note>}
      {kept === 'elsewhere' ? <InOther scenario={scenario} /> : null}
      <Problems board={board} />
      <div className="sb-board">
        <section aria-labelledby="sb-story" className="sb-left"><h2 id="sb-story" className="cw-h3">{w.list}</h2><AddEntry board={board} /><StoryList board={board} /><p className="cw-s cw-q sb-hint">{w.listHint}</p></section>
        <Entry board={board} />
        <StoryMap board={board} />
      </div>
      <p className="cw-s"><Link href="/">{w.back}</Link></p>
    </Frame>
  );
}

/** Another window was first: nothing of either is lost. */
function InOther({ scenario }: { readonly scenario: Scenario }) {
  const [, go] = useLocation();
  const copy = () => { const made = copyOf(scenario, w.copyTitle(scenario.title)); void keepScenario(made).then(() => go(`/storyboard/${made.id}`)); };
  return <Note kind="late"><p role="alert">{w.other.text}</p><p><Button small onClick={copy}>{w.other.own}</Button> <Button small kind="secondary" onClick={() => window.location.reload()}>{w.other.theirs}</Button></p></Note>;
}

/** What keeps it from being played, each with a way to its place. */
function Problems({ board: { problems, select } }: { readonly board: Storyboard }) {
  if (problems.length === 0) return <p className="sb-fine">{w.problems(0)}</p>;
  const go = (pointer: string) => { select(placeOf(pointer)); requestAnimationFrame(() => document.getElementById('sb-entry')?.focus()); };
  return (
    <Details summary={w.problems(problems.length)} open={problems.length <= FEW}>
      {problems.length > FEW ? <p className="cw-s">{w.firstFirst}</p> : null}
      <ul className="sb-problems">{problems.slice(0, MOST).map((one) => <li key={one.pointer + one.words}>{one.words} <LinkButton onClick={() => go(one.pointer)}>{w.show}<span className="cw-vh"> {one.words}</span></LinkButton></li>)}</ul>
    </Details>
  );
}
const MOST = 30;
const FEW = 2;

/** Ctrl Z and Ctrl Y, save where letters are typed: there the browser undoes letters. */
function useUndoKeys({ undo, redo }: Storyboard): void {
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || (event.target instanceof HTMLElement && event.target.matches('input:not([type=checkbox], [type=radio]), textarea'))) return;
      const key = event.key.toLowerCase();
      const act = key === 'z' && !event.shiftKey ? undo : key === 'y' || (key === 'z' && event.shiftKey) ? redo : undefined;
      if (act !== undefined) { event.preventDefault(); act(); }
    };
    window.addEventListener('keydown', keys);
    return () => window.removeEventListener('keydown', keys);
  }, [undo, redo]);
}

/** Plays the story up to just before the entry that is shown, as it is written. */
function useTry({ scenario, selected }: Storyboard, refuse: (words: string) => void): () => void {
  const [, go] = useLocation();
  const item = storyItem(scenario, selected);
  const at = parseDateTime(item?.at ?? '') ?? 0;
  return () => { beginAt(scenario, (book, rehearsal) => broughtTo(book, rehearsal, item?.list === 'steps' ? item.index : undefined, at)).then((id) => go(`/play/${id}`), (error: unknown) => refuse(error instanceof Error && error.name === 'Unplayable' ? error.message : faultWords(error))); };
}
function broughtTo(book: Playbook, rehearsal: Rehearsal, step: number | undefined, at: number): Rehearsal {
  let now = rehearsal;
  for (const act of book.expected) {
    if (step === undefined ? act.at >= at : act.step >= step) break;
    if (remainingOf(book, toldOf(wayOf(now))).includes(act)) now = asWritten(book, now, act) ?? now;
  }
  return moveTo(book, now, Math.max(at, wayOf(now).clock));
}
