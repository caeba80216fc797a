import { useRef, useState } from 'react';
import type { CompiledProcedure } from '../../../engine/case/compile.ts';
import { registerCsv } from '../../../engine/case/register-csv.ts';
import type { Id } from '../../../engine/procedure/types.ts';
import type { Instant } from '../../../engine/time/types.ts';
import { Button, LinkButton, announce } from '../../../ui/index.ts';
import { civilDay } from '../../dates.ts';
import { log } from '../../world/log.ts';
import { saveFile } from '../../world/download.ts';
import { recordExport } from '../../trust/access.ts';
import { originOf } from '../../trust/origin.ts';
import { useWorld } from '../../world/world.ts';
import { calendarFile } from '../exports/ics.ts';
import { tableOrigin } from '../exports/origin.ts';
import type { CompiledOf } from '../today/overview.ts';
import { datesOf } from '../today/sentDates.ts';
import type { ColumnOf, Line } from './model.ts';
import { tableOf } from './model.ts';
import { registerWords as w } from './words.ts';

const MANY = 500;

/** Copies of what is shown: Excel, dates, paper. Long ones say how far they are, can be stopped, and leave the page free. */
export function Copies({ title, register, compiled, lines, visible, compiledOf, now }: { readonly title: string; readonly register: Id; readonly compiled: CompiledProcedure; readonly lines: readonly Line[]; readonly visible: readonly ColumnOf[]; readonly compiledOf: CompiledOf; readonly now: Instant }) {
  const [done, setDone] = useState<number>();
  const [said, setSaid] = useState('');
  const going = useRef(true);
  const world = useWorld();
  const say = (words: string) => { setSaid(words); announce(words); };
  const told = (what: string) => { say(w.written(what)); void recordExport(world, '', `${title}: ${what}, ${lines.length} rows`); };
  const name = `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${civilDay(now)}`;
  const excel = async () => {
    going.current = true;
    setSaid('');
    setDone(0);
    const { sheetFile } = await import('../exports/sheet.ts');
    const { heads, rows } = tableOf(lines, visible.filter(({ id }) => id !== 'reference'));
    const file = await sheetFile({ title, heads, rows, origin: await tableOrigin(world, lines.length) }, (count) => { setDone(count); return going.current; });
    if (file === undefined) { say(w.stopped); return; }
    saveFile(`${name}.xlsx`, file.type, file);
    told(w.excel);
  };
  const csv = async () => {
    const origin = await tableOrigin(world, lines.length);
    saveFile(`${name}.csv`, 'text/csv', registerCsv(compiled, register, lines.map((line) => ({ case: line.row.case, cells: line.cells })), { mark: true, origin }));
    told(w.csv);
  };
  const failed = (error: unknown) => { log(`Copy of the register: ${String(error)}`); say(w.failed); };
  const dates = async () => { const origin = await originOf(world, ''); saveFile(`${name}.ics`, 'text/calendar', calendarFile(datesOf(lines.flatMap((line) => line.entries.filter((one) => one.due !== undefined)), compiledOf), now, origin)); told(w.dates); };
  if (lines.length === 0) return null;
  return (
    <div className="cw-row register-copies cw-noprint"><span className="cw-s">{w.copy(lines.length)}</span>
      <Button kind="secondary" small disabled={done !== undefined} onClick={() => { excel().catch(failed).finally(() => setDone(undefined)); }}>{w.excel}</Button>
      <Button kind="secondary" small onClick={() => { csv().catch(failed); }}>{w.csv}</Button><Button kind="secondary" small onClick={() => { dates().catch(failed); }}>{w.dates}</Button><Button kind="secondary" small onClick={() => window.print()}>{w.print}</Button>
      {done === undefined ? <span className="cw-s">{said}</span> : <span className="cw-s" role="status">{lines.length < MANY ? '' : <>{w.writing(done, lines.length)} <progress value={done} max={lines.length} aria-label={w.excel} /> <LinkButton onClick={() => { going.current = false; }}>{w.stop}</LinkButton></>}</span>}
    </div>
  );
}
