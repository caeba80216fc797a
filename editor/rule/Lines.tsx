// The lines and groups of a criterion. Each line says what it comes to for the answers tried; Alt and the arrows move
// it up, down, into the group above and out. After a move the focus stays on what was moved.
import { useId, useState, type KeyboardEvent } from 'react';
import type { Operand, Procedure } from '../../engine/procedure/types.ts';
import type { Truth } from '../../engine/criteria/index.ts';
import { Icon, type IconName } from '../canvas/icons.tsx';
import { drawnThen, whenLost } from '../../ui/focus.ts';
import { TypeAhead } from '../grid/TypeAhead.tsx';
import { wordsOf } from '../model/text.ts';
import { useBench, useEditor } from '../store/context.ts';
import { add, move, moveIn, moveOut, partAt, setJoin, setLine, takeOut, type Moved } from './changes.ts';
import { LineFields, sentenceOf, startOf } from './LineFields.tsx';
import { subjectsOf } from './subjects.ts';
import { isGroup, overRows, type Group, type Join, type Line, type Path } from './tree.ts';
import { truthOf, type Ask } from './trial.ts';
import { words } from './words.ts';

interface Shared { readonly tree: Group; /** What each line comes to for the answers tried; absent where nothing is tried. */ readonly ask?: Ask; readonly onKeep: (tree: Group) => void }
interface Placed extends Shared { /** The id of the whole on the page. */ readonly root: string; readonly path: Path; /** The table whose rows are asked of, and so whose columns come first. */ readonly table: string | null }

export function Lines(shared: Shared) {
  const root = useId();
  return <div id={root}><GroupBox {...shared} root={root} path={[]} table={null} group={shared.tree} /></div>;
}

function GroupBox({ group, ...placed }: Placed & { readonly group: Group }) {
  const { root, tree, path, ask, onKeep } = placed;
  const { announce } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const readOnly = useEditor((state) => state.readOnly);
  const table = overRows(group.join) && typeof group.rows === 'object' && 'var' in group.rows ? group.rows.var : placed.table;
  const keep = (next: Group | null): void => { if (next !== null) onKeep(next); };
  const top = path.length === 0;
  return (
    <div className={top ? 'ed-crit' : 'ed-crit-in'} role="group" aria-label={words.joins[group.join]}>
      {(group.parts.length > 1 || !top) && (
        <div className="ed-crit-head" data-line={path.join('.')} onKeyDown={moving(placed, words.joins[group.join], announce)}>
          {readOnly ? <b>{words.joins[group.join]}</b> : <JoinSelect procedure={procedure} group={group} onChange={(join, rows) => keep(setJoin(tree, path, join, rows))} />}
          <span>{words.holds[group.join]}{table !== null && overRows(group.join) && <> <b>{wordsOf(procedure.questions[table]?.label)}</b></>}</span>
          {!top && !readOnly && <Moves {...placed} said={words.joins[group.join]} />}
          {!top && !readOnly && <button type="button" className="ed-ib" aria-label={words.takeGroup} title={words.takeGroup} onClick={() => drawnThen(() => keep(takeOut(tree, path)), () => focusOn(root, above(path)))}><Icon name="bin" small /></button>}
          {ask !== undefined && <TruthTag truth={truthOf(procedure, group, ask)} />}
        </div>
      )}
      {group.parts.map((part, index) => {
        const at = [...path, index];
        return isGroup(part) ? <GroupBox key={index} {...placed} table={table} path={at} group={part} /> : <LineRow key={index} {...placed} table={table} path={at} line={part} />;
      })}
      {!readOnly && <Adding {...placed} table={table} top={top} />}
    </div>
  );
}

function LineRow({ line, ...placed }: Placed & { readonly line: Line }) {
  const { root, tree, path, ask, onKeep, table } = placed;
  const { announce } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const readOnly = useEditor((state) => state.readOnly);
  const said = sentenceOf(procedure, line.line);
  const change = (next: Line['line']): void => { const changed = setLine(tree, path, next); if (changed !== null) onKeep(changed); };
  return (
    <div className="ed-crit-line" data-line={path.join('.')} role="group" aria-label={said} onKeyDown={moving(placed, said, announce)}>
      <LineFields line={line.line} table={table} readOnly={readOnly} onKeep={change} />
      {!readOnly && <Moves {...placed} said={said} />}
      {!readOnly && <button type="button" className="ed-ib" aria-label={words.takeOut(said)} title={words.takeOut(said)} onClick={() => drawnThen(() => { const next = takeOut(tree, path); if (next !== null) onKeep(next); }, () => focusOn(root, above(path)))}><Icon name="bin" small /></button>}
      {ask !== undefined && <TruthTag truth={truthOf(procedure, line, ask)} />}
    </div>
  );
}

const marks = { true: 'tick', false: 'cross', unknown: 'look' } as const;

/** True, false or not known, by a sign, a colour and a word. */
export function TruthTag({ truth }: { readonly truth: Truth }) {
  return <span className={`ed-truth ed-truth-${truth}`}><Icon name={marks[`${truth}`]} small />{words.truth[`${truth}`]}</span>;
}

