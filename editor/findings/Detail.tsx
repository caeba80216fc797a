// One finding: the claim, the story that shows it as dated steps that can be walked, its clocks as bars over days, and
// what can be done about it.
import { dayWords } from '../../engine/time/index.ts';
import type { Story } from '../../engine/verify/findings/story.ts';
import type { VerifyFinding } from '../../engine/verify/findings/types.ts';
import { Icon } from '../canvas/icons.tsx';
import { useBench, useEditor } from '../store/context.ts';
import { Settling } from './Settling.tsx';
import { goToStep, type FindingsState } from './state.ts';
import { words } from './words.ts';

export function Detail({ finding, state }: { readonly finding: VerifyFinding | undefined; readonly state: FindingsState }) {
  const bench = useBench();
  const procedure = useEditor((editor) => editor.procedure);
  const select = useEditor((editor) => editor.select);
  if (!finding) return null;
  const stage = finding.stages[0] ?? null;
  const show = (): void => { if (stage !== null) { select(stage); bench.focusStage(stage); } };
  const timescale = finding.pointer.split('/')[1] === 'timescales' ? finding.pointer.split('/')[2] : undefined;
  return (
    <section className="ed-finding-detail" aria-label={finding.title}>
      <h3>{finding.title}</h3>
      <p>{finding.words}</p>
      {state.story ? <StorySteps story={state.story} step={state.step} /> : <p className="ed-hint">{words.noStory}</p>}
      <h4>{words.remedies}</h4>
      <ul className="ed-remedies">{finding.remedies.map((remedy) => <li key={remedy}>{remedy}</li>)}</ul>
      <Settling key={`${finding.code} ${finding.pointer}`} finding={finding} />
      {finding.cites.length > 0 && <p className="ed-hint">{words.source}: {[...new Set(finding.cites)].map(citeWords).join(', ')}</p>}
      <p className="ed-finding-acts">
        {stage !== null && <button type="button" className="ed-button" onClick={show}>{words.show}</button>}
        {timescale !== undefined && procedure.timescales?.[timescale] && <button type="button" className="ed-link" onClick={() => bench.send({ type: 'clock', clock: timescale })}>{words.clock}</button>}
      </p>
    </section>
  );
}

/** “th#57-59” as people say it: lines 57 to 59. */
function citeWords(cite: string): string {
  const lines = cite.split('#')[1] ?? cite;
  return lines.includes('-') ? `lines ${lines.replace('-', ' to ')}` : `line ${lines}`;
}

function StorySteps({ story, step }: { readonly story: Story; readonly step: number }) {
  return (
    <div className="ed-story" onKeyDown={(event) => { if (event.key === 'ArrowLeft') goToStep(step - 1); else if (event.key === 'ArrowRight') goToStep(step + 1); else return; event.preventDefault(); event.stopPropagation(); }}>
      <h4>{words.story}</h4>
      <ol>
        {story.steps.map(({ date, words: told, claim }, index) => (
          <li key={index} className={`${index === step ? 'ed-story-on' : ''} ${claim ? 'ed-story-claim' : ''}`}>
            <button type="button" aria-current={index === step ? 'step' : undefined} onClick={() => goToStep(index)}><time>{date}</time> <span>{told}</span></button>
          </li>
        ))}
      </ol>
      <p className="ed-story-acts">
        <button type="button" className="ed-ib" aria-label={words.before} aria-disabled={step === 0} onClick={() => goToStep(step - 1)}><Icon name="undo" small /></button>
        <span aria-live="polite">{words.step(step + 1, story.steps.length)}</span>
        <button type="button" className="ed-ib" aria-label={words.after} aria-disabled={step === story.steps.length - 1} onClick={() => goToStep(step + 1)}><Icon name="redo" small /></button>
      </p>
      {story.clocks.length > 0 && <Bars story={story} step={step} />}
      <p className="ed-hint">{words.invented}</p>
    </div>
  );
}

/** Each clock as a bar from where it starts to its last day, and where the story stands. */
function Bars({ story: { clocks, steps }, step }: { readonly story: Story; readonly step: number }) {
  const days = [...clocks.flatMap(({ from, until }) => [from, until]), ...steps.map(({ day }) => day)];
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const place = (day: number): string => `${((day - first) / Math.max(1, last - first)) * 100}%`;
  const now = steps[step]?.day ?? last;
  return (
    <div className="ed-bars" role="group" aria-label={words.clocks}>
      <div className="ed-bars-ends"><span>{dayWords(first)}</span><span>{dayWords(last)}</span></div>
      {clocks.map(({ timescale, label, from, until, over }) => (
        <div key={timescale} className="ed-bar-row">
          <span>{label}: {dayWords(until)}, {over ? words.over : words.running}</span>
          <div className="ed-bar-line"><i className={over ? 'ed-bar-over' : ''} style={{ left: place(from), width: `calc(${place(until)} - ${place(from)})` }} /><b style={{ left: place(now) }} /></div>
        </div>
      ))}
    </div>
  );
}
