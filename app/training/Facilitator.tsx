import { useState } from 'react';
import { asWritten, labelOf, moveTo, remainingOf, toldOf, wayOf } from '../../engine/case/rehearsal/index.ts';
import type { ExpectedAct, Rehearsal } from '../../engine/case/rehearsal/index.ts';
import { parseDateTime } from '../../engine/time/london.ts';
import { Button, Details, LinkButton, announce } from '../../ui/index.ts';
import { partyLabel } from '../cases/actors.ts';
import { instantWords } from '../dates.ts';
import { recordedScenario } from './recorded.ts';
import { keepScenario } from './shelf.ts';
import { usePlayer } from './usePlayer.ts';
import type { Player } from './usePlayer.ts';
import { trainingWords } from './words.ts';

const w = trainingWords.room;

/** For whoever leads the room, closed at first: aims, notes, and what the scenario would have done next. */
export function Facilitator() {
  const player = usePlayer();
  const { book, way, model: { now, procedure } } = player;
  const [said, setSaid] = useState('');
  const [next] = remainingOf(book, toldOf(way));
  const notes = (book.scenario.notes ?? []).filter((note) => note.at === undefined || (parseDateTime(note.at) ?? 0) <= now);
  const say = (words: string) => { setSaid(words); announce(words); };
  return (
    <div className="tr-facilitator">
      <Details summary={w.facilitator}>
        {book.scenario.aims === undefined ? null : <><h3>{w.aims}</h3><ul>{book.scenario.aims.map((aim) => <li key={aim}>{aim}</li>)}</ul></>}
        {notes.length === 0 ? null : <><h3>{w.notesNow}</h3><ul>{notes.map((note) => <li key={note.words}>{note.words}</li>)}</ul></>}
        <h3>{w.expected}</h3>
        {next === undefined ? <p>{w.nobody}</p> : <p>{partyLabel(procedure, next.act.as)}: {actLabel(player, next)} <span className="cw-q">({instantWords(next.at, 0)})</span></p>}
        {next === undefined ? null : <Button small kind="secondary" onClick={() => say(doAsWritten(player, next))}>{w.asWritten}</Button>}
        <p><LinkButton onClick={() => { void keepScenario(recordedScenario(player.book, player.rehearsal)).then(() => say(w.saved)); }}>{w.record}</LinkButton></p>
        {said === '' ? null : <p role="status">{said}</p>}
      </Details>
    </div>
  );
}

/** Does the expected act at its time, or now if that is past; what is said of it. */
function doAsWritten({ book, rehearsal, change }: Player, next: ExpectedAct): string {
  const done = attempted({ book, rehearsal }, next);
  if (done === undefined) return w.cannot;
  change(() => done);
  return w.played(actLabel({ book }, next));
}
function attempted({ book, rehearsal }: Pick<Player, 'book' | 'rehearsal'>, next: ExpectedAct): Rehearsal | undefined {
  const moved = moveTo(book, rehearsal, Math.max(next.at, wayOf(rehearsal).clock));
  return remainingOf(book, toldOf(wayOf(moved))).includes(next) ? asWritten(book, moved, next) : moved;
}
const actLabel = ({ book }: Pick<Player, 'book'>, { body }: ExpectedAct): string => labelOf(book, body);
