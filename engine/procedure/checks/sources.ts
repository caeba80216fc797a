// Who still cites a text that another has taken the place of.
import { dayWords, parseDay } from '../../time/index.ts';
import { problem } from '../problems.ts';
import { wordsOf } from '../pointer.ts';
import { references } from '../references.ts';
import type { Check } from './finder.ts';

/** One finding for each citation of a source that was superseded, with the day on which it was. */
export const checkSources: Check = (procedure) => references(procedure).flatMap(({ kind, id, pointer }) => {
  const { supersededOn, title } = (kind === 'source' ? procedure.sources[id] : undefined) ?? {};
  const day = supersededOn === undefined ? undefined : parseDay(supersededOn);
  return day === undefined ? [] : [problem('P-129', procedure, pointer, { found: `${wordsOf(title) ?? id}, superseded on ${dayWords(day)}` })];
});