/** How the parts are joined; over the rows of a table, also which. */
function JoinSelect({ procedure, group, onChange }: { readonly procedure: Procedure; readonly group: Group; readonly onChange: (join: Join, rows?: Operand) => void }) {
  const tables = Object.entries(procedure.questions).filter(([, question]) => question.type === 'table');
  const plain: readonly Join[] = ['all', 'any', 'none', 'not-all'];
  const rows: readonly Join[] = tables.length === 0 ? [] : ['some-row', 'every-row', 'no-row'];
  const choose = (value: string): void => { const [join = 'all', table] = value.split(':'); onChange(join as Join, table === undefined ? undefined : { var: table }); };
  const current = overRows(group.join) && typeof group.rows === 'object' && 'var' in group.rows ? `${group.join}:${group.rows.var}` : group.join;
  return (
    <select className="ed-in ed-crit-join" aria-label={words.join} value={current} onChange={(event) => choose(event.currentTarget.value)}>
      {plain.map((join) => <option key={join} value={join}>{words.joins[join]}</option>)}
      {rows.flatMap((join) => tables.map(([id, question]) => <option key={`${join}:${id}`} value={`${join}:${id}`}>{`${words.joins[join]} ${words.holds[join]} ${wordsOf(question.label)}`}</option>))}
    </select>
  );
}

type Way = (tree: Group, path: Path) => Moved | null;
const ways: readonly { readonly key: string; readonly icon: IconName; readonly name: (said: string) => string; readonly go: Way }[] = [
  { key: 'ArrowUp', icon: 'up', name: words.up, go: (tree, path) => move(tree, path, -1) }, { key: 'ArrowDown', icon: 'down', name: words.down, go: (tree, path) => move(tree, path, 1) },
  { key: 'ArrowRight', icon: 'right', name: words.moveIn, go: moveIn }, { key: 'ArrowLeft', icon: 'left', name: words.moveOut, go: moveOut },
];

function Moves({ root, tree, path, onKeep, said }: Placed & { readonly said: string }) {
  return (
    <span className="ed-crit-moves">
      {ways.map(({ key, icon, name, go }) => {
        const moved = go(tree, path);
        return moved === null ? null : <button key={key} type="button" data-way={key} className="ed-ib" aria-label={name(said)} title={name(said)} onClick={() => drawnThen(() => onKeep(moved.tree), () => focusOn(root, moved.path))}><Icon name={icon} small /></button>;
      })}
    </span>
  );
}

/** Alt and an arrow moves what has the focus. */
function moving({ root, tree, path, onKeep }: Placed, said: string, announce: (words: string) => void) {
  return (event: KeyboardEvent): void => {
    const way = event.altKey ? ways.find((each) => each.key === event.key) : undefined;
    if (way === undefined || path.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const moved = way.go(tree, path);
    if (moved === null) { announce(`${words.cannotMove} ${said}`); return; }
    drawnThen(() => onKeep(moved.tree), () => focusOn(root, moved.path));
  };
}

/** The focus stays in the rule: on the part at a path, else on the rule's name. */
function focusOn(root: string, path: Path): void {
  const part = document.querySelector<HTMLElement>(`#${CSS.escape(root)} [data-line="${path.join('.')}"] :is(button, select, input)`);
  (part ?? document.querySelector<HTMLElement>('.ed-sheet h2'))?.focus();
}

/** Where the focus goes when a part is taken out: to the one above it, or its group. */
const above = (path: Path): Path => ((path.at(-1) ?? 0) > 0 ? [...path.slice(0, -1), (path.at(-1) ?? 0) - 1] : path.slice(0, -1));

/** A new line: first what it is about, then the likeliest thing to say of it. */
function Adding({ root, tree, path, table, top, onKeep }: Placed & { readonly top: boolean }) {
  const { today } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const [adding, setAdding] = useState<'line' | 'group' | null>(null);
  const choices = subjectsOf(procedure, table);
  const choose = (id: string): void => {
    const chosen = choices.find((each) => each.id === id);
    const line: Line | null = chosen === undefined ? null : { line: startOf(procedure, chosen.subject, today) };
    const next = line === null ? null : add(tree, path, adding === 'group' ? { join: 'any', parts: [line] } : line);
    const group = partAt(tree, path);
    const place = group !== undefined && isGroup(group) ? [...path, group.parts.length] : path;
    drawnThen(() => { setAdding(null); if (next !== null) onKeep(next); }, () => focusOn(root, adding === 'group' ? [...place, 0] : place));
  };
  return (
    <div className="ed-crit-add">
      {adding !== null && <TypeAhead label={words.subject} start="" choices={choices} onChoose={choose} onLeave={() => { setAdding(null); whenLost(() => focusOn(root, path)); }} />}
      {adding === null && <button type="button" className="ed-link" onClick={() => setAdding('line')}><Icon name="plus" small /> {words.addLine}</button>}
      {adding === null && (top || path.length < 4) && <button type="button" className="ed-link" onClick={() => setAdding('group')}>{words.addGroup}</button>}
    </div>
  );
}
