// What happened, in words: one line per event, from what the event holds.
import { compiledOf } from '../../engine/case/replay.ts';
import type { CaseEvent, View } from '../../engine/case/types.ts';
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import { listWords } from '../../engine/time/words.ts';
import { civilWords, instantWords, laterWords } from '../dates.ts';
import { textOf } from '../procedures/catalogue.ts';
import { partyLabel } from './actors.ts';
import type { CaseModel } from './types.ts';
import { agencyWords } from './agencies/words.ts';
import { carriedTitle, partingTitle } from './life/entryTitles.ts';
import { caseWords } from './words.ts';

export interface EventWords { readonly id: string; readonly title: string; readonly when: string; readonly entered?: string; readonly body?: string }

/** The procedure as it stood when an event was recorded: an act is told in the words of the version it was done on. */
export function procedureAt({ case: item, procedure, versions }: Pick<CaseModel, 'case' | 'procedure' | 'versions'>): (event: CaseEvent) => Procedure {
  const told = new Map<string, Procedure>([[item.procedure.hash, procedure]]);
  return ({ procedure: pin }) => {
    const known = told.get(pin.hash) ?? (versions.get(pin) === undefined ? procedure : compiledOf(versions, { ...item, procedure: pin }).procedure);
    told.set(pin.hash, known);
    return known;
  };
}
/** Everything that happened in a case, newest first by when it happened. */
export function historyOf(model: CaseModel): readonly EventWords[] { return history(procedureAt(model), model.case.events, model.now); }
/** Newest first by when it happened. */
export function history(procedure: (event: CaseEvent) => Procedure, events: readonly CaseEvent[], now: number): readonly EventWords[] {
  return events.toSorted((a, b) => b.occurred - a.occurred || b.seq - a.seq).map((event) => eventWords(procedure(event), event, now));
}
export function eventWords(procedure: Procedure, event: CaseEvent, now: number): EventWords {
  const { actor } = event;
  const behalf = actor.onBehalfOf === undefined ? '' : `, ${caseWords.history.for(partyLabel(procedure, actor.onBehalfOf))}`;
  const late = event.recorded - event.occurred >= 60 * 60 * 1000;
  const body = bodyOf(procedure, event);
  return {
    id: event.id, title: titleOf(procedure, event), when: `${instantWords(event.occurred, now)}. ${actor.person}, ${partyLabel(procedure, actor.role)}${behalf}`,
    ...(late ? { entered: caseWords.history.entered(instantWords(event.recorded, now), laterWords(event.occurred, event.recorded)) } : {}), ...(body === undefined ? {} : { body }),
  };
}
function bodyOf(procedure: Procedure, { payload, type }: CaseEvent): string | undefined {
  const words = payload['reasons'] ?? payload['reason'] ?? (type === 'noteAdded' ? payload['words'] : type === 'taskAssigned' ? payload['note'] : undefined) ?? payload['lateReason'] ?? viewsIn(payload)[0]?.reasons;
  const said = typeof words === 'string' ? words : '';
  const about = type === 'replyRecorded' ? `${textOf(procedure.tasks[String(payload['task'])]?.label)}. ` : '';
  return `${about}${said}`.trim() || undefined;
}
/** What each who spoke in this act held; an act without views gives none. */
function viewsIn(payload: CaseEvent['payload']): readonly View[] { return Array.isArray(payload['views']) ? (payload['views'] as readonly View[]) : []; }
function titleOf(procedure: Procedure, { type, payload }: CaseEvent): string {
  const text = (key: string) => (typeof payload[key] === 'string' ? payload[key] : '');
  const ids = (key: string) => (Array.isArray(payload[key]) ? (payload[key] as readonly Id[]) : []);
  const task = procedure.tasks[text('task')];
  const label = task === undefined ? '' : textOf(task.label);
  const names = (list: readonly Id[]) => listWords(list.map((id) => partyLabel(procedure, id)));
  const option = (id: Id) => textOf(task?.options?.find((one) => one.id === id)?.label ?? id);
  const options = () => listWords(ids('options').map(option));
  const clock = () => textOf(procedure.timescales?.[text('timescale')]?.label) || textOf(procedure.tasks[procedure.timescales?.[text('timescale')]?.for ?? '']?.label);
  switch (type) {
    case 'caseOpened': return `Case opened: ${textOf(procedure.doors[text('door')]?.label)}`;
    case 'answersRecorded': return payload['origin'] !== undefined ? carriedTitle('Answers', payload) : label === '' ? `${payload['mode'] === 'correct' ? 'Answers corrected' : 'Answers recorded'}` : `${label}: answers saved`;
    case 'taskCompleted': return label;
    case 'exchangeSent': return ids('recipients').length === 0 ? `${label}: sent` : `${label}: sent to ${names(ids('recipients'))}`;
    case 'replyRecorded': return text('chaseNext') !== '' ? agencyWords.chasedEvent(partyLabel(procedure, text('recipient')), civilWords(text('chaseNext'), false)) : `${partyLabel(procedure, text('recipient'))}: ${(caseWords.exchange.states as Readonly<Record<string, string>>)[text('state')]?.toLowerCase() ?? ''}`;
    case 'recipientAdded': return `${partyLabel(procedure, text('recipient'))} added: ${label}`;
    case 'taskPlanned': return `${label}: set for ${civilWords(text('on'))}`;
    case 'viewRecorded': return `View on “${label}”: ${listWords(viewsIn(payload).flatMap((view) => view.options).map(option))}`;
    case 'decisionTaken': return `${label}: ${options()}`;
    case 'transitionChosen': return wayWords(procedure, text('transition'));
    case 'taskRaised': return `${label}: asked for`;
    case 'taskWithdrawn': return `${label}: no longer asked`;
    case 'timescaleExtended': return `${clock()}: moved to ${civilWords(text('to'))}`;
    case 'lapseExplained': return `${clock()}: why it is late`;
    case 'absenceRecorded': return `${partyLabel(procedure, text('party'))} away from ${civilWords(text('from'))}`;
    case 'appointmentMade': return `${text('person')} appointed: ${partyLabel(procedure, text('seat'))}, from ${civilWords(text('from'))}`;
    case 'sectionUnlocked': return `${textOf(procedure.forms?.[text('form')]?.sections.find(({ id }) => id === text('section'))?.label)}: unlocked, to be signed anew`;
    case 'appointmentEnded': return `${text('person')} no longer ${partyLabel(procedure, text('seat'))} after ${civilWords(text('until'))}`;
    case 'relationRecorded': return `${textOf(procedure.relations?.[text('relation')]?.label)}: ${text('state') === 'ended' ? 'ended' : 'open'}`;
    case 'holdStarted': return `On hold: ${textOf(procedure.holds?.[text('hold')]?.label)}`;
    case 'holdReleased': return `No longer on hold: ${textOf(procedure.holds?.[text('hold')]?.label)}`;
    case 'dateAgreed': return `${clock()}: agreed for ${civilWords(text('on'))}`;
    case 'actConfirmed': return 'Confirmed: what was done stands';
    case 'noteAdded': return carriedTitle('Note', payload);
    case 'taskAssigned': return text('person') === '' ? `${label}: for anybody in the role` : `${label}: assigned to ${text('person')}`;
    case 'caseClosed': return 'Case closed';
    case 'caseReopened': return 'Case reopened';
    case 'caseMoved': return `Moved to version ${String((payload['to'] as { readonly version?: number } | undefined)?.version ?? '')} of the procedure`;
    case 'settingChosen': return `${textOf(procedure.settings?.[text('setting')]?.label)}: ${textOf(procedure.settings?.[text('setting')]?.choices.find(({ value }) => value === payload['value'])?.label)}`;
    case 'holdConfirmed': return `Still on hold: ${textOf(procedure.holds?.[text('hold')]?.label)}`;
    case 'signedOff': return `${label || textOf(procedure.documents?.[text('document')]?.label)}: ${{ accept: 'signed off', 'send-back': 'sent back', amend: 'amended and signed off', ratify: 'ratified', overturn: 'overturned' }[text('does')] ?? 'signed off'}`;
    case 'moveUndone': return 'Move to another version undone';
    default: return partingTitle(type, payload);
  }
}
function wayWords(procedure: Procedure, id: Id): string {
  const way = procedure.transitions.find((one) => one.id === id);
  if (way?.label !== undefined) return textOf(way.label);
  return typeof way?.to === 'string' ? `Went on to ${textOf(procedure.stages[way.to]?.label)}` : 'Went on';
}
