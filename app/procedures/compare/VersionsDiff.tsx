// Two versions of one procedure: what changed in words, heaviest first, with how it was and is, and beside it the
// drawing with each change marked. Choosing on either side chooses on both; the arrows step through.
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Picture } from '../../../editor/export/Picture.tsx';
import { layoutOf } from '../../../editor/layout/layout.ts';
import { diagramOf } from '../../../editor/model/diagram.ts';
import { differences, WEIGHTS, type Difference } from '../../../engine/procedure/differences/index.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import { announce } from '../../../ui/index.ts';
import { textOf } from '../catalogue.ts';
import { bothOf, marksOf, shownAt } from './changed.ts';
import { words } from './words.ts';

export function VersionsDiff({ was, now }: { readonly was: Procedure; readonly now: Procedure }) {
  const found = useMemo(() => { const all = differences(was, now); return WEIGHTS.flatMap((weight) => all.filter((one) => one.weight === weight)); }, [was, now]);
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const both = useMemo(() => bothOf(was, now), [was, now]);
  if (found.length === 0) return <p><b>{words.same}</b></p>;
  const go = (index: number, focus: boolean): void => {
    const next = Math.max(0, Math.min(found.length - 1, index));
    setChosen(next);
    const button = list.current?.querySelectorAll<HTMLElement>('.cmp-change')[next];
    if (focus) button?.focus();
    button?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    go(chosen + step, true);
  };
  const choose = (id: Id): void => { const index = found.findIndex((one) => shownAt(one, both) === id); if (index >= 0) { go(index, false); announce(found[index]?.words ?? ''); } };
  return (
    <div className="cmp-versions">
      <div>
        <p><b>{words.changes(found.length)}</b></p>
        <p className="cmp-steps"><button type="button" className="cw-link" aria-disabled={chosen === 0} onClick={() => go(chosen - 1, false)}>{words.before}</button><span aria-live="polite">{words.at(chosen + 1, found.length)}</span><button type="button" className="cw-link" aria-disabled={chosen === found.length - 1} onClick={() => go(chosen + 1, false)}>{words.after}</button></p>
        <div className="cmp-changes" ref={list} onKeyDown={onKeyDown}>
          {WEIGHTS.filter((weight) => found.some((one) => one.weight === weight)).map((weight) => (
            <section key={weight}><h2 className="cw-h2">{words.headings[weight]}</h2>
              <ul>{found.map((one, index) => (one.weight === weight ? <li key={index}><Change one={one} chosen={index === chosen} onChoose={() => setChosen(index)} /></li> : null))}</ul>
            </section>
          ))}
        </div>
      </div>
      <Drawn was={was} now={now} both={both} found={found} chosen={shownAt(found[chosen] as Difference, both) ?? null} onChoose={choose} />
    </div>
  );
}

function Change({ one, chosen, onChoose }: { readonly one: Difference; readonly chosen: boolean; readonly onChoose: () => void }) {
  return (
    <button type="button" className={chosen ? 'cmp-change cmp-change-on' : 'cmp-change'} aria-pressed={chosen} onClick={onChoose}>
      <span>{one.words.startsWith(one.label) ? <><b>{one.label}</b>{one.words.slice(one.label.length)}</> : one.words.includes(one.label) ? one.words : <><b>{one.label}</b> {one.words}</>}</span>
      {one.was !== undefined && !one.words.includes(one.was) && <span className="cmp-was">{words.was} <s>{one.was}</s></span>}
      {one.now !== undefined && !one.words.includes(one.now) && <span className="cmp-was">{words.now} <b>{one.now}</b></span>}
    </button>
  );
}

interface DrawnProps { readonly was: Procedure; readonly now: Procedure; readonly both: Procedure; readonly found: readonly Difference[]; readonly chosen: Id | null; readonly onChoose: (id: Id) => void }

function Drawn({ was, now, both, found, chosen, onChoose }: DrawnProps) {
  const holder = useRef<HTMLDivElement>(null);
  const diagram = useMemo(() => diagramOf(both), [both]);
  const layout = useMemo(() => layoutOf(diagram, both.layout), [diagram, both.layout]);
  const marks = useMemo(() => marksOf(was, now, found), [was, now, found]);
  useEffect(() => { if (chosen !== null) holder.current?.querySelector(`[data-element="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }); }, [chosen]);
  return (
    <div className="cmp-drawn">
      <p className="cmp-signs"><span className="cmp-added">+ {words.marks.added}</span> <span className="cmp-removed">− {words.marks.removed}</span> <span className="cmp-changed">✎ {words.marks.changed}</span> <span>{words.marks.same}</span></p>
      <div className="cmp-picture" ref={holder} role="region" aria-label={words.drawing} tabIndex={0}><Picture diagram={diagram} layout={layout} title={textOf(now.label)} changes={{ marks, chosen, onChoose }} /></div>
      {chosen === null && <p className="cw-s cw-q" role="status">{words.notDrawn}</p>}
    </div>
  );
}
