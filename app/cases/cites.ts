// Where the source says it: "th#57-59" as a title with lines, and the passage in its own words where it is held.
import type { Citation, Procedure } from '../../engine/procedure/types.ts';
import { textOf } from '../procedures/catalogue.ts';

export interface Cited { readonly key: string; readonly from: string; readonly words?: string }

export function citedPassages(procedure: Procedure, cites: readonly Citation[]): readonly Cited[] {
  return [...new Set(cites)].map((cite) => {
    const [source = '', lines = ''] = cite.split('#');
    const found = procedure.sources[source];
    const words = found?.passages?.[lines];
    const from = [found === undefined ? source : textOf(found.title), lines === '' ? '' : linesWords(lines)].filter(Boolean).join(', ');
    return words === undefined ? { key: cite, from } : { key: cite, from, words: `“${textOf(words)}”` };
  });
}
function linesWords(lines: string): string {
  return lines.includes('-') ? `lines ${lines.replace('-', ' to ')}` : `line ${lines}`;
}
