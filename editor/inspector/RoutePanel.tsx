// A selected route: where it leads from and to, and when it is taken.
import { useActs } from '../canvas/acts.ts';
import { Icon } from '../canvas/icons.tsx';
import type { Route } from '../model/routes.ts';
import { stageTitle } from '../model/text.ts';
import { useEditor } from '../store/context.ts';
import { words } from '../words.ts';

export function RoutePanel({ route }: { readonly route: Route }) {
  const procedure = useEditor((state) => state.procedure);
  const readOnly = useEditor((state) => state.readOnly);
  const select = useEditor((state) => state.select);
  const acts = useActs();
  const w = words.inspector;
  return (
    <>
      <header className="ed-insp-head"><div className="ed-kind ed-k-other"><span className="ed-kind-sign"><Icon name="route" /></span><span className="ed-kind-word">{w.route}</span></div><h2>{route.label ?? route.words}</h2></header>
      <div className="ed-insp-body">
        <section className="ed-sec ed-fields">
          <span className="ed-label">{w.from}</span><button type="button" className="ed-link" onClick={() => select(route.from)}>{stageTitle(procedure, route.from)}</button>
          <span className="ed-label">{w.to}</span><button type="button" className="ed-link" onClick={() => select(route.to)}>{stageTitle(procedure, route.to)}</button>
          <span className="ed-label">{w.trigger}</span><span>{route.words}</span>
        </section>
        {!readOnly && <section className="ed-sec"><button type="button" className="ed-button ed-button-quiet" onClick={() => acts.remove(route.id)}><Icon name="bin" />{words.actions.removeRoute}</button></section>}
      </div>
    </>
  );
}
