// What is known of the selected stage, always in one order: who, if away, starts when; clocks; what people do; what
// happens next; then folded rows, each with its count, so that nothing need be opened to know whether it is empty.
import { useDiagram, useEditor } from '../store/context.ts';
import { words } from '../words.ts';
import { Clocks } from './Clocks.tsx';
import { Door } from './Door.tsx';
import { Folds } from './Folds.tsx';
import { Head } from './Head.tsx';
import { Next } from './Next.tsx';
import { People } from './People.tsx';
import { RoutePanel } from './RoutePanel.tsx';
import { Tasks } from './Tasks.tsx';
import { Whole } from './Whole.tsx';

export function Inspector() {
  const diagram = useDiagram();
  const selection = useEditor((state) => state.selection);
  const stage = useEditor((state) => (selection === null ? undefined : state.procedure.stages[selection]));
  if (selection !== null && stage !== undefined) {
    const group = diagram.groups.has(selection);
    return (
      <aside className="ed-insp" aria-label={words.inspector.name(diagram.stages.get(selection)?.title ?? diagram.groups.get(selection)?.title ?? '')}>
        <Head key={selection} stage={selection} />
        <div className="ed-insp-body">
          {stage.final !== true && <People stage={selection} />}
          {!group && stage.final !== true && <Clocks stage={selection} />}
          {stage.final !== true && <Tasks key={`tasks ${selection}`} stage={selection} />}
          {stage.final !== true && <Next stage={selection} />}
          <Folds stage={selection} />
        </div>
      </aside>
    );
  }
  const route = diagram.routes.find((each) => each.id === selection);
  const door = diagram.doors.find((each) => each.id === selection);
  return (
    <aside className="ed-insp" aria-label={words.inspector.panel}>
      {route !== undefined ? <RoutePanel key={route.transition} route={route} /> : door !== undefined ? <Door door={door} /> : <Whole />}
    </aside>
  );
}
