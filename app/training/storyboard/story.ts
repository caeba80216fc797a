// What stands on the storyboard's lines, and what can be added to it.
import { freeId, storyAdded, storyCaseAt } from '../../../engine/case/rehearsal/index.ts';
import type { InjectKind, Scenario, StoryChange, StoryItem, StoryRun } from '../../../engine/case/rehearsal/index.ts';
import { versionsOf } from '../../../engine/case/compile.ts';
import { rules } from '../../../engine/case/rules.ts';
import { tasks } from '../../../engine/case/tasks.ts';
import type { Case, TaskView } from '../../../engine/case/types.ts';
import type { WalkthroughAct, WalkthroughCommand } from '../../../engine/case/walkthrough-types.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { parseDateTime } from '../../../engine/time/london.ts';
import { partyLabel } from '../../cases/actors.ts';
import { waysOn } from '../../cases/ways.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { trainingWords } from '../words.ts';
import { storyboardWords as w } from './words.ts';

/** What an act is, in the procedure's words. */
export function actWords(procedure: Procedure, { do: body }: WalkthroughAct): string {
  const task = typeof body['task'] === 'string' ? procedure.tasks[body['task']] : undefined;
  if (body.type === 'recordReply') return w.acts.reply(textOf(task?.label), partyLabel(procedure, String(body['recipient'] ?? '')));
  if (task !== undefined) return textOf(task.label);
  if (body.type === 'openCase') return w.acts.open(textOf(procedure.doors[String(body['door'])]?.label));
  if (body.type === 'takeTransition') return textOf(procedure.transitions.find(({ id }) => id === body['transition'])?.label) || trainingWords.room.ways_on;
  if (body.type === 'recordAnswers') return w.acts.facts;
  return OTHER[body.type] ?? body.type.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
}
const OTHER: Readonly<Record<string, string>> = { addNote: w.acts.note, recordAbsence: w.acts.absence, explainLapse: 'The reason for a missed date', closeCase: 'The case is closed', reopenCase: 'The case is opened again', agreeDate: 'A date is agreed', extendTimescale: 'More time is given', startHold: 'A pause begins', releaseHold: 'A pause ends' };

/** A line of the storyboard: what it is, in a word and in words, and for whom. */
export function lineOf(procedure: Procedure, { part, list }: StoryItem): { readonly kind: string; readonly words: string; readonly who: string } {
  if ('do' in part) return { kind: w.kinds.steps, words: actWords(procedure, part), who: partyLabel(procedure, part.as) };
  if ('look' in part) return { kind: w.kinds.look, words: w.look, who: '' };
  if (list === 'injects' && 'title' in part) return { kind: trainingWords.room.newInfo[part.kind], words: part.title, who: (part.to ?? []).map((role) => partyLabel(procedure, role)).join(', ') };
  if ('ask' in part) return { kind: w.kinds.questions, words: part.ask, who: '' };
  return { kind: w.kinds.notes, words: 'words' in part ? part.words : '', who: '' };
}

/** An act that can be added at a moment. */
export interface Offer { readonly id: string; readonly label: string; readonly role: string; readonly do: WalkthroughCommand }

/** What the procedure asks for or offers at a moment of the story: open tasks first, then ways on, then what can always be recorded. */
export function offersAt(run: StoryRun, scenario: Scenario, at: string): readonly Offer[] {
  const { compiled: { procedure } } = run;
  const item = storyCaseAt(run, at);
  const first = scenario.steps.find((step): step is WalkthroughAct => 'do' in step);
  if (item === undefined) return first === undefined || first.do.type !== 'openCase' ? Object.entries(procedure.doors).map(([door, one]) => ({ id: door, label: w.acts.open(textOf(one.label)), role: one.by[0] ?? '', do: { type: 'openCase', reference: 'REHEARSAL-1', door, answers: {} } })) : [];
  const always = first?.as ?? '';
  return [
    ...viewsAt(run, item, at).flatMap((view) => offersOf(item, view, always, (party) => partyLabel(procedure, party))),
    ...waysAt(run, item, at).map((way) => ({ id: way.id, label: way.label, role: way.by[0] ?? '', do: { type: 'takeTransition', transition: way.id, ...(way.reason ? { reason: w.newFeedback } : {}) } satisfies WalkthroughCommand })),
    { id: 'facts', label: w.acts.facts, role: always, do: { type: 'recordAnswers', mode: 'change', answers: {} } },
    { id: 'note', label: w.acts.note, role: always, do: { type: 'addNote', words: w.newNote } },
    { id: 'absence', label: w.acts.absence, role: always, do: { type: 'recordAbsence', party: always, from: at.slice(0, 10) } },
  ];
}
function viewsAt({ compiled }: StoryRun, item: Case, at: string): readonly TaskView[] {
  return tasks(versionsOf([compiled]), item, parseDateTime(at) ?? item.asOf).filter(({ state }) => state === 'open' || state === 'waiting' || state === 'offered');
}
function waysAt({ compiled }: StoryRun, item: Case, at: string): ReturnType<typeof waysOn> {
  const versions = versionsOf([compiled]);
  return waysOn({ case: item, procedure: compiled.procedure, versions, now: parseDateTime(at) ?? item.asOf, tasks: [], deadlines: [], rules: rules(versions, item), actor: { person: '', role: '', label: '' } });
}
function offersOf(item: Case, view: TaskView, other: string, label: (party: string) => string): readonly Offer[] {
  const role = view.doers[0]?.party ?? other;
  const task = view.id;
  const offer = (command: WalkthroughCommand, id: string = task, label = view.label): Offer => ({ id, label, role, do: command });
  if (view.shape === 'decide') return [offer({ type: 'decide', task, options: [(view.options.find(({ forced }) => forced !== undefined) ?? view.options.find(({ forbidden }) => forbidden === undefined))?.id ?? ''] })];
  if (view.shape !== 'exchange') return [offer({ type: 'completeTask', task })];
  const waiting = Object.values(item.tasks[task]?.at(-1)?.recipients ?? {}).filter(({ state }) => state === 'asked' || state === 'acknowledged');
  return [...(view.state === 'waiting' ? [] : [offer({ type: 'sendExchange', task })]), ...waiting.map(({ party }) => offer({ type: 'recordReply', task, recipient: party, state: 'received' }, `${task} ${party}`, w.acts.reply(view.label, label(party))))];
}

export type Added = InjectKind | 'question' | 'note';
/** With a new entry of a kind at a moment, with words to be written over. */
export function added(scenario: Scenario, kind: Added, at: string): StoryChange {
  if (kind === 'note') return storyAdded(scenario, 'notes', { at, words: w.newNote });
  if (kind === 'question') return storyAdded(scenario, 'questions', { id: freeId(scenario, 'questions', 'question'), at, ask: w.newAsk, choices: [{ words: w.newChoice(1), right: true, feedback: w.newFeedback }, { words: w.newChoice(2), feedback: w.newFeedback }] });
  return storyAdded(scenario, 'injects', { id: freeId(scenario, 'injects', kind), at, kind, title: w.newInject[kind], words: w.newWords });
}
/** The initials of a role, as the cast has them or the steps before. */
export function personOf({ cast = [], steps }: Scenario, role: string): string {
  return cast.find((one) => one.role === role)?.person ?? steps.find((step): step is WalkthroughAct => 'do' in step && step.as === role)?.person ?? 'A.A.';
}
