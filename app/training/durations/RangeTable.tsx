import type { Range, Ranges } from '../../../engine/verify/durations/index.ts';
import type { RangeLine } from '../jobs.ts';
import { trainingWords } from '../words.ts';

const w = trainingWords.durations;
const PARTS = ['least', 'usual', 'most'] as const;

/** How long each kind of act takes after what it waits for, in working days; each number can be changed. */
export function RangeTable({ lines, ranges, from, onChange }: { readonly lines: readonly RangeLine[]; readonly ranges: Ranges; /** Where each comes from, in words. */ readonly from: Readonly<Record<string, string>>; readonly onChange: (name: string, range: Range) => void }) {
  return (
    <table className="cw-table tr-ranges">
      <caption className="cw-vh">{w.ranges(lines.length)}</caption>
      <thead><tr><th scope="col">{w.act}</th>{PARTS.map((part) => <th key={part} scope="col">{w[part]}</th>)}<th scope="col">{w.from}</th></tr></thead>
      <tbody>{lines.map((line) => <Line key={line.name} line={line} from={from[line.name] ?? ''} range={ranges[line.name] ?? { least: 0, usual: 0, most: 0 }} onChange={(range) => onChange(line.name, range)} />)}</tbody>
    </table>
  );
}
function Line({ line, from, range, onChange }: { readonly line: RangeLine; readonly from: string; readonly range: Range; readonly onChange: (range: Range) => void }) {
  const set = (part: keyof Range, text: string) => {
    const value = Math.max(0, Number(text) || 0);
    const next = { ...range, [part]: value };
    // Least, usual and most stay in order: the one that was changed is believed.
    onChange(part === 'least' ? { least: value, usual: Math.max(next.usual, value), most: Math.max(next.most, value) } : part === 'most' ? { least: Math.min(next.least, value), usual: Math.min(next.usual, value), most: value } : { least: Math.min(next.least, value), usual: value, most: Math.max(next.most, value) });
  };
  return <tr><th scope="row">{line.label}</th>{PARTS.map((part) => <td key={part}><input className="cw-input cw-w5" type="number" min={0} step={0.25} value={range[part]} aria-label={`${line.label}: ${w[part]}`} onChange={(event) => set(part, event.target.value)} /></td>)}<td className="cw-s">{from}</td></tr>;
}
