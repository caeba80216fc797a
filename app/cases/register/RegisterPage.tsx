import { useMemo, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { CompiledProcedure } from '../../../engine/case/compile.ts';
import type { Id } from '../../../engine/procedure/types.ts';
import type { Instant } from '../../../engine/time/types.ts';
import { SelectField, announce, buttonClass } from '../../../ui/index.ts';
import { shortLabel, textOf } from '../../procedures/catalogue.ts';
import { useWorld } from '../../world/world.ts';
import { partyLabel } from '../actors.ts';
import { OverFrame } from '../today/OverFrame.tsx';
import { todayWords } from '../today/words.ts';
import { useOverview } from '../today/useOverview.ts';
import type { Overview } from '../today/useOverview.ts';
import { Copies } from './Copies.tsx';
import { choicesIn, columnsOf, firstColumns, linesOf, matching, nothingWanted } from './model.ts';
import type { Wanted } from './model.ts';
import { RegisterTable } from './RegisterTable.tsx';
import { ChooseColumns, Search, WantedChips } from './Search.tsx';
import { registerWords as w } from './words.ts';

interface Choice { readonly value: string; readonly compiled: CompiledProcedure; readonly register: Id }

/** The lists that the procedures tell somebody to keep, filled by the cases. */
export function RegisterPage() {
  const overview = useOverview();
  const now = useWorld().now();
  const [search] = useSearchParams();
  const choices = (overview?.procedures ?? []).flatMap((compiled) => Object.keys(compiled.procedure.registers ?? {}).map((register): Choice => ({ value: `${compiled.pin.id}/${register}`, compiled, register })));
  const choice = choices.find((one) => one.value === search.get('of')) ?? choices[0];
  return (
    <OverFrame title={w.title} place="register" overview={overview}>
      {overview === undefined ? null : choice === undefined ? <><h1 className="cw-h1 case-h1">{w.title}</h1><p className="cw-prose">{w.none}</p><p><Link className={buttonClass()} href="/cases/open">{todayWords.open}</Link></p><p><Link href="/reports">{w.reports}</Link></p></> : <OneRegister key={choice.value} overview={overview} choices={choices} choice={choice} now={now} />}
    </OverFrame>
  );
}
function OneRegister({ overview, choices, choice, now }: { readonly overview: Overview; readonly choices: readonly Choice[]; readonly choice: Choice; readonly now: Instant }) {
  const { compiled, register } = choice;
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const definition = compiled.procedure.registers?.[register];
  const columns = useMemo(() => (definition === undefined ? [] : columnsOf(definition)), [definition]);
  const [wanted, setWanted] = useState<Wanted>({ ...nothingWanted, sort: definition?.sortBy ?? '', down: true });
  const all = useMemo(() => linesOf(register, compiled, [...overview.open, ...overview.closed], now), [register, compiled, overview, now]);
  const lines = useMemo(() => matching(all, columns, wanted), [all, columns, wanted]);
  if (definition === undefined) return null;
  const chosen = (search.get('columns')?.split(',') ?? []).filter((id) => columns.some((one) => one.id === id));
  const visible = chosen.length > 0 ? chosen : firstColumns(columns);
  const shownColumns = columns.filter(({ id }) => visible.includes(id));
  const open = lines.filter((line) => line.row.closed === 0);
  const count = w.count(lines.length, all.length, open.length, open.filter((line) => line.late).length);
  const show = (change: Wanted) => { setWanted(change); announce(w.count(matching(all, columns, change).length, all.length, 0, 0).split(':')[0] ?? ''); };
  return (
    <>
      <div className="case-head"><h1 className="cw-h1">{textOf(definition.label)}</h1><Copies title={textOf(definition.label)} register={register} compiled={compiled} lines={lines} visible={shownColumns} compiledOf={overview.compiledOf} now={now} /></div>
      <p className="cw-caption cw-noprint"><Link href="/reports">{w.reports}</Link></p><p className="cw-caption">{definition.keeper === undefined ? '' : w.keeper(partyLabel(compiled.procedure, definition.keeper))}{w.teach}</p>
      <Search before={choices.length < 2 ? null : <SelectField id="register-of" label={w.which} value={choice.value} onChange={(value) => go(`/register?of=${value}`)} options={choices.map((one) => ({ value: one.value, label: `${shortLabel(one.compiled.procedure.label)}: ${textOf(one.compiled.procedure.registers?.[one.register]?.label)}` }))} />} wanted={wanted} onShow={show} choices={choicesIn(all, columns)} years={[...new Set(all.map((line) => new Date(line.row.opened).getUTCFullYear()))].toSorted((a, b) => b - a)} />
      <div className="register-line"><p className="cw-s cw-z" role="status"><b>{count}</b></p><WantedChips wanted={wanted} columns={columns} onShow={show} /><span className="cw-s cw-q">{w.private}</span></div>
      <ChooseColumns columns={columns} visible={visible} onChoose={(ids) => go(`/register?of=${choice.value}&columns=${encodeURIComponent(ids.join(','))}`)} />
      {all.length === 0 ? <><p>{w.empty}</p><p><Link className={buttonClass()} href="/cases/open">{todayWords.open}</Link></p></> : lines.length === 0 ? <p>{w.nothing}</p> : <RegisterTable caption={textOf(definition.label)} lines={lines} columns={shownColumns} wanted={wanted} onSort={(sort) => setWanted({ ...wanted, sort, down: wanted.sort === sort ? !wanted.down : false })} />}
    </>
  );
}
