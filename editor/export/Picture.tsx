// The whole diagram as one picture that needs nothing around it: the same places, lines and words as on the canvas,
// with every colour and font written in. It is what prints and what is saved as SVG or PNG.
import { shapeOf } from '../canvas/shapes.tsx';
import { pathOf } from '../canvas/RouteEdge.tsx';
import { faceOf, type StageFace } from '../layout/size.ts';
import type { Layout, Placed } from '../layout/types.ts';
import type { Diagram, DiagramStage, ShapeKind } from '../model/diagram.ts';
import { words } from '../words.ts';
import { lookOf, SIGNS, type Changes, type Look } from './changes.ts';

const INK = '#0b0c0c';
const QUIET = '#484f52';
const ROUTE = '#5c676b';
const FRAME = '#8b9699';
const tones: Readonly<Record<ShapeKind, string>> = {
  alert: '#8a3b00', notify: '#1d4f91', 'agency-checks': '#5e4d00', panel: '#6a2c70', decision: '#00525b', review: '#3d5a1e', learning: '#5d4037', publish: '#7d2248', triage: '#34495e', end: INK, 'action-plan': QUIET, other: QUIET,
};
const EDGE = 24;

interface Props { readonly diagram: Diagram; readonly layout: Layout; readonly title: string; /** What changed is marked, and the rest steps back. */ readonly changes?: Changes }

/** The picture; its size in pixels is that of the diagram at full scale with a margin. */
export function Picture({ diagram, layout, title, changes }: Props) {
  const { x, y, w, h } = layout.bounds;
  const box = `${x - EDGE} ${y - EDGE} ${w + 2 * EDGE} ${h + 2 * EDGE}`;
  const groups = [...diagram.groups.values()].flatMap((group) => { const place = layout.groups.get(group.id); return place === undefined ? [] : [{ group, place }]; }).toSorted((one, other) => one.place.depth - other.place.depth);
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={box} width={w + 2 * EDGE} height={h + 2 * EDGE} role="img" aria-label={words.canvas.name(title)} fontFamily="Helvetica, Arial, sans-serif" fill={INK}>
      <defs><marker id="ed-print-head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 10 5 0 10z" fill={ROUTE} /></marker></defs>
      <rect x={x - EDGE} y={y - EDGE} width={w + 2 * EDGE} height={h + 2 * EDGE} fill="#fff" />
      {groups.map(({ group, place }) => (
        <g key={group.id} transform={`translate(${place.x} ${place.y})`} data-element={group.id}>
          <rect width={place.w} height={place.h} rx="6" fill={group.parallel ? '#f1f4f4' : '#fff'} stroke={lookOf(changes, group.id).stroke ?? FRAME} strokeWidth={changes?.marks.has(group.id) === true ? 2.4 : 1.5} strokeDasharray={lookOf(changes, group.id).dash} />
          <text x="10" y="18" fontSize="13"><tspan fontWeight="700">{group.title}</tspan><tspan dx="8" fontSize="12" fill={QUIET}>{group.fact}</tspan></text>
          {layout.dividers.filter((line) => line.group === group.id).map((line) => <path key={line.at} d={line.upright ? `M${line.at} 26V${place.h}` : `M0 ${line.at}H${place.w}`} stroke={FRAME} strokeWidth="1.5" strokeDasharray="5 4" />)}
        </g>
      ))}
      {[...layout.routes.values()].map((route) => <Line key={route.id} id={route.id} d={pathOf(route.points)} back={diagram.routes.find((each) => each.id === route.id)?.back === true} changes={changes} />)}
      {diagram.routes.map((route) => <Pill key={route.id} label={route.label} bold={route.bold} at={layout.routes.get(route.id)?.pill} look={lookOf(changes, route.id)} />)}
      {[...diagram.stages.values()].map((stage) => { const place = layout.stages.get(stage.id); return place === undefined ? null : <Box key={stage.id} stage={stage} place={place} look={lookOf(changes, stage.id)} changes={changes} />; })}
      {diagram.doors.map((door) => { const place = layout.stages.get(door.id); return place === undefined ? null : <Door key={door.id} title={door.title} lines={door.lines} place={place} />; })}
      {changes && <Badges changes={changes} layout={layout} />}
    </svg>
  );
}

interface LineProps { readonly id: string; readonly d: string; readonly back: boolean; readonly changes: Changes | undefined }

function Line({ id, d, back, changes }: LineProps) {
  const look = lookOf(changes, id);
  const marked = changes?.marks.has(id) === true;
  return (
    <g data-element={id} onClick={marked ? () => changes.onChoose(id) : undefined}>
      {marked && <path d={d} fill="none" stroke="#fff" strokeOpacity="0" strokeWidth="14" pointerEvents="stroke" />}
      <path d={d} fill="none" stroke={look.stroke ?? ROUTE} strokeWidth={marked ? (changes.chosen === id ? 4 : 2.4) : 1.5} markerEnd="url(#ed-print-head)" strokeDasharray={look.dash ?? (back ? '5 4' : undefined)} />
    </g>
  );
}

interface PillProps { readonly label: string | null; readonly bold: boolean; readonly at: { readonly x: number; readonly y: number; readonly w: number; readonly h: number } | undefined; readonly look: Look }

function Pill({ label, bold, at, look }: PillProps) {
  if (label === null || at === undefined) return null;
  return <g><rect x={at.x} y={at.y} width={at.w} height={at.h} rx="10" fill={look.fill} stroke={look.stroke ?? '#b3babd'} /><text x={at.x + at.w / 2} y={at.y + 14} fontSize="12" fontWeight={bold && look.bold ? 700 : 400} fill={look.ink || INK} textDecoration={look.struck ? 'line-through' : undefined} textAnchor="middle">{label}</text></g>;
}

