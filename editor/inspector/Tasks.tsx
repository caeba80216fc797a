// What people do in a stage, each with how strongly it is asked for and by what; each opens where it stands, and a new
// one is added by the name of its sort.
import { useRef, useState } from 'react';
import type { Id, Procedure, Task } from '../../engine/procedure/types.ts';
import { Icon } from '../canvas/icons.tsx';
import { taskTitle, wordsOf } from '../model/text.ts';
import { useEditor } from '../store/context.ts';
import { addPreset } from '../tasks/commands.ts';
import { presets, type Preset } from '../tasks/presets.ts';
import { TaskFields } from '../tasks/TaskFields.tsx';
import { words } from '../words.ts';

export function Tasks({ stage }: { readonly stage: Id }) {
  const procedure = useEditor((state) => state.content);
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const [opened, setOpened] = useState<Id | null>(null);
  const [fresh, setFresh] = useState<Id | null>(null);
  const [adding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const tasks = Object.entries(procedure.tasks).filter(([, task]) => task.in?.includes(stage) === true);
  const make = (preset: Preset): void => {
    setAdding(false);
    const made = edit(addPreset(stage, preset))?.made ?? null;
    setOpened(made);
    setFresh(made);
  };
  return (
    <section className="ed-sec" data-part="tasks">
      <div className="ed-sec-head"><Icon name="agency-checks" /><h3>{words.inspector.tasks} <span>{tasks.length === 0 ? '' : tasks.length}</span></h3>
        {!readOnly && <button type="button" ref={add} className="ed-link" aria-expanded={adding} aria-label={words.tasks.add} onClick={() => setAdding(!adding)}>{words.clock.addShort}</button>}
      </div>
      {adding && <Sorts onChoose={make} onLeave={() => { setAdding(false); add.current?.focus(); }} />}
      {tasks.length === 0 && <p className="ed-hint">{words.inspector.noTasks}</p>}
      <ul className="ed-list">
        {tasks.map(([id, task]) => (
          <li key={id} className="ed-task">
            <TaskRow id={id} task={task} procedure={procedure} open={opened === id} onToggle={() => { setOpened(opened === id ? null : id); setFresh(null); }} />
            {opened === id && <TaskFields key={id} id={id} task={task} fresh={fresh === id} onRemoved={() => { setOpened(null); add.current?.focus(); }} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The sorts of task to add; Escape gives up. */
function Sorts({ onChoose, onLeave }: { readonly onChoose: (preset: Preset) => void; readonly onLeave: () => void }) {
  return (
    <div className="ed-sorts" role="group" aria-label={words.tasks.sorts} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onLeave(); } }}>
      {presets.map((preset, index) => <button key={preset} type="button" className="ed-tool" autoFocus={index === 0} onClick={() => onChoose(preset)}>{words.presets[preset]}</button>)}
    </div>
  );
}

function TaskRow({ id, task, procedure, open, onToggle }: { readonly id: Id; readonly task: Task; readonly procedure: Procedure; readonly open: boolean; readonly onToggle: () => void }) {
  const asked = askedBy(procedure, id, task);
  return (
    <button type="button" className="ed-list-button" aria-expanded={open} onClick={onToggle}>
      <span className="ed-grow">{taskTitle(procedure, id)}{asked.why !== '' && <span className="ed-sub">{asked.why}</span>}</span>
      {asked.strength !== null && <span className="ed-strength">{words.strengths[asked.strength]}</span>}<Icon name={open ? 'down' : 'right'} small />
    </button>
  );
}

/** The rule that requires a task, its strength and its ground; without one, how it comes about. */
function askedBy(procedure: Procedure, id: Id, task: Task) {
  const rule = Object.values(procedure.rules ?? {}).find((each) => 'require' in each.then && 'task' in each.then.require && each.then.require.task === id);
  if (rule !== undefined) return { strength: rule.strength, why: rule.if === undefined ? '' : wordsOf(rule.label) };
  if (task.raised === 'when-required') return { strength: null, why: words.inspector.raised };
  if (task.raised === 'by-choice') return { strength: 'may' as const, why: words.inspector.choice };
  return { strength: null, why: '' };
}
