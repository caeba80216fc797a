// What happens next: every route out, in the order in which they are tried, each to follow or to remove.
import type { Id, Procedure, Transition } from '../../engine/procedure/types.ts';
import { useActs } from '../canvas/acts.ts';
import { triggerWords } from '../model/routes.ts';
import { stageTitle } from '../model/text.ts';
import { targetsOf } from '../model/tree.ts';
import { Icon } from '../canvas/icons.tsx';
import { useDiagram, useEditor } from '../store/context.ts';
import { words } from '../words.ts';

export function Next({ stage }: { readonly stage: Id }) {
  const procedure = useEditor((state) => state.content);
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const select = useEditor((state) => state.select);
  const diagram = useDiagram();
  const acts = useActs();
  const routes = procedure.transitions.filter((route) => route.from.includes(stage));
  const w = words.inspector;
  return (
    <section className="ed-sec" data-part="next">
      <div className="ed-sec-head"><Icon name="route" /><h3>{w.next}</h3>{!readOnly && <button type="button" className="ed-link" onClick={() => acts.connect(stage)}>{words.actions.addRoute}</button>}</div>
      {routes.length === 0 && <p className="ed-hint">{diagram.tree.parent(stage) === null ? w.noNext : w.groupGoesOn}</p>}
      <ul className="ed-list">
        {routes.map((route) => (
          <li key={route.id}>
            <button type="button" className="ed-list-button" onClick={() => select(diagram.routes.find((each) => each.transition === route.id)?.id ?? stage)}>
              <span className="ed-grow">{triggerWords(procedure, route)}<span className="ed-sub">{goesTo(procedure, route)}</span></span>
            </button>
            {!readOnly && <button type="button" className="ed-ib" aria-label={`${words.actions.removeRoute}: ${triggerWords(procedure, route)}`} title={words.actions.removeRoute} onClick={() => edit({ type: 'removeTransition', transition: route.id })}><Icon name="bin" /></button>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "go to Rapid review set-up", or what happens when no stage is named. */
function goesTo(procedure: Procedure, route: Transition): string {
  const targets = targetsOf(route);
  if (targets.length > 0) return words.route.goTo(targets.map((id) => stageTitle(procedure, id)).join(` ${words.and} `));
  return typeof route.to === 'object' ? words.route.back : words.route.groupEnds;
}
