// What verification says of the procedure in hand: the list, the finding that is open with its story and what can be
// done, and what was and was not looked at. It changes nothing.
import { useEffect, useMemo, useRef } from 'react';
import { sortLeft, type Sorted } from '../../engine/verify/findings/left.ts';
import type { VerifyFinding } from '../../engine/verify/findings/types.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Icon } from '../canvas/icons.tsx';
import { useBench, useEditor } from '../store/context.ts';
import type { EditorProps } from '../types.ts';
import { ask, choose } from './asking.ts';
import { Detail } from './Detail.tsx';
import './findings.css';
import { chosenFinding, leave, useFindings, type FindingsState } from './state.ts';
import { words } from './words.ts';

const QUIET = 1000;

export default function Findings({ onGuidance }: Pick<EditorProps, 'onGuidance'>) {
  const bench = useBench();
  const procedure = useEditor((state) => state.procedure);
  const state = useFindings();
  const sorted = useMemo(() => sortLeft(procedure, state.verified?.findings ?? []), [procedure, state.verified]);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => ask(procedure), useFindings.getState().procedure === null ? 0 : QUIET);
    return () => clearTimeout(timer);
  }, [procedure]);
  useEffect(() => { panel.current?.focus(); return leave; }, []);
  useEffect(() => { if (state.verified && state.progress === null) announce(words.found(state.verified.findings.length)); }, [state.verified, state.progress]);
  const close = (): void => { bench.send({ type: 'done' }); bench.focusStage(bench.store.getState().selection); };
  return (
    <aside className="ed-findings" aria-label={words.title} tabIndex={-1} ref={panel} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); close(); } }}>
      <div className="ed-pane-head"><h2>{words.title}</h2><button type="button" className="ed-ib" onClick={close}>{words.close}</button></div>
      <Progress state={state} sorted={sorted} stale={state.procedure !== procedure} />
      {state.verified && <List state={state} sorted={sorted} />}
      <Detail finding={chosenFinding(state)} state={state} />
      {state.verified && <Checked state={state} />}
      {onGuidance && <p className="ed-inset"><button type="button" className="ed-ib" onClick={onGuidance}>{words.guidance}</button> <span className="ed-hint">{words.guidanceHint}</span></p>}
    </aside>
  );
}

function Progress({ state: { progress, failed, verified }, sorted: { open, left }, stale }: { readonly state: FindingsState; readonly sorted: Sorted; readonly stale: boolean }) {
  if (failed !== null) return <p className="ed-inset ed-bad" role="alert">{words.failed(failed)}</p>;
  if (progress !== null) return <p className="ed-inset"><label>{words.working(Math.round(progress * 100))} <progress value={progress} max={1} /></label></p>;
  if (stale && verified) return <p className="ed-inset ed-hint">{words.outdated}</p>;
  const problems = open.filter(({ finding }) => finding.severity === 'problem').length;
  return verified ? <p className="ed-inset"><b>{words.found(open.length)}</b>{problems > 0 && `, ${words.problems(problems)}`}{left.length > 0 && `; ${words.leftCount(left.length)}`}</p> : null;
}

function List({ state, sorted: { open, left } }: { readonly state: FindingsState; readonly sorted: Sorted }) {
  return (
    <>
      {open.length === 0 ? <p className="ed-inset">{left.length === 0 ? words.none : words.noneOpen}</p> : <Rows state={state} label={words.list} findings={open.map(({ finding }) => finding)} />}
      {left.length > 0 && <details className="ed-findings-left"><summary>{words.leftList(left.length)}</summary><Rows state={state} label={words.leftList(left.length)} findings={left.map(({ finding }) => finding)} /></details>}
    </>
  );
}

function Rows({ state: { verified, chosen }, label, findings }: { readonly state: FindingsState; readonly label: string; readonly findings: readonly VerifyFinding[] }) {
  return (
    <ul className="ed-findings-list" aria-label={label}>
      {findings.map((finding) => {
        const { title, label: place, severity, code } = finding;
        const index = verified?.findings.indexOf(finding) ?? -1;
        return (
          <li key={`${code} ${index}`}>
            <button type="button" className={index === chosen ? 'ed-finding ed-finding-on' : 'ed-finding'} aria-pressed={index === chosen} onClick={() => choose(index)}>
              <span className={severity === 'problem' ? 'ed-bad' : 'ed-look'}><Icon name={severity === 'problem' ? 'stop' : 'look'} /></span>
              <span><b>{title}</b><span className="ed-sub">{place.replaceAll(/^“|”$/g, '')}</span><span className="ed-vh">{severity === 'problem' ? words.problem : words.look}</span></span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Checked({ state: { verified } }: { readonly state: FindingsState }) {
  const { slack = [], looked = [], notLooked = [] } = verified ?? {};
  const procedure = useEditor((state) => state.procedure);
  const label = (id: string): string => { const one = procedure.timescales?.[id]; const text = one?.label ?? procedure.tasks[one?.for ?? '']?.label; return typeof text === 'string' ? text : (text?.['en'] ?? id); };
  return (
    <details className="ed-findings-checked">
      <summary>{words.what}</summary>
      <ul>{looked.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
      {notLooked.length > 0 && <><h3>{words.not}</h3><ul>{notLooked.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul></>}
      {slack.length > 0 && (
        <table><caption>{words.slack} <span className="ed-hint">{words.slackHint}</span></caption><tbody>
          {slack.map(({ timescale, days, unit }) => <tr key={timescale}><th scope="row">{label(timescale)}</th><td className={days < 0 ? 'ed-bad' : days === 0 ? 'ed-look' : ''}>{words.days(days, unit)}</td></tr>)}
        </tbody></table>
      )}
    </details>
  );
}
