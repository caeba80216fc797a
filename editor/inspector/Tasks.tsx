// What people do in a stage, each with how strongly it is asked for and by what.
import type { Id, Procedure, Task } from '../../engine/procedure/types.ts';
import { taskTitle, wordsOf } from '../model/text.ts';
import { Icon } from '../canvas/icons.tsx';
import { useEditor } from '../store/context.ts';
import { words } from '../words.ts';

export function Tasks({ stage }: { readonly stage: Id }) {
  const procedure = useEditor((state) => state.procedure);
  const tasks = Object.entries(procedure.tasks).filter(([, task]) => task.in?.includes(stage) === true);
  return (
    <section className="ed-sec" data-part="tasks">
      <div className="ed-sec-head"><Icon name="agency-checks" /><h3>{words.inspector.tasks} <span>{tasks.length === 0 ? '' : tasks.length}</span></h3></div>
      {tasks.length === 0 && <p className="ed-hint">{words.inspector.noTasks}</p>}
      <ul className="ed-list">
        {tasks.map(([id, task]) => {
          const asked = askedBy(procedure, id, task);
          return <li key={id}><span className="ed-grow">{taskTitle(procedure, id)}{asked.why !== '' && <span className="ed-sub">{asked.why}</span>}</span>{asked.strength !== null && <span className="ed-strength">{words.strengths[asked.strength]}</span>}</li>;
        })}
      </ul>
    </section>
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
