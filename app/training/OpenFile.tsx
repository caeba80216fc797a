import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Scenario } from '../../engine/case/rehearsal/index.ts';
import type { WalkthroughProblem } from '../../engine/case/walkthrough-read.ts';
import { Button, announce, ProblemBox } from '../../ui/index.ts';
import { copyOf, freshId, scenarioInFile } from './library.ts';
import { keepScenario, ownScenarios } from './shelf.ts';
import { trainingWords } from './words.ts';

const w = trainingWords.list;
const MOST_BYTES = 2_000_000;
interface Found { readonly problems: readonly WalkthroughProblem[]; readonly mendable?: Scenario; readonly report?: { readonly scenario: Scenario; readonly instead?: Scenario } }
const NOTHING: Found = { problems: [] };

/** A scenario out of a file, which may come from anybody: what cannot be played is refused with its places; what can is described before anything is kept or replaced. */
export function OpenFile({ onKept }: { readonly onKept: () => void }) {
  const [{ problems, mendable, report }, setFound] = useState<Found>(NOTHING);
  const [round, setRound] = useState(0);
  const [, go] = useLocation();
  const found = (one: Found) => { setFound(one); setRound((n) => n + 1); };
  const keep = (scenario: Scenario) => { void keepScenario(scenario).then(() => { setFound(NOTHING); announce(`${w.own}: ${scenario.title}`); onKept(); }); };
  const mend = (scenario: Scenario) => { const copy = copyOf(scenario, scenario.title); void keepScenario(copy).then(() => go(`/storyboard/${copy.id}`)); };
  return (
    <section className="tr-file">
      {problems.length === 0 ? null : (
        <ProblemBox title={w.refused} round={round}>
          <ul>{problems.slice(0, 8).map((one) => <li key={one.pointer + one.words}>{one.words}{one.pointer === '' ? '' : ` (${one.pointer}: ${one.expected}; found ${one.found})`}</li>)}</ul>
          {mendable === undefined ? null : <Button small kind="secondary" onClick={() => mend(mendable)}>{w.mendFile}</Button>}
        </ProblemBox>
      )}
      {report === undefined ? null : <Report key={round} {...report} onKeep={keep} onLeave={() => setFound(NOTHING)} />}
      <label htmlFor="scenario-file"><b>{w.open}</b></label>
      <p id="scenario-file-hint" className="cw-hint">{w.openHint}</p>
      <input id="scenario-file" type="file" accept=".json,application/json" aria-describedby="scenario-file-hint" onChange={(event) => { const [file] = event.target.files ?? []; event.target.value = ''; if (file !== undefined) void readFile(file).then(found); }} />
    </section>
  );
}

async function readFile(file: File): Promise<Found> {
  if (file.size > MOST_BYTES) return { problems: [{ pointer: '', expected: 'at most 2 MB', found: `${Math.round(file.size / 1_000_000)} MB`, words: 'The file is too large to be a scenario.' }] };
  const read = await scenarioInFile(await file.text());
  if (!read.ok) return { problems: read.problems, ...(read.mendable === undefined ? {} : { mendable: read.mendable }) };
  const instead = (await ownScenarios()).find((one) => one.id === read.scenario.id);
  return { problems: [], report: { scenario: read.scenario, ...(instead === undefined ? {} : { instead }) } };
}

/** What a file holds and what keeping it would replace. */
function Report({ scenario, instead, onKeep, onLeave }: { readonly scenario: Scenario; readonly instead?: Scenario; readonly onKeep: (scenario: Scenario) => void; readonly onLeave: () => void }) {
  const { title, summary, procedure, steps, injects = [], questions = [] } = scenario;
  return (
    <section className="tr-card" role="status" aria-labelledby="file-report">
      <h2 id="file-report">{w.report}</h2>
      <p><b>{title}</b> ({procedure}). {w.reportOf(steps.length, injects.length, questions.length)}</p>
      {summary === undefined ? null : <p className="cw-s">{summary}</p>}
      {instead === undefined ? null : <p>{w.replaces(instead.title)}</p>}
      <div className="cw-row">
        <Button small kind="practice" onClick={() => onKeep(instead === undefined ? scenario : { ...scenario, id: freshId() })}>{instead === undefined ? w.keepFile : w.keepBoth}</Button>
        {instead === undefined ? null : <Button small kind="secondary" onClick={() => onKeep(scenario)}>{w.replace}</Button>}
        <Button small kind="secondary" onClick={onLeave}>{w.leaveFile}</Button>
      </div>
    </section>
  );
}
