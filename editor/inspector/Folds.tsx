// The folded rows at the foot of the inspector: what was found, source passages, rules.
import type { ReactNode } from 'react';
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import { citeWords } from '../clock/ClockSource.tsx';
import { stageTitle, wordsOf } from '../model/text.ts';
import { RuleList, rulesAbout } from '../rule/RuleList.tsx';
import { isStop, stageOf } from '../store/problems.ts';
import { words as reader } from '../sources/words.ts';
import { useBench, useDiagram, useEditor } from '../store/context.ts';
import { words } from '../words.ts';

export function Folds({ stage }: { readonly stage: Id }) {
  const procedure = useEditor((state) => state.content);
  const select = useEditor((state) => state.select);
  const all = useEditor((state) => state.problems);
  const diagram = useDiagram();
  const found = all.filter((problem) => stageOf(procedure, problem) === stage);
  const passages = passagesOf(procedure, stage);
  const rules = rulesAbout(procedure, hereIn(procedure, stage));
  const parts = diagram.tree.children(stage);
  const w = words.inspector;
  return (
    <>
      <Fold key={`problems ${stage}`} title={w.problems} count={w.count(found.length)} open={found.some(isStop)}>
        {found.map((problem, index) => <p key={index} className={isStop(problem) ? 'ed-note ed-note-bad' : 'ed-note'}>{problem.words} {problem.remedy}</p>)}
      </Fold>
      {parts.length > 0 && <Fold title={w.parts} count={w.count(parts.length)}>{parts.map((id) => <p key={id}><button type="button" className="ed-link" onClick={() => select(id)}>{stageTitle(procedure, id)}</button></p>)}</Fold>}
      <Fold title={w.source} count={w.passages(passages.length)}>
        {passages.map(({ cite, said }) => <blockquote key={cite} className="ed-quote">{said === '' ? null : `“${said}”`}<cite>{citeWords(procedure, [cite])} <ReadIt cite={cite} /></cite></blockquote>)}
      </Fold>
      <Fold title={w.rules} count={w.count(rules.length)}>
        <RuleList rules={rules} about={hereIn(procedure, stage)[0] ?? null} />
      </Fold>
    </>
  );
}

/** To the passage in the source, and back by what cites it. */
function ReadIt({ cite }: { readonly cite: string }) {
  const { send } = useBench();
  const [source = '', lines = ''] = cite.split('#');
  return <button type="button" className="ed-link" onClick={() => send({ type: 'source', passage: { source, lines } })}>{reader.read}</button>;
}

export function Fold({ title, count, open = false, children }: { readonly title: string; readonly count: string; readonly open?: boolean; readonly children: ReactNode }) {
  return <details className="ed-fold-row" open={open}><summary><b>{title}</b><span>{count}</span></summary><div className="ed-fold-body">{children}</div></details>;
}

const hereIn = (procedure: Procedure, stage: Id): readonly Id[] => Object.entries(procedure.tasks).filter(([, task]) => task.in?.includes(stage) === true).map(([id]) => id);

/** What the stage, its tasks and its clocks cite, each once, with the source's words where they are kept. */
function passagesOf(procedure: Procedure, stage: Id) {
  const tasks = hereIn(procedure, stage);
  const clocks = Object.values(procedure.timescales ?? {}).filter((each) => tasks.includes(each.for));
  const cites = new Set([procedure.stages[stage]?.cites, ...tasks.map((id) => procedure.tasks[id]?.cites), ...clocks.map((each) => each.cites)].flatMap((each) => each ?? []));
  return [...cites].map((cite) => {
    const [source = '', lines = ''] = cite.split('#');
    return { cite, said: wordsOf(procedure.sources[source]?.passages?.[lines]) };
  });
}
