import type { AgencyFigures, StageTime } from './year.ts';
import { reportWords as w } from './words.ts';

/** Time in each stage as bars with the time limit marked; each line says the same in words. */
export function StagePicture({ stages }: { readonly stages: readonly StageTime[] }) {
  const most = Math.max(1, ...stages.flatMap(({ longest, limit = 0 }) => [longest, limit]));
  const at = (days: number) => (days / most) * 100;
  return (
    <ul className="report-bars">{stages.map(({ id, label, median, longest, limit }) => (
      <li key={id}><b>{label}</b>
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect className="bar" x="0" y="2" width={Math.max(0.4, at(median))} height="6" /><line className="far" x1="0" x2={at(longest)} y1="5" y2="5" vectorEffect="non-scaling-stroke" />
          {limit === undefined ? null : <line className="limit" x1={at(limit)} x2={at(limit)} y1="0" y2="10" vectorEffect="non-scaling-stroke" />}
        </svg>
        <span>{w.stageLine(median, longest, limit)}</span>
      </li>
    ))}</ul>
  );
}
const PARTS = ['inTime', 'late', 'out', 'overdue'] as const;
const LOOK = { inTime: 'in', late: 'after', out: 'out', overdue: 'late' } as const;
const SAID = { inTime: w.inTime, late: w.lateIn, out: w.out, overdue: w.overdue } as const;

/** What each agency returned in time, late, or has out. */
export function AgencyPicture({ agencies }: { readonly agencies: readonly AgencyFigures[] }) {
  const most = Math.max(1, ...agencies.map((one) => PARTS.reduce((sum, part) => sum + one[part], 0)));
  return (
    <>
      <p className="report-key">{PARTS.map((part) => <span key={part}><i className={LOOK[part]} aria-hidden="true" />{SAID[part]}</span>)}</p>
      <ul className="report-bars">{agencies.map((one) => (
        <li key={one.id}><b>{one.label}</b>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{PARTS.map((part, index) => <rect key={part} className={LOOK[part]} x={(PARTS.slice(0, index).reduce((sum, before) => sum + one[before], 0) / most) * 100} y="1" width={(one[part] / most) * 100} height="8" />)}</svg>
          <span>{PARTS.filter((part) => one[part] > 0).map((part) => `${one[part]} ${SAID[part].toLowerCase()}`).join(', ')}</span>
        </li>
      ))}</ul>
    </>
  );
}
