// Which of the expected acts were done: each is matched with the first accepted act of the same kind that no earlier
// one took, by the same role before by any other. Nothing is judged here (score.ts).
import { actKey } from './act-key.ts';
import type { ActEntry, ExpectedAct, Moment, Playbook } from './types.ts';

/** What was done of what was expected: the place of each match among the moments, from 0. */
export interface Matched {
  readonly done: ReadonlyMap<ExpectedAct, number>;
  /** Places of accepted acts that no expected one asks for. */
  readonly others: readonly number[];
}

interface Accepted { readonly place: number; readonly entry: ActEntry; readonly key: string }

/** Matches the moments of a way with the playbook's expected acts. */
export function matchedOf({ expected }: Pick<Playbook, 'expected'>, moments: readonly Moment[]): Matched {
  const free = new Map<string, Accepted[]>();
  for (const one of acceptedOf(moments)) free.set(one.key, [...(free.get(one.key) ?? []), one]);
  const done = new Map<ExpectedAct, number>();
  const take = (act: ExpectedAct, is: (one: Accepted) => boolean): void => {
    const same = free.get(act.key) ?? [];
    const found = same.find(is);
    if (!found) return;
    done.set(act, found.place);
    free.set(act.key, same.filter((one) => one !== found));
  };
  for (const act of expected) take(act, ({ entry }) => entry.role === act.act.as);
  for (const act of expected) if (!done.has(act)) take(act, () => true);
  return { done, others: [...free.values()].flat().map(({ place }) => place).toSorted((a, b) => a - b) };
}

function acceptedOf(moments: readonly Moment[]): readonly Accepted[] {
  return moments.flatMap(({ entry, refusal }, place) => (entry.kind === 'act' && !refusal ? [{ place, entry, key: actKey(entry.body) }] : []));
}

/** Expected acts that were not done yet, in the scenario's order. */
export function remainingOf(book: Pick<Playbook, 'expected'>, moments: readonly Moment[]): readonly ExpectedAct[] {
  const { done } = matchedOf(book, moments);
  return book.expected.filter((act) => !done.has(act));
}
