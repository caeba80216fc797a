// The pictures of a year for its Word file, each above the table of its figures. A browser that draws none leaves them
// out: the tables say the same.
import type { Pictures } from '../cases/letters/word.ts';
import { log } from '../world/log.ts';
import { agencyDrawings, stageDrawings } from './drawing.ts';
import { pngOf } from './png.ts';
import { reportWords as w } from './words.ts';
import type { YearFigures } from './year.ts';

export async function yearPictures({ stages, agencies }: YearFigures): Promise<Pictures> {
  try {
    const [ofStages, ofAgencies] = await Promise.all([Promise.all(stageDrawings(stages).map(pngOf)), Promise.all(agencyDrawings(agencies).map(pngOf))]);
    return new Map([[w.stageTimes, ofStages], [w.agencies, ofAgencies]]);
  } catch (error) {
    log(`Pictures for Word: ${String(error)}`);
    return new Map();
  }
}
