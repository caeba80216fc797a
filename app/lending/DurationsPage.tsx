import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { anonymousScenario } from '../../engine/case/rehearsal/index.ts';
import { compiledOf } from '../../engine/case/replay.ts';
import { londonDay } from '../../engine/time/london.ts';
import type { RegisterRow } from '../../engine/store/types.ts';
import { Button, Checkboxes, Note, Table, announce } from '../../ui/index.ts';
import { loadCase } from '../cases/session.ts';
import { instantWords } from '../dates.ts';
import { textOf } from '../procedures/catalogue.ts';
import { Shell } from '../shell/Shell.tsx';
import { start } from '../training/jobs.ts';
import type { Job, Results, Running } from '../training/jobs.ts';
import { keepRanges } from '../training/shelf.ts';
import { recordExport } from '../trust/access.ts';
import { faultWords } from '../world/faults.ts';
import type { World } from '../world/types.ts';
import { useWorld } from '../world/world.ts';
import { lendingWords } from './words.ts';

const w = lendingWords.durations;
type Stories = Extract<Job, { readonly kind: 'caseRanges' }>['stories'];

/** Closed cases of a procedure, how long their acts took, and from how many cases each range comes. */
export function LendDurations({ procedure }: { readonly procedure: string }) {
  const world = useWorld();
  const [rows, setRows] = useState<readonly RegisterRow[]>();
  useEffect(() => { let here = true; void closedOf(world, procedure).then((found) => { if (here) setRows(found); }, () => { if (here) setRows([]); }); return () => { here = false; }; }, [world, procedure]);
  return (
    <Shell title={w.title} place="cases">
      <p><Link href={`/training/durations/${procedure}`}>‹ {w.leave}</Link></p>
      <h1 className="cw-h1">{w.title}</h1>
      {rows === undefined ? null : rows.length === 0 ? <p>{w.none}</p> : <Closed rows={rows} procedure={procedure} />}
    </Shell>
  );
}
/** Every closed case of the procedure, whichever version it ran on; a lent version keeps its procedure's name before “-v”. */
async function closedOf({ store }: World, procedure: string): Promise<readonly RegisterRow[]> {
  const rows: RegisterRow[] = [];
  let after: string | undefined;
  do {
    const page = await store.cases.page({ closed: true, limit: 200, ...(after === undefined ? {} : { after }) });
    rows.push(...page.rows.filter((row) => row.procedure === procedure || row.procedure === procedure.replace(/-v\d+$/, '')));
    after = page.next;
  } while (after !== undefined);
  return rows;
}

function Closed({ rows, procedure }: { readonly rows: readonly RegisterRow[]; readonly procedure: string }) {
  const world = useWorld();
  const [chosen, setChosen] = useState<readonly string[]>(rows.map((row) => row.case));
  const { found, progress, problem, count } = useCount();
  return (
    <>
      <p>{w.lede(useLabel(procedure))}</p>
      <Checkboxes id="lend-cases" label={w.choose} values={chosen} onChange={setChosen} choices={rows.map((row) => ({ value: row.case, label: row.content.reference, ...(row.content.closedAt === undefined ? {} : { hint: `${w.closed} ${instantWords(row.content.closedAt, world.now())}` }) }))} />
      {progress === undefined ? <Button kind={found === undefined ? 'primary' : 'secondary'} disabled={chosen.length === 0} onClick={() => count(() => storiesOf(world, chosen))}>{w.count}</Button> : <p className="cw-row"><progress max={chosen.length} value={progress} aria-label={w.title} /><span role="status">{w.counting(progress + 1, chosen.length)}</span></p>}
      {problem === undefined ? null : <Note kind="late"><p role="alert">{problem}</p></Note>}
      {found === undefined || progress !== undefined ? null : <Found found={found} procedure={procedure} chosen={chosen} />}
    </>
  );
}
/** The procedure's own name, once it was read. */
function useLabel(procedure: string): string {
  const { store } = useWorld();
  const [label, setLabel] = useState(procedure);
  useEffect(() => { void store.procedures.versions(procedure).then(([one]) => { if (one !== undefined) setLabel(textOf(one.procedure.label)); }, () => undefined); }, [store, procedure]);
  return label;
}
/** The acts of each case on their own days, without names and words. */
async function storiesOf(world: World, chosen: readonly string[]): Promise<Stories> {
  const stories: Stories[number][] = [];
  for (const id of chosen) {
    const loaded = await loadCase(world, id);
    const opened = loaded?.case.events[0]?.occurred;
    if (loaded === undefined || opened === undefined) continue;
    const { scenario } = anonymousScenario(loaded.versions, compiledOf(loaded.versions, loaded.case), loaded.case.events, { id: 'closed', title: 'closed', from: londonDay(opened), keeping: 'calendar-days' });
    stories.push({ procedure: loaded.procedure, story: scenario });
  }
  return stories;
}

function useCount() {
  const [found, setFound] = useState<Results['caseRanges']>();
  const [progress, setProgress] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const running = useRef<Running<'caseRanges'>>(undefined);
  useEffect(() => () => running.current?.cancel(), []);
  const count = (stories: () => Promise<Stories>) => {
    setProgress(0);
    setProblem(undefined);
    stories().then((all) => { running.current = start<'caseRanges'>({ kind: 'caseRanges', stories: all }, setProgress); return running.current.result; })
      .then((one) => { setFound(one); announce(w.took(one.cases)); }, (error: unknown) => setProblem(faultWords(error))).finally(() => setProgress(undefined));
  };
  return { found, progress, problem, count };
}

/** The ranges; those that somebody unticks stay here. */
function Found({ found: { ranges, cases, left }, procedure, chosen }: { readonly found: Results['caseRanges']; readonly procedure: string; readonly chosen: readonly string[] }) {
  const world = useWorld();
  const [, go] = useLocation();
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const toggle = (name: string) => setOut((before) => { const next = new Set(before); if (!next.delete(name)) next.add(name); return next; });
  const use = async () => {
    for (const id of chosen) await recordExport(world, id, w.logged);
    await keepRanges({ procedure, from: 'cases', lent: Date.now(), cases, ranges: Object.fromEntries(Object.entries(ranges).filter(([name]) => !out.has(name))) });
    go(`/training/durations/${procedure}?from=cases`);
  };
  const columns = [{ id: 'act', head: w.act }, { id: 'least', head: w.least }, { id: 'usual', head: w.usual }, { id: 'most', head: w.most }, { id: 'from', head: w.from }, { id: 'take', head: w.include }];
  return (
    <section className="lend-found" aria-label={w.title}>
      {left === 0 ? null : <p>{w.left(left)}</p>}
      <Table caption={w.title} hideCaption columns={columns} rows={Object.entries(ranges).map(([name, range]) => ({ id: name, cells: [range.label, String(range.least), String(range.usual), String(range.most), <span key="n" className={range.cases < 3 ? 'lend-few' : ''}>{w.cases(range.cases, range.times)}</span>, <input key="t" type="checkbox" className="lend-take" checked={!out.has(name)} aria-label={`${w.include}: ${range.label}`} onChange={() => toggle(name)} />] }))} />
      <p className="cw-s">{w.few}</p>
      <Button onClick={() => { void use(); }}>{w.use}</Button>
    </section>
  );
}
