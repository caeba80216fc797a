// The diagram as React Flow takes it from anybody: boxes at their places, groups first, and a line for each route.
import type { Edge, Node } from '@xyflow/react';
import type { Placed } from '../../editor/layout/types.ts';
import type { DiagramGroup, DiagramStage } from '../../editor/model/diagram.ts';
import type { Drawn } from './drawn.ts';

/** What a contestant's boxes show beside their places. */
export type Showing = (placed: Placed, stage: DiagramStage | undefined, group: DiagramGroup | undefined) => Pick<Node, 'data'> & Partial<Node>;

export function elementsOf({ diagram, layout }: Drawn, showing: Showing): { readonly nodes: Node[]; readonly edges: Edge[] } {
  const placed = [...[...layout.groups.values()].sort((a, b) => a.depth - b.depth), ...layout.stages.values()];
  const nodes = placed.map((one): Node => ({ id: one.id, position: one.within, width: one.w, height: one.h, ...(one.parent === null ? {} : { parentId: one.parent }), ...showing(one, diagram.stages.get(one.id), diagram.groups.get(one.id)) }));
  return { nodes, edges: diagram.routes.map(({ id, from, to, label }): Edge => ({ id, source: from, target: to, type: 'smoothstep', ...(label === null ? {} : { label }) })) };
}
