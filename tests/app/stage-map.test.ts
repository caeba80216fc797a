// The small diagram: every stage once, in the order of the flow, with what has become of it.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BOX, mapLayout } from '../../app/cases/now/mapLayout.ts';
import { marks, stageFlow } from '../../app/cases/now/stageFlow.ts';
import type { Case } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';

const folder = new URL('../../procedures/', import.meta.url);
const slugs = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
const read = (slug: string) => JSON.parse(readFileSync(new URL(`${slug}/procedure.json`, folder), 'utf8')) as Procedure;

/** a, then b and c at the same time, then d or e. */
const small = {
  doors: { in: { label: 'In', by: [], to: ['a'] } },
  stages: { a: { kind: 'alert', label: 'A' }, both: { kind: 'other', label: 'Both', parallel: true }, b: { kind: 'panel', label: 'B', within: 'both' }, c: { kind: 'panel', label: 'C', within: 'both' }, d: { kind: 'review', label: 'D' }, e: { kind: 'other', label: 'E', final: true } },
  transitions: [
    { id: 'go', from: ['a'], on: { done: 'x' }, to: 'both' }, { id: 'b-ends', from: ['b'], on: { done: 'y' } }, { id: 'c-ends', from: ['c'], on: { done: 'z' } },
    { id: 'on', from: ['both'], on: { ended: 'both' }, to: 'd' }, { id: 'off', from: ['a'], on: { done: 'w' }, to: 'e' },
  ],
} as unknown as Procedure;
const at = (stages: readonly string[], been: readonly string[]) => ({ stages, visits: [...been, ...stages].map((stage) => ({ stage, entered: 0 })) }) as unknown as Case;

describe('the small diagram', () => {
  test('stages follow one another through groups and their ends', () => {
    const { follows } = stageFlow(small);
    expect(follows.get('a')).toEqual(['b', 'c', 'e']);
    expect(follows.get('b')).toEqual(['d']);
    expect(follows.get('d')).toEqual([]);
  });
  test('done, now, next, later and not taken are told apart', () => {
    const flow = stageFlow(small);
    expect(Object.fromEntries(marks(flow, at(['a'], [])))).toEqual({ a: 'now', b: 'next', c: 'next', d: 'later', e: 'next' });
    expect(Object.fromEntries(marks(flow, at(['both', 'b', 'c'], ['a'])))).toEqual({ a: 'done', b: 'now', c: 'now', d: 'next', e: 'not-taken' });
  });
  test.each(slugs)('%s: every stage has one box of its own', (slug) => {
    const flow = stageFlow(read(slug));
    const { boxes } = mapLayout(flow);
    expect(new Set(flow.order).size).toBe(flow.order.length);
    expect(new Set([...boxes.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(flow.order.length);
  });
  test.each(slugs)('%s: no line leaves the picture', (slug) => {
    const layout = mapLayout(stageFlow(read(slug)));
    for (const { path } of layout.lines) {
      for (const across of [...path.matchAll(/H(-?[\d.]+)/g)].map((one) => Number(one[1]))) expect(across >= 0 && across <= layout.width).toBe(true);
      for (const down of [...path.matchAll(/V(-?[\d.]+)/g)].map((one) => Number(one[1]))) expect(down >= 0 && down <= layout.height + BOX.gapY).toBe(true);
    }
  });
});
