// An empty page: the least that is a procedure. Everything in it is there to be changed.
import type { Procedure } from '../../../engine/procedure/types.ts';
import { presentFormat } from '../../../engine/procedure/migrate.ts';
import { lifeWords } from './words.ts';

/** A procedure with nothing drawn. */
export function blankProcedure(id: string): Procedure {
  const { label, edition, law, calendar } = lifeWords.blank;
  return {
    format: presentFormat, id, label, edition: { words: edition, law }, casePrefix: 'CASE',
    conventions: { calendar: 'office', triggerDay: 0, roll: 'none', timeZone: 'Europe/London' },
    calendars: { office: { label: calendar, days: ['mon', 'tue', 'wed', 'thu', 'fri'], holidays: 'england-and-wales' } },
    parties: {}, questions: {}, doors: {}, stages: {}, transitions: [], tasks: {}, sources: {},
  };
}
