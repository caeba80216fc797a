import { useEffect, useRef } from 'react';
import type { DragEvent, KeyboardEvent } from 'react';
import { castOf, storyDoubled, storyItem, storyMoved, storyMovedTo, storyOf, storyRemoved } from '../../../engine/case/rehearsal/index.ts';
import type { StoryItem } from '../../../engine/case/rehearsal/index.ts';
import { announce } from '../../../ui/index.ts';
import { civilWords } from '../../dates.ts';
import { lineOf } from './story.ts';
import type { Storyboard } from './useStoryboard.ts';
import { storyboardWords as w } from './words.ts';

/** Every entry in order of time, above them what belongs to no moment. Chosen, moved, doubled and deleted by mouse and by keys; the Tab key comes to the one that is shown. */
export function StoryList({ board }: { readonly board: Storyboard }) {
  const { scenario, selected, select } = board;
  const box = useRef<HTMLDivElement>(null);
  const items = storyOf(scenario);
  const places = ['/about', '/cast', '/opening', ...items.map(({ pointer }) => pointer)];
  useEffect(() => {
    const shown = box.current?.querySelector<HTMLElement>('[aria-current="true"]');
    shown?.scrollIntoView({ block: 'nearest' });
    // What was moved or deleted by keys leaves the focus on another line: it goes on with the entry that is shown.
    if (box.current?.contains(document.activeElement) === true && document.activeElement !== shown) shown?.focus();
  }, [selected, scenario]);
  const focus = (pointer: string) => { select(pointer); requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-place="${CSS.escape(pointer)}"]`)?.focus()); };
  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = places[places.indexOf(selected) + step];
    if (step !== 0 && event.altKey) { event.preventDefault(); moveByDay(board, step, event.shiftKey); } else if (step !== 0 && next !== undefined) { event.preventDefault(); focus(next); }
    if (event.key === 'Delete' && storyItem(scenario, selected) !== undefined) { event.preventDefault(); remove(board); }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') { event.preventDefault(); double(board); }
  };
  return (
    <div className="sb-list" ref={box} onKeyDown={keys}>
      <ul>
        <Fixed board={board} pointer="/about" label={w.about} under={scenario.title} />
        <Fixed board={board} pointer="/cast" label={w.cast} under={w.ofCast(castOf(scenario).length)} />
        <Fixed board={board} pointer="/opening" label={w.opening} under={scenario.opening === undefined ? '' : civilWords(scenario.opening.until)} />
      </ul>
      <ol>{items.map((item, index) => <Line key={item.pointer} board={board} item={item} before={items[index - 1]} />)}</ol>
    </div>
  );
}
function Fixed({ board: { selected, select, problems }, pointer, label, under }: { readonly board: Storyboard; readonly pointer: string; readonly label: string; readonly under: string }) {
  const bad = problems.some((one) => placeOf(one.pointer) === pointer);
  return <li><button type="button" data-place={pointer} className="sb-line" tabIndex={selected === pointer ? 0 : -1} aria-current={selected === pointer ? 'true' : undefined} onClick={() => select(pointer)}><b>{label}</b><span>{under}</span>{bad ? <Bad /> : null}</button></li>;
}
const Bad = () => <em className="sb-bad">! {w.mend}</em>;

function Line({ board, item, before }: { readonly board: Storyboard; readonly item: StoryItem; readonly before: StoryItem | undefined }) {
  const { scenario, procedure, selected, select, change, problems, run } = board;
  const { kind, words, who } = lineOf(procedure, item);
  const until = scenario.opening?.until ?? scenario.steps[0]?.at ?? '';
  const day = item.at.slice(0, 10);
  const opens = item.at > until && (before?.at ?? '') <= until;
  const bad = problems.some(({ pointer }) => placeOf(pointer) === item.pointer) || (item.list === 'steps' && run.steps[item.index]?.refusal !== undefined && !('do' in item.part && item.part.expect?.refused !== undefined));
  const drop = (event: DragEvent) => { event.preventDefault(); const from = event.dataTransfer.getData(DRAG); if (from !== '' && from !== item.pointer && item.at !== '') change(storyMovedTo(scenario, from, item.at)); };
  return (
    <>
      {opens ? <li className="sb-begins" aria-hidden="true">{w.begins}</li> : null}
      {day === (before?.at ?? '').slice(0, 10) && before !== undefined && !opens ? null : <li className="sb-day">{day === '' ? w.undated : civilWords(day)}</li>}
      <li draggable={item.at !== ''} onDragStart={(event) => event.dataTransfer.setData(DRAG, item.pointer)} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <button type="button" data-place={item.pointer} className={`sb-line ${item.list}`} tabIndex={selected === item.pointer ? 0 : -1} aria-current={selected === item.pointer ? 'true' : undefined} onClick={() => select(item.pointer)}>
          <b>{item.at.slice(11)} <i>{kind}</i></b><span>{words}{who === '' ? null : <small> {who}</small>}</span>{bad ? <Bad /> : null}
        </button>
      </li>
    </>
  );
}
const DRAG = 'text/x-caseway-story';

/** The entry on the storyboard that a problem belongs to. */
export function placeOf(pointer: string): string {
  const dated = /^\/(?:steps|injects|questions|notes)\/\d+/.exec(pointer)?.[0];
  return dated ?? (pointer.startsWith('/cast') ? '/cast' : pointer.startsWith('/opening') ? '/opening' : '/about');
}

/** The entry that is shown, so many days on; with everything after it when asked. */
export function moveByDay({ scenario, selected, change }: Storyboard, days: number, after: boolean): void {
  const moved = storyMoved(scenario, selected, { days }, after);
  change(moved);
  announce(w.moved(civilWords(storyItem(moved.scenario, moved.pointer)?.at ?? '')));
}
/** Deletes the entry that is shown; the next one is shown then. */
export function remove({ scenario, selected, change }: Storyboard): void {
  const items = storyOf(scenario);
  const place = items.findIndex(({ pointer }) => pointer === selected);
  const after = storyRemoved(scenario, selected).scenario;
  const next = storyOf(after)[Math.min(place, items.length - 2)];
  change({ scenario: after, pointer: next?.pointer ?? '/about' });
  announce(w.removed);
}
export function double({ scenario, selected, change }: Storyboard): void {
  if (storyItem(scenario, selected) === undefined) return;
  change(storyDoubled(scenario, selected));
  announce(w.doubled);
}
