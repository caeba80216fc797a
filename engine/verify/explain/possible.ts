// What would make an act possible in a case, for a page: what the act itself needs where it is asked for or offered, and
// else the shortest way to where it is. Each part says whose it is.
import { recordOf } from '../../case/folded.ts';
import type { CommandBody } from '../../case/types.ts';
import { partyLabel } from '../../case/words.ts';
import type { Id } from '../../procedure/types.ts';
import { needWords, wouldEnable, type Enabled, type Need } from './enable.ts';
import type { Outlook } from './plans.ts';
import { wouldComeUp } from './start.ts';
import { happeningDoers, happeningWords } from './words.ts';

/** The act, in the role of whoever asks. */
export interface Act { readonly task: Id; readonly as: Id; readonly options?: readonly Id[]; readonly given?: CommandBody }
/** One thing that it takes, and whose it is. */
export interface Part { readonly words: string; readonly doers: readonly string[] }
export type Possible =
  /** It may be done as it is. */
  | { readonly kind: 'now' }
  /** `own`: what the act itself takes; `way`: what has to come about before it is asked for; `none`: nothing was found that would do. */
  | { readonly kind: 'own' | 'way' | 'none'; readonly why: string; readonly parts: readonly Part[] };

/** What would make an act possible, the least of it. */
export function wouldAllow(outlook: Outlook, act: Act): Possible {
  const enabled = leastOver(outlook, act);
  if (enabled.enabled) return { kind: 'now' };
  if (enabled.needs) return { kind: 'own', why: enabled.refusal.words, parts: enabled.needs.map((need) => partOf(outlook, act.task, need)) };
  const { held, compiled } = outlook.stand;
  const coming = recordOf(held, act.task)?.state === 'open' ? undefined : wouldComeUp(outlook, act.task);
  if (!coming || coming.there || !coming.needs) return { kind: 'none', why: coming && !coming.there ? coming.words : enabled.words, parts: [] };
  return { kind: 'way', why: enabled.refusal.words, parts: coming.needs.map((one) => ({ words: happeningWords(compiled.procedure, one), doers: happeningDoers(compiled, held, one) })) };
}

/** A decision of which no option is named: the option that needs least. */
function leastOver({ stand: { compiled, held, now } }: Outlook, { options, ...act }: Act): Enabled {
  const { shape, options: all = [] } = compiled.procedure.tasks[act.task] ?? {};
  const ask = (some: readonly Id[] | undefined): Enabled => wouldEnable(compiled, held, { ...act, now, ...(some && { options: some }) });
  if (shape !== 'decide' || options || act.given) return ask(options);
  const asked = all.map(({ id }) => ask([id]));
  const size = (one: Enabled): number => (one.enabled ? -1 : (one.needs?.length ?? Infinity));
  return asked.reduce((best, one) => (size(one) < size(best) ? one : best), asked[0] ?? ask([]));
}

function partOf({ stand: { compiled: { procedure } } }: Outlook, task: Id, need: Need): Part {
  const other = need.kind === 'first' ? (procedure.tasks[need.task]?.by ?? []) : [];
  return { words: needWords(procedure, need), doers: need.kind === 'first' && need.task !== task ? other.map((id) => partyLabel(procedure, id)) : [] };
}
