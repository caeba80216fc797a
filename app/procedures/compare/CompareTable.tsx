// The rows of a comparison: who does each step on either side, the time allowed as bars over one calendar, and the
// difference in words. Bars of the second side are hatched and its last days hollow, so that it reads in black and white.
import { useState } from 'react';
import { dayWords, weekday } from '../../../engine/time/index.ts';
import type { Comparison, Row } from '../../../engine/verify/compare/compare.ts';
import { INCIDENT, type Step } from '../../../engine/verify/compare/steps.ts';
import { takeOver } from '../../../engine/verify/compare/take-over.ts';
import { LinkButton, Note, announce } from '../../../ui/index.ts';
import { useWorld } from '../../world/world.ts';
import type { Side } from './sides.ts';
import { words } from './words.ts';

/** Days that the calendar shows; what is due later is said in words at its end. */
const MOST_DAYS = 28;

interface Props { readonly comparison: Comparison; readonly a: Side; readonly b: Side; readonly onTaken: () => void }

export function CompareTable({ comparison, a, b, onTaken }: Props) {
  const days = Math.min(MOST_DAYS, comparison.days);
  const [said, setSaid] = useState<string>();
  return (
    <>
      <p><b>{comparison.words}</b></p>
      <p className="cw-s cw-q">{words.calendar(dayWords(INCIDENT))} {words.weekend}</p>
      {said === undefined ? null : <Note kind="met"><p>{said}</p></Note>}
      <div className="cmp-scroll" role="region" aria-label={words.title} tabIndex={0}>
        <table className="cmp-table">
          <thead><tr><th scope="col">{words.step}</th><th scope="col" className="cmp-axis-head"><Axis days={days} /></th><th scope="col">{words.words}</th></tr></thead>
          <tbody>{comparison.rows.map((row, index) => <CompareRow key={index} row={row} comparison={comparison} a={a} b={b} days={days} onTaken={(what) => { setSaid(what); announce(what); onTaken(); }} />)}</tbody>
        </table>
      </div>
      <p className="cw-s cw-q cmp-legend"><i className="cmp-bar cmp-bar-a" /> <i className="cmp-bar cmp-bar-b" /> {words.legend} <i className="cmp-last cmp-last-a" /> <i className="cmp-last cmp-last-b" /> {words.last}</p>
    </>
  );
}

function Axis({ days }: { readonly days: number }) {
  const marks = Array.from({ length: days + 1 }, (_, day) => day).filter((day) => day % 7 === 0 || day === days);
  return <div className="cmp-axis">{marks.map((day) => <span key={day} style={{ left: place(day, days) }}>{day}<small>{dayWords(INCIDENT + day, { year: false })}</small></span>)}</div>;
}

const place = (day: number, days: number): string => `${(Math.min(day, days) / Math.max(1, days)) * 100}%`;
const isWeekend = (day: number): boolean => weekday(INCIDENT + day) === 5;

interface RowProps extends Omit<Props, 'onTaken'> { readonly row: Row; readonly days: number; readonly onTaken: (what: string) => void }

function CompareRow({ row, comparison, a, b, days, onTaken }: RowProps) {
  const title = row.a?.label ?? row.b?.label ?? '';
  const weekends = Array.from({ length: days + 1 }, (_, day) => day).filter(isWeekend);
  return (
    <tr>
      <th scope="row"><b>{title}</b><Who short={comparison.a.short} step={row.a} own={title} /><Who short={comparison.b.short} step={row.b} own={title} second /></th>
      <td className="cmp-cal">{weekends.map((day) => <i key={day} className="cmp-week" style={{ left: `calc(16px + (100% - 46px) * ${Math.min(day, days) / Math.max(1, days)})` }} />)}<Track step={row.a} days={days} short={comparison.a.short} /><Track step={row.b} days={days} short={comparison.b.short} second /></td>
      <td>{row.words} <Take row={row} comparison={comparison} a={a} b={b} onTaken={onTaken} /></td>
    </tr>
  );
}

function Who({ short, step, own, second = false }: { readonly short: string; readonly step: Step | undefined; readonly own: string; readonly second?: boolean }) {
  const named = step && step.label !== own ? `${step.label}: ` : '';
  return <span className="cmp-who"><span className={second ? 'cmp-badge cmp-badge-b' : 'cmp-badge'}>{short}</span>{step ? `${named}${step.who.join(', ') || words.nobody}` : words.noStep}</span>;
}

function Track({ step, days, short, second = false }: { readonly step: Step | undefined; readonly days: number; readonly short: string; readonly second?: boolean }) {
  const side = second ? 'b' : 'a';
  if (!step) return <div className="cmp-track"><span className="cmp-gap">{words.noStep}</span></div>;
  const dated = step.clocks.filter(({ from, until }) => from !== undefined && until !== undefined);
  if (dated.length === 0) return <div className="cmp-track"><span className="cmp-none">{step.clocks.length > 0 ? words.gap : words.noClock}</span></div>;
  return (
    <>
      {dated.map(({ timescale, from = 0, until = 0, words: told }) => (
        <div className="cmp-track" key={timescale}>
          <i className={`cmp-bar cmp-bar-${side}`} style={{ left: place(from, days), width: `calc(${place(until, days)} - ${place(from, days)})` }} /><i className={`cmp-last cmp-last-${side}`} style={{ left: place(until, days) }} />
          <span className={Math.min(until, days) > days * 0.55 ? 'cmp-told cmp-told-before' : 'cmp-told'} style={Math.min(until, days) > days * 0.55 ? { right: `calc(100% - ${place(until, days)} + 12px)` } : { left: `calc(${place(until, days)} + 12px)` }}><span className="cw-vh">{short}: </span>{told}: {dayWords(INCIDENT + until)}</span>
        </div>
      ))}
    </>
  );
}

/** Takes a clock over into whichever side is a copy in hand. */
function Take({ row, comparison, a, b, onTaken }: { readonly row: Row; readonly comparison: Comparison; readonly a: Side; readonly b: Side; readonly onTaken: (what: string) => void }) {
  const { store, now } = useWorld();
  const [into, from, side] = b.draft !== undefined ? [b, a, 'a' as const] : [a, b, 'b' as const];
  if (into.draft === undefined) return null;
  const taken = takeOver(from.procedure, into.procedure, comparison, row, side);
  if (!taken.ok) return null;
  const what = row[side === 'a' ? 'b' : 'a']?.label ?? '';
  const take = async (): Promise<void> => {
    const draft = await store.procedures.draft(into.draft ?? '');
    if (!draft) return;
    const { revision, ...rest } = draft;
    const saved = await store.procedures.saveDraft({ ...rest, procedure: taken.procedure, changed: now() }, revision);
    if (saved.ok) onTaken(words.taken(what, into.label));
  };
  return <LinkButton onClick={() => { void take(); }}>{words.take}<span className="cw-vh"> {words.takeHint(what)}</span></LinkButton>;
}