/** The word of each change, above its box or on its route. */
function Badges({ changes: { marks, chosen, onChoose }, layout }: { readonly changes: Changes; readonly layout: Layout }) {
  return [...marks].map(([id, { change, words: told }]) => {
    const box = layout.stages.get(id) ?? layout.groups.get(id);
    const points = layout.routes.get(id)?.points ?? [];
    const [one, next] = [points[Math.floor(points.length / 2) - 1] ?? points[0], points[Math.floor(points.length / 2)] ?? points[0]];
    const at = box ? { x: box.x + box.w / 2, y: box.y - 2 } : layout.routes.get(id)?.pill ? undefined : one && next ? { x: (one.x + next.x) / 2, y: (one.y + next.y) / 2 } : undefined;
    const { stroke = '', fill } = lookOf({ marks, chosen, onChoose }, id);
    const said = `${SIGNS[change]} ${told}`;
    const w = said.length * 6.4 + 16;
    return (
      <g key={id} onClick={() => onChoose(id)} style={{ cursor: 'pointer' }}>
        {box && chosen === id && <rect x={box.x - 7} y={box.y - 7} width={box.w + 14} height={box.h + 14} rx="10" fill="none" stroke="#00525b" strokeWidth="3" />}
        {at && <><rect x={at.x - w / 2} y={at.y - 10} width={w} height="20" rx="10" fill={fill} stroke={stroke} strokeWidth="1.4" /><text x={at.x} y={at.y + 4} fontSize="12" fontWeight="700" fill={stroke} textAnchor="middle">{said}</text></>}
      </g>
    );
  });
}

function Outline({ kind, w, h, tone, look }: { readonly kind: ShapeKind; readonly w: number; readonly h: number; readonly tone: string; readonly look: Look }) {
  const shape = shapeOf(kind, w, h);
  return (
    <>
      {shape.behind !== undefined && <path d={shape.behind} fill="none" stroke={tone} strokeWidth="1.2" />}
      <path d={shape.path} fill={look.fill} stroke={tone} strokeWidth={look.width} strokeDasharray={look.dash} />
      {shape.lines !== undefined && <path d={shape.lines} fill="none" stroke={tone} strokeWidth="1.2" />}
      {shape.heavy !== undefined && <path d={shape.heavy} fill="none" stroke={tone} strokeWidth="4" />}
    </>
  );
}

interface BoxProps { readonly stage: DiagramStage; readonly place: Placed; readonly look: Look; readonly changes: Changes | undefined }

function Box({ stage, place, look, changes }: BoxProps) {
  const tone = look.stroke ?? tones[stage.kind];
  const on = { transform: `translate(${place.x} ${place.y})`, 'data-element': stage.id, onClick: changes?.marks.has(stage.id) === true ? () => changes.onChoose(stage.id) : undefined };
  const struck = look.struck ? 'line-through' : undefined;
  if (stage.kind === 'end') return <g {...on}><Outline kind="end" w={place.w} h={place.h} tone={tone} look={look} /><text x={place.w / 2} y={place.h / 2 + 4.5} fontSize="13" fontWeight={look.bold ? 700 : 400} fill={look.ink || INK} textDecoration={struck} textAnchor="middle">{stage.title}</text></g>;
  const face = faceOf(stage);
  return (
    <g {...on}>
      <Outline kind={stage.kind} w={face.w} h={face.h} tone={tone} look={look} />
      <text x={face.w - face.right - (stage.kind === 'notify' ? 8 : 0)} y={FIRST} fontSize="12" fill={QUIET} textAnchor="end">{stage.number}</text>
      {linesOf(stage, face, tone).map((line, index) => <text key={index} x={face.left} y={line.y} fontSize={line.size} fontWeight={line.bold && look.bold ? 700 : 400} fill={look.ink || line.fill} textDecoration={struck}>{line.said}</text>)}
    </g>
  );
}

const FIRST = 20;
/** How much further down the clocks stand than the owner. */
const CLOCKS = 5;
interface Written { readonly said: string; readonly size: number; readonly step: number; readonly bold: boolean; readonly fill: string }

/** The lines of a stage, one under the other: kind, name, owner, clocks. */
function linesOf(stage: DiagramStage, face: StageFace, tone: string): readonly (Written & { readonly y: number })[] {
  const lines: readonly Written[] = [
    { said: words.kinds[stage.kind], size: 12, step: 18, bold: true, fill: tone }, ...face.title.map((said) => ({ said, size: 14, step: 18, bold: true, fill: INK })),
    ...face.owner.map((said) => ({ said, size: 12, step: 15, bold: false, fill: QUIET })), ...face.chips.map((chip) => ({ said: chip.words, size: 12, step: 19, bold: false, fill: INK })),
  ];
  return lines.map((line, index) => ({ ...line, y: lines.slice(0, index).reduce((y, each) => y + each.step, FIRST) + (index > face.title.length + face.owner.length ? CLOCKS : 0) }));
}

function Door({ title, lines, place }: { readonly title: string; readonly lines: readonly string[]; readonly place: Placed }) {
  return (
    <g transform={`translate(${place.x} ${place.y})`}>
      <rect width={place.w} height={place.h} rx="3" fill="#fff" stroke={QUIET} strokeWidth="1.5" /><rect width="6" height={place.h} fill={QUIET} />
      <text x="15" y="20" fontSize="13" fontWeight="700">{title}</text>
      {lines.map((said, index) => <text key={said} x="15" y={37 + 15 * index} fontSize="12">{said}</text>)}
    </g>
  );
}
