// "What comes after …?": the kinds of stage, each with its sign. Arrow keys move, Enter adds.
import { useEffect, useRef } from 'react';
import type { StageKind } from '../../engine/procedure/types.ts';
import { stageTitle } from '../model/text.ts';
import { useBench, useEditor } from '../store/context.ts';
import { words } from '../words.ts';
import { useActs } from './acts.ts';
import { usePanelSide } from './fit.ts';
import { Icon, toneOf } from './icons.tsx';

const kinds: readonly (StageKind | 'end')[] = ['alert', 'triage', 'notify', 'agency-checks', 'panel', 'decision', 'review', 'publish', 'action-plan', 'learning', 'other', 'end'];

export function Palette() {
  const { about, send, focusStage } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const acts = useActs();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => { list.current?.querySelector('button')?.focus(); }, []);
  const title = about.stage === null ? words.palette.title : words.palette.nextTitle(stageTitle(procedure, about.stage));
  const leave = (): void => { send({ type: 'done' }); focusStage(about.stage); };
  return (
    <section className={`ed-panel ed-palette ${usePanelSide(about.stage)}`} aria-label={title} onKeyDown={(event) => {
      event.stopPropagation();
      if (event.key === 'Escape') leave();
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
      const at = buttons.findIndex((button) => button === document.activeElement);
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
    }}>
      <div className="ed-panel-head"><h2>{title}</h2><button type="button" className="ed-ib" aria-label={words.palette.close} onClick={leave}><Icon name="cross" small /></button></div>
      <div className="ed-palette-list" ref={list}>
        {kinds.map((kind) => (
          <button key={kind} type="button" className={`ed-palette-kind ed-k-${toneOf(kind)}`} onClick={() => acts.add(kind, about.stage)}><span className="ed-kind-sign"><Icon name={kind} /></span>{words.kinds[kind]}</button>
        ))}
      </div>
    </section>
  );
}
