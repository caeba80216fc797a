// Every walkthrough is a scenario: played by the acts that it expects, it comes to a full score.
import { expect, test } from 'vitest';
import { debriefOf, isFull } from '../../../../engine/case/rehearsal/index.ts';
import { bookOf, filesIn, playedAsWritten, scenarioIn, slugs } from './shipped.ts';

const walkthroughs = slugs.flatMap((slug) => filesIn(`examples/${slug}/`));
const scenarios = slugs.flatMap((slug) => filesIn(`examples/${slug}/scenarios/`));

test.each([...walkthroughs, ...scenarios])('%s, played as it is written, is done well throughout', (path) => {
  const book = bookOf(scenarioIn(path));
  const debrief = debriefOf(book, playedAsWritten(book));
  expect(debrief.lines.filter(({ verdict }) => verdict !== 'well').map(({ label, verdict, lateWords }) => `${label}: ${verdict} ${lateWords ?? ''}`)).toEqual([]);
  expect([debrief.refused, debrief.unneeded, isFull(debrief)]).toEqual([[], [], book.expected.length > 0]);
});
