// Whether a procedure that the schema allows makes sense: one list of problems, findings and gaps, in the file's order.
// Each idea has a file under checks/. It needs no validator and never throws; it does not explore how cases would run.
import { checkDates } from './checks/dates.ts';
import { checkFragments } from './checks/fragments.ts';
import { drawnIn } from './fragments.ts';
import { checkDisclosure } from './checks/disclosure.ts';
import { checkGaps } from './checks/gaps.ts';
import { checkNames } from './checks/names.ts';
import { checkQuestions } from './checks/questions.ts';
import { checkRelations } from './checks/relations.ts';
import { checkRoutes } from './checks/routes.ts';
import { checkRules } from './checks/rules.ts';
import { checkSources } from './checks/sources.ts';
import { checkStages } from './checks/stages.ts';
import { checkTasks } from './checks/tasks.ts';
import { checkTimescales } from './checks/timescales.ts';
import { sortedProblems, type Problem } from './problems.ts';
import type { Procedure } from './types.ts';

const checks = [checkNames, checkStages, checkRoutes, checkTasks, checkQuestions, checkRules, checkTimescales, checkDates, checkDisclosure, checkGaps, checkSources, checkRelations];

/** Every problem, finding and gap of the procedure; the same procedure always gives the same list. Empty: nothing to look at. What is in a fragment is looked at where it is called, and told where it is drawn. */
export function check(procedure: Procedure): readonly Problem[] {
  const { procedure: whole, origin } = drawnIn(procedure);
  const found = checks.flatMap((one) => one(whole));
  return sortedProblems([...found.map((one) => ({ ...one, pointer: origin(one.pointer) })), ...checkFragments(procedure)]);
}
