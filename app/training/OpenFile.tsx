import { useState } from 'react';
import type { WalkthroughProblem } from '../../engine/case/walkthrough-read.ts';
import { announce, ProblemBox } from '../../ui/index.ts';
import { scenarioInFile } from './library.ts';
import { keepScenario } from './shelf.ts';
import { trainingWords } from './words.ts';

const w = trainingWords.list;
const MOST_BYTES = 2_000_000;

/** A scenario out of a file, which may come from anybody; what cannot be played is refused with its places. */
export function OpenFile({ onKept }: { readonly onKept: () => void }) {
  const [problems, setProblems] = useState<readonly WalkthroughProblem[]>([]);
  const [round, setRound] = useState(0);
  const refuse = (found: readonly WalkthroughProblem[]) => { setProblems(found); setRound((n) => n + 1); };
  const open = async (file: File) => {
    if (file.size > MOST_BYTES) { refuse([{ pointer: '', expected: 'at most 2 MB', found: `${Math.round(file.size / 1_000_000)} MB`, words: 'The file is too large to be a scenario.' }]); return; }
    const read = await scenarioInFile(await file.text());
    if (!read.ok) { refuse(read.problems); return; }
    await keepScenario(read.scenario);
    setProblems([]);
    announce(`${w.own}: ${read.scenario.title}`);
    onKept();
  };
  return (
    <section className="tr-file">
      {problems.length === 0 ? null : <ProblemBox title={w.refused} round={round}><ul>{problems.slice(0, 8).map((one) => <li key={one.pointer + one.words}>{one.words}{one.pointer === '' ? '' : ` (${one.pointer}: ${one.expected}; found ${one.found})`}</li>)}</ul></ProblemBox>}
      <label htmlFor="scenario-file"><b>{w.open}</b></label>
      <p id="scenario-file-hint" className="cw-hint">{w.openHint}</p>
      <input id="scenario-file" type="file" accept=".json,application/json" aria-describedby="scenario-file-hint" onChange={(event) => { const [file] = event.target.files ?? []; event.target.value = ''; if (file !== undefined) void open(file); }} />
    </section>
  );
}
