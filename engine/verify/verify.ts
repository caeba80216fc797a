// A procedure verified: every way through it explored, its clocks run over dated cases under each reading, its words
// and people looked at. Each claim carries what to change and, where a case can show it, a case that the engine
// replays. What was not looked at is said.
import { compile, type CompiledProcedure } from '../case/index.ts';
import { drawnAnew } from '../case/instances.ts';
import { textOf } from '../case/words.ts';
import { taskWords } from './findings/words.ts';
import { listWords } from '../time/index.ts';
import type { Id, Procedure, Scalar } from '../procedure/types.ts';
import { sampleOf, takingUpOf } from '../procedure/instances.ts';
import { EndlessLoop } from '../statechart/index.ts';
import { explore, type Explored, type Path } from './explore/explore.ts';
import { clockExamples, peopleExamples, shapeExamples } from './findings/examples.ts';
import { hardlyAnyClock, isFixed, neverStarted, notAsWorded, oneSourceTwoStarts, readingsOfClocks, twoClocks, withoutClock } from './findings/clock-claims.ts';
import { advisesAndDecides, nobodyDoes, nobodyStandsIn } from './findings/people-claims.ts';
import { notWhereItSays } from './findings/name-claims.ts';
import { deadEnds, neverTaken, noChoiceLeft, rounds, unreachable } from './findings/shape-claims.ts';
import { endsWithDuty, leastTime, noTimeLeft, overBeforeKnown, STARTS, waysToClocks, type Seen } from './findings/timed-claims.ts';
import type { Slack, Verified, VerifyFinding } from './findings/types.ts';

export interface VerifyOptions {
  /** Other readings are tried as well; true when left out. */
  readonly readings?: boolean;
  /** Told after each part, from 0 to 1. */
  readonly progress?: (done: number) => void;
}

type Reading = Readonly<Record<Id, Scalar>>;

/** Verifies a procedure that `check` finds no problem in. Throws CompileError for one that cannot be compiled. */
export function verify(procedure: Procedure, { readings = true, progress = () => undefined }: VerifyOptions = {}): Verified {
  const compiled = compile(procedure);
  const sampled = withEntries(compiled, procedure);
  const explored = explore(sampled.drawn);
  progress(0.2);
  const paths = explored.tours();
  const timed = timedOver(compiled, explored, paths);
  progress(0.5);
  const flips = readings ? readingsToTry(procedure) : { tried: [], left: [] };
  const worst = [...new Set([...timed.least.values()].map(({ path }) => path))];
  const others: VerifyFinding[] = [];
  for (const [index, reading] of flips.tried.entries()) {
    others.push(...underReading(procedure, reading, worst, [...timed.findings, ...others]));
    progress(0.5 + (0.5 * (index + 1)) / flips.tried.length);
  }
  const still = (id: Id): boolean => !sampled.ways.has(id) && !flips.tried.some((reading) => takenUnder(procedure, reading, id));
  const findings = [
    ...drawn(sampled.drawn, explored, still), ...worded(compiled, explored), ...peopled(compiled, explored),
    ...timed.findings, ...overBeforeKnown(compiled, explored), ...others,
  ];
  return { findings: inOrder(procedure, findings), slack: timed.slack, looked: lookedAt(procedure, explored, paths, flips.tried), notLooked: [...explored.notLooked, ...sampled.words, ...limited(compiled.procedure), ...timed.notWalked, ...flips.left] };
}

const limited = ({ transitions }: Procedure): readonly string[] => (transitions.some(({ limit }) => limit !== undefined) ? ['Whether a case gets stuck once a route has been taken as often as its limit allows.'] : []);

/** Stages that a case repeats over its own list, drawn with one entry that stands for any. */
function withEntries(compiled: CompiledProcedure, file: Procedure): { readonly drawn: CompiledProcedure; readonly ways: ReadonlySet<Id>; readonly words: readonly string[] } {
  const listed = compiled.repeated.filter(({ over }) => over !== undefined);
  if (listed.length === 0) return { drawn: compiled, ways: new Set(), words: [] };
  const { stages } = file;
  const instances = Object.fromEntries(listed.flatMap(({ stage }) => { const one = stages[stage]; return one ? [[stage, sampleOf(file, one)]] : []; }));
  // With one entry alone, a lane that is withdrawn ends the whole, and is never taken up again.
  const ways = new Set(Object.values(instances).flatMap((entries) => entries.map(({ lane }) => takingUpOf(lane))));
  return { drawn: drawnAnew(compiled, { instances }), ways, words: [`${listWords(listed.map(({ stage }) => `“${textOf(stages[stage]?.label) ?? stage}”`))}: tried with one entry of the list, not with several or none.`] };
}

