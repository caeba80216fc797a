// Whether those who decide together have agreed: how many must, who of them, what an abstention or an absence does, who
// has the casting vote, and what follows when everybody has spoken and nothing is agreed. It judges no rules.
import type { Id, Procedure, Task } from '../procedure/types.ts';
import { grouped } from './plans.ts';
import type { View } from './types.ts';

type Agreement = NonNullable<Task['agreement']>;

/** Those whose views make the decision: a body stands for the seats it has. `as`: who acts, where the task names nobody. */
export function votersOf({ parties }: Procedure, { agreement, by }: Task, as: readonly Id[]): readonly Id[] {
  return [...new Set((agreement?.of ?? by ?? as).flatMap((id) => parties[id]?.seats ?? [id]))];
}

/** A view that takes sides; who abstains or is absent has spoken and takes none. */
export const takesSides = ({ options }: View): boolean => options.length > 0;

/** The options on which enough have agreed; undefined while that may still come, or where nothing follows when it cannot. */
export function agreedOn({ agreement = { by: 'one' } }: Task, voters: readonly Id[], views: readonly View[]): readonly Id[] | undefined {
  const spoken = views.filter(({ party }) => voters.includes(party));
  const cast = spoken.filter(takesSides);
  const all = spoken.length === voters.length;
  const sides = [...grouped(cast, ({ options }) => [[...options].sort().join(' ')]).values()];
  const needed = votesNeeded(agreement, all && agreement.counted === 'votes' ? cast.length : voters.length);
  const winner = sides.find((side) => side.length >= needed && hasNamed(agreement, side));
  if (winner) return winner[0]?.options;
  return all ? withoutWinner(agreement, sides, views) : undefined;
}

function votesNeeded({ by }: Agreement, of: number): number {
  if (typeof by === 'number') return by;
  return by === 'one' ? 1 : by === 'all' ? Math.max(of, 1) : Math.floor(of / 2) + 1;
}

/** Those without whom nothing is agreed are among them. */
const hasNamed = ({ named = [] }: Agreement, side: readonly View[]): boolean => named.every((id) => side.some(({ party }) => party === id));

/** Everybody has spoken: a tie goes to the casting vote, anything else to what the procedure says follows. */
function withoutWinner(agreement: Agreement, sides: readonly (readonly View[])[], views: readonly View[]): readonly Id[] | undefined {
  if (agreement.casting !== undefined && isTied(sides)) {
    const casting = views.find(({ party }) => party === agreement.casting);
    if (!casting) return undefined;
    const side = sides.find(([first]) => first && sameOptions(first, casting));
    if (side && hasNamed(agreement, side)) return casting.options;
  }
  return agreement.otherwise === undefined ? undefined : [agreement.otherwise];
}

const sameOptions = (one: View, other: View): boolean => [...one.options].sort().join(' ') === [...other.options].sort().join(' ');

function isTied(sides: readonly (readonly View[])[]): boolean {
  const most = Math.max(...sides.map((side) => side.length));
  return sides.filter((side) => side.length === most).length > 1;
}
