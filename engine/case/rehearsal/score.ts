// The debrief of one way: duties done well, late, missed; acts in the wrong role; acts nobody needed; the questions and
// their answers; and what to talk about. The same acts give the same debrief anywhere.
import { dayWords, londonDay } from '../../time/index.ts';
import { partyLabel } from '../words.ts';
import type { Case } from '../types.ts';
import { dutiesOf, isUnneeded, labelOf, type Judged } from './duties.ts';
import { matchedOf } from './matching.ts';
import { caseOf, toldOf, wayOf } from './player.ts';
import type { AnsweredLine, Debrief, DutyLine, RefusedLine, Score, TalkingPoint, UnneededLine } from './score-types.ts';
import type { Moment, Playbook, Rehearsal } from './types.ts';

/** The debrief of the way that is played, up to its clock. */
export function debriefOf(book: Playbook, rehearsal: Rehearsal): Debrief {
  const way = wayOf(rehearsal);
  const moments = toldOf(way);
  const judged: Judged = { book, moments, held: caseOf(book, way), clock: way.clock, matched: matchedOf(book, moments) };
  const lines = dutiesOf(judged);
  const [refused, unneeded, answers] = [refusedLines(judged), unneededLines(judged), answeredLines(judged)];
  const acts = moments.flatMap(({ entry, refusal }) => (entry.kind === 'act' && !refusal ? [entry] : []));
  return {
    way: way.letter, from: book.begins, to: way.clock, acts: acts.length, roles: new Set(acts.map(({ role }) => role)).size,
    score: scoreOf(lines, refused, unneeded, answers), lines, refused, unneeded, answers, talk: talkOf(judged, lines, refused, answers),
  };
}

function scoreOf(lines: readonly DutyLine[], refused: readonly RefusedLine[], unneeded: readonly UnneededLine[], answers: readonly AnsweredLine[]): Score {
  const count = (verdict: DutyLine['verdict']): number => lines.filter((line) => line.verdict === verdict).length;
  const [well, late, missed] = [count('well'), count('late'), count('missed')];
  return {
    well, late, missed, duties: well + late + missed, unneeded: unneeded.length,
    wrongRole: refused.filter(({ code }) => code === 'wrong-role').length,
    asked: answers.length, right: answers.filter(({ right }) => right).length,
  };
}

/** True when everything that was expected by now was done well, in the right role, and nothing else. */
export function isFull({ score, lines }: Pick<Debrief, 'score' | 'lines'>): boolean {
  const { well, duties, wrongRole, unneeded, right, asked } = score;
  return duties > 0 && well === duties && wrongRole === 0 && unneeded === 0 && right === asked && lines.every(({ verdict }) => verdict === 'well');
}

function refusedLines({ book, moments }: Judged): readonly RefusedLine[] {
  return moments.flatMap(({ entry, refusal }, index): readonly RefusedLine[] => {
    if (entry.kind !== 'act' || !refusal) return [];
    return [{ moment: index + 1, at: entry.at, role: entry.role, label: labelOf(book, entry.body), code: refusal.code, words: refusal.words, remedy: refusal.remedy, cites: refusal.cites ?? [] }];
  });
}

function unneededLines({ book, moments, matched }: Judged): readonly UnneededLine[] {
  return matched.others.flatMap((place) => {
    const { entry } = moments[place] ?? {};
    if (entry?.kind !== 'act' || !isUnneeded(entry, caseBefore(book.opening, moments, place))) return [];
    return [{ moment: place + 1, at: entry.at, role: entry.role, label: labelOf(book, entry.body) }];
  });
}

const caseBefore = (opening: Case, moments: readonly Moment[], place: number): Case => moments[place - 1]?.case ?? opening;

/** Questions that had come up by the clock; one not answered is not right. */
function answeredLines({ book, moments, clock }: Judged): readonly AnsweredLine[] {
  const given = new Map(moments.flatMap(({ entry }) => (entry.kind === 'answer' ? [[entry.question, entry.choice] as const] : [])));
  return book.questions.filter(({ instant }) => instant <= clock).map(({ id, ask, choices, cites = [] }) => {
    const choice = choices[given.get(id) ?? -1];
    const best = choices.find(({ right }) => right === true);
    return { question: id, ask, right: choice?.right === true, feedback: (choice ?? best)?.feedback ?? '', cites, ...(choice === undefined ? {} : { answered: choice.words }) };
  });
}

/** At most six: late and missed duties, then wrong roles, then questions answered otherwise, then other decisions. */
function talkOf({ book }: Judged, lines: readonly DutyLine[], refused: readonly RefusedLine[], answers: readonly AnsweredLine[]): readonly TalkingPoint[] {
  const late = lines.filter(({ verdict }) => verdict === 'late' || verdict === 'missed').map(latePoint);
  const roles = refused.map(({ label, words, remedy, cites, moment }): TalkingPoint => ({ ask: `Who does “${label}”?`, fact: `${words} ${remedy}`, cites, moment }));
  const asked = answers.filter(({ right }) => !right).map(({ ask, feedback, cites }): TalkingPoint => ({ ask, fact: feedback, cites }));
  const otherwise = lines.flatMap((line): readonly TalkingPoint[] => (line.differently === undefined ? [] : [{ ask: `What made it “${line.differently}”?`, fact: `The scenario decides “${line.label}” otherwise.`, cites: line.cites, ...momentOf(line) }]));
  return [...late, ...roles, ...asked, ...otherwise, ...deputies(book, lines)].slice(0, 6);
}

const momentOf = ({ moment }: { readonly moment?: number }): Pick<TalkingPoint, 'moment'> => (moment === undefined ? {} : { moment });

function latePoint(line: DutyLine): TalkingPoint {
  const ask = line.verdict === 'late' ? `What held up “${line.label}”?` : `Why was “${line.label}” not done?`;
  const fact = [line.lateWords === undefined ? '' : `It was ${line.lateWords}.`, line.sentence ?? ''].filter((words) => words !== '').join(' ');
  return { ask, fact: fact === '' ? `The scenario expects it by ${dayWords(londonDay(line.expected))}.` : fact, cites: line.cites, ...momentOf(line) };
}

function deputies({ compiled: { procedure } }: Playbook, lines: readonly DutyLine[]): readonly TalkingPoint[] {
  return lines.flatMap(({ by, role, label, cites, moment }) => (by === undefined ? [] : [{ ask: `Whose is “${label}”?`, fact: `${partyLabel(procedure, by)} did it; the scenario leaves it to ${partyLabel(procedure, role)}.`, cites, ...(moment === undefined ? {} : { moment }) }]));
}