function drawn(compiled: CompiledProcedure, explored: Explored, still: (transition: Id) => boolean): readonly VerifyFinding[] {
  return [
    ...unreachable(compiled, explored), ...neverTaken(compiled, explored).filter(({ transition }) => still(transition)).map(({ transition: _transition, ...claim }) => claim),
    ...shapeExamples(compiled, deadEnds(compiled, explored)), ...shapeExamples(compiled, rounds(compiled, explored)), ...shapeExamples(compiled, notWhereItSays(compiled, explored)), ...noChoiceLeft(compiled),
  ];
}

const worded = (compiled: CompiledProcedure, explored: Explored): readonly VerifyFinding[] => [
  ...clockExamples(compiled, explored, twoClocks(compiled)), ...notAsWorded(compiled), ...oneSourceTwoStarts(compiled), ...readingsOfClocks(compiled), ...withoutClock(compiled), ...hardlyAnyClock(compiled), ...neverStarted(compiled),
];

const peopled = (compiled: CompiledProcedure, explored: Explored): readonly VerifyFinding[] => [
  ...nobodyDoes(compiled), ...peopleExamples(compiled, explored, nobodyStandsIn(compiled)), ...advisesAndDecides(compiled),
];

/** Along the tours, and then to the clocks that none of them started. */
function timedOver(compiled: CompiledProcedure, explored: Explored, paths: readonly Path[]): Timed {
  const first = timedUnder(compiled, paths, STARTS);
  const missing = new Set([...compiled.timescales.keys()].filter((id) => !first.least.has(id)));
  const second = timedUnder(compiled, waysToClocks(compiled, explored, new Set(first.least.keys())), STARTS.slice(0, 1), missing);
  const least = new Map([...second.least, ...first.least]);
  const unseen = [...compiled.timescales.values()].filter(({ id, timescale }) => isFixed(timescale) && timescale.direction !== 'at-least-before' && !least.has(id)).map(({ timescale }) => taskWords(compiled.procedure, timescale.for));
  const missed = unseen.length === 0 ? [] : [`No dated case started the ${unseen.length === 1 ? 'clock' : 'clocks'} on ${listWords([...new Set(unseen)])}.`];
  const known = new Set(first.findings.map(({ code, pointer }) => `${code} ${pointer}`));
  return { least, findings: [...first.findings, ...second.findings.filter(({ code, pointer }) => !known.has(`${code} ${pointer}`))], slack: [...least.values()].map(({ slack }) => slack), notWalked: [...first.notWalked, ...missed] };
}

interface Timed { readonly least: ReadonlyMap<Id, Seen>; readonly findings: readonly VerifyFinding[]; readonly slack: readonly Slack[]; readonly notWalked: readonly string[] }

function timedUnder(compiled: CompiledProcedure, paths: readonly Path[], starts: readonly number[], only?: ReadonlySet<Id>): Timed {
  try {
    const { least, runs } = leastTime(compiled, paths, starts, only);
    const stopped = new Map(runs.flatMap(({ run, path }) => (run.stopped ? [[path, run.stopped.words] as const] : [])));
    const notWalked = stopped.size === 0 ? [] : [`${stopped.size} of ${paths.length} ways to an end could not be walked with dates.${[...stopped.values()].filter((words) => words !== '').slice(0, 1).map((words) => ` The first stopped at: ${words}`).join('')}`];
    return { least, findings: [...noTimeLeft(compiled, least), ...endsWithDuty(compiled, runs)], slack: [...least.values()].map(({ slack }) => slack), notWalked };
  } catch (error) {
    if (!(error instanceof EndlessLoop)) throw error;
    return { least: new Map(), findings: [], slack: [], notWalked: [`The ways could not be walked with dates: ${error.message}`] };
  }
}

/** What one reading, or two together, adds to what holds under the defaults. */
function underReading(procedure: Procedure, reading: Reading, paths: readonly Path[], known: readonly VerifyFinding[]): readonly VerifyFinding[] {
  const compiled = compile(procedure, { settings: reading });
  const { findings } = timedUnder(compiled, paths, STARTS.slice(0, 1));
  return findings.filter(({ code, pointer }) => !known.some((other) => other.pointer === pointer && (other.code === code || other.code === 'V-301') && isWithin(other.readings ?? {}, reading)))
    .map((finding) => ({ ...finding, readings: reading, words: `${readingWords(procedure, reading)} ${finding.words}` }));
}

