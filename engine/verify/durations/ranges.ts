// Ranges to draw from: out of the story itself (half of what it takes there, that, and twice that), or out of closed cases.
import type { WorkingCalendar } from '../../time/index.ts';
import { londonDay } from '../../time/index.ts';
import type { Network } from './network.ts';
import type { Range } from './random.ts';
import { workingTime } from './working-time.ts';

/** Working days that each kind of act takes after what it waits for, in one story or case. */
function gapsOf({ acts }: Network, calendar: WorkingCalendar): ReadonlyMap<string, readonly number[]> {
  const first = acts[0]?.at ?? 0;
  const time = workingTime(calendar, londonDay(first), 9 * 366);
  const gaps = new Map<string, number[]>();
  for (const { name, at, waits } of acts.slice(1)) {
    const from = Math.max(...waits.map((wait) => acts[wait]?.at ?? first), first);
    gaps.set(name, [...(gaps.get(name) ?? []), Math.max(0, time.at(at) - time.at(from))]);
  }
  return gaps;
}

const rounded = (days: number): number => Math.round(days * 20) / 20;

/** From half to twice of what the story takes; what it does at once takes up to a quarter of a day. */
export function rangesFrom(network: Network, calendar: WorkingCalendar): Readonly<Record<string, Range>> {
  return Object.fromEntries([...gapsOf(network, calendar)].map(([name, gaps]) => {
    const usual = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    return [name, { least: rounded(usual / 2), usual: rounded(usual), most: rounded(Math.max(0.25, usual * 2)) }];
  }));
}

/** A range, in how many cases the act stood, and how often in all of them. */
export interface CaseRange extends Range { readonly label: string; readonly cases: number; readonly times: number }
export type CaseRanges = Readonly<Record<string, CaseRange>>;

/** From the least to the most that closed cases took, with their middle as the usual, and how many cases it comes from. Acts in none of them are left out. */
export function rangesFromCases(networks: readonly Network[], calendar: WorkingCalendar): CaseRanges {
  const all = new Map<string, { readonly gaps: number[]; label: string; cases: number }>();
  for (const network of networks) {
    const labels = new Map(network.acts.map(({ name, label }) => [name, label]));
    for (const [name, gaps] of gapsOf(network, calendar)) {
      const known = all.get(name) ?? { gaps: [], label: labels.get(name) ?? name, cases: 0 };
      known.gaps.push(...gaps);
      known.cases += 1;
      all.set(name, known);
    }
  }
  return Object.fromEntries([...all].map(([name, { gaps, label, cases }]) => {
    const sorted = gaps.toSorted((a, b) => a - b);
    return [name, { label, cases, times: sorted.length, least: rounded(sorted[0] ?? 0), usual: rounded(sorted[Math.floor(sorted.length / 2)] ?? 0), most: rounded(sorted.at(-1) ?? 0) }];
  }));
}
