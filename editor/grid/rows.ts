// The rows of the outline grid and of the table: ways in, stages and groups in flow order, and under a stage each of
// its routes that has a name of its own. A single route, and the plain "when done", live in the stage's Goes to.
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import type { IconName } from '../canvas/icons.tsx';
import type { Diagram } from '../model/diagram.ts';
import type { Route } from '../model/routes.ts';
import { stageTitle, taskTitle } from '../model/text.ts';
import { words } from '../words.ts';

export interface GridRow {
  /** The selection it stands for: a stage, a group, a route or a way in. */
  readonly id: Id;
  readonly is: 'door' | 'group' | 'stage' | 'end' | 'route';
  /** From 1. */
  readonly level: number;
  readonly title: string;
  /** The kind in words, after the name. */
  readonly kind: string;
  readonly sign: IconName;
  readonly number: number | null;
  readonly owner: string;
  readonly clocks: readonly { readonly id: Id; readonly words: string; readonly unclear: boolean }[];
  readonly tasks: string;
  readonly goes: string;
  /** The route that Goes to changes; null where it makes one. */
  readonly route: Route | null;
  /** Null where there is nothing to fold. */
  readonly open: boolean | null;
}

/** All rows; what lies in closed groups and under closed stages is left out. With something typed: what matches, and the groups round it. */
export function gridRows(procedure: Procedure, diagram: Diagram, closed: ReadonlySet<Id>, typed = ''): readonly GridRow[] {
  const doors = diagram.doors.map((door): GridRow => ({ ...plain, id: door.id, is: 'door', title: words.door.outline, sign: 'door', owner: door.lines.join(' '), goes: door.to.map((id) => stageTitle(procedure, id)).join(', ') }));
  const { tree } = diagram;
  const wanted = typed.trim().toLowerCase();
  const rows = [...doors, ...tree.order.flatMap((id) => stageRows(procedure, diagram, id, closed))];
  if (wanted === '') return rows.filter((row) => !around(diagram, row).some((id) => closed.has(id)));
  const matching = rows.filter((row) => row.title.toLowerCase().includes(wanted));
  const shown = new Set(matching.flatMap((row) => [row.id, ...around(diagram, row)]));
  return rows.filter((row) => shown.has(row.id));
}

/** The stages only, flat, for the table. */
export function tableRows(procedure: Procedure, diagram: Diagram, typed = ''): readonly GridRow[] {
  return gridRows(procedure, diagram, new Set(), typed).filter((row) => row.is === 'stage').map((row) => {
    const out = diagram.routes.filter((route) => route.from === row.id);
    return { ...row, level: 1, open: null, route: out.length === 1 ? out[0] ?? null : null, goes: out.map((route) => said(procedure, route)).join('; ') };
  });
}

/** What fits a cell beside what the clock is counted from. */
const SHORT = 26;
const plain = { level: 1, kind: '', number: null, owner: '', clocks: [], tasks: '', goes: '', route: null, open: null };

function around(diagram: Diagram, row: GridRow): readonly Id[] {
  if (row.is !== 'route' || row.route === null) return diagram.tree.ancestors(row.id);
  return [row.route.from, ...diagram.tree.ancestors(row.route.from)];
}

function stageRows(procedure: Procedure, diagram: Diagram, id: Id, closed: ReadonlySet<Id>): readonly GridRow[] {
  const out = diagram.routes.filter((route) => route.from === id);
  const main = out.length === 1 ? out[0] ?? null : out.find((route) => route.label === null) ?? null;
  const named = out.filter((route) => route !== main);
  const level = diagram.tree.ancestors(id).length + 1;
  const group = diagram.groups.get(id);
  const stage = diagram.stages.get(id);
  const folds = group !== undefined || named.length > 0;
  const goes = main !== null ? said(procedure, main) : named.length > 0 && closed.has(id) ? words.grid.folded(named.length) : '';
  const own: GridRow = {
    ...plain, id, level, title: group?.title ?? stage?.title ?? id, number: stage?.number ?? null, route: main, goes, open: folds ? !closed.has(id) : null,
    is: group !== undefined ? 'group' : stage?.kind === 'end' ? 'end' : 'stage',
    kind: group !== undefined ? (group.parallel ? words.grid.together : words.stage.group) : stage === undefined || stage.kind === 'end' ? '' : words.kinds[stage.kind],
    sign: group !== undefined ? (group.parallel ? 'together' : 'group') : stage?.kind ?? 'other',
    owner: stage === undefined || stage.kind === 'end' ? '' : stage.owner,
    clocks: stage?.kind === 'end' ? [] : (stage?.clocks ?? group?.clocks ?? []).map((clock) => ({ id: clock.id, words: stage?.clocks.length === 1 && clock.short.length <= SHORT ? clock.short : clock.amount, unclear: clock.unclear })),
    tasks: Object.entries(procedure.tasks).filter(([, task]) => task.in?.includes(id) === true).map(([task]) => taskTitle(procedure, task)).join('; '),
  };
  return [own, ...named.map((route): GridRow => ({ ...plain, id: route.id, is: 'route', level: level + 1, title: route.label ?? route.words, kind: words.grid.route, sign: 'route', route, goes: stageTitle(procedure, route.to) }))];
}

const said = (procedure: Procedure, route: Route): string => (route.label === null ? stageTitle(procedure, route.to) : words.grid.labelled(route.label, stageTitle(procedure, route.to)));

/** Every row that can be folded. */
export const foldable = (rows: readonly GridRow[]): readonly Id[] => rows.filter((row) => row.open !== null).map((row) => row.id);
