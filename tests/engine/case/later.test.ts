// A deadline told at one moment and looked at later says what it would say if it were told then, as long as nothing
// happened: the same case, told anew at the later moment, is the judge.
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, deadlines, laterDeadline, versionsOf, walk } from '../../../engine/index.ts';
import type { Walkthrough } from '../../../engine/index.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';

const root = new URL('../../../', import.meta.url);
const json = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, root), 'utf8')) as T;
const DAY = 86_400_000;
let compared = 0;

describe.each(readdirSync(new URL('procedures/', root)))('%s', (slug) => {
  const compiled = compile(json<Procedure>(`procedures/${slug}/procedure.json`), { version: 1 });
  const versions = versionsOf([compiled]);
  const walkthrough = json<Walkthrough>(`examples/${slug}/walkthrough.json`);

  test('state, lateness and day n of N some time later are those of the case told anew then', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: walkthrough.steps.length }), fc.integer({ min: 0, max: 400 * DAY }), (steps, wait) => {
      const held = walk({ ...walkthrough, steps: walkthrough.steps.slice(0, steps) }, versions).case;
      if (held === undefined) return;
      const then = held.asOf + wait;
      const anew = new Map(deadlines(versions, held, then).map((one) => [`${one.timescale}/${one.recipient ?? ''}/${one.task}`, one]));
      for (const told of deadlines(versions, held, held.asOf)) {
        const after = anew.get(`${told.timescale}/${told.recipient ?? ''}/${told.task}`);
        if (after === undefined || told.latest !== after.latest || told.sentence !== after.sentence || !['due', 'overdue'].includes(told.state) || !['due', 'overdue'].includes(after.state)) continue;
        compared += 1;
        const { state, lateWords, day, days } = after;
        expect(laterDeadline(compiled, told, then)).toEqual(JSON.parse(JSON.stringify({ state, lateWords, day, days })));
      }
    }), { numRuns: 60 });
  });
});

test('the comparison was made many times', () => {
  expect(compared).toBeGreaterThan(100);
});

test('what waits for a date, or has none, is given back as it was', () => {
  const [slug = ''] = readdirSync(new URL('procedures/', root));
  const compiled = compile(json<Procedure>(`procedures/${slug}/procedure.json`), { version: 1 });
  const [timescale = ''] = compiled.timescales.keys();
  expect(laterDeadline(compiled, { timescale, state: 'pending' }, 1)).toEqual({ state: 'pending' });
  expect(laterDeadline(compiled, { timescale: 'of-another-procedure', state: 'due', latest: 0 }, 1)).toEqual({ state: 'due' });
});
