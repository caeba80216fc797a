// What a layout depends on, as one text: the drawn size of every shape, which lies in which, every line with the room
// its words take, and places chosen by hand. Two procedures with the same key have the same layout.
import type { Procedure } from '../../engine/procedure/types.ts';
import type { Diagram } from '../model/diagram.ts';
import { linesOf } from './lines.ts';
import { doorSize, endSize, faceOf, headerWidth, pillSize } from './size.ts';

/** The key of a diagram with these chosen places. */
export function layoutKey(diagram: Diagram, chosen: Procedure['layout']): string {
  const shapes = diagram.tree.order.map((id) => {
    const stage = diagram.stages.get(id);
    const group = diagram.groups.get(id);
    const size = stage === undefined ? null : stage.kind === 'end' ? endSize(stage.title) : faceOf(stage);
    return [id, diagram.tree.parent(id), stage?.kind, size?.w, size?.h, group === undefined ? null : headerWidth(group), group?.parallel, group?.begins];
  });
  const doors = diagram.doors.map((door) => [door.id, door.to, doorSize(door)]);
  const lines = linesOf(diagram).map((line) => [line.id, line.from, line.to, line.back, ...line.routes.map((route) => [route.id, route.label === null ? null : pillSize(route.label, route.bold).w])]);
  return JSON.stringify([shapes, doors, lines, Object.entries(chosen ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
