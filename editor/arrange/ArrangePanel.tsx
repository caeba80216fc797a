// What can be done with the chosen stages, as a list of buttons: where they stand, what they belong to, copies. Arrow
// keys move, Enter does it, Escape leaves.
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Id } from '../../engine/procedure/types.ts';
import { useActs } from '../canvas/acts.ts';
import { usePanelSide } from '../canvas/fit.ts';
import { Icon, type IconName } from '../canvas/icons.tsx';
import { copyChosen, pasteFromButton } from '../clip/useClipboard.ts';
import type { Lining, Spreading } from '../edits/arranging.ts';
import { stageTitle } from '../model/text.ts';
import { useBench, useDiagram, useEditor } from '../store/context.ts';
import { chosenOf } from '../store/store.ts';
import { words } from './words.ts';

const linings: readonly Lining[] = ['left', 'centre', 'right', 'top', 'middle', 'bottom'];
const spreadings: readonly Spreading[] = ['across', 'down'];
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

export function ArrangePanel() {
  const bench = useBench();
  const { send, focusStage, store } = bench;
  const selection = useEditor((state) => state.selection);
  const count = useEditor((state) => chosenOf(state).length);
  const diagram = useDiagram();
  const acts = useActs();
  const panel = useRef<HTMLElement>(null);
  const side = usePanelSide(selection);
  useEffect(() => { panel.current?.querySelector<HTMLElement>('.ed-arrange-list button')?.focus(); }, []);
  const leave = (): void => { send({ type: 'done' }); focusStage(store.getState().selection); };
  const does = (act: () => void) => () => { send({ type: 'done' }); act(); };
  const onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') leave();
    const step = steps[event.key];
    if (step === undefined || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    const buttons = [...(panel.current?.querySelectorAll<HTMLElement>('.ed-arrange-list button') ?? [])];
    buttons[(buttons.findIndex((button) => button === document.activeElement) + step + buttons.length) % buttons.length]?.focus();
  };
  if (selection === null) return null;
  const group = count === 1 && diagram.groups.has(selection);
  return (
    <section ref={panel} className={`ed-panel ed-arrange ${side}`} aria-label={words.title(count)} onKeyDown={onKey}>
      <div className="ed-panel-head"><h2>{words.title(count)}</h2><button type="button" className="ed-ib" aria-label={words.close} onClick={leave}><Icon name="cross" small /></button></div>
      {count > 1 && <><h3>{words.lineUp}</h3><div className="ed-arrange-list">{linings.map((how) => <Act key={how} label={words.lining(how)} short={words.liningShort(how)} onDo={does(() => acts.lineUp(how))} />)}</div></>}
      {count > 2 && <><h3>{words.spreadOut}</h3><div className="ed-arrange-list">{spreadings.map((how) => <Act key={how} label={words.spreading(how)} short={words.spreadingShort(how)} onDo={does(() => acts.spreadOut(how))} />)}</div></>}
      <h3>{words.placing}</h3>
      <div className="ed-arrange-list">
        <Act icon="tidy" label={words.tidyOnly} onDo={does(() => acts.tidyOnly())} />
      </div>
      <h3>{words.joining}</h3>
      <div className="ed-arrange-list">
        <Act icon="group" label={group ? words.ungroup : words.group} onDo={does(() => acts.group(selection))} />
        {!group && <Act icon="together" label={words.together} onDo={does(() => acts.group(selection, true))} />}
        <Into onChoose={(within) => does(() => acts.nest(within))()} />
      </div>
      <h3>{words.copying}</h3>
      <div className="ed-arrange-list">
        <Act icon="copy" label={words.duplicate} onDo={does(() => acts.duplicate(selection))} />
        <Act icon="copy" label={words.copy} onDo={() => { copyChosen(); leave(); }} />
        <Act icon="copy" label={words.paste} onDo={does(() => { void pasteFromButton(bench); })} />
        <Act icon="bin" label={words.remove} onDo={does(() => acts.remove(selection))} />
      </div>
    </section>
  );
}

function Act({ icon, label, short, onDo }: { readonly icon?: IconName; readonly label: string; /** Under a heading that says the rest. */ readonly short?: string; readonly onDo: () => void }) {
  return <button type="button" className="ed-tool" {...(short === undefined ? {} : { 'aria-label': label })} onClick={onDo}>{icon !== undefined && <Icon name={icon} small />}{short ?? label}</button>;
}

/** The groups that the chosen stages can go into: not those among them. */
function Into({ onChoose }: { readonly onChoose: (within: Id | null) => void }) {
  const diagram = useDiagram();
  const procedure = useEditor((state) => state.procedure);
  const chosen = chosenOf({ procedure, selection: useEditor((state) => state.selection), also: useEditor((state) => state.also) });
  const groups = [...diagram.groups.keys()].filter((id) => !chosen.includes(id) && !diagram.tree.ancestors(id).some((each) => chosen.includes(each)));
  const now = diagram.tree.parent(chosen[0] ?? '');
  return (
    <label className="ed-label">{words.whichGroup}
      <select className="ed-in" value={now ?? ''} onChange={(event) => onChoose(event.currentTarget.value === '' ? null : event.currentTarget.value)}>
        <option value="">{words.topLevel}</option>
        {groups.map((id) => <option key={id} value={id}>{stageTitle(procedure, id)}</option>)}
      </select>
    </label>
  );
}
