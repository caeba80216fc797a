// Our layout beside ELK's on the same boxes, groups, routes and words.
// @ts-expect-error -- fetched by bench/editor.mjs, without types for the bundler
import Elk from 'elkjs/lib/elk.bundled.js';
import { layoutOf } from '../../editor/layout/layout.ts';
import { near, type Point, type Rect } from '../../editor/layout/types.ts';
import { leafSize } from '../../editor/layout/arrange.ts';
import { pillSize } from '../../editor/layout/size.ts';
import { diagramOf, type Diagram } from '../../editor/model/diagram.ts';
import { procedureOf } from './graph.ts';

interface ElkNode { readonly id: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly children?: readonly ElkNode[]; readonly edges?: readonly ElkEdge[] }
interface ElkEdge { readonly id: string; readonly container?: string; readonly sections?: readonly { readonly startPoint: Point; readonly endPoint: Point; readonly bendPoints?: readonly Point[] }[] }
export interface LaidOut { readonly milliseconds: number; readonly crossings: number; readonly overlaps: number; readonly width: number; readonly height: number }

/** Both layouts of so many stages. */
export async function layouts(total: number): Promise<{ readonly caseway: LaidOut; readonly elk: LaidOut }> {
  const diagram = diagramOf(procedureOf(total));
  return { caseway: ours(total), elk: await theirs(diagram) };
}

function ours(total: number): LaidOut {
  const diagram = diagramOf(procedureOf(total)); // anew, for what is worked out is kept with it
  const started = performance.now();
  const { stages, routes, bounds } = layoutOf(diagram);
  const milliseconds = performance.now() - started;
  return { milliseconds, crossings: crossingsOf([...routes.values()].map(({ points }) => points)), overlaps: overlapsOf([...stages.values()]), width: bounds.w, height: bounds.h };
}

async function theirs(diagram: Diagram): Promise<LaidOut> {
  const graph = graphOf(diagram);
  const elk = new (Elk as new () => { layout(graph: object): Promise<ElkNode> })();
  const started = performance.now();
  const laid = await elk.layout(graph);
  const milliseconds = performance.now() - started;
  const at = new Map<string, Point>();
  const leaves: Rect[] = [];
  const visit = (node: ElkNode, x: number, y: number): void => {
    at.set(node.id, { x, y });
    for (const child of node.children ?? []) visit(child, x + child.x, y + child.y);
    if (node.children === undefined) leaves.push({ x, y, w: node.width, h: node.height });
  };
  visit(laid, 0, 0);
  const ways = (laid.edges ?? []).flatMap(({ sections, container }) => (sections ?? []).map(({ startPoint, bendPoints, endPoint }) => {
    const origin = at.get(container ?? 'root') ?? { x: 0, y: 0 };
    return [startPoint, ...bendPoints ?? [], endPoint].map(({ x, y }) => ({ x: x + origin.x, y: y + origin.y }));
  }));
  return { milliseconds, crossings: crossingsOf(ways), overlaps: overlapsOf(leaves), width: Math.round(laid.width), height: Math.round(laid.height) };
}

function graphOf(diagram: Diagram): object {
  const node = (id: string): object => (diagram.groups.has(id)
    ? { id, layoutOptions: { 'elk.padding': '[top=40,left=32,bottom=16,right=16]' }, children: diagram.tree.children(id).map(node) }
    : { id, width: leafSize(diagram, id).w, height: leafSize(diagram, id).h });
  const edges = diagram.routes.map(({ id, from, to, label, bold }) => ({ id, sources: [from], targets: [to], labels: label === null ? [] : [{ id: `${id}-words`, text: label, width: pillSize(label, bold).w, height: pillSize(label, bold).h }] }));
  return { id: 'root', layoutOptions: { 'elk.algorithm': 'layered', 'elk.hierarchyHandling': 'INCLUDE_CHILDREN', 'elk.edgeRouting': 'ORTHOGONAL', 'elk.direction': 'RIGHT', 'elk.json.edgeCoords': 'ROOT' }, children: diagram.tree.children(null).map(node), edges };
}

const overlapsOf = (boxes: readonly Rect[]): number => boxes.reduce((sum, a, index) => sum + boxes.slice(index + 1).filter((b) => near(a, b)).length, 0);

/** How often a level part of one line crosses an upright part of another, ends apart. */
function crossingsOf(ways: readonly (readonly Point[])[]): number {
  const parts = ways.flatMap((points, way) => points.slice(1).map((b, index) => ({ way, a: points[index] ?? b, b })));
  const level = parts.filter(({ a, b }) => Math.abs(a.y - b.y) < 1);
  const upright = parts.filter(({ a, b }) => Math.abs(a.x - b.x) < 1);
  const between = (value: number, one: number, other: number): boolean => value > Math.min(one, other) + 1 && value < Math.max(one, other) - 1;
  return level.reduce((sum, one) => sum + upright.filter((other) => other.way !== one.way && between(other.a.x, one.a.x, one.b.x) && between(one.a.y, other.a.y, other.b.y)).length, 0);
}
