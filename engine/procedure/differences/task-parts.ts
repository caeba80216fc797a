// The parts of what people do.
import { amountWords, listWords } from '../../time/index.ts';
import type { DecisionOption, Id, Recipient, ReplyState, Task, TaskShape } from '../types.ts';
import { wordsOf } from '../pointer.ts';
import { choices, cited, signOff } from './cited.ts';
import { flag, label, listed, one, plain, some, text, value, word, type Joint, type Parts } from './parts.ts';
import type { Speaker } from './speaker.ts';
import { per } from './stage-parts.ts';

const shapes: Readonly<Record<TaskShape, string>> = { record: 'something is filled in or confirmed', exchange: 'something goes to others', decide: 'a decision' };
const presets: Readonly<Record<NonNullable<Task['preset']>, string>> = {
  'alert-form': 'alert form', notification: 'notification', 'agency-check': 'agency check', meeting: 'meeting', recommendation: 'recommendation', decision: 'decision', publication: 'publication', 'action-plan': 'action plan', 'case-note': 'case note', review: 'review',
};
const states: Readonly<Record<ReplyState, string>> = {
  asked: 'asked', acknowledged: 'acknowledged', received: 'received', accepted: 'accepted', 'sent-back': 'sent back', declined: 'declined', 'no-answer': 'no answer', 'not-needed': 'not needed', withdrawn: 'withdrawn',
};

/** "A alone", "A and B, all agreeing", "any of A, B or C" */
function doersWords({ shape, by, agreement, options = [] }: Task, speaker: Speaker): string {
  const option = (id: Id): string => `“${wordsOf(options.find((one) => one.id === id)?.label) ?? id}”`;
  const people = (ids: readonly Id[], by: 'and' | 'or'): string => listWords(ids.map((id) => speaker.name(id, 'parties')), by) || 'nobody';
  const doers = by === undefined ? 'whoever answers for the stage' : by.length === 1 ? `${people(by, 'or')}${agreement === undefined && shape === 'decide' ? ' alone' : ''}` : `any of ${people(by, 'or')}`;
  if (agreement === undefined) return doers;
  const of = agreement.of ?? by;
  const who = of === undefined ? doers : people(of, 'and');
  const votes = agreement.counted === 'votes' ? ' of the votes cast' : '';
  const how = agreement.by === 'one' ? (of?.length === 1 ? 'alone' : 'any one of them') : agreement.by === 'all' ? `all agreeing${votes && ', of those who vote'}` : agreement.by === 'majority' ? `by a majority${votes}` : `${agreement.by} of them agreeing`;
  const named = agreement.named === undefined ? '' : `, ${people(agreement.named, 'and')} among them`;
  const casting = agreement.casting === undefined ? '' : `, with the casting vote of ${speaker.name(agreement.casting, 'parties')}`;
  const more = `${named}${casting}${agreement.otherwise === undefined ? '' : `, otherwise ${option(agreement.otherwise)}`}`;
  const voiced = agreement.of !== undefined && (by === undefined || speaker.exact || String(by) !== String(agreement.of)) ? ` (entered by ${doers})` : '';
  return how === 'alone' ? `${who} alone${more}${voiced}` : `${who}, ${how}${more}${voiced}`;
}

/** Whether an agreement is written out at all, where it asks no more than is asked anyway. */
function agreementSaid({ agreement }: Task): string {
  return agreement === undefined ? '' : `, agreement of ${agreement.by}${agreement.of === undefined ? '' : ' of those named'}`;
}

const doers: Joint<Task> = {
  shape: 'joint', title: 'Who does it', weight: 'people', tell: (task, speaker) => `${doersWords(task, speaker)}${speaker.exact ? agreementSaid(task) : ''}`,
  line: ({ label: title, was, now }, task) => `${title}: now ${task.shape === 'decide' ? 'decided' : 'done'} by ${now} (was: ${was})`,
};

function raisedWords(raised: NonNullable<Task['raised']>, speaker: Speaker): string {
  if (typeof raised === 'object') return 'done' in raised ? `when ${speaker.name(raised.done, 'tasks')} is done` : `every ${amountWords(raised.every.months, 'months')}`;
  return { 'on-entry': 'when its stage is entered', 'when-required': 'when a rule requires it', 'by-choice': 'when someone chooses' }[raised];
}

function recipientWords(to: readonly Recipient[], speaker: Speaker): string {
  return listed(to.map((each) => (typeof each === 'string' ? speaker.name(each, 'parties') : `those named in ${speaker.name(each.answer, 'questions')}`)));
}

export const taskParts: Parts<Task> = {
  ...cited, shape: word('What it is', 'form', shapes), label: label('Task'), preset: word('Made from', 'layout', presets, 'nothing'), guidance: text('Guidance'),
  in: some('Done in', 'route', 'stages', 'the whole case'), afterClosing: flag('May be done after closing', 'route'), by: doers, agreement: doers,
  raised: value('Comes up', 'route', raisedWords, 'when its stage is entered'),
  withdrawn: word('Falls away', 'route', { 'with-stage': 'with its stage', 'unless-required': 'when no rule requires it', 'by-hand': 'by hand only' }, 'as is usual'),
  again: word('When the stage is entered again', 'route', { once: 'it is not done again', afresh: 'it is done afresh', keep: 'what was done is kept' }, 'as is usual'),
  per, form: one('Form', 'form', 'forms', 'none'), section: plain('The part of it that is filled', 'form', 'all of it'), evidence: word('Evidence', 'form', { none: 'not asked for', optional: 'may be given', required: 'required' }, 'not said'),
  system: text('Outside system'), to: value('Who it goes to', 'people', recipientWords, 'nobody'), channel: text('How it goes'),
  expects: word('What is waited for', 'form', { nothing: 'nothing', acknowledgement: 'an acknowledgement', reply: 'a reply' }, 'not said'),
  reply: value('What comes back', 'form', ({ form, author }, speaker) => listed([...(form === undefined ? [] : [speaker.name(form, 'forms')]), ...(author === undefined ? [] : [`by ${speaker.name(author, 'parties')}`])]), 'not said'),
  complete: value('Complete when a recipient has', 'form', (all) => (all.length === 0 ? 'nothing' : listWords(all.map((state) => states[state]), 'or')), 'answered in any way'),
  document: value('Document that goes', 'form', ({ id, variant }, speaker) => `${speaker.name(id, 'documents')}${variant === undefined ? '' : `, ${variant}`}`, 'none'),
  attach: some('Goes with it', 'form', ['tasks', 'forms'], 'nothing'), options: choices<DecisionOption>('Options', 'Option', 'route', { ...cited, id: value('Id', 'route', String), label: label('Option'), hint: text('Help below the option'), alone: flag('Taken alone', 'rule') }),
  choose: value('How many options are taken', 'form', ({ least, most }) => (least === most ? `exactly ${least}` : `${least} to ${most}`), 'one'),
  advises: one('Advice for', 'route', 'tasks', 'no other decision'), reasons: word('Reasons', 'form', { required: 'required', optional: 'may be given' }, 'not said'),
  meeting: value('Done at a meeting of', 'people', ({ body }, speaker) => speaker.name(body, 'parties'), 'nobody'), signOff,
};

/** "decided by Chair alone", "sent to Board by Chair" */
export function taskWords(task: Task, speaker: Speaker): string {
  const to = task.to === undefined ? '' : ` to ${recipientWords(task.to, speaker)}`;
  return `${{ record: 'recorded', exchange: 'sent', decide: 'decided' }[task.shape]}${to} by ${doersWords(task, speaker)}`;
}
