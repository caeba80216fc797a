// A rule, or what must hold for a route: left what it asks, line by line, read aloud, beside the source's words; right
// a trial of it and every combination. It lies over the rest; Escape goes back.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Criterion, Id, Procedure, Rule } from '../../engine/procedure/types.ts';
import { inWords, labelsOf } from '../../engine/criteria/index.ts';
import { Icon } from '../canvas/icons.tsx';
import type { About } from '../canvas/modes.ts';
import { citeWords } from '../clock/ClockSource.tsx';
import { TextField } from '../fields/TextField.tsx';
import { triggerWords } from '../model/routes.ts';
import { wordsOf } from '../model/text.ts';
import { useBench, useEditor } from '../store/context.ts';
import { Combinations } from './CombinationTable.tsx';
import { Effect } from './Effect.tsx';
import { Lines } from './Lines.tsx';
import { TryIt } from './TryIt.tsx';
import { askOf, truthOf, type Answers } from './trial.ts';
import { criterionOf, treeOf, type Group } from './tree.ts';
import { words } from './words.ts';

interface Subject { readonly about: About; readonly title: string; readonly kind: string; readonly criterion: Criterion | undefined; readonly rule?: Rule }

export function RuleSheet() {
  const { about } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const subject = about.criterion === null ? null : subjectOf(procedure, about.criterion);
  return subject === null ? null : <Sheet key={JSON.stringify(subject.about)} subject={subject} />;
}

function subjectOf(procedure: Procedure, about: About): Subject | null {
  if ('rule' in about) {
    const rule = procedure.rules?.[about.rule];
    return rule === undefined ? null : { about, rule, title: wordsOf(rule.label) || words.kind, kind: words.kind, criterion: rule.if };
  }
  const route = procedure.transitions.find((each) => each.id === about.route);
  return route === undefined ? null : { about, title: wordsOf(route.label) || triggerWords(procedure, route), kind: words.kindRoute, criterion: route.if };
}

function Sheet({ subject }: { readonly subject: Subject }) {
  const { send, focusStage, store } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const edit = useEditor((state) => state.edit);
  const head = useRef<HTMLHeadingElement>(null);
  const [answers, setAnswers] = useState<Answers>(new Map());
  const tree = useMemo(() => treeOf(subject.criterion), [subject.criterion]);
  const ask = useMemo(() => askOf(procedure, answers), [procedure, answers]);
  const fresh = subject.rule !== undefined && wordsOf(subject.rule.label) === words.fresh;
  // A new rule begins with its name, which takes the focus itself.
  const [named] = useState(!fresh);
  useEffect(() => { if (named) head.current?.focus(); }, [named]);
  const close = (): void => { send({ type: 'done' }); focusStage(store.getState().selection); };
  const keep = (next: Group): void => {
    const criterion = criterionOf(next);
    const { about } = subject;
    edit('rule' in about ? { type: 'changeRule', rule: about.rule, set: { if: criterion } } : { type: 'setTransitionCriterion', transition: about.route, ...(criterion === undefined ? {} : { if: criterion }) });
  };
  return (
    <section className="ed-sheet ed-form-sheet ed-rule-sheet" aria-label={`${subject.kind}: ${subject.title}`} onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) { event.stopPropagation(); close(); } }}>
      <div className="ed-sheet-head"><div className="ed-grow"><span className="ed-kind">{subject.kind}{'rule' in subject.about && <Place rule={subject.about.rule} />}</span><h2 ref={head} tabIndex={-1}>{subject.title}</h2></div><button type="button" className="ed-ib" aria-label={words.close} onClick={close}><Icon name="cross" /></button></div>
      <div className="ed-rule-page">
        <div className="ed-rule-left">
          {subject.rule !== undefined && 'rule' in subject.about && <Parts id={subject.about.rule} rule={subject.rule} onGone={close} />}
          <h3>{words.lines}</h3>
          {tree.parts.length === 0 && <p className="ed-hint">{words.always}</p>}
          <Lines tree={tree} ask={ask} onKeep={keep} />
          {subject.criterion !== undefined && <p className="ed-aloud"><b>{words.readAloud}</b> {inWords(subject.criterion, labelsOf(procedure))}</p>}
          {subject.rule?.cites !== undefined && <Cited procedure={procedure} cites={subject.rule.cites} />}
        </div>
        <div className="ed-rule-right">
          <TryIt tree={tree} answers={answers} result={truthOf(procedure, tree, ask)} onAnswer={setAnswers} />
          <Combinations tree={tree} answers={answers} />
        </div>
      </div>
    </section>
  );
}

function Place({ rule }: { readonly rule: Id }) {
  const all = Object.keys(useEditor((state) => state.procedure.rules) ?? {});
  return <span className="ed-hint"> {words.place(all.indexOf(rule) + 1, all.length)}</span>;
}

/** Its name, what it does and how strongly, and what not knowing does; out of the procedure when nothing asks about it. */
function Parts({ id, rule, onGone }: { readonly id: Id; readonly rule: Rule; readonly onGone: () => void }) {
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  return (
    <div className="ed-rule-parts">
      {!readOnly && <div className="ed-fields ed-fields-tall"><TextField label={words.name} value={wordsOf(rule.label)} start={wordsOf(rule.label) === words.fresh} readOnly={false} onKeep={(label) => edit({ type: 'changeRule', rule: id, set: { label } })} /></div>}
      <Effect id={id} rule={rule} />
      {!readOnly && <button type="button" className="ed-link" onClick={() => { if (edit({ type: 'removeRule', rule: id }) !== null) onGone(); }}>{words.remove}</button>}
    </div>
  );
}

function Cited({ procedure, cites }: { readonly procedure: Procedure; readonly cites: readonly string[] }) {
  const said = cites.map((cite) => { const [source = '', lines = ''] = cite.split('#'); return wordsOf(procedure.sources[source]?.passages?.[lines]); }).filter((each) => each !== '');
  return <blockquote className="ed-quote">{said.map((each) => `“${each}”`).join(' ')}<cite>{citeWords(procedure, cites)}</cite></blockquote>;
}
