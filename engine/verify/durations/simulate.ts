// A story run thousands of times, each act taking a time drawn from its range after what it waits for: how often each
// clock is met, where the time goes, and which change helps most. Pure: same network, ranges and seed, same result.
import { bounds, isInHours, londonDay, startOfDay, type Day, type WorkingCalendar } from '../../time/index.ts';
import type { Id } from '../../procedure/types.ts';
import type { Network, NetworkClock } from './network.ts';
import { drawn, randomFrom, type Range } from './random.ts';
import { workingTime, type WorkingTime } from './working-time.ts';

export type Ranges = Readonly<Record<string, Range>>;
export interface RunAsked { readonly runs: number; readonly seed: number; readonly calendar: WorkingCalendar; readonly ranges: Ranges; /** Told now and then with the number of runs done; false stops. */ readonly progress?: (done: number) => boolean }
export interface ClockChance { readonly timescale: Id; readonly recipient?: Id; readonly label: string; /** Part of the runs in which it was met, 0 to 1. */ readonly chance: number; /** Working days to spare: in the middle run, and in the worst of twenty; negative is late. */ readonly middle: number; readonly bad: number }
export interface TimeSpent { readonly name: string; readonly label: string; /** Working days on the longest way to the end, on average. */ readonly days: number; readonly share: number }
export interface Durations { readonly runs: number; readonly clocks: readonly ClockChance[]; readonly spent: readonly TimeSpent[]; /** Working days from the opening to the last act: in the middle run, and in the worst of twenty. */ readonly whole: { readonly middle: number; readonly bad: number } }

const YEARS_AHEAD = 9;

/** Runs the story. The first act stays where the story has it. */
export function simulate(network: Network, { runs, seed, calendar, ranges, progress = () => true }: RunAsked): Durations {
  const opened = network.acts[0]?.at ?? 0;
  const time = workingTime(calendar, londonDay(opened), YEARS_AHEAD * 366);
  const chance = randomFrom(seed);
  const tallies = network.clocks.map((clock) => new Tally(clock, time));
  const spent = new Float64Array(network.acts.length);
  const whole: number[] = [];
  const [times, takes, after] = [new Float64Array(network.acts.length), new Float64Array(network.acts.length), new Int32Array(network.acts.length)];
  const spread = network.acts.map(({ name }) => ranges[name] ?? NOTHING);
  times[0] = time.at(opened);
  let done = 0;
  for (; done < runs; done++) {
    if (done % 500 === 0 && !progress(done)) break;
    for (let act = 1; act < network.acts.length; act++) {
      let from = 0;
      for (const wait of network.acts[act]?.waits ?? []) if ((times[wait] ?? 0) >= (times[from] ?? 0)) from = wait;
      takes[act] = drawn(spread[act] ?? NOTHING, chance());
      after[act] = from;
      times[act] = (times[from] ?? 0) + (takes[act] ?? 0);
    }
    whole.push(addLongest(times, takes, after, spent) - (times[0] ?? 0));
    for (const tally of tallies) tally.add(times);
  }
  return { runs: done, clocks: tallies.map((tally) => tally.chance(done)), spent: spentBy(network, spent, done), whole: { middle: at(whole, 0.5), bad: at(whole, 0.95) } };
}
const NOTHING: Range = { least: 0, usual: 0, most: 0 };

/** Adds the times on the longest way to the last act, and gives that act's time. */
function addLongest(times: Float64Array, takes: Float64Array, after: Int32Array, spent: Float64Array): number {
  let last = 0;
  for (let act = 1; act < times.length; act++) if ((times[act] ?? 0) > (times[last] ?? 0)) last = act;
  for (let act = last; act > 0; act = after[act] ?? 0) spent[act] = (spent[act] ?? 0) + (takes[act] ?? 0);
  return times[last] ?? 0;
}

function spentBy({ acts }: Network, spent: Float64Array, runs: number): readonly TimeSpent[] {
  const byName = new Map<string, { label: string; days: number }>();
  acts.forEach(({ name, label }, index) => byName.set(name, { label, days: (byName.get(name)?.days ?? 0) + (spent[index] ?? 0) / Math.max(1, runs) }));
  const all = [...byName.values()].reduce((sum, { days }) => sum + days, 0);
  return [...byName].map(([name, { label, days }]) => ({ name, label, days, share: all === 0 ? 0 : days / all })).filter(({ days }) => days > 0.005).toSorted((a, b) => b.days - a.days);
}

