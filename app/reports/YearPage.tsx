import { useMemo } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { Details, LinkButton, SelectField, Table } from '../../ui/index.ts';
import { recordWords } from '../dates.ts';
import { shortLabel } from '../procedures/catalogue.ts';
import { useWorld } from '../world/world.ts';
import { useEveryCase } from './everyCase.ts';
import { Paper } from './Paper.tsx';
import { AgencyPicture, StagePicture } from './Pictures.tsx';
import { ReportFrame } from './ReportFrame.tsx';
import { figuresOf, yearsOf } from './year.ts';
import type { Told, YearFigures } from './year.ts';
import { agencyTable, countTable, counts, limitTable, stageTable, yearBlocks } from './yearBlocks.ts';
import { reportWords as w } from './words.ts';

/** The figures of a year, counted from every case, with the table behind each picture. */
export function YearPage() {
  const { now } = useWorld();
  const reading = useEveryCase();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const years = useMemo(() => yearsOf(reading.all, now()), [reading.all, now]);
  const asked = search.get('year') ?? '';
  const year = years.includes(asked) ? asked : years[0] ?? '';
  const procedures = [...new Map(reading.all.map(({ procedure }) => [procedure.id, shortLabel(procedure.label)]))];
  const procedure = procedures.some(([id]) => id === search.get('procedure')) ? search.get('procedure') ?? '' : '';
  const show = (change: { readonly year?: string; readonly procedure?: string }) => { const next = { year, procedure, ...change }; go(`/reports/year?year=${next.year}${next.procedure === '' ? '' : `&procedure=${next.procedure}`}`); };
  return (
    <ReportFrame title={w.yearTitle(year)}>
      <h1 className="cw-h1 case-h1">{w.yearTitle(year)}</h1>
      {reading.state === 'reading' ? <p role="status">{w.reading(reading.read, reading.of)} <LinkButton onClick={reading.stop}>{w.cancel}</LinkButton></p> : null}
      {reading.state === 'stopped' ? <p role="status">{w.stopped} <LinkButton onClick={reading.again}>{w.again}</LinkButton></p> : null}
      {reading.state !== 'reading' && reading.all.length === 0 ? <p>{w.noCases}</p> : null}
      {reading.all.length === 0 ? null : (
        <>
          <div className="report-choose cw-noprint">
            <SelectField id="report-year" label={w.chooseYear} value={year} onChange={(chosen) => show({ year: chosen })} options={years.map((one) => ({ value: one, label: one }))} />
            {procedures.length < 2 ? null : <SelectField id="report-procedure" label={w.chooseProcedure} empty={w.allProcedures} value={procedure} onChange={(chosen) => show({ procedure: chosen })} options={procedures.map(([value, label]) => ({ value, label }))} />}
          </div>
          <Figures all={reading.all} year={year} procedure={procedure} now={now()} unread={reading.unread} />
        </>
      )}
    </ReportFrame>
  );
}
function Figures({ all, year, procedure, now, unread }: { readonly all: readonly Told[]; readonly year: string; readonly procedure: string; readonly now: number; readonly unread: number }) {
  const figures = useMemo(() => figuresOf(all.filter((one) => procedure === '' || one.procedure.id === procedure), year), [all, year, procedure]);
  return (
    <Paper title={w.yearTitle(year)} caseId="" file={`figures-${year}`} blocks={yearBlocks(figures, year, now, unread)} pictures={() => import('./yearPictures.ts').then(({ yearPictures }) => yearPictures(figures))}>
      <p className="cw-s cw-q">{w.asOf(recordWords(now))} {unread === 0 ? '' : w.unread(unread)}</p>
      <ul className="report-tiles">{counts(figures).map(([label, count]) => <li key={label}><b>{count}</b> {label}</li>)}</ul>
      <Stages figures={figures} />
      <section aria-labelledby="report-agencies"><h2 id="report-agencies" className="cw-h2">{w.agencies}</h2><p>{figures.agencies.length === 0 ? w.noAgencies : w.agenciesText}</p>{figures.agencies.length === 0 ? null : <><AgencyPicture agencies={figures.agencies} /><Behind of={agencyTable(figures)} /></>}</section>
      {figures.limits.length === 0 ? null : <section aria-labelledby="report-limits"><h2 id="report-limits" className="cw-h2">{w.limits}</h2><p>{w.limitsText}</p><Plain of={limitTable(figures)} /></section>}
      {(['doors', 'types', 'outcomes'] as const).filter((kind) => figures[kind].length > 0).map((kind) => <section key={kind} aria-labelledby={`report-${kind}`}><h2 id={`report-${kind}`} className="cw-h2">{w.kindsOf[kind]}</h2><Plain of={countTable(w.kindsOf[kind], figures[kind])} /></section>)}
    </Paper>
  );
}
function Stages({ figures }: { readonly figures: YearFigures }) {
  return (
    <section aria-labelledby="report-stages"><h2 id="report-stages" className="cw-h2">{w.stageTimes}</h2>
      {figures.stages.length === 0 ? <p>{w.noStages}</p> : <><p>{w.stageTimesText}</p><StagePicture stages={figures.stages} /><Behind of={stageTable(figures)} /></>}
    </section>
  );
}
interface Tabled { readonly label: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
function Behind({ of }: { readonly of: Tabled }) { return <Details summary={`${w.table}: ${of.label.toLowerCase()}`}><Plain of={of} /></Details>; }
function Plain({ of: { label, columns, rows } }: { readonly of: Tabled }) {
  return <Table caption={label} hideCaption columns={columns.map((head) => ({ id: head, head }))} rows={rows.map((cells, index) => ({ id: String(index), cells: cells.map((cell, column) => (column === 0 ? cell : <><span className="app-narrow-only">{columns[column]}: </span>{cell}</>)) }))} />;
}
