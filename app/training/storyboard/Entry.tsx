import { useEffect, useRef, useState } from 'react';
import { storyItem } from '../../../engine/case/rehearsal/index.ts';
import { Button, Checkbox } from '../../../ui/index.ts';
import { AboutForm, CastForm, OpeningForm } from './AboutForm.tsx';
import { ActForm } from './ActForm.tsx';
import { InjectForm, NoteForm, QuestionForm } from './NewsForms.tsx';
import { double, moveByDay, placeOf, remove } from './StoryList.tsx';
import { lineOf } from './story.ts';
import type { Storyboard } from './useStoryboard.ts';
import { storyboardWords as w } from './words.ts';

/** The entry that is shown, to be changed; what is wrong with it stands first. */
export function Entry({ board }: { readonly board: Storyboard }) {
  const { scenario, procedure, selected, problems, turn } = board;
  const box = useRef<HTMLElement>(null);
  useEffect(() => { if (box.current !== null) box.current.scrollTop = 0; }, [turn]);
  const item = storyItem(scenario, selected);
  const title = item === undefined ? { '/cast': w.cast, '/opening': w.opening }[selected] ?? w.about : lineOf(procedure, item).kind;
  const wrong = problems.filter((one) => placeOf(one.pointer) === selected && !one.pointer.endsWith('/do'));
  return (
    <section ref={box} className="sb-entry" aria-labelledby="sb-entry">
      <h2 id="sb-entry" className="cw-h2" tabIndex={-1}>{title}</h2>
      {item === undefined ? null : <Tools board={board} dated={item.at !== ''} />}
      {wrong.length === 0 ? null : <ul className="sb-wrong">{wrong.map((one) => <li key={one.pointer + one.words}>{one.words}</li>)}</ul>}
      <div key={turn}><Fields board={board} /></div>
    </section>
  );
}

function Fields({ board }: { readonly board: Storyboard }) {
  const item = storyItem(board.scenario, board.selected);
  if (item === undefined) return board.selected === '/cast' ? <CastForm board={board} /> : board.selected === '/opening' ? <OpeningForm board={board} /> : <AboutForm board={board} />;
  const { part, list, index } = item;
  if ('do' in part) return <ActForm board={board} part={part} index={index} />;
  if ('look' in part) return <p>{w.look}.</p>;
  if ('ask' in part) return <QuestionForm board={board} part={part} />;
  return list === 'injects' && 'title' in part ? <InjectForm board={board} part={part} /> : 'words' in part ? <NoteForm board={board} part={part} /> : null;
}

/** Moves, doubles and deletes the entry; the same as by keys in the list. */
function Tools({ board, dated }: { readonly board: Storyboard; readonly dated: boolean }) {
  const [after, setAfter] = useState(false);
  return (
    <div className="sb-tools">
      {dated ? <><Button small kind="secondary" onClick={() => moveByDay(board, -1, after)}>{w.earlier}</Button><Button small kind="secondary" onClick={() => moveByDay(board, 1, after)}>{w.later}</Button></> : null}
      <Button small kind="secondary" onClick={() => double(board)}>{w.double}</Button><Button small kind="secondary" onClick={() => remove(board)}>{w.remove}</Button>
      {dated ? <Checkbox id="sb-after" label={w.after} checked={after} onChange={setAfter} /> : null}
    </div>
  );
}
