// The parts of the diagram: stages, routes, closing.
import { listWords } from '../../time/index.ts';
import type { Closing, Id, Repeat, Stage, StageKind, Transition, Trigger } from '../types.ts';
import { cited } from './cited.ts';
import { criterion, flag, label, listed, named, one, plain, some, text, value, word, type Many, type Parts, type Value } from './parts.ts';
import type { Speaker } from './speaker.ts';

const kinds: Readonly<Record<StageKind, string>> = {
  alert: 'alert', triage: 'triage', notify: 'notify', 'agency-checks': 'agency checks', panel: 'panel', decision: 'decision', review: 'review', publish: 'publish', 'action-plan': 'action plan', learning: 'learning', other: 'stage',
};

/** "each of Agencies involved, complete when all are" */
export const per: Value<Repeat> = value('Repeats over', 'route', ({ over, join, by }, speaker) => {
  const list = typeof over === 'string' ? `each of ${speaker.name(over, 'questions')}` : `each of ${listed(over.map((id) => speaker.name(id, 'parties')))}`;
  const hands = by === undefined ? '' : `, taken out and up by ${listed(by.map((id) => speaker.name(id, 'parties')))}`;
  if (join === undefined) return `${list}${hands}`;
  const enough = join === 'all' ? 'all are' : typeof join === 'number' ? `${join} are` : `${listed(join.named.map((id) => speaker.name(id, 'parties')))} are`;
  return `${list}, complete when ${enough}${hands}`;
}, 'nothing');

const stageParts: Parts<Stage> = {
  ...cited, kind: word('Kind', 'wording', kinds), label: label('Stage'), guidance: text('Guidance'), within: one('Lies within', 'route', 'stages', 'no group'),
  parallel: flag('The stages in it run at the same time', 'route'), initial: one('Begins with', 'route', 'stages', 'not said'), final: flag('The case, or its group, ends here', 'route'),
  owner: one('Who answers for it', 'people', 'parties', 'nobody named'), caseType: text('What the case is called from here'), per,
  call: value('Draws in', 'route', ({ fragment, settings }, speaker) => {
    const given = Object.entries(settings ?? {}).map(([id, chosen]) => `${id}: ${chosen}`);
    return `${speaker.name(fragment, 'fragments')}${settings === undefined ? '' : ` with ${listed(given)}`}`;
  }, 'nothing'),
};

/** "when Send the alert is done", "when the chair chooses" */
function triggerWords(on: Trigger, speaker: Speaker): string {
  if ('done' in on) return `when ${speaker.name(on.done, 'tasks')} is done`;
  if ('option' in on) return `when ${speaker.name(on.option[0], 'tasks')} takes “${speaker.option(...on.option)}”`;
  if ('ended' in on) return `when all of ${speaker.name(on.ended, 'stages')} has ended`;
  if ('lapsed' in on) return `when the clock ${speaker.name(on.lapsed, 'timescales')} runs out`;
  if ('relation' in on) return `when ${speaker.name(on.relation[0], 'relations')} ${on.relation[1] === 'open' ? 'starts' : 'ends'}`;
  const { by, reason } = on.chosen;
  const asked = reason === undefined ? '' : reason ? ', with a reason' : ', without a reason';
  return `when ${by.length === 0 ? 'nobody' : listWords(by.map((id) => speaker.name(id, 'parties')), 'or')} chooses${asked}`;
}

function destinationWords(to: Transition['to'], speaker: Speaker, quoted = false): string {
  if (to === undefined) return 'the end of its lane or group';
  const said = (id: Id): string => (quoted ? `“${speaker.name(id, 'stages')}”` : speaker.name(id, 'stages'));
  if (typeof to === 'string') return said(to);
  if ('history' in to) return `${said(to.history)}, where it was left`;
  return 'return' in to ? 'where the case came from' : listed(to.map(said));
}

const transitionParts: Parts<Transition> = {
  ...cited, id: value('Id', 'route', String), from: some('Leaves', 'route', 'stages'), on: value('Taken', 'route', triggerWords),
  if: criterion('Only if', 'route'), otherwise: flag('Taken when no other is', 'route'),
  to: value<NonNullable<Transition['to']>>('Leads to', 'route', (to, speaker) => destinationWords(to, speaker), 'the end of its lane or group'),
  limit: plain('The most times in one case', 'route', 'no limit'), label: text('Words on the arrow'),
};

/** Routes; which comes first matters only between two that leave the same stage. */
export const transitions: Many<Transition> = {
  shape: 'list', title: 'Routes', noun: 'Route', weight: 'route', nameless: true, parts: () => transitionParts, key: ({ id }) => id,
  name: (route, id, speaker) => `from ${listed(route.from.map((stage) => `“${speaker.name(stage, 'stages')}”`))} to ${destinationWords(route.to, speaker, true)}${route.label === undefined ? '' : ` (${named(route.label, id)})`}`,
  describe: (route, speaker) => `${triggerWords(route.on, speaker)}${route.if === undefined ? '' : `, only if ${speaker.criterion(route.if)}`}${route.otherwise === true ? ', when no other is taken' : ''}`,
  ordered: (one, other) => one.from.some((stage) => other.from.includes(stage)),
};

export const stages: Many<Stage> = {
  shape: 'map', title: 'Stages', noun: 'Stage', weight: 'route', parts: () => stageParts, name: (stage, id) => named(stage.label, id),
  describe: (stage, speaker) => [kinds[stage.kind], ...(stage.within === undefined ? [] : [`within ${speaker.name(stage.within, 'stages')}`]), ...(stage.owner === undefined ? [] : [speaker.name(stage.owner, 'parties')])].join(', '),
};

export const closingParts: Parts<Closing> = {
  ...cited, if: criterion('A case may be closed if', 'rule'), by: some('Who closes it', 'people', 'parties', 'not said'),
  reopen: value('How it is opened again', 'route', ({ by, to, beside, reason }, speaker) => `by ${listed(by.map((id) => speaker.name(id, 'parties')))}, into ${listed([to].flat().map((id) => speaker.name(id, 'stages')))}${beside === undefined ? '' : beside === 'ended' ? ', the lanes beside it ended' : ', the lanes beside it begun'}, ${reason ? 'with' : 'without'} a reason`, 'it is not'),
};
