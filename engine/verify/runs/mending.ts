// What a refused act needs: a refusal says what is missing, and most of that can be supplied. An answer, a reason, a
// person at a meeting, a date that is late enough, another act before it, or facts on which the rule that refused does
// not hold. Undefined where nothing here would help; then the run ends and says so.
import { readClocks } from '../../case/clocks.ts';
import type { CompiledProcedure } from '../../case/index.ts';
import type { Folded } from '../../case/folded.ts';
import { scopeOf } from '../../case/scope.ts';
import type { Refusal } from '../../case/types.ts';
import { variantsFor } from '../../case/disclosure.ts';
import type { WalkthroughCommand, RawAnswer } from '../../case/walkthrough-types.ts';
import { minuteAfter } from './moments.ts';
import type { Id } from '../../procedure/types.ts';
import type { Instant } from '../../time/types.ts';
import { solve, type Witness } from '../criteria/solve.ts';
import { filled, type RunDates } from './filling.ts';

/** The act as it may be tried again, or what has to come before it. */
export type Mend =
  | { readonly kind: 'again'; readonly command: WalkthroughCommand; readonly as?: Id; readonly onBehalfOf?: Id }
  | { readonly kind: 'later'; readonly at: Instant }
  | { readonly kind: 'answers'; readonly answers: Readonly<Record<Id, RawAnswer>> }
  | { readonly kind: 'first'; readonly task: Id; readonly option?: Id };

export interface Refused { readonly compiled: CompiledProcedure; readonly held: Folded; readonly command: WalkthroughCommand; readonly refusal: Refusal; readonly dates: RunDates }

/** How a refused act could be done after all. */
export function mend(refused: Refused): Mend | undefined {
  const { refusal: { code, missing }, command, compiled: { procedure } } = refused;
  switch (code) {
    case 'missing-field':
      return withFields(refused);
    case 'quorum':
      return again(command, { meeting: { ...meetingOf(command), present: [...new Set([...meetingOf(command).present, ...missing.map(({ id }) => id)])] } });
    case 'missing-reason':
      return again(command, command.type === 'decide' ? { reasons: 'Reasons as discussed.' } : { reason: 'Reason as discussed.' });
    case 'missing-evidence':
      return again(command, { evidence: 'Reference 1' });
    case 'unknown-recipient':
      return withRecipients(refused);
    case 'not-anonymised':
      return withVariant(refused);
    case 'bad-date':
      return tooEarly(refused);
    case 'wrong-role': {
      const [role] = missing;
      return role && procedure.parties[role.id] ? { kind: 'again', command, as: role.id, ...(procedure.parties[role.id]?.outside && { onBehalfOf: role.id }) } : undefined;
    }
    case 'forced-option': case 'forbidden': case 'waits': case 'contradictory':
      return otherFacts(refused);
    default:
      return undefined;
  }
}

const again = (command: WalkthroughCommand, part: Readonly<Record<string, unknown>>): Mend => ({ kind: 'again', command: { ...command, ...part } });

function meetingOf(command: WalkthroughCommand): { readonly present: readonly Id[] } {
  const meeting = command['meeting'] as { readonly present: readonly Id[] } | undefined;
  return meeting ?? { present: [] };
}

function withFields({ compiled: { procedure }, command, refusal: { missing }, dates }: Refused): Mend | undefined {
  const fields = missing.filter(({ kind, id }) => kind === 'field' && procedure.questions[id]);
  if (fields.length === 0) return undefined;
  const added = Object.fromEntries(fields.map(({ id }) => [id, filled(procedure, id, dates)]));
  return again(command, { answers: { ...command.answers, ...added } });
}

/** Recipients that an answer names get that answer; else the exchange goes to the first agency there is. */
function withRecipients({ compiled: { procedure }, command, dates }: Refused): Mend | undefined {
  const task = procedure.tasks[String(command['task'])];
  const named = [...(task?.to ?? []).flatMap((to) => (typeof to === 'string' ? [] : [to.answer])), ...(typeof task?.per?.over === 'string' ? [task.per.over] : [])];
  const question = named.find((id) => command.answers?.[id] === undefined);
  if (question !== undefined) return again(command, { answers: { ...command.answers, [question]: filled(procedure, question, dates) } });
  const party = Object.keys(procedure.parties).find((id) => procedure.parties[id]?.kind === 'agency' && !procedure.parties[id]?.many);
  return party === undefined || command['recipients'] !== undefined ? undefined : again(command, { recipients: [party] });
}

function withVariant({ compiled: { procedure }, command }: Refused): Mend | undefined {
  const task = procedure.tasks[String(command['task'])];
  const variants = task ? variantsFor(procedure, task) : [];
  const next = variants[command['variant'] === undefined ? 0 : variants.indexOf(String(command['variant'])) + 1];
  return next === undefined ? undefined : again(command, { variant: next });
}

function tooEarly({ compiled, held, refusal: { missing }, dates }: Refused): Mend | undefined {
  const plan = compiled.timescales.get(missing[0]?.id ?? '');
  if (!plan) return undefined;
  const earliest = readClocks(compiled, held, plan.id).flatMap((clock) => clock.earliest ?? []).sort((a, b) => a - b).at(-1);
  const told = earliest !== undefined && earliest > dates.now ? earliest : undefined;
  return { kind: 'later', at: minuteAfter(told ?? dates.now + 24 * 3_600_000) };
}

/** Facts on which the rule that refused does not hold: an act to be done first, or answers. */
function otherFacts({ compiled, held, command, refusal: { rule }, dates }: Refused): Mend | undefined {
  const criterion = rule === undefined ? undefined : compiled.procedure.rules?.[rule]?.if;
  if (!criterion) return undefined;
  const scope = scopeOf(compiled, held, dates.now);
  const settled = (key: string): boolean | undefined => {
    const [name = '', argument = ''] = key.split(/:(.*)/s, 2);
    const truth = scope.predicate(name, argument.includes('.') ? argument.split('.') : argument);
    return truth === true ? true : name === 'entered' || name === 'at' || name === 'appointed' ? truth === false ? false : undefined : undefined;
  };
  const { witness } = solve(compiled.procedure, [{ criterion, want: false }], { fact: settled, settings: compiled.settings });
  return witness && applied(witness, held, command);
}

function applied({ answers, facts }: Witness, held: Folded, command: WalkthroughCommand): Mend | undefined {
  const told = Object.entries(answers).filter(([id, value]) => !sameAnswer(held, id, value));
  if (told.length > 0) {
    const raw = Object.fromEntries(told.map(([id, value]): [Id, RawAnswer] => [id, value ?? { status: 'unknown' }]));
    return command.type === 'takeTransition' ? { kind: 'answers', answers: raw } : { kind: 'again', command: { ...command, answers: { ...command.answers, ...raw } } };
  }
  const act = Object.entries(facts).find(([key, holds]) => holds && /^(done|taken):/.test(key))?.[0];
  if (act === undefined) return undefined;
  const [task = '', option] = act.slice(act.indexOf(':') + 1).split('.');
  return { kind: 'first', task, ...(option !== undefined && { option }) };
}

function sameAnswer({ answers }: Folded, id: Id, value: unknown): boolean {
  const held = answers[id];
  return value === undefined ? !held || !('value' in held) : held !== undefined && 'value' in held && JSON.stringify(held.value) === JSON.stringify(value);
}
