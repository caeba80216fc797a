// Acts that were accepted and that the case, on what is known now, would not have asked for or allowed: a correction or
// an act entered late left them without support. Each stands and is flagged, with what was corrected and who confirms it.
import type { Id } from '../procedure/types.ts';
import { listWords } from '../time/index.ts';
import { saidFor } from './act-answers.ts';
import type { Act } from './apply.ts';
import { answerOf, note, recordOf, type Folded } from './folded.ts';
import { activeHold, hasHoldGround, holdLabel } from './holds.ts';
import { gatesBefore, saysYes } from './leaving.ts';
import { isOffered } from './lifecycle.ts';
import { wayOut } from './moves.ts';
import type { Payloads } from './payloads.ts';
import { asIfDone, demandsOn } from './requirements.ts';
import type { EventType, Finding } from './types.ts';
import { partyLabel, questionLabel, ruleLabel, taskLabel, textOf } from './words.ts';

/** What an act lacked, in words that follow on its name; undefined where nothing. */
type Lack<T extends EventType> = (act: Act, payload: Payloads[T]) => Flag | undefined;
interface Flag { readonly what: string; readonly lacked: string; readonly task?: Id; readonly rule?: Id }

const lacks: { readonly [T in EventType]?: Lack<T> } = {
  transitionChosen: routeNotOpen,
  taskRaised: ({ settling: { compiled, draft } }, { task }) => {
    const plan = compiled.plans.tasks.get(task);
    return plan && isOffered(compiled, draft, plan) && recordOf(draft, task)?.state !== 'open' ? undefined : ofTask(compiled.procedure, task, 'was raised at a time when, on what is known now, it was not there to be raised');
  },
  taskWithdrawn: ({ settling: { compiled, draft } }, { task }) => (recordOf(draft, task)?.state === 'open' ? undefined : ofTask(compiled.procedure, task, 'was withdrawn at a time when, on what is known now, it was not open')),
  timescaleExtended: dateOfNothing,
  dateAgreed: dateOfNothing,
  holdStarted: ({ settling: { compiled, draft } }, { hold }) => (hasHoldGround(compiled, draft, hold) ? undefined : { what: `“${holdLabel(compiled, hold)}”`, lacked: 'was placed at a time when, on what is known now, nothing allowed it' }),
  holdReleased: ({ settling: { compiled, draft }, event }, { hold }) => (activeHold(draft, hold, event.occurred) ? undefined : { what: `“${holdLabel(compiled, hold)}”`, lacked: 'was released at a time when, on what is known now, it was not in force' }),
  caseClosed: ({ settling: { compiled, scope } }) => ((compiled.conditions.get('closing')?.(scope) ?? true) === true ? undefined : { what: 'The case', lacked: 'was closed at a time when, on what is known now, it could not be' }),
  caseReopened: ({ settling: { draft } }) => (draft.closed !== undefined ? undefined : { what: 'The case', lacked: 'was reopened at a time when, on what is known now, it was not closed' }),
  exchangeSent: barred,
  taskCompleted: barred,
};

/** Flags an act that what is known now does not support; asked before the act is applied. */
export function flagUnsupported(act: Act, payload: object): void {
  // One look for each type, checked by the mapped type above.
  const lack = lacks[act.event.type] as ((act: Act, payload: object) => Flag | undefined) | undefined;
  const flag = lack?.(act, payload);
  if (flag) noteUnsupported(act, flag);
}

/** The same for a task that was not open when something was done about it. */
export const flagTask = (act: Act, task: Id): void => noteUnsupported(act, ofTask(act.settling.compiled.procedure, task, 'was done at a time when, on what is known now, the case did not ask for it'));

function noteUnsupported(act: Act, { what, lacked, task, rule }: Flag): void {
  const { settling: { draft, compiled }, event } = act;
  const finding: Finding = {
    code: 'unsupported-act', event: event.id, ...(task !== undefined && { task }), ...(rule !== undefined && { rule }),
    words: `${what} ${lacked}. It stands.${correctedWords(act)}`,
    remedy: `${partyLabel(compiled.procedure, event.actor.role)} confirms that it stands, or the stage it belongs to is taken up again.`,
  };
  note(draft, finding);
}

/** The questions that were corrected after the act was entered. */
function correctedWords({ settling: { compiled: { procedure } }, event, corrections }: Act): string {
  const questions = corrections.since(event);
  return questions.length === 0 ? '' : ` Corrected since: ${listWords(questions.map((id) => `“${questionLabel(procedure, id)}”`))}.`;
}

const ofTask = (procedure: Act['settling']['compiled']['procedure'], task: Id, lacked: string): Flag => ({ task, what: `“${taskLabel(procedure, task)}”`, lacked });

function routeNotOpen({ settling: { compiled, draft, at } }: Act, { transition }: Payloads['transitionChosen']): Flag | undefined {
  const routes = (compiled.routes.get(`chosen.${transition}`) ?? []).filter(({ from }) => draft.stages.includes(from));
  if (routes.some(({ from }) => wayOut(compiled, draft, routes.filter((route) => route.from === from), at) !== undefined)) return undefined;
  const label = textOf(compiled.transitions.get(transition)?.transition.label) ?? transition;
  return { what: `The route “${label}”`, lacked: 'was chosen at a time when, on what is known now, it was not open' };
}

/** Without a correction a date may be agreed before its clock has a place in the case. */
function dateOfNothing({ settling: { compiled, draft }, event, corrections }: Act, { timescale }: { readonly timescale: Id }): Flag | undefined {
  const task = compiled.procedure.timescales?.[timescale]?.for;
  if (corrections.since(event).length === 0 || task === undefined || compiled.readClocks(compiled, draft, timescale).length > 0) return undefined;
  return ofTask(compiled.procedure, task, 'was given another date, and on what is known now the case does not ask for it');
}

/** A must that forbids the task on what is known now, or a gate that was shut; what was accepted without a correction was judged when it was tried. */
function barred({ settling: { compiled, draft, at }, event, corrections }: Act, { task, answers, recipients }: Payloads['taskCompleted'] & { readonly task: Id; readonly recipients?: readonly Id[] }): Flag | undefined {
  if (corrections.since(event).length === 0) return undefined;
  const { procedure } = compiled;
  // As it would be with the act done on what was said for it, as corrected; the draft is only read.
  const asIf = asIfDone(compiled, draft as unknown as Folded, task, at, {});
  const said = saidFor(procedure, draft, task, { ...answers, ...corrections.get(event.id) });
  const gate = procedure.tasks[task] && gatesBefore(procedure, procedure.tasks[task], recipients ?? [], event.occurred).find((question) => !saysYes(answerOf(draft, said, question)));
  if (gate !== undefined) return ofTask(procedure, task, `went although, on what is known now, “${questionLabel(procedure, gate)}” is not answered yes`);
  const found = demandsOn(compiled, asIf, task, at, said).find(({ effect, target, strength, waits }) => effect === 'forbid' && 'task' in target && strength === 'must' && !waits);
  return found && { ...ofTask(procedure, task, `was done although, on what is known now, “${ruleLabel(procedure, found.rule)}” forbade it`), rule: found.rule };
}
