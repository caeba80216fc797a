// What comes next in a rehearsal: what was told and lies ahead, what the scenario brings, what is due.
import { endOfDay, instantOf, londonDay, londonMinutes, type Instant } from '../../time/index.ts';
import { deadlines } from '../deadlines.ts';
import { partyLabel } from '../words.ts';
import { labelOf } from './duties.ts';
import { remainingOf } from './matching.ts';
import { caseOf, moveTo, stepTo, toldOf, wayOf } from './player.ts';
import type { Coming, ExpectedAct, Moment, Playbook, Rehearsal, Way } from './types.ts';

/** The next thing that happens after the clock: a moment already recorded ahead, else whatever the scenario or a deadline brings first. */
export function nextEvent(book: Playbook, rehearsal: Rehearsal): Coming | undefined {
  const way = wayOf(rehearsal);
  const ahead = way.moments[way.told];
  if (ahead) return { at: ahead.entry.at, kind: 'told', words: 'What was done next' };
  return [...broughtAfter(book, way), ...nextDeadlines(book, way, true).slice(0, 1)].toSorted((a, b) => a.at - b.at)[0] ?? nextDeadlines(book, way)[0];
}

/** The next moment at which a deadline passes: the last moment that complies. */
export function nextDeadline(book: Playbook, rehearsal: Rehearsal): Coming | undefined {
  return nextDeadlines(book, wayOf(rehearsal))[0];
}

/** Goes to a coming thing: a moment told before is told again, else the clock moves. */
export function goTo(book: Playbook, rehearsal: Rehearsal, coming: Coming): Rehearsal {
  return coming.kind === 'told' ? stepTo(book, rehearsal, wayOf(rehearsal).told + 1) : moveTo(book, rehearsal, coming.at);
}

/** The same time of day, days later. */
export function daysOn(clock: Instant, days: number): Instant {
  return instantOf(londonDay(clock) + days, londonMinutes(clock));
}

/** With `asked`, only of tasks that are open: a clock may run before its task is asked for. */
function nextDeadlines(book: Playbook, way: Way, asked = false): readonly Coming[] {
  const held = caseOf(book, way);
  return deadlines(book.versions, held, way.clock)
    .flatMap(({ state, latest, label, task }): readonly Coming[] => (state === 'due' && latest !== undefined && (!asked || held.tasks[task]?.at(-1)?.state === 'open') && showable(latest) > way.clock ? [{ at: showable(latest), kind: 'deadline', words: label }] : []))
    .toSorted((a, b) => a.at - b.at);
}

/** The last whole minute that complies, so that the clock shows the day that is meant. */
const showable = (latest: Instant): Instant => Math.floor(latest / 60_000) * 60_000;

function broughtAfter(book: Playbook, way: Way): readonly Coming[] {
  const later = <T extends { readonly instant: Instant }>(all: readonly T[]): readonly T[] => all.filter(({ instant }) => instant > way.clock);
  const acts = remainingOf(book, toldOf(way)).filter(({ at }) => at > way.clock);
  return [
    ...later(book.injects).map(({ instant, title }): Coming => ({ at: instant, kind: 'inject', words: title })),
    ...later(book.questions).map(({ instant, ask }): Coming => ({ at: instant, kind: 'question', words: ask })),
    ...acts.map((act): Coming => ({ at: act.at, kind: 'act', words: actWords(book, act) })),
  ];
}

function actWords(book: Playbook, { act, body }: ExpectedAct): string {
  return `${partyLabel(book.compiled.procedure, act.as)}: ${labelOf(book, body)}`;
}

/** What the room has been told by the clock, latest first: injects, and questions with what was answered. */
export function arrivedBy(book: Playbook, way: Way): { readonly injects: Playbook['injects']; readonly asked: readonly Asked[] } {
  const answers = new Map(toldOf(way).flatMap(({ entry }: Moment) => (entry.kind === 'answer' ? [[entry.question, entry.choice] as const] : [])));
  const here = <T extends { readonly instant: Instant }>(all: readonly T[]): readonly T[] => all.filter(({ instant }) => instant <= way.clock).toReversed();
  return { injects: here(book.injects), asked: here(book.questions).map((question) => ({ question, answer: answers.get(question.id) })) };
}
export interface Asked { readonly question: Playbook['questions'][number]; readonly answer: number | undefined }

/** The last minute of the last day that a scenario speaks of. */
export function lastMoment(book: Playbook): Instant {
  const all = [book.begins, ...book.expected.map(({ at }) => at), ...book.injects.map(({ instant }) => instant), ...book.questions.map(({ instant }) => instant)];
  return showable(endOfDay(londonDay(Math.max(...all))));
}
