// A selected route: where it leads from and to, what it waits for, what must hold, its words, its turn among the
// others. What must hold is read out, from the rule or the criterion itself.
import { inWords } from '../../engine/procedure/words/criterion.ts';
import { labelsOf } from '../../engine/procedure/words/labels.ts';
import type { Id, Procedure, Transition, Trigger } from '../../engine/procedure/types.ts';
import { useActs } from '../canvas/acts.ts';
import { Icon } from '../canvas/icons.tsx';
import { putBetween } from '../edits/between.ts';
import { triggersOf } from '../edits/commands.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { triggerWords, type Route } from '../model/routes.ts';
import { stageTitle, wordsOf } from '../model/text.ts';
import { words as rules } from '../rule/words.ts';
import { useBench, useDiagram, useEditor } from '../store/context.ts';
import { words } from '../words.ts';

export function RoutePanel({ route }: { readonly route: Route }) {
  const procedure = useEditor((state) => state.content);
  const readOnly = useEditor((state) => state.readOnly);
  const acts = useActs();
  const edit = useEditor((state) => state.edit);
  const { send } = useBench();
  const transition = procedure.transitions.find((each) => each.id === route.transition);
  const w = words.inspector;
  if (transition === undefined) return null;
  const put = (): void => {
    const made = edit(putBetween(transition.id), 'made')?.made;
    if (made !== undefined) send({ type: 'name', stage: made });
  };
  return (
    <>
      <header className="ed-insp-head"><div className="ed-kind ed-k-other"><span className="ed-kind-sign"><Icon name="route" /></span><span className="ed-kind-word">{w.route}</span></div><h2>{route.label ?? route.words}</h2></header>
      <div className="ed-insp-body">
        <Fields route={route} transition={transition} />
        {!readOnly && <Turn transition={transition} />}
        {!readOnly && (
          <section className="ed-sec ed-buttons">
            {typeof transition.to === 'string' && <button type="button" className="ed-button ed-button-quiet" onClick={put}><Icon name="plus" small />{words.actions.putBetween}</button>}
            <button type="button" className="ed-button ed-button-quiet" onClick={() => acts.remove(route.id)}><Icon name="bin" />{words.actions.removeRoute}</button>
          </section>
        )}
      </div>
    </>
  );
}

function Fields({ route, transition }: { readonly route: Route; readonly transition: Transition }) {
  const procedure = useEditor((state) => state.content);
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const select = useEditor((state) => state.select);
  const { send } = useBench();
  const diagram = useDiagram();
  const w = words.inspector;
  const triggers = triggersWith(procedure, transition);
  const lead = (to: Id): void => { edit({ type: 'retargetTransition', transition: transition.id, to }, `${transition.id}/${route.from}/${to}`); };
  return (
    <section className="ed-sec ed-fields ed-fields-tall">
      <TextField label={words.route.label} value={wordsOf(transition.label)} readOnly={readOnly} onKeep={(label) => edit({ type: 'setTransitionLabel', transition: transition.id, ...(label === '' ? {} : { label }) })} />
      <span className="ed-label">{w.from}</span><button type="button" className="ed-link" onClick={() => select(route.from)}>{stageTitle(procedure, route.from)}</button>
      <SelectField label={w.to} value={route.to} choices={diagram.tree.order.filter((id) => id !== route.from).map((id) => ({ value: id, words: stageTitle(procedure, id) }))} readOnly={readOnly || typeof transition.to !== 'string'} onChoose={lead} />
      <SelectField label={w.trigger} value={JSON.stringify(transition.on)} choices={triggers.map((on) => ({ value: JSON.stringify(on), words: triggerWords(procedure, { id: transition.id, from: transition.from, on }) }))} readOnly={readOnly}
        onChoose={(value) => { const on = triggers.find((each) => JSON.stringify(each) === value); if (on !== undefined) edit({ type: 'setTransitionTrigger', transition: transition.id, on }); }} />
      <span className="ed-label ed-label-top">{words.route.if}</span><span>{holdWords(procedure, transition)}</span>
      {(!readOnly || transition.if !== undefined) && transition.otherwise !== true && <button type="button" className="ed-link ed-wide" onClick={() => send({ type: 'criterion', criterion: { route: transition.id } })}>{transition.if === undefined ? rules.condition : readOnly ? rules.read : rules.changeCondition}</button>}
      {!readOnly && transition.if !== undefined && <button type="button" className="ed-link ed-wide" onClick={() => edit({ type: 'setTransitionCriterion', transition: transition.id })}>{words.route.always}</button>}
    </section>
  );
}

/** What the route can wait for, with what it waits for now. */
function triggersWith(procedure: Procedure, { from, on }: Transition): readonly Trigger[] {
  const found = from.flatMap((stage) => triggersOf(procedure, stage));
  const known = new Map([on, ...found].map((each) => [JSON.stringify(each), each]));
  return [...known.values()];
}

function holdWords(procedure: Procedure, { if: criterion, otherwise }: Transition): string {
  if (otherwise === true) return words.route.whenNoOther;
  return criterion === undefined ? words.route.nothingMore : inWords(criterion, labelsOf(procedure));
}

/** Its turn among the routes out of the same stage: the first that holds is taken. */
function Turn({ transition }: { readonly transition: Transition }) {
  const procedure = useEditor((state) => state.content);
  const edit = useEditor((state) => state.edit);
  const beside = procedure.transitions.filter((each) => each.from.some((id) => transition.from.includes(id)));
  if (beside.length < 2) return null;
  const place = beside.indexOf(transition);
  return (
    <section className="ed-sec">
      <p className="ed-hint">{words.route.turn(place + 1, beside.length)}</p>
      <div className="ed-buttons">
        {([-1, 1] as const).map((by) => <button key={by} type="button" className="ed-tool" disabled={beside[place + by] === undefined} onClick={() => edit({ type: 'orderTransition', transition: transition.id, by })}><Icon name={by < 0 ? 'up' : 'down'} small />{by < 0 ? words.route.sooner : words.route.later}</button>)}
      </div>
    </section>
  );
}
