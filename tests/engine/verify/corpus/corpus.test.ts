// Seeded defects: a sample of each kind with `npm test`, all of them with `npm run corpus`, part by part. Which changes
// are defects an oracle says that shares nothing with verification; survivors are listed.
import { expect, test } from 'vitest';
import type { Procedure } from '../../../../engine/procedure/types.ts';
import { shipped, shippedAs } from '../shipped.ts';
import { alarmsOver, measured, type Measured } from './measure.ts';
import { mutantsOf, type Mutant } from './mutator.ts';
import { isDefect } from './oracle.ts';
import { variantsOf, writtenOtherwise } from './variants.ts';

/** What scripts/corpus.mjs asks for; nothing for the sample. */
interface Asked { readonly alarms?: boolean; readonly procedure?: string; readonly from?: number; readonly to?: number; readonly every?: number }
const asked = JSON.parse(process.env['CASEWAY_CORPUS'] ?? 'null') as Asked | null;

const defects = shipped.flatMap((was) => mutantsOf(was).filter((mutant) => isDefect(was, mutant)).map((mutant) => [was, mutant] as const));
const kinds = [...new Set(defects.map(([, { kind }]) => kind))];

/** One of each kind, from procedures that are small. */
function sample(): readonly (readonly [Procedure, Mutant])[] {
  const small = defects.filter(([{ id }]) => id === 'tower-hamlets' || id === 'bath-and-north-east-somerset');
  return kinds.flatMap((kind) => small.filter(([, mutant]) => mutant.kind === kind).filter((_, index) => index % 9 === 0).slice(0, 1));
}

const survivorsOf = (results: readonly Measured[]): readonly string[] => results.filter(({ found }) => !found).map(({ procedure, kind, words }) => `${procedure}, ${kind}: ${words}`);
const byKind = (results: readonly Measured[]): Readonly<Record<string, readonly [number, number]>> => Object.fromEntries(kinds.flatMap((kind) => { const own = results.filter((one) => one.kind === kind); return own.length === 0 ? [] : [[kind, [own.filter(({ found }) => found).length, own.length] as const]]; }));
const unacceptedIn = (results: readonly Measured[]): number => results.reduce((sum, { unaccepted }) => sum + unaccepted, 0);
/** For scripts/corpus.mjs, which adds up. */
const say = (came: object): void => console.log(`\nCORPUS ${JSON.stringify(came)}\n`);

if (asked === null) sampled();
else if (asked.alarms) falseAlarms();
else aPart(asked);

function sampled(): void {
  test(`the corpus holds at least 200 defects of every kind (${defects.length})`, () => {
    expect(defects.length).toBeGreaterThanOrEqual(200);
    expect(kinds.length).toBe(9);
  });

  test('of a sample, each is found, and every example is accepted by the engine', { timeout: 600_000 }, () => {
    const results = sample().map(([was, mutant]) => measured(was, mutant));
    expect(survivorsOf(results)).toEqual([]);
    expect(unacceptedIn(results)).toBe(0);
  });

  test('a procedure written otherwise says what it said', { timeout: 600_000 }, () => {
    const town = shippedAs('tower-hamlets');
    for (const variant of variantsOf(town)) expect(alarmsOver(town, variant).alarms).toEqual([]);
  });

  test('the measure can fail: a change that is no defect is not found, and one that is told is an alarm', () => {
    const was = shippedAs('tower-hamlets');
    expect(measured(was, { kind: 'loop added', at: '', words: 'nothing', procedure: writtenOtherwise(was) }).found).toBe(false);
    expect(alarmsOver(was, { ...was, transitions: was.transitions.filter(({ id }) => id !== 'new-facts-known') }).alarms.length).toBeGreaterThan(0);
  });
}

function falseAlarms(): void {
  test('false alarms over the procedures and what means the same', { timeout: 3_600_000 }, () => {
    const over = shipped.flatMap((was) => variantsOf(was).map((variant) => alarmsOver(was, variant)));
    const [alarms, findings] = [over.flatMap((one) => one.alarms), over.reduce((sum, one) => sum + one.findings, 0)];
    say({ alarms: alarms.length, findings });
    expect(alarms).toEqual([]);
  });
}

function aPart({ procedure = '', from = 1, to = Infinity, every = 1 }: Asked): void {
  test('a part of the corpus', { timeout: 3_600_000 }, () => {
    const own = defects.filter(([{ id }]) => procedure === '' || id === procedure).filter((_, index) => index % every === 0);
    const results = own.slice(from - 1, to ?? Infinity).map(([was, mutant]) => measured(was, mutant));
    say({ of: own.length, kinds: byKind(results), survivors: survivorsOf(results), unaccepted: unacceptedIn(results) });
    expect(unacceptedIn(results)).toBe(0);
  });
}
