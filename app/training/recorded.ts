// A scenario recorded by playing: a name of its own, so that it stands beside the one it began from.
import { scenarioFrom } from '../../engine/case/rehearsal/index.ts';
import { freshId } from './library.ts';
import type { Playbook, Rehearsal, Scenario } from '../../engine/case/rehearsal/index.ts';

/** What was played, as a scenario of one's own. */
export function recordedScenario(book: Playbook, rehearsal: Rehearsal): Scenario {
  return scenarioFrom(book, rehearsal, freshId(), `${book.scenario.title} (as played)`);
}
