import { Link } from 'wouter';
import { Note } from '../../../ui/index.ts';
import { aboutOf } from './entryWords.ts';
import type { Overview } from './useOverview.ts';
import { todayWords as w } from './words.ts';

/** What cases ask besides tasks: whether a hold still stands, or an act that a correction left without support. */
export function Asks({ overview }: { readonly overview: Overview }) {
  const rows = overview.open.filter(({ content }) => (content.asks ?? []).length > 0);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="today-asks" className="duty-due"><h2 id="today-asks" className="cw-h2">{w.asks}</h2>
      {rows.map((row) => <Note key={row.case} kind="soon"><p><Link href={`/cases/${row.case}`}>{aboutOf({ row })}</Link>: {row.content.asks?.join(' ')}</p></Note>)}
    </section>
  );
}
