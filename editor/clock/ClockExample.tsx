// The worked example: choose when it began, see the days counted, the date, and how it was counted; and what the
// date was before the clocks were changed here.
import { useId, useState } from 'react';
import type { DateExpression, Id, Procedure, Timescale } from '../../engine/procedure/types.ts';
import { anchorWords, settled } from '../../engine/procedure/words/clock.ts';
import { clockOf } from '../model/clocks.ts';
import { taskTitle } from '../model/text.ts';
import { useBench, useEditor } from '../store/context.ts';
import { words } from '../words.ts';
import { hasTime, same } from './anchors.ts';
import { exampleOf } from './example.ts';
import { stripOf, type Cell, type Strip } from './strip.ts';

interface Props { readonly clocks: readonly (readonly [Id, Timescale])[]; readonly current: Id; readonly before: Procedure; /** The clocks are for different things: each says which. */ readonly named: boolean }

export function ClockExample({ clocks, current, before, named }: Props) {
  const { today } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const [chosen, setChosen] = useState<readonly { readonly from: DateExpression; readonly value: string }[]>([]);
  const anchors = clocks.map(([, each]) => each.from).filter((from, index, all) => all.findIndex((other) => same(other, from)) === index);
  const timed = (from: DateExpression): boolean => hasTime(procedure, from) && clocks.some(([, each]) => same(each.from, from) && isHours(procedure, each));
  const start = (from: DateExpression): string => chosen.find((each) => same(each.from, from))?.value ?? today;
  const valueOf = (from: DateExpression): string => (timed(from) && !start(from).includes('T') ? `${start(from)}T09:00` : timed(from) ? start(from) : start(from).slice(0, 10));
  const counted = clocks.map(([id, each]) => ({ id, clock: clockOf(procedure, id, each), timescale: each, example: exampleOf(procedure, each, valueOf(each.from)), was: was(before, id, valueOf(each.from)) }));
  const examples = counted.map((each) => each.example).filter((each) => each !== null);
  const strip = examples.length === counted.length ? stripOf(examples) : null;
  return (
    <section className="ed-example" aria-label={words.clock.example}>
      <div className="ed-example-head"><h3>{words.clock.example}</h3>
        {anchors.map((from) => <Start key={JSON.stringify(from)} label={anchorWords(procedure, from)} timed={timed(from)} value={valueOf(from)} onChange={(value) => setChosen([...chosen.filter((each) => !same(each.from, from)), { from, value }])} />)}
      </div>
      {strip !== null && <Days strip={strip} titles={counted.map((each) => [words.clock.basisShort[each.timescale.basis], each.clock.amount, ...(named ? [taskTitle(procedure, each.timescale.for)] : [])])} />}
      <ul className="ed-said">
        {counted.map(({ id, clock, example, was: earlier, timescale }, index) => (
          <li key={id} className={id === current ? 'ed-said-on' : undefined}>
            {example === null ? <p className="ed-hint">{clock.unclear ? words.clock.noAmount : words.clock.waits(anchorWords(procedure, timescale.from))}</p> : <><b className={`ed-due ed-due-${index % 2}`}>{example.due}</b><p>{example.sentence}{earlier !== null && earlier !== example.due ? <> <span className="ed-was">{words.clock.before(earlier)}</span></> : null}</p></>}
          </li>
        ))}
      </ul>
      {examples.length > 1 && !named && <p className="ed-note">{words.clock.twoClocks}</p>}
    </section>
  );
}

const isHours = (procedure: Procedure, timescale: Timescale): boolean => { const unit = settled(procedure, timescale.unit); return unit === 'hours' || unit === 'business-hours'; };
function was(before: Procedure, id: Id, from: string): string | null {
  const timescale = before.timescales?.[id];
  return timescale === undefined ? null : exampleOf(before, timescale, from)?.due ?? null;
}

function Start({ label, timed, value, onChange }: { readonly label: string; readonly timed: boolean; readonly value: string; readonly onChange: (value: string) => void }) {
  const id = useId();
  return <div className="ed-start"><label htmlFor={id}>{label.charAt(0).toUpperCase() + label.slice(1)}</label><input id={id} className="ed-in" type={timed ? 'datetime-local' : 'date'} value={value} onChange={(event) => { if (event.currentTarget.value !== '') onChange(event.currentTarget.value); }} /></div>;
}

function Days({ strip, titles }: { readonly strip: Strip; /** Where each clock comes from, how long it is, and what it is for where that has to be said. */ readonly titles: readonly (readonly string[])[] }) {
  return (
    <div className="ed-strip-scroll" tabIndex={0} role="region" aria-label={words.clock.strip}>
      <table className="ed-days">
        <thead><tr><td />{strip.columns.map((column) => <th key={column.day} scope="col" className={`ed-day-${column.off ?? 'plain'}`} title={column.holiday ?? undefined}><span>{column.weekday}</span><b>{column.date}</b><span>{column.off === 'holiday' ? words.clock.bank : column.month}</span></th>)}</tr></thead>
        <tbody>{strip.rows.map((row, index) => (
          <tr key={index}><th scope="row"><b>{titles[index]?.[0]}</b>{titles[index]?.slice(1).map((each) => <span key={each}>{each}</span>)}</th>
            {row.map((cell, at) => <td key={strip.columns[at]?.day} className={`ed-cell ed-cell-${cell.kind} ed-day-${strip.columns[at]?.off ?? 'plain'} ed-row-${index % 2}`}>{cellWords(cell)}</td>)}
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}

function cellWords(cell: Cell) {
  if (cell.kind === 'start') return <b>{words.clock.startCell}</b>;
  if (cell.kind === 'due') return <><b>{cell.number}</b><span>{words.clock.due}</span></>;
  if (cell.kind === 'left-out') return words.clock.left;
  return cell.number;
}
