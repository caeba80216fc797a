// Where the ranges of a story come from: the story itself, closed cases, or what the manager gave. What the manager
// changes is kept as the manager's own.
import { useEffect, useState } from 'react';
import type { Scenario } from '../../../engine/case/rehearsal/index.ts';
import type { Range, Ranges } from '../../../engine/verify/durations/index.ts';
import { start } from '../jobs.ts';
import type { RangeLine } from '../jobs.ts';
import { keepRanges, rangesKept } from '../shelf.ts';
import type { KeptRanges } from '../shelf.ts';
import type { OfProcedure } from '../useOfProcedure.ts';
import { trainingWords } from '../words.ts';

const w = trainingWords.durations;
export type Source = 'story' | 'manager' | 'cases';
export interface RangesOfStory { readonly lines: readonly RangeLine[]; readonly ranges: Ranges; /** Where each range comes from, in words. */ readonly from: Readonly<Record<string, string>>; readonly source: Source; readonly kept: readonly KeptRanges[]; readonly choose: (source: Source) => void; readonly set: (name: string, range: Range) => void }

/** The ranges of a story; undefined while they are found. */
export function useRanges({ procedure }: OfProcedure, story: Scenario, first: Source): RangesOfStory | undefined {
  const [found, setFound] = useState<{ readonly lines: readonly RangeLine[]; readonly ranges: Ranges; readonly kept: readonly KeptRanges[] }>();
  const [source, setSource] = useState<Source>(first);
  useEffect(() => {
    const running = start<'ranges'>({ kind: 'ranges', procedure, story });
    void Promise.all([running.result.catch(() => ({ lines: [], ranges: {} })), rangesKept(procedure.id).catch(() => [])]).then(([own, kept]) => setFound({ ...own, kept }));
    return running.cancel;
  }, [procedure, story]);
  if (found === undefined) return undefined;
  const chosen = found.kept.find((one) => one.from === source);
  const lines = found.lines;
  const ranges = Object.fromEntries(lines.flatMap(({ name }) => { const range = chosen?.ranges[name] ?? found.ranges[name]; return range === undefined ? [] : [[name, { least: range.least, usual: range.usual, most: range.most }]]; }));
  const from = Object.fromEntries(lines.map(({ name }) => [name, fromWords(chosen, name)]));
  const set = (name: string, range: Range) => {
    const before = found.kept.find((one) => one.from === 'manager');
    const own: KeptRanges = { key: `${procedure.id} manager`, procedure: procedure.id, from: 'manager', lent: Date.now(), cases: 0, ranges: { ...before?.ranges, ...(chosen?.from === 'manager' ? {} : { ...ranges, ...chosen?.ranges }), [name]: { ...range, given: true } } };
    setFound({ ...found, kept: [...found.kept.filter((one) => one.from !== 'manager'), own] });
    setSource('manager');
    void keepRanges(own);
  };
  return { lines, ranges, from, source: chosen === undefined ? 'story' : source, kept: found.kept, choose: setSource, set };
}
function fromWords(chosen: KeptRanges | undefined, name: string): string {
  const range = chosen?.ranges[name];
  if (range?.given === true) return w.fromManager;
  return range?.cases === undefined ? w.fromStory : w.fromCases(range.cases);
}
