import { useMemo } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { CompiledProcedure } from '../../../engine/case/compile.ts';
import type { RegisterRow } from '../../../engine/store/types.ts';
import type { Instant } from '../../../engine/time/types.ts';
import { Details, SelectField, Tag, buttonClass } from '../../../ui/index.ts';
import { shortLabel, textOf } from '../../procedures/catalogue.ts';
import { useWorld } from '../../world/world.ts';
import { stageFlow } from '../now/stageFlow.ts';
import { calendarOf } from './calendarOf.ts';
import { aboutOf, entryWords } from './entryWords.ts';
import { OverFrame } from './OverFrame.tsx';
import { entriesOf, lastSoonDay } from './overview.ts';
import type { Entry } from './overview.ts';
import { useOverview } from './useOverview.ts';
import type { Overview } from './useOverview.ts';
import { todayWords as w } from './words.ts';

/** All open cases of a procedure by the stage they are in. */
export function BoardPage() {
  const overview = useOverview();
  const now = useWorld().now();
  return (
    <OverFrame title={w.boardTitle} place="cases" overview={overview}>
      <div className="case-head"><h1 className="cw-h1">{w.boardTitle}</h1><Link className={buttonClass()} href="/cases/open">{w.open}</Link></div>
      {overview === undefined ? null : overview.open.length === 0 ? <p>{w.boardNone}</p> : <Board overview={overview} now={now} />}
    </OverFrame>
  );
}
function Board({ overview, now }: { readonly overview: Overview; readonly now: Instant }) {
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const used = overview.procedures.filter(({ procedure }) => overview.open.some((row) => row.procedure === procedure.id));
  const chosen = used.find(({ procedure }) => procedure.id === search.get('procedure')) ?? used[0];
  if (chosen === undefined) return <p>{w.boardNone}</p>;
  return (
    <>
      {used.length < 2 ? null : <SelectField id="board-procedure" label={w.boardProcedure} value={chosen.procedure.id} onChange={(id) => go(`/board?procedure=${id}`)} options={used.map(({ procedure }) => ({ value: procedure.id, label: shortLabel(procedure.label) }))} />}
      <Stages overview={overview} compiled={chosen} now={now} />
    </>
  );
}
function Stages({ overview, compiled, now }: { readonly overview: Overview; readonly compiled: CompiledProcedure; readonly now: Instant }) {
  const { procedure } = compiled;
  const order = useMemo(() => stageFlow(procedure).order, [procedure]);
  const rows = overview.open.filter((row) => row.procedure === procedure.id);
  const entries = useMemo(() => entriesOf(rows, overview.compiledOf, {}, now, lastSoonDay(calendarOf(overview), now)), [rows, overview, now]);
  const first = new Map(entries.toReversed().map((entry) => [entry.row.case, entry]));
  const inStage = (stage: string) => rows.filter((row) => row.stages.includes(stage));
  const taken = order.filter((stage) => inStage(stage).length > 0);
  const empty = order.filter((stage) => inStage(stage).length === 0);
  return (
    <>
      <div className="board" role="group" aria-label={w.boardTitle} tabIndex={0}>
        {taken.map((stage) => (
          <section key={stage} aria-labelledby={`stage-${stage}`}><h2 id={`stage-${stage}`}>{textOf(procedure.stages[stage]?.label)} ({inStage(stage).length})</h2>
            <ul>{inStage(stage).map((row) => <Card key={row.case} row={row} entry={first.get(row.case)} compiled={overview.compiledOf(row)} now={now} />)}</ul>
          </section>
        ))}
      </div>
      {empty.length === 0 ? null : <Details summary={w.boardEmptyStages(empty.length)}><ul className="case-plain">{empty.map((stage) => <li key={stage}>{textOf(procedure.stages[stage]?.label)}</li>)}</ul></Details>}
    </>
  );
}
function Card({ row, entry, compiled, now }: { readonly row: RegisterRow; readonly entry: Entry | undefined; readonly compiled: CompiledProcedure | undefined; readonly now: Instant }) {
  const words = entry === undefined || entry.due === undefined ? undefined : entryWords(entry, compiled, now);
  return (
    <li className={entry?.group}>
      <Link href={`/cases/${row.case}`}>{aboutOf({ row })}</Link>
      <p>{entry?.task.label ?? w.noneDue}</p>
      {words === undefined ? null : <Tag kind={words.kind} {...(words.sign === undefined ? {} : { sign: words.sign })}>{words.kind === 'late' ? words.state : words.date}</Tag>}
    </li>
  );
}
