import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Checkboxes, Details, LinkButton, SelectField, TextField } from '../../../ui/index.ts';
import { nothingWanted } from './model.ts';
import type { ColumnOf, Wanted } from './model.ts';
import { registerWords as w } from './words.ts';

/** What is searched for and filtered by; applied when shown, not while typed. What is searched for stays out of the address. */
export function Search({ before, wanted, onShow, choices, years }: { readonly before: ReactNode; readonly wanted: Wanted; readonly onShow: (wanted: Wanted) => void; readonly choices: readonly { readonly column: ColumnOf; readonly values: readonly string[] }[]; readonly years: readonly number[] }) {
  const [typed, setTyped] = useState(wanted);
  const [from, setFrom] = useState(wanted);
  if (from !== wanted) { setFrom(wanted); setTyped(wanted); }
  const set = (change: Partial<Wanted>) => setTyped({ ...typed, ...change });
  return (
    <form className="register-search" role="search" onSubmit={(event) => { event.preventDefault(); onShow(typed); }}>
      {before}
      <TextField id="register-find" label={w.find} hint={w.findHint} value={typed.find} onChange={(find) => set({ find })} />
      <SelectField id="register-state" label={w.state} empty={w.all} value={typed.state} onChange={(state) => set({ state: state as Wanted['state'] })} options={[{ value: 'open', label: w.open }, { value: 'late', label: w.late }, { value: 'closed', label: w.closed }]} />
      {years.length < 2 ? null : <SelectField id="register-year" label={w.opened} empty={w.all} value={typed.year} onChange={(year) => set({ year })} options={years.map((year) => ({ value: String(year), label: String(year) }))} />}
      {choices.map(({ column, values }) => <SelectField key={column.id} id={`register-${column.id}`} label={column.label} empty={w.all} value={typed.values[column.id] ?? ''} onChange={(value) => set({ values: { ...typed.values, [column.id]: value } })} options={values.map((value) => ({ value, label: value.length > 40 ? `${value.slice(0, 39)}…` : value }))} />)}
      <Button type="submit">{w.show}</Button>
    </form>
  );
}
/** Each filter as a chip that can be dropped. */
export function WantedChips({ wanted, columns, onShow }: { readonly wanted: Wanted; readonly columns: readonly ColumnOf[]; readonly onShow: (wanted: Wanted) => void }) {
  const chips = [
    ...(wanted.find.trim() === '' ? [] : [{ words: `“${wanted.find.trim()}”`, without: { ...wanted, find: '' } }]),
    ...(wanted.state === '' ? [] : [{ words: `${w.state}: ${w[wanted.state]}`, without: { ...wanted, state: '' as const } }]),
    ...(wanted.year === '' ? [] : [{ words: `${w.opened} ${wanted.year}`, without: { ...wanted, year: '' } }]),
    ...Object.entries(wanted.values).flatMap(([id, value]) => (value === '' ? [] : [{ words: `${columns.find((one) => one.id === id)?.label ?? id}: ${value}`, without: { ...wanted, values: { ...wanted.values, [id]: '' } } }])),
  ];
  if (chips.length === 0) return null;
  return <span className="register-chips cw-s">{w.filterOn} {chips.map(({ words, without }) => <button key={words} type="button" onClick={() => onShow(without)}>{words} <span aria-hidden="true">✕</span><span className="cw-vh">. {w.remove(words)}</span></button>)} <LinkButton onClick={() => onShow({ ...nothingWanted, sort: wanted.sort, down: wanted.down })}>{w.clear}</LinkButton></span>;
}
/** Which of the register's columns are shown; kept in the address. */
export function ChooseColumns({ columns, visible, onChoose }: { readonly columns: readonly ColumnOf[]; readonly visible: readonly string[]; readonly onChoose: (ids: readonly string[]) => void }) {
  const [chosen, setChosen] = useState(visible);
  return (
    <Details summary={w.columns(visible.length, columns.length)}>
      <form className="register-columns" onSubmit={(event) => { event.preventDefault(); onChoose(columns.map(({ id }) => id).filter((id) => chosen.includes(id))); }}>
        <Checkboxes id="register-columns" label={w.columnsTitle} hint={w.most} choices={columns.map(({ id, label }) => ({ value: id, label }))} values={chosen} onChange={setChosen} />
        <Button type="submit" kind="secondary" small>{w.columnsButton}</Button>
      </form>
    </Details>
  );
}
