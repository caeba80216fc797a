// What became of a duty, in words; the same on screen, on paper and in Word.
import type { DutyLine } from '../../../engine/case/rehearsal/index.ts';
import { londonDay } from '../../../engine/time/london.ts';
import { dayWords } from '../../../engine/time/words.ts';
import { trainingWords } from '../words.ts';

const w = trainingWords.report;

/** "Fri 18 Dec 2026". */
export const dayWordsOf = (at: number): string => dayWords(londonDay(at));

export function verdictWords({ verdict, lateWords, differently }: DutyLine): string {
  const words = verdict === 'late' && lateWords !== undefined ? lateWords : w.verdicts[verdict];
  return differently === undefined ? words : `${words}; ${w.differently(differently)}`;
}
/** Beside the picture: only what is worth reading there. */
export function pictureWords(line: DutyLine): string {
  if (line.verdict === 'missed') return w.never;
  if (line.verdict === 'not-reached') return w.notReached;
  if (line.verdict === 'to-come') return w.toCome;
  return line.verdict === 'late' ? line.lateWords ?? w.late : line.differently === undefined ? '' : w.differently(line.differently);
}
