import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { dayWords } from '../../../engine/time/words.ts';
import { parseDay } from '../../../engine/time/day.ts';
import { Button, Details, SelectField } from '../../../ui/index.ts';
import { shortLabel } from '../../procedures/catalogue.ts';
import { partyLabel, rolesOf } from '../actors.ts';
import type { Filter } from './overview.ts';
import type { Overview } from './useOverview.ts';
import { todayWords } from './words.ts';

const w = todayWords.filter;
const KEYS = ['procedure', 'role', 'when', 'case', 'day'] as const;

/** The address of a page with a filter; nothing in it names a person. */
export function filterHref(path: string, filter: Partial<Filter>): string {
  const search = new URLSearchParams([...(filter.who === 'all' ? [['who', 'all']] : []), ...KEYS.flatMap((key) => (filter[key] === undefined || filter[key] === '' ? [] : [[key, filter[key]]]))] as string[][]);
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}
/** What may be filtered by, folded until wanted. */
export function Filters({ path, filter, overview }: { readonly path: string; readonly filter: Filter; readonly overview: Overview }) {
  const [, go] = useLocation();
  const [chosen, setChosen] = useState<Partial<Filter>>(filter);
  const procedures = overview.procedures.map(({ procedure }) => ({ value: procedure.id, label: shortLabel(procedure.label) }));
  const of = overview.procedures.find(({ procedure }) => procedure.id === (chosen.procedure ?? (overview.procedures.length === 1 ? procedure.id : undefined)));
  const set = (change: Partial<Filter>) => setChosen({ ...chosen, ...change });
  return (
    <Details summary={w.title}>
      <form className="today-filter" onSubmit={(event) => { event.preventDefault(); go(filterHref(path, { ...chosen, who: filter.who })); }}>
        <SelectField id="filter-when" label={w.when} empty={w.all} value={chosen.when ?? ''} onChange={(when) => set({ when: when as NonNullable<Filter['when']> })} options={[{ value: 'late', label: w.late }, { value: 'today', label: w.today }, { value: 'week', label: w.week }]} />
        {procedures.length < 2 ? null : <SelectField id="filter-procedure" label={w.procedure} empty={w.all} value={chosen.procedure ?? ''} onChange={(procedure) => set({ procedure, role: '' })} options={procedures} />}
        {of === undefined ? null : <SelectField id="filter-role" label={w.role} empty={w.all} value={chosen.role ?? ''} onChange={(role) => set({ role })} options={rolesOf(of.procedure).map(({ id, label }) => ({ value: id, label }))} />}
        <SelectField id="filter-case" label={w.case} empty={w.all} value={chosen.case ?? ''} onChange={(reference) => set({ case: reference })} options={overview.open.slice(0, 500).map(({ content }) => ({ value: content.reference, label: content.reference }))} />
        <Button type="submit" small>{w.button}</Button>
      </form>
    </Details>
  );
}
/** What is filtered by now, each with the way to drop it. */
export function Chips({ path, filter, overview }: { readonly path: string; readonly filter: Filter; readonly overview: Overview }) {
  const said = KEYS.flatMap((key) => { const words = filter[key] === undefined ? undefined : chipWords(key, filter[key], filter, overview); return words === undefined ? [] : [{ key, words }]; });
  if (said.length === 0) return null;
  return (
    <p className="today-chips cw-s">{w.chips}: {said.map(({ key, words }) => <Link key={key} href={filterHref(path, { ...filter, [key]: '' })}>{words} <span aria-hidden="true">✕</span><span className="cw-vh">{w.remove(words)}</span></Link>)} <Link className="plain" href={filterHref(path, { who: filter.who })}>{todayWords.clear}</Link></p>
  );
}
function chipWords(key: (typeof KEYS)[number], value: string, filter: Filter, { procedures }: Overview): string {
  const of = procedures.find(({ procedure }) => procedure.id === (key === 'procedure' ? value : filter.procedure)) ?? procedures[0];
  switch (key) {
    case 'when': return value === 'late' ? w.late : value === 'today' ? w.today : w.week;
    case 'procedure': return of === undefined ? value : shortLabel(of.procedure.label);
    case 'role': return of === undefined ? value : partyLabel(of.procedure, value);
    case 'day': { const day = parseDay(value); return day === undefined ? value : dayWords(day); }
    case 'case': return value;
  }
}
