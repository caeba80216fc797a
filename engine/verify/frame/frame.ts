// A local procedure held against the fixed points of the national frame that it says it follows: what is missing,
// later, weaker or counted otherwise, with the source on both sides. The edition is the one that the procedure names
// as its law. It advises; it never edits.
import { compile, type CompiledProcedure } from '../../case/index.ts';
import { partyLabel, textOf } from '../../case/words.ts';
import { amountWords, bounds, dayWords, parseDay, type Count, type Day } from '../../time/index.ts';
import type { CivilDate, Id, Procedure, Timescale, Unit } from '../../procedure/types.ts';
import { coverOf, type FrameCriterion } from './criteria.ts';
import { tokens } from '../compare/steps.ts';
import { kindOf } from '../findings/clock-claims.ts';
import type { EventKind } from '../findings/vocabulary.ts';
import { clockWords, resolved, taskWords } from '../findings/words.ts';

export interface FrameEdition { readonly id: Id; readonly label: string; /** How procedures name it. */ readonly named: readonly string[]; readonly from: CivilDate; readonly until?: CivilDate }
export interface FramePoint {
  readonly id: Id;
  readonly label: string;
  readonly editions: readonly Id[];
  /** Words that its task is about, and of those it goes to. */
  readonly about: readonly string[];
  readonly to: readonly string[];
  readonly duty: boolean;
  readonly clock?: { readonly direction: 'within' | 'at-least-before'; readonly amount: number; readonly unit: Unit; readonly from: EventKind };
  readonly source: string;
}
export interface Frame { readonly format: 1; readonly id: Id; readonly label: string; readonly note: string; readonly editions: readonly FrameEdition[]; readonly points: readonly FramePoint[]; readonly criteria?: readonly FrameCriterion[] }

export type Standing = 'kept' | 'missing' | 'without a clock' | 'later' | 'weaker' | 'counted otherwise' | 'narrower';
export interface PointFinding {
  readonly point: Id; readonly label: string; readonly standing: Standing;
  readonly words: string;
  /** What is done here, and what the frame says, each in words by itself; absent where there is nothing. */
  readonly here?: string; readonly framed?: string;
  /** That it is about which incidents fall under a duty. */
  readonly criterion?: true;
  /** The task that stands for it here, and the clock. */
  readonly task?: Id; readonly timescale?: Id; readonly pointer?: string;
  readonly source: string; readonly cites: readonly string[];
}
export interface AgainstFrame { readonly edition?: FrameEdition; readonly findings: readonly PointFinding[]; /** Said when no edition is named or held. */ readonly words: string }

/** Holds a procedure against the frame. */
export function againstFrame(frame: Frame, procedure: Procedure): AgainstFrame {
  const law = textOf(procedure.edition.law) ?? '';
  const edition = frame.editions.find(({ named }) => named.some((name) => law.includes(name)));
  if (!edition) return { findings: [], words: `The procedure names “${law}” as its law. The frame holds ${frame.editions.map(({ label }) => label).join(' and ')}, so nothing was compared.` };
  const compiled = compile(procedure);
  const points = frame.points.filter(({ editions }) => editions.includes(edition.id)).map((point) => standingOf(compiled, point));
  const criteria = (frame.criteria ?? []).filter(({ editions }) => editions.includes(edition.id)).map((one) => criterionOf(procedure, one, points.find(({ point }) => point === one.point)?.task));
  const findings = [...points, ...criteria];
  return { edition, findings, words: `Held against ${findings.length} fixed points of ${edition.label}: ${findings.filter(({ standing }) => standing === 'kept').length} kept.${inForceWords(edition, procedure)}` };
}

/** Said where the procedure takes effect on a day on which the edition that it names was not in force. */
function inForceWords({ label, from, until }: FrameEdition, { edition }: Procedure): string {
  const day = edition.from;
  if (day === undefined) return ` The procedure does not say from when it applies; ${label} was published on ${dated(from)}${until === undefined ? '' : ` and stood until ${dated(until)}`}.`;
  if (day >= from && (until === undefined || day <= until)) return '';
  return ` The procedure applies from ${dated(day)}; ${label} stood ${until === undefined ? `from ${dated(from)}` : `from ${dated(from)} to ${dated(until)}`}.`;
}

const dated = (date: CivilDate): string => dayWords(parseDay(date) ?? 0);

function criterionOf(procedure: Procedure, criterion: FrameCriterion, task: Id | undefined): PointFinding {
  const { standing, words, rule } = coverOf(procedure, criterion, task);
  return { point: criterion.id, label: criterion.label, criterion: true, standing, words, ...(rule !== undefined && { here: `“${textOf(procedure.rules?.[rule]?.label) ?? rule}”` }), source: criterion.source, cites: rule === undefined ? [] : (procedure.rules?.[rule]?.cites ?? []), ...(rule !== undefined && { pointer: `/rules/${rule}` }) };
}

