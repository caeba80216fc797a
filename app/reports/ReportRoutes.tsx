import { Link } from 'wouter';
import { NotFound } from '../shell/Plain.tsx';
import { MonthPage } from './MonthPage.tsx';
import { ReportFrame } from './ReportFrame.tsx';
import './reports.css';
import { SubjectPage } from './SubjectPage.tsx';
import { YearPage } from './YearPage.tsx';
import { reportWords as w } from './words.ts';

/** Reports over all cases. `path`: after “reports/” in the address. */
export default function ReportRoutes({ path }: { readonly path: string }) {
  if (path === 'year') return <YearPage />;
  if (path === 'month') return <MonthPage />;
  if (path === 'person') return <SubjectPage />;
  if (path !== '') return <NotFound />;
  return (
    <ReportFrame title={w.title} first>
      <h1 className="cw-h1 case-h1">{w.title}</h1><p className="cw-prose">{w.lede} {w.ofCase}</p>
      <ul className="report-list">{(['year', 'month', 'subject'] as const).map((id) => <li key={id}><h2 className="cw-h3"><Link href={`/reports/${id === 'subject' ? 'person' : id}`}>{w[id].title}</Link></h2><p>{w[id].text}</p></li>)}</ul>
    </ReportFrame>
  );
}