/** The value below which a part of all lies. */
function at(values: readonly number[], part: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

const DAY = 86_400_000;
const SECOND = 1 / (8 * 3600);

/** One clock over all runs. Its last moment is worked out once for each day it may count from. */
class Tally {
  private readonly clock: NetworkClock;
  private readonly time: WorkingTime;
  private readonly known = new Map<Day, number>();
  private readonly spare: number[] = [];
  private met = 0;
  constructor(clock: NetworkClock, time: WorkingTime) {
    this.clock = clock;
    this.time = time;
  }
  add(times: Float64Array): void {
    const done = times[this.clock.met] ?? 0;
    const limit = this.limit(times[this.clock.from] ?? 0);
    if (done < limit) this.met += 1;
    this.spare.push(limit - done);
  }
  /** The first working time that is too late. */
  private limit(from: number): number {
    return isInHours(this.clock.count) ? this.hours(from) : this.days(this.time.day(from) + this.clock.days);
  }
  private hours(from: number): number {
    const { count, days, wholeDay } = this.clock;
    const start = this.time.instant(from) + days * DAY;
    const latest = bounds(count, wholeDay ? { day: londonDay(start) } : { instant: start }).latest ?? Infinity;
    // The end of its working day when the hours run out at night: nobody works then.
    return this.time.at(latest) + SECOND;
  }
  private days(day: Day): number {
    const known = this.known.get(day);
    if (known !== undefined) return known;
    const { count, days, wholeDay } = this.clock;
    const latest = bounds(count, wholeDay || days !== 0 ? { day } : { instant: startOfDay(day) + DAY / 2 }).latest;
    const limit = latest === undefined ? Infinity : this.time.through(londonDay(latest));
    this.known.set(day, limit);
    return limit;
  }
  chance(runs: number): ClockChance {
    const { timescale, recipient, label } = this.clock;
    return { timescale, label, ...(recipient === undefined ? {} : { recipient }), chance: runs === 0 ? 0 : this.met / runs, middle: at(this.spare, 0.5), bad: at(this.spare, 0.05) };
  }
}

/** A change of one range, and what it does to the clock that is missed most. */
export interface Advice { readonly name: string; readonly label: string; /** Working days sooner. */ readonly sooner: number; readonly clock: string; readonly before: number; readonly after: number }

const FEW = 1000;

/** The cheapest changes that help: each kind of act made one working day sooner, else two, five, ten; at most three, the one that raises a clock's chance most first. */
export function advise(network: Network, asked: RunAsked): readonly Advice[] {
  const few = { ...asked, runs: Math.min(FEW, asked.runs) };
  const before = simulate(network, few);
  if (before.clocks.every(({ chance }) => chance > 0.995)) return [];
  const names = Object.keys(asked.ranges).filter((name) => (asked.ranges[name]?.usual ?? 0) >= 0.5);
  for (const sooner of [1, 2, 5, 10]) {
    const helped = names.flatMap((name) => sped(network, few, before, name, sooner));
    if (helped.length > 0) return helped.toSorted((a, b) => b.after - b.before - (a.after - a.before)).slice(0, 3);
  }
  return [];
}

/** What making one kind of act sooner does to the clock that it helps most; nothing where it helps none. */
function sped(network: Network, asked: RunAsked, before: Durations, name: string, sooner: number): readonly Advice[] {
  const after = simulate(network, { ...asked, ranges: { ...asked.ranges, [name]: faster(asked.ranges[name] ?? NOTHING, sooner) } });
  const gains = before.clocks.map((clock, index) => ({ clock: clock.label, before: clock.chance, after: after.clocks[index]?.chance ?? 0 }));
  const best = gains.toSorted((a, b) => b.after - b.before - (a.after - a.before))[0];
  const label = network.acts.find((act) => act.name === name)?.label ?? name;
  return best && best.after > best.before + 0.02 ? [{ name, label, sooner, ...best }] : [];
}

const faster = ({ least, usual, most }: Range, days: number): Range => ({ least: Math.max(0, least - days), usual: Math.max(0, usual - days), most: Math.max(0, most - days) });
