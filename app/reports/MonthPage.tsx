import { Link, useSearchParams } from 'wouter';
import { LinkButton, buttonClass } from '../../ui/index.ts';
import { monthFrom } from '../cases/today/month.ts';
import { monthWords } from '../dates.ts';
import { useWorld } from '../world/world.ts';
import { useEveryCase } from './everyCase.ts';
import { decidedIn, learningOf, monthBlocks } from './month.ts';
import { Paper } from './Paper.tsx';
import { ReportFrame } from './ReportFrame.tsx';
import { reportWords as w } from './words.ts';

/** What was learnt in a month, over all cases, to be shared. */
export function MonthPage() {
  const { now } = useWorld();
  const reading = useEveryCase();
  const [search] = useSearchParams();
  const month = monthFrom(search.get('month'), now());
  const title = w.monthTitle(monthWords(month.first));
  return (
    <ReportFrame title={title}>
      <div className="case-head cw-noprint"><p className="cw-h1" role="heading" aria-level={1}>{title}</p>
        <nav className="cw-row" aria-label={w.chooseMonth}><Link className={buttonClass('secondary', true)} href={`/reports/month?month=${month.iso(-1)}`}>{w.previous}</Link><Link className={buttonClass('secondary', true)} href={`/reports/month?month=${month.iso(1)}`}>{w.following}</Link></nav>
      </div>
      {reading.state === 'reading' ? <p role="status">{w.reading(reading.read, reading.of)} <LinkButton onClick={reading.stop}>{w.cancel}</LinkButton></p> : null}
      {reading.state === 'stopped' ? <p role="status">{w.stopped} <LinkButton onClick={reading.again}>{w.again}</LinkButton></p> : null}
      {reading.state === 'reading' ? null : <Paper title={title} caseId="" file={`learning-${month.iso(0)}`} blocks={monthBlocks(learningOf(reading.all, month.first), decidedIn(reading.all, month.first), month.first, now())} />}
    </ReportFrame>
  );
}