function standingOf(compiled: CompiledProcedure, point: FramePoint): PointFinding {
  const task = taskFor(compiled, point);
  const base = { point: point.id, label: point.label, source: point.source, ...(point.clock && { framed: frameWords(point.clock) }) };
  if (task === undefined) return { ...base, standing: 'missing', cites: [], words: `${point.label}: nothing here does that. (${point.source})` };
  const { procedure } = compiled;
  const found = { ...base, task, pointer: `/tasks/${task}`, cites: procedure.tasks[task]?.cites ?? [], here: taskWords(procedure, task) };
  if (!point.clock) return { ...found, standing: 'kept', words: `${point.label}: ${taskWords(procedure, task)}.` };
  const clocks = [...compiled.timescales.values()].filter(({ timescale, amount }) => timescale.for === task && amount === 'fixed');
  if (clocks.length === 0) return { ...found, standing: 'without a clock', words: `${point.label}: ${taskWords(procedure, task)} has no clock; the frame says ${frameWords(point.clock)}. (${point.source})` };
  const judged = clocks.map(({ id, timescale }) => ({ id, timescale, standing: clockStanding(compiled, id, timescale, point.clock as Clock) })).sort((a, b) => rank(a.standing) - rank(b.standing));
  const [best] = judged as [typeof judged[number], ...typeof judged];
  const said = `${taskWords(procedure, task)} counts ${clockWords(compiled, best.timescale)}; the frame says ${frameWords(point.clock)}.`;
  return { ...found, timescale: best.id, here: `${taskWords(procedure, task)}: ${clockWords(compiled, best.timescale)}`, pointer: `/timescales/${best.id}`, cites: best.timescale.cites ?? found.cites, standing: best.standing, words: best.standing === 'kept' ? `${point.label}: kept. ${said}` : `${point.label}: ${best.standing}. ${said} (${point.source})` };
}

type Clock = NonNullable<FramePoint['clock']>;
const order: readonly Standing[] = ['kept', 'weaker', 'counted otherwise', 'later'];
const rank = (standing: Standing): number => order.indexOf(standing);
const frameWords = ({ direction, amount, unit, from }: Clock): string => `${direction === 'within' ? 'within' : 'at least'} ${amountWords(amount, unit)} ${direction === 'within' ? 'of' : 'before'} the ${from}`;

/** Days on which both are counted; working and calendar days come apart on some of them. */
const DAYS: readonly Day[] = ['2026-09-07', '2026-09-11', '2026-12-21', '2027-03-25'].map((day) => parseDay(day) ?? 0);

function clockStanding(compiled: CompiledProcedure, id: Id, timescale: Timescale, clock: Clock): Standing {
  const count = compiled.timescales.get(id)?.count;
  if (!count || count.direction !== clock.direction) return 'counted otherwise';
  if (kindOf(compiled.procedure, resolved(compiled, timescale.from)) !== clock.from) return 'counted otherwise';
  const own = DAYS.map((day) => bounds(count, { day }).latest ?? 0);
  const framed = DAYS.map((day) => bounds({ ...count, amount: clock.amount, unit: clock.unit, roll: 'none' } satisfies Count, { day }).latest ?? 0);
  if (own.some((latest, index) => latest > (framed[index] ?? 0))) return 'later';
  return timescale.basis === 'aim' || timescale.basis === 'normally' || timescale.strength === 'should' ? 'weaker' : 'kept';
}

/** The task whose recipients and words are most like the point's; undefined where none goes to them. */
function taskFor({ procedure, timescales }: CompiledProcedure, { about, to, clock }: FramePoint): Id | undefined {
  const [said, sent] = [new Set(about.flatMap(tokens)), new Set(to.flatMap(tokens))];
  const scored = Object.entries(procedure.tasks).map(([id, task]) => {
    const recipients = [...(task.to ?? []).flatMap((one) => (typeof one === 'string' ? [one, partyLabel(procedure, one)] : [])), ...ruledTo(procedure, id)];
    const goes = recipients.flatMap(tokens).filter((word) => sent.has(word)).length;
    const words = tokens(textOf(task.label) ?? '').filter((word) => said.has(word)).length;
    const timed = [...timescales.values()].some(({ timescale, count }) => timescale.for === id && clock && count.direction === clock.direction && kindOf(procedure, timescale.from) === clock.from);
    return { id, score: task.shape === 'exchange' && goes > 0 && words > 0 ? Math.min(goes, 2) + words + (timed ? 2 : 0) : 0 };
  });
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best && best.score > 0 ? best.id : undefined;
}

const ruledTo = (procedure: Procedure, task: Id): readonly string[] => Object.values(procedure.rules ?? {}).flatMap(({ then }) => ('require' in then && 'recipients' in then.require && then.require.of === task ? then.require.recipients.flatMap((id) => [id, partyLabel(procedure, id)]) : []));
