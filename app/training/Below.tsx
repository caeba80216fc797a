import { useState } from 'react';
import { compareWays, fork, MOST_WAYS, play, stepTo, toldOf } from '../../engine/case/rehearsal/index.ts';
import type { ComparedLine, Moment } from '../../engine/case/rehearsal/index.ts';
import { LinkButton, Table, Tag } from '../../ui/index.ts';
import { partyLabel } from '../cases/actors.ts';
import { eventWords } from '../cases/events.ts';
import { instantWords } from '../dates.ts';
import { DueList } from './DueList.tsx';
import { usePlayer } from './usePlayer.ts';
import { trainingWords } from './words.ts';

const w = trainingWords.room;
const ORDER: readonly ComparedLine['kind'][] = ['outcome', 'decision', 'clock', 'task', 'stage'];
type View = 'due' | 'compare' | 'happened';

/** Below the path, one thing at a time: what is due, the ways side by side, or what was done. */
export function Below() {
  const { rehearsal, change, way } = usePlayer();
  const [view, setView] = useState<View>('due');
  const views: readonly View[] = rehearsal.ways.length > 1 ? ['due', 'compare', 'happened'] : ['due', 'happened'];
  const shown = views.includes(view) ? view : 'due';
  const full = rehearsal.ways.length >= MOST_WAYS;
  return (
    <section className="tr-below" aria-label={w.views}>
      <div className="tr-tabs">
        {views.map((one) => <button key={one} type="button" aria-pressed={one === shown} onClick={() => setView(one)}>{w[one]}{one === 'happened' ? ` (${way.told})` : ''}</button>)}
        <LinkButton disabled={full} title={full ? w.most : undefined} onClick={() => { change(fork); setView('compare'); }}>{w.fork}</LinkButton>
      </div>
      {shown === 'due' ? <DueList /> : shown === 'compare' ? <Compared /> : <StepBack />}
    </section>
  );
}

function Compared() {
  const { book, rehearsal, way, model, change } = usePlayer();
  const [all, setAll] = useState(false);
  const compared = compareWays(book, rehearsal.ways, model.now);
  const same = compared.filter((line) => !line.differs && line.kind !== 'outcome').length;
  const lines = compared.filter((line) => all || line.differs || line.kind === 'outcome').toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const columns = [{ id: 'what', head: w.comparedAt(instantWords(model.now, 0)), className: 'tr-what' }, ...rehearsal.ways.map((one) => ({ id: one.letter, head: <span className={`tr-way ${one.letter.toLowerCase()}`}>{trainingWords.clock.way(one.letter)}</span> }))];
  return (
    <>
      <Table caption={w.compare} hideCaption columns={columns} rows={lines.map((line, index) => ({ id: `${line.kind}-${line.label}-${index}`, cells: [line.label, ...line.cells.map((cell, at) => <Cell key={columns[at + 1]?.id} kind={line.kind} cell={cell} />)] }))} />
      {same === 0 ? null : <p className="cw-s cw-q">{w.sameInAll(same)} <LinkButton aria-expanded={all} onClick={() => setAll(!all)}>{all ? w.hideSame : w.showSame}</LinkButton></p>}
      <p className="cw-row">{rehearsal.ways.filter((one) => one.letter !== way.letter).map((one) => <LinkButton key={one.letter} onClick={() => change((before) => play(before, one.letter))}>{w.play(one.letter)}</LinkButton>)}</p>
    </>
  );
}
function Cell({ kind, cell }: { readonly kind: ComparedLine['kind']; readonly cell: ComparedLine['cells'][number] }) {
  if (cell.words === '') return <span className="cw-q">{caseNone}</span>;
  if (kind !== 'clock' || cell.state === undefined) return <>{cell.words}</>;
  return <Tag wrap kind={cell.state === 'met' ? 'met' : cell.state === 'overdue' || cell.state === 'met-late' ? 'late' : 'pending'}>{cell.words}</Tag>;
}
const caseNone = 'not done';

/** Everything that was done in this way, latest first; each a place to step back to. */
function StepBack() {
  const { way, rehearsal, book, change } = usePlayer();
  const told = toldOf(way);
  const parted = new Map(rehearsal.ways.flatMap((one) => (one.parted === undefined ? [] : [[one.parted.after, `${one.parted.from} and ${one.letter}`] as const])));
  const to = (place: number) => change((before) => stepTo(book, before, place));
  return (
    <ol className="tr-happened" reversed>
      {told.map((moment, index) => ({ moment, place: index + 1 })).toReversed().map(({ moment, place }) => (
        <li key={place} className={moment.refusal === undefined ? '' : 'refused'}>
          <LinkButton onClick={() => to(place)}><b>{instantWords(moment.entry.at, way.clock)}</b> <MomentWords moment={moment} /></LinkButton>{parted.has(place) ? <span className="cw-s cw-q"> {w.part(parted.get(place) ?? '')}</span> : null}
        </li>
      ))}
      <li><LinkButton onClick={() => to(0)}>{w.begins}</LinkButton>{told.length === 0 ? <span className="cw-s cw-q"> {w.nothingYet}</span> : null}</li>
    </ol>
  );
}
function MomentWords({ moment: { entry, refusal, case: held } }: { readonly moment: Moment }) {
  const { book } = usePlayer();
  const { procedure } = book.compiled;
  if (entry.kind === 'answer') return <>{w.question}</>;
  const event = held.events.find((one) => one.id === entry.id);
  const what = event === undefined ? '' : eventWords(procedure, event, entry.at).title;
  return <>{refusal === undefined ? what : refusal.words} <span className="cw-s cw-q">{partyLabel(procedure, entry.role)}{refusal === undefined ? '' : `, ${w.refusedWord}`}</span></>;
}
