// The public surface of durations: the network of a story, ranges, thousands of runs, and what change helps.
export { networkOf, type Network, type NetworkAct, type NetworkClock } from './network.ts';
export { drawn, randomFrom, type Range } from './random.ts';
export { rangesFrom, rangesFromCases, type CaseRange, type CaseRanges } from './ranges.ts';
export { advise, simulate, type Advice, type ClockChance, type Durations, type Ranges, type RunAsked, type TimeSpent } from './simulate.ts';
export { workingTime, type WorkingTime } from './working-time.ts';