/** True when every reading of the one is one of the other: what holds under the one is said already. */
const isWithin = (one: Reading, other: Reading): boolean => Object.entries(one).every(([id, value]) => other[id] === value);

function readingWords({ settings = {} }: Procedure, reading: Reading): string {
  const chosen = Object.entries(reading).map(([id, value]) => `“${textOf(settings[id]?.label) ?? id}” is read as “${textOf(settings[id]?.choices.find((choice) => choice.value === value)?.label) ?? value}”`);
  return `If ${chosen.join(' and ')}:`;
}

/** A route that is open under another reading is not one that is never taken. */
function takenUnder(procedure: Procedure, reading: Reading, transition: Id): boolean {
  const route = procedure.transitions.find(({ id }) => id === transition);
  if (!route || !readsAny(procedure, reading)) return false;
  return explore(compile(procedure, { settings: reading }), { deadEnds: false }).transitions.has(transition);
}

/** Whether a criterion reads any of these settings. */
function readsAny({ transitions, rules = {} }: Procedure, reading: Reading): boolean {
  const criteria = JSON.stringify([transitions.map((route) => route.if), Object.values(rules).map((rule) => rule.if)]);
  return Object.keys(reading).some((id) => criteria.includes(`{"setting":"${id}"}`));
}

/** More pairs of readings than this are left, and named. */
const MOST_PAIRS = 24;

/** Every other value of each reading, and every two of readings that one clock depends on. */
function readingsToTry(procedure: Procedure): { readonly tried: readonly Reading[]; readonly left: readonly string[] } {
  const { settings = {}, timescales = {} } = procedure;
  const flipsOf = (id: Id): readonly Reading[] => (settings[id]?.choices ?? []).filter(({ value }) => value !== settings[id]?.default).map(({ value }) => ({ [id]: value }));
  const readings = Object.keys(settings).filter((id) => settings[id]?.kind !== 'argument');
  const uses = Object.values(timescales).map((one) => readings.filter((id) => JSON.stringify(one).includes(`"setting":"${id}"`)));
  const pairs = new Map<string, readonly [Id, Id]>();
  for (const used of uses) for (const [index, one] of used.entries()) for (const other of used.slice(index + 1)) pairs.set(`${one} ${other}`, [one, other]);
  const both = [...pairs.values()].flatMap(([one, other]) => flipsOf(one).flatMap((first) => flipsOf(other).map((second): Reading => ({ ...first, ...second }))));
  const untouched = readings.flatMap((one, index) => readings.slice(index + 1).filter((other) => !pairs.has(`${one} ${other}`) && !pairs.has(`${other} ${one}`))).length;
  return {
    tried: [...readings.flatMap(flipsOf), ...both.slice(0, MOST_PAIRS)],
    left: [...(untouched > 0 ? [`Pairs of readings that no one clock depends on: ${untouched} were not tried together.`] : []), ...(both.length > MOST_PAIRS ? [`Pairs of readings of one clock: ${both.length - MOST_PAIRS} of ${both.length} were not tried.`] : []), ...(readings.length > 2 ? ['Three or more readings changed together.'] : [])],
  };
}

function lookedAt({ settings = {} }: Procedure, { states, transitions }: Explored, paths: readonly Path[], tried: readonly Reading[]): readonly string[] {
  return [
    `${states.toLocaleString('en-GB')} situations a case can be in, ${transitions.size} routes.`,
    `${paths.length} ways from a way in to an end, each with every act on the last day its clock allows, begun on ${STARTS.length} different days.`,
    ...(tried.length > 0 ? [`${tried.length} other readings and pairs of readings, along the ways on which clocks had least time.`] : Object.keys(settings).length > 0 ? ['The readings that are set; no others.'] : []),
  ];
}

/** Problems first, then as they stand in the procedure. */
function inOrder(procedure: Procedure, findings: readonly VerifyFinding[]): readonly VerifyFinding[] {
  const order = ['timescales', 'transitions', 'stages', 'tasks', 'parties', 'rules', 'settings', 'closing'];
  const rank = ({ severity, pointer }: VerifyFinding): number => (severity === 'problem' ? 0 : 100) + order.indexOf(pointer.split('/')[1] ?? '');
  const place = ({ pointer }: VerifyFinding): number => { const [, section = '', key = ''] = pointer.split('/'); return Object.keys((procedure as unknown as Record<string, object | undefined>)[section] ?? {}).indexOf(key); };
  return [...findings].sort((a, b) => rank(a) - rank(b) || place(a) - place(b) || (a.code < b.code ? -1 : 1));
}
