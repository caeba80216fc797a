// bpmn-js on the same diagram: each stage a user task with its name and owner, each group a subprocess, each clock an
// annotation's worth of words in the name. It is fetched for the bench alone and is no part of Caseway.
// @ts-expect-error -- fetched by bench/editor.mjs, without types
import Modeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import { frame, type Contestant, type Drawn } from './drawn.ts';

interface Modeling { importXML(xml: string): Promise<unknown>; destroy(): void; get(name: 'commandStack'): { undo(): void }; get(name: 'canvas'): { viewbox(box: object): void } }
let modeler: Modeling | null = null;

const safe = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function xmlOf({ diagram, layout }: Drawn): string {
  const nameOf = (id: string): string => { const stage = diagram.stages.get(id); return stage === undefined ? diagram.groups.get(id)?.title ?? id : `${stage.title}\n${stage.owner}\n${stage.clocks.length}`; };
  const inside = (container: string | null): string => [
    ...diagram.tree.children(container).map((id) => (diagram.groups.has(id)
      ? `<subProcess id="${id}" name="${safe(nameOf(id))}">${inside(id)}</subProcess>` : `<userTask id="${id}" name="${safe(nameOf(id))}" />`)),
    ...diagram.routes.filter((route) => holderOf(diagram, route.from, route.to) === container).map((route, n) => `<sequenceFlow id="flow-${container ?? 'all'}-${n}" sourceRef="${route.from}" targetRef="${route.to}"${route.label === null ? '' : ` name="${safe(route.label)}"`} />`),
  ].join('');
  const shapes = [...layout.groups.values(), ...layout.stages.values()].filter(({ id }) => diagram.stages.has(id) || diagram.groups.has(id))
    .map(({ id, x, y, w, h }) => `<bpmndi:BPMNShape id="shape-${id}" bpmnElement="${id}"${diagram.groups.has(id) ? ' isExpanded="true"' : ''}><dc:Bounds x="${x}" y="${y}" width="${w}" height="${h}" /></bpmndi:BPMNShape>`);
  const edges = [null, ...diagram.groups.keys()].flatMap((container) => diagram.routes.filter((route) => holderOf(diagram, route.from, route.to) === container)
    .map((route, n) => `<bpmndi:BPMNEdge id="edge-${container ?? 'all'}-${n}" bpmnElement="flow-${container ?? 'all'}-${n}">${(layout.routes.get(route.id)?.points ?? []).map(({ x, y }) => `<di:waypoint x="${x}" y="${y}" />`).join('')}</bpmndi:BPMNEdge>`));
  return `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="all" targetNamespace="http://example.invalid/bench"><process id="process">${inside(null)}</process><bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="process">${shapes.join('')}${edges.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>`;
}

/** The innermost group that both ends lie in. */
function holderOf({ tree }: Drawn['diagram'], from: string, to: string): string | null {
  return tree.ancestors(from).find((id) => tree.ancestors(to).includes(id)) ?? null;
}

export const bpmn: Contestant = {
  boxes: '.djs-shape[data-element-id^="stage-"]',
  async show(room, drawn) {
    modeler = new (Modeler as new (options: object) => Modeling)({ container: room });
    await modeler.importXML(xmlOf(drawn));
    await frame();
    await frame();
  },
  clear: (room) => { modeler?.destroy(); modeler = null; room.replaceChildren(); },
  async undo() { modeler?.get('commandStack').undo(); await frame(); },
  async far() { modeler?.get('canvas').viewbox({ x: 0, y: 0, width: 1_280 / 0.25, height: 800 / 0.25 }); await frame(); await frame(); },
};
