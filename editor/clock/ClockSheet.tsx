// The clocks of a stage: one tab each, the clock as a sentence of controls, the source's words beside the reading,
// and a worked example that is counted anew with every change. It lies over the inspector; the canvas does not move.
import { useEffect, useRef, useState } from 'react';
import type { Id, Timescale } from '../../engine/procedure/types.ts';
import { clockOf } from '../model/clocks.ts';
import { stageTitle, taskTitle } from '../model/text.ts';
import { Icon, toneOf } from '../canvas/icons.tsx';
import { useBench, useDiagram, useEditor } from '../store/context.ts';
import { words } from '../words.ts';
import { ClockExample } from './ClockExample.tsx';
import { ClockSentence } from './ClockSentence.tsx';
import { ClockSource } from './ClockSource.tsx';

export function ClockSheet() {
  const { about } = useBench();
  const timescale = useEditor((state) => (about.clock === null ? undefined : state.procedure.timescales?.[about.clock]));
  const stage = useEditor((state) => state.procedure.tasks[timescale?.for ?? '']?.in?.[0]);
  return about.clock === null || timescale === undefined || stage === undefined ? null : <Sheet stage={stage} clock={about.clock} />;
}

function Sheet({ stage, clock }: { readonly stage: Id; readonly clock: Id }) {
  const { send, focusStage } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const diagram = useDiagram();
  const readOnly = useEditor((state) => state.readOnly);
  const [before] = useState(procedure);
  const [draft, setDraft] = useState<Timescale | null>(null);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => { head.current?.focus(); }, []);
  useEffect(() => { setDraft(null); }, [clock, procedure]);
  const facts = diagram.stages.get(stage);
  const own = Object.entries(procedure.timescales ?? {}).filter(([, each]) => procedure.tasks[each.for]?.in?.[0] === stage);
  const shown = own.map(([id, each]) => [id, id === clock && draft !== null ? draft : each] as const);
  const named = isForSeveral(shown);
  const current = shown.find(([id]) => id === clock)?.[1];
  const close = (): void => { send({ type: 'done' }); focusStage(stage); };
  if (current === undefined) return null;
  return (
    <section className="ed-sheet" aria-label={`${words.clock.title}: ${stageTitle(procedure, stage)}`} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); close(); } }}>
      <div className="ed-sheet-head">
        <div className="ed-grow">
          {facts !== undefined && <span className={`ed-kind ed-k-${toneOf(facts.kind)}`}><span className="ed-kind-sign"><Icon name={facts.kind} /></span>{facts.title}</span>}
          <h2 ref={head} tabIndex={-1}>{words.clock.title}</h2>
        </div>
        {!readOnly && <AddClock stage={stage} />}
        <button type="button" className="ed-ib" aria-label={words.clock.close} onClick={close}><Icon name="cross" /></button>
      </div>
      <div className="ed-tabs" role="tablist" aria-label={words.clock.title}>
        {shown.map(([id, each]) => <Tab key={id} id={id} timescale={each} on={id === clock} brief={shown.length > 2} named={named} />)}
      </div>
      <div className="ed-sheet-body" role="tabpanel" aria-labelledby={`tab-${clock}`}>
        <ClockSentence key={clock} clock={clock} timescale={current} onDraft={setDraft} />
        <ClockSource clock={clock} timescale={current} />
        <ClockExample clocks={shown} current={clock} before={before} named={named} />
      </div>
    </section>
  );
}

interface TabProps { readonly id: Id; readonly timescale: Timescale; readonly on: boolean; readonly brief: boolean; /** Says what the clock is for. */ readonly named: boolean }

function Tab({ id, timescale, on, brief, named }: TabProps) {
  const { send } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const clock = clockOf(procedure, id, timescale);
  return (
    <button type="button" role="tab" id={`tab-${id}`} aria-selected={on} tabIndex={on ? 0 : -1} title={`${clock.amount} ${clock.rest}, ${words.clock.binds(taskTitle(procedure, timescale.for))}`} className={on ? 'ed-tab ed-tab-on' : 'ed-tab'} onClick={() => send({ type: 'clock', clock: id })}
      onKeyDown={(event) => {
        const next = { ArrowRight: event.currentTarget.nextElementSibling, ArrowLeft: event.currentTarget.previousElementSibling }[event.key];
        if (next instanceof HTMLButtonElement) { next.click(); next.focus(); }
      }}>
      <span className="ed-tag">{words.clock.basisShort[timescale.basis]}</span><span className="ed-tab-words"><b>{clock.amount}</b>{brief ? '' : ` ${clock.rest}`}{named && <span>{taskTitle(procedure, timescale.for)}</span>}</span>
    </button>
  );
}

/** Whether the clocks of a stage are for different things that people do there. */
const isForSeveral = (clocks: readonly (readonly [Id, Timescale])[]): boolean => new Set(clocks.map(([, each]) => each.for)).size > 1;

/** A new clock for the first thing people do here: 5 working days from the case opening, to be changed. */
export function AddClock({ stage, small = false }: { readonly stage: Id; readonly small?: boolean }) {
  const { send, announce } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const edit = useEditor((state) => state.edit);
  const add = (): void => {
    const task = Object.entries(procedure.tasks).find(([, each]) => each.in?.[0] === stage)?.[0];
    if (task === undefined) { announce(words.edits.noTasks); return; }
    const clock: Timescale = { for: task, direction: 'within', amount: 5, unit: 'working-days', from: { opened: true }, basis: 'local' };
    const made = edit({ type: 'addTimescale', clock }, stage)?.made;
    if (made !== undefined) send({ type: 'clock', clock: made });
  };
  return small ? <button type="button" className="ed-link" aria-label={words.clock.add} onClick={add}>{words.clock.addShort}</button> : <button type="button" className="ed-button ed-button-quiet" onClick={add}><Icon name="plus" small />{words.clock.add}</button>;
}
