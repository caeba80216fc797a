// Every shipped walkthrough and scenario, read as a rehearsal reads it, ready to be played.
import { readFileSync, readdirSync } from 'node:fs';
import { readProcedure } from '../../../../engine/index.ts';
import { compiledForScenario, playbookOf, readScenario, scenarioProblems } from '../../../../engine/case/rehearsal/index.ts';
import type { Playbook, Rehearsal, Scenario } from '../../../../engine/case/rehearsal/index.ts';
import { asWritten, begin, lastMoment, moveTo, answer, remainingOf, toldOf, wayOf } from '../../../../engine/case/rehearsal/index.ts';
import type { WalkthroughSchema } from '../../../../engine/case/walkthrough-read.ts';
import type { Procedure } from '../../../../engine/procedure/types.ts';

const top = new URL('../../../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, top), 'utf8');
export const schema: WalkthroughSchema = JSON.parse(text('examples/scenario.schema.json'));

export const slugs: readonly string[] = readdirSync(new URL('procedures/', top));
const procedures = new Map<string, Procedure>();

export function procedureOf(slug: string): Procedure {
  const known = procedures.get(slug);
  if (known) return known;
  const read = readProcedure(text(`procedures/${slug}/procedure.json`));
  if (!read.ok) throw new Error(`${slug} is no procedure`);
  procedures.set(slug, read.procedure);
  return read.procedure;
}

/** Files of a folder of examples, by path; none when the folder is not there. */
export function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(new URL(folder, top)).filter((file) => file.endsWith('.json')).map((file) => `${folder}${file}`);
  } catch {
    return [];
  }
}

export const scenarioText = text;

export function scenarioIn(path: string): Scenario {
  const read = readScenario(text(path), schema);
  if (!read.ok) throw new Error(read.problems.map(({ pointer, words }) => `${path}${pointer}: ${words}`).join('\n'));
  const problems = scenarioProblems(read.scenario, procedureOf(read.scenario.procedure));
  if (problems.length > 0) throw new Error(problems.map(({ pointer, words }) => `${path}${pointer}: ${words}`).join('\n'));
  return read.scenario;
}

export function bookOf(scenario: Scenario): Playbook {
  return playbookOf(scenario, compiledForScenario(scenario, procedureOf(scenario.procedure)));
}

/** The rehearsal played to its end by the expected acts, each at its time, every question answered rightly. */
export function playedAsWritten(book: Playbook): Rehearsal {
  let rehearsal = begin(book, 'rehearsed');
  for (const expected of book.expected) {
    rehearsal = moveTo(book, rehearsal, expected.at);
    if (!remainingOf(book, toldOf(wayOf(rehearsal))).includes(expected)) continue;
    const after = asWritten(book, rehearsal, expected);
    if (!after) throw new Error(`step ${expected.step + 1} of “${book.scenario.title}” is refused`);
    rehearsal = after;
  }
  rehearsal = moveTo(book, rehearsal, lastMoment(book));
  for (const { id, choices } of book.questions) rehearsal = answer(book, rehearsal, id, choices.findIndex(({ right }) => right === true));
  return rehearsal;
}
