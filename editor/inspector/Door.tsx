// The ways in, to read: each door, who may use it and where information comes from.
import { Icon } from '../canvas/icons.tsx';
import type { DiagramDoor } from '../model/diagram.ts';
import { partyTitle, wordsOf } from '../model/text.ts';
import { useEditor } from '../store/context.ts';
import { words } from '../words.ts';

export function Door({ door }: { readonly door: DiagramDoor }) {
  const procedure = useEditor((state) => state.procedure);
  const here = Object.entries(procedure.doors).filter(([, each]) => each.to.join(' ') === door.to.join(' '));
  return (
    <>
      <header className="ed-insp-head"><div className="ed-kind ed-k-other"><span className="ed-kind-sign"><Icon name="door" /></span><span className="ed-kind-word">{words.door.outline}</span></div><h2>{words.inspector.doors(here.length)}</h2></header>
      <div className="ed-insp-body">
        {here.map(([id, each]) => (
          <section key={id} className="ed-sec"><div className="ed-sec-head"><h3>{wordsOf(each.label)}</h3></div>
            <p className="ed-hint">{words.inspector.opensBy(each.by.map((party) => partyTitle(procedure, party)))}</p>
            <ul className="ed-list">{(each.sources ?? []).map((source) => <li key={source.id}><span className="ed-grow">{wordsOf(source.label)}</span></li>)}</ul>
          </section>
        ))}
      </div>
    </>
  );
}
