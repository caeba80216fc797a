// The public surface of rehearsals: a scenario read and made ready, played, stepped back, forked, compared, debriefed.
export type * from './types.ts';
export type * from './score-types.ts';
export type { ComparedCell, ComparedLine } from './compare.ts';
export type { KeptRehearsal, KeptWay } from './kept.ts';
export { anonymousScenario, type Anonymous, type AnonymousOptions, type ChangedClock } from './anonymous.ts';
export { arrivedBy, daysOn, goTo, lastMoment, nextDeadline, nextEvent, type Asked } from './coming.ts';
export { compareWays } from './compare.ts';
export { keptOf, reopened } from './kept.ts';
export { matchedOf, remainingOf } from './matching.ts';
export { MOST_WAYS, answer, asWritten, begin, caseOf, fork, moveTo, play, stepTo, toldOf, tryAct, wayOf, type Doing, type Tried } from './player.ts';
export { Unplayable, castOf, compiledForScenario, playbookOf } from './scenario.ts';
export { readScenario, scenarioProblems, type ScenarioRead } from './scenario-read.ts';
export { whatIf, type WhatIf, type WouldDo } from './what-if.ts';
export { movingDates, type Keeping, type Moving } from './moved-dates.ts';
export { pathOf, type PathLeg } from './path.ts';
export { scenarioFrom } from './record.ts';
export { debriefOf, isFull } from './score.ts';
