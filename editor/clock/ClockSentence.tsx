// The clock as a sentence of controls: direction, amount, unit, "after", what it is counted from; then what for,
// where it comes from and by which calendar.
import { useId, useState } from 'react';
import type { Id, Procedure, Timescale, Unit } from '../../engine/procedure/types.ts';
import { settled, unitWords } from '../../engine/procedure/words/clock.ts';
import { bindClock, changeClock } from '../edits/commands.ts';
import { taskTitle, wordsOf } from '../model/text.ts';
import { useBench, useEditor } from '../store/context.ts';
import { words } from '../words.ts';
import { anchorChoices, same } from './anchors.ts';

const units: readonly Unit[] = ['hours', 'calendar-days', 'working-days', 'weeks', 'months', 'years', 'business-hours', 'next-meeting'];
interface Props { readonly clock: Id; readonly timescale: Timescale; readonly onDraft: (draft: Timescale | null) => void }

export function ClockSentence({ clock, timescale, onDraft }: Props) {
  const procedure = useEditor((state) => state.procedure);
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const keep = (next: Timescale): void => { onDraft(null); edit(changeClock(clock, next)); };
  const anchors = anchorChoices(procedure, timescale.from);
  const w = words.clock;
  const tasks = besides(procedure, timescale.for);
  return (
    <fieldset className="ed-sentence" disabled={readOnly}>
      <legend className="ed-vh">{w.change}</legend>
      <div className="ed-sentence-line">
        <Select label={w.directionLabel} value={timescale.direction} onChange={(direction) => keep({ ...timescale, direction: direction as Timescale['direction'] })}
          options={Object.entries(w.directions).map(([value, title]) => ({ value, title }))} />
        <Amount clock={clock} timescale={timescale} onKeep={keep} onDraft={onDraft} />
        <UnitSelect timescale={timescale} onKeep={keep} />
        <span>{w.joints[timescale.direction]}</span>
        <Select label={w.fromLabel} grow value={String(anchors.findIndex((each) => same(each.from, timescale.from)))} onChange={(at) => { const found = anchors[Number(at)]; if (found !== undefined) keep({ ...timescale, from: found.from }); }}
          options={anchors.map((each, index) => ({ value: String(index), title: each.words }))} />
      </div>
      <div className="ed-sentence-fields">
        {tasks.length > 1
          ? <Select labelled label={w.for} value={timescale.for} onChange={(task) => edit(bindClock(clock, task))} options={tasks.map((task) => ({ value: task, title: taskTitle(procedure, task) }))} />
          : <div className="ed-field">{w.for}<span className="ed-fixed">{taskTitle(procedure, timescale.for)}</span></div>}
        <Select labelled label={w.basisLabel} value={timescale.basis} onChange={(basis) => keep({ ...timescale, basis: basis as Timescale['basis'] })} options={Object.entries(w.basis).map(([value, title]) => ({ value, title }))} />
        <Select labelled label={w.calendarLabel} value={timescale.calendar ?? ''} onChange={(calendar) => { const { calendar: _, ...rest } = timescale; keep(calendar === '' ? rest : { ...rest, calendar }); }}
          options={[{ value: '', title: `${w.calendarAny}: ${wordsOf(procedure.calendars[procedure.conventions.calendar]?.label)}` }, ...Object.entries(procedure.calendars).map(([value, each]) => ({ value, title: wordsOf(each.label) }))]} />
      </div>
    </fieldset>
  );
}

/** What people do where this is done, itself too: a clock bound to any of it is shown by the same stage. */
function besides(procedure: Procedure, task: Id): readonly Id[] {
  const stage = procedure.tasks[task]?.in?.[0];
  return Object.keys(procedure.tasks).filter((id) => id === task || (stage !== undefined && procedure.tasks[id]?.in?.[0] === stage));
}

/** The number; kept on Enter or on leaving, counted in the example while it is typed. */
function Amount({ clock, timescale, onKeep, onDraft }: { readonly clock: Id; readonly timescale: Timescale; readonly onKeep: (next: Timescale) => void; readonly onDraft: (draft: Timescale | null) => void }) {
  const { announce } = useBench();
  const procedure = useEditor((state) => state.procedure);
  // What is shown may be a draft; whether anything was typed is told by what is kept.
  const amount = (procedure.timescales?.[clock] ?? timescale).amount;
  const kept = typeof amount === 'object' && !('setting' in amount) ? '' : String(settled(procedure, amount) ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const number = (value: string): number | null => (/^\d{1,4}$/.test(value.trim()) ? Number(value.trim()) : null);
  const finish = (): void => {
    if (typed === null || typed.trim() === kept) { setTyped(null); onDraft(null); return; }
    const next = number(typed);
    if (next === null) { announce(words.clock.amountWrong); return; }
    setTyped(null);
    onKeep({ ...timescale, amount: next });
  };
  if (timescale.unit === 'next-meeting') return null;
  return (
    <input className="ed-in ed-amount" inputMode="numeric" aria-label={words.clock.amountLabel} aria-invalid={typed !== null && number(typed) === null} value={typed ?? kept}
      onChange={(event) => { const value = event.currentTarget.value; setTyped(value); const next = number(value); onDraft(next === null ? null : { ...timescale, amount: next }); }}
      onBlur={finish} onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
        // Escape gives up what was typed; once more closes the clocks.
        if (event.key === 'Escape' && typed !== null) { event.stopPropagation(); setTyped(null); onDraft(null); }
      }} />
  );
}

/** The unit, or the reading it is taken from, with what that reading gives at present. */
function UnitSelect({ timescale, onKeep }: { readonly timescale: Timescale; readonly onKeep: (next: Timescale) => void }) {
  const procedure = useEditor((state) => state.procedure);
  const reading = typeof timescale.unit === 'object' ? timescale.unit.setting : null;
  const known = units.map((unit) => ({ value: unit as string, title: unitWords(unit, 2, true) }));
  const options = reading === null ? known : [{ value: '', title: unitWords(settled<Unit>(procedure, timescale.unit), 2) }, ...known];
  return <Select label={words.clock.unitLabel} value={reading === null ? String(timescale.unit) : ''} options={options} onChange={(unit) => { if (unit !== '') onKeep({ ...timescale, unit: unit as Unit }); }} />;
}

interface SelectProps { readonly label: string; readonly value: string; readonly options: readonly { readonly value: string; readonly title: string }[]; readonly onChange: (value: string) => void; readonly grow?: boolean; readonly labelled?: boolean }
function Select({ label, value, options, onChange, grow = false, labelled = false }: SelectProps) {
  const id = useId();
  const control = (
    <select id={id} className={grow ? 'ed-in ed-grow' : 'ed-in'} {...(labelled ? {} : { 'aria-label': label })} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {options.map((option) => <option key={option.value} value={option.value}>{option.title}</option>)}
    </select>
  );
  return labelled ? <div className="ed-field"><label htmlFor={id}>{label}</label>{control}</div> : control;
}
