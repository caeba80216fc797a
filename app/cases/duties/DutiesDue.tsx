import { Link } from 'wouter';
import type { Instant } from '../../../engine/time/types.ts';
import { listWords } from '../../../engine/time/words.ts';
import { civilWords } from '../../dates.ts';
import { shortLabel } from '../../procedures/catalogue.ts';
import { DutyTag } from './DutiesPage.tsx';
import { isDueSoon, useDuties } from './useDuties.ts';
import { dutyWords as w } from './words.ts';

/** On Today: duties that are late, or owed within four weeks. */
export function DutiesDue({ now }: { readonly now: Instant }) {
  const { all } = useDuties('kept');
  const due = (all ?? []).flatMap(({ compiled, views }) => views.filter((view) => isDueSoon(view, now)).map((view) => ({ compiled, view })));
  if (due.length === 0) return null;
  return (
    <section aria-labelledby="duties-due" className="duty-due">
      <h2 id="duties-due" className="cw-h2">{w.due.title}</h2>
      <ul className="today-tasks">
        {due.map(({ compiled: { pin, procedure }, view }) => (
          <li key={`${pin.id}/${view.duty}`}>
            <div><Link href={`/duties/${pin.id}#duty-${view.duty}`}><b>{view.label}</b></Link><div className="cw-s">{shortLabel(procedure.label)}</div></div>
            <div><div className="cw-row"><DutyTag view={view} now={now} /><b>{view.date === undefined ? w.noDate : civilWords(view.date)}</b></div><p className="cw-why">{view.sentence}</p></div>
            <div className="cw-s cw-q">{listWords(view.doers.map(({ label }) => label), 'or')}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
