// Single changes of real logs: every one is found, at the right place. The places are told by what was done, not by the
// check that is tried.
import { expect, test } from 'vitest';
import { breakIn } from '../../app/trust/audit.ts';
import { verifyChain } from '../../engine/case/hash.ts';
import { walk } from '../../engine/case/walkthrough.ts';
import type { CaseEvent } from '../../engine/case/types.ts';
import { shippedWalkthroughs } from '../engine/case/shipped.ts';
import { chance, figure, pick, runs, seed } from './runs.ts';

const logs = shippedWalkthroughs().flatMap(({ walkthrough, versions }) => { const { events } = walk(walkthrough, versions); return events.length > 3 ? [events] : []; });

interface Mutation { readonly what: string; readonly events: readonly CaseEvent[]; /** Where the first fault must be told, from 1. */ readonly at: number }
type Mutate = (events: readonly CaseEvent[], index: number, random: () => number) => Mutation;

const put = (events: readonly CaseEvent[], index: number, change: object): readonly CaseEvent[] => events.map((event, at) => (at === index ? { ...event, ...change } as CaseEvent : event));
const flipped = (text: string): string => (text === '' ? 'x' : (text[0] === 'a' ? 'b' : 'a') + text.slice(1));
const field = (name: 'id' | 'case' | 'type' | 'digest' | 'previous' | 'hash'): Mutate => (events, index) => ({ what: name, events: put(events, index, { [name]: flipped(events[index]?.[name] ?? '') }), at: index + 1 });
const moment = (name: 'occurred' | 'recorded'): Mutate => (events, index, random) => ({ what: name, events: put(events, index, { [name]: (events[index]?.[name] ?? 0) + Math.ceil(random() * 86_400_000) }), at: index + 1 });
const mutations: readonly Mutate[] = [
  ...(['id', 'case', 'type', 'digest', 'previous', 'hash'] as const).map(field), moment('occurred'), moment('recorded'),
  (events, index) => ({ what: 'person', events: put(events, index, { actor: { ...events[index]?.actor, person: 'X.X.' } }), at: index + 1 }),
  (events, index) => ({ what: 'role', events: put(events, index, { actor: { ...events[index]?.actor, role: 'nobody' } }), at: index + 1 }),
  (events, index) => ({ what: 'on behalf of', events: put(events, index, { actor: { ...events[index]?.actor, onBehalfOf: 'somebody' } }), at: index + 1 }),
  (events, index) => ({ what: 'version', events: put(events, index, { procedure: { ...events[index]?.procedure, version: 99 } }), at: index + 1 }),
  (events, index) => ({ what: 'salt', events: put(events, index, { salt: `${events[index]?.salt}x` }), at: index + 1 }),
  (events, index) => ({ what: 'payload', events: put(events, index, { payload: { ...events[index]?.payload, added: true } }), at: index + 1 }),
  (events, index) => ({ what: 'emptied payload', events: put(events, index, { payload: {} }), at: index + 1 }),
  (events, index) => ({ what: 'taken out', events: events.toSpliced(index, 1), at: index + 1 }),
  (events, index) => ({ what: 'doubled', events: events.toSpliced(index, 0, ...events.slice(index, index + 1)), at: index + 2 }),
  (events, index) => { const at = Math.min(index, events.length - 2); return { what: 'swapped', events: events.toSpliced(at, 2, ...events.slice(at, at + 2).toReversed()), at: at + 1 }; },
  (events, index) => { const to = Math.max(index, 1); return { what: 'cut off', events: events.slice(0, to), at: to + 1 }; },
];

/** Makes `count` single changes, and tells those that were not found where they were made. */
function missed(count: number, check: (events: readonly CaseEvent[], row: { seq: number; head: string }) => number | undefined): readonly string[] {
  const random = chance(seed);
  return Array.from({ length: count }).flatMap(() => {
    const events = pick(random, logs);
    const index = Math.floor(random() * events.length);
    const mutation = pick(random, mutations)(events, index, random);
    if (mutation.what === 'cut off' && mutation.events.length === events.length) return [];
    if (mutation.what === 'emptied payload' && Object.keys(events[index]?.payload ?? {}).length === 0) return [];
    const found = check(mutation.events, { seq: events.length, head: events.at(-1)?.hash ?? '' });
    return found === mutation.at ? [] : [`${mutation.what} at ${mutation.at} told at ${found ?? 'no place'}`];
  });
}

test('single changes of a log are all found, at the right place', () => {
  const count = runs(1500);
  const found = missed(count, (events, row) => breakIn(events, row)?.position);
  figure(`${count} single changes of ${logs.length} logs (seed ${seed}): ${found.length} not found at the right place`);
  expect([...new Set(found)]).toEqual([]);
});

test('a check that looks at the links alone would be caught by this harness', () => {
  const links = (events: readonly CaseEvent[]): number | undefined => { const at = events.findIndex((event, index) => event.previous !== (events[index - 1]?.hash ?? '')); return at < 0 ? undefined : at + 1; };
  expect(missed(400, links).length).toBeGreaterThan(100);
});

test('the chain alone does not see an end that was cut off; the register line does', () => {
  const [events = []] = logs;
  expect(verifyChain(events.slice(0, -1)).ok).toBe(true);
  expect(breakIn(events.slice(0, -1), { seq: events.length, head: events.at(-1)?.hash ?? '' })).toMatchObject({ position: events.length });
});
