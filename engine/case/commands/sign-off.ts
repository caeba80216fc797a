// Signing what others did, decided, replied or drew up; or sending it back, with reasons, as often as the step may.
import type { SignOffStep } from '../../procedure/types.ts';
import { judged, refuseByHold, say, withDepartures, wrongRole, type Attempt, type Body, type Standing, type Verdict } from '../attempt.ts';
import { actingAs } from '../doers.ts';
import { recordOf } from '../folded.ts';
import { isRefusal } from '../refusals.ts';
import { sentBack, submitted } from '../sign-off.ts';
import type { Refusal, Signing, SignOffDoes } from '../types.ts';
import { anyOf, partyLabel, taskLabel, textOf } from '../words.ts';
import { wrongOptions } from './decide.ts';

/** What is signed: its name, its steps, and how far it has come. */
interface Subject { readonly what: string; readonly steps: readonly SignOffStep[]; readonly signing: Signing | undefined }

export function signOff(attempt: Attempt, body: Body<'signOff'>): Verdict {
  const { compiled: { procedure }, compiled, folded, actor, occurred } = attempt;
  const task = procedure.tasks[body.task ?? ''];
  const subject = body.document === undefined ? taskSubject(attempt, body) : documentSubject(attempt, body.document);
  if (isRefusal(subject)) return subject;
  if (folded.closed !== undefined && !task?.afterClosing) return say(attempt, 'closed');
  const { what, steps, signing } = subject;
  const [place, step] = [signing?.step, steps[signing?.step ?? -1]];
  if (!signing || place === undefined || !step) return say(attempt, 'not-open', { what: `Signing off ${what}`, because: signing?.signed === undefined ? 'Whoever does it has to do it first.' : 'Everybody has signed it.' });
  const as = actingAs(compiled, folded, actor, [step.by], occurred, body.task);
  if (as === undefined) return wrongRole(attempt, `Signing off ${what}`, [step.by]);
  const refused = refuseAct(attempt, subject, step, place, body) ?? (body.task === undefined ? undefined : refuseByHold(attempt, body.task, what));
  if (refused) return refused;
  const departures = changes(body) && task && body.task !== undefined ? judgedChange(attempt, { id: body.task, task, what, as }, body) : [];
  return isRefusal(departures) ? departures : [{ type: 'signedOff', payload: withDepartures({ ...body, step: place }, departures) }];
}

const changes = ({ does }: Body<'signOff'>): boolean => does === 'amend' || does === 'overturn';

function taskSubject(attempt: Attempt, { task = '', recipient }: Body<'signOff'>): Subject | Refusal {
  const { compiled: { procedure }, folded } = attempt;
  const steps = procedure.tasks[task]?.signOff;
  if (!steps) return say(attempt, 'unknown-task', { what: task });
  const record = recordOf(folded, task);
  if (recipient === undefined) return { what: `“${taskLabel(procedure, task)}”`, steps, signing: record?.signing };
  return { what: `the reply of ${partyLabel(procedure, recipient)} to “${taskLabel(procedure, task)}”`, steps, signing: record?.recipients.find(({ party }) => party === recipient)?.signing };
}

/** A document waits for its first signer from the beginning. */
function documentSubject(attempt: Attempt, id: string): Subject | Refusal {
  const { compiled: { procedure }, folded, occurred } = attempt;
  const document = procedure.documents?.[id];
  if (!document?.signOff) return say(attempt, 'unknown-task', { what: id });
  return { what: `“${textOf(document.label) ?? id}”`, steps: document.signOff, signing: folded.documents?.[id] ?? submitted(undefined, occurred) };
}

const words: Readonly<Record<SignOffDoes, string>> = { accept: 'accept it', 'send-back': 'send it back', amend: 'amend it', ratify: 'ratify it', overturn: 'overturn it' };

function refuseAct(attempt: Attempt, { what, signing }: Subject, step: SignOffStep, place: number, { does, reason }: Body<'signOff'>): Refusal | undefined {
  const { procedure } = attempt.compiled;
  if (!step.may.includes(does)) return say(attempt, 'forbidden', { what: `Signing off ${what}`, because: `${partyLabel(procedure, step.by)} may ${anyOf(step.may.map((one) => words[one]))}.`, remedy: 'Choose one of these.' });
  const unreasoned = does !== 'accept' && does !== 'ratify' && !reason?.trim();
  if (unreasoned) return say(attempt, 'missing-reason', { what: `To ${words[does].replace('it', what)}`, missing: [{ kind: 'reason', id: 'sign-off', label: 'Reason' }] });
  const spent = does === 'send-back' && step.limit !== undefined && signing !== undefined && sentBack(signing, place) >= step.limit;
  return spent ? say(attempt, 'limit', { what: `Sending back ${what}`, remedy: `It can be signed now: ${anyOf(step.may.filter((one) => one !== 'send-back').map((one) => words[one]))}.` }) : undefined;
}

/** What the signer puts in its place is judged as if it had been done so. */
function judgedChange(attempt: Attempt, standing: Standing, { options, answers, reason }: Body<'signOff'>): ReturnType<typeof judged> {
  const wrong = standing.task.shape === 'decide' && options ? wrongOptions(attempt, standing, options) : undefined;
  return wrong ?? judged(attempt, standing, answers, { options, reason });
}

/** A document goes out once all have signed it. */
export function refuseUnsigned(attempt: Attempt, { task }: Standing): Refusal | undefined {
  const { compiled: { procedure }, folded } = attempt;
  const { id = '' } = task.document ?? {};
  const { signOff: steps, label } = procedure.documents?.[id] ?? {};
  const signing = folded.documents?.[id];
  if (!steps || signing?.signed !== undefined) return undefined;
  return say(attempt, 'waits', { what: `“${textOf(label) ?? id}”`, because: `${partyLabel(procedure, steps[signing?.step ?? 0]?.by ?? '')} has to sign it first.`, remedy: 'Have it signed off, then send it.' });
}
