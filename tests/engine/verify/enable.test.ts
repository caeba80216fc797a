// Why an act may not be done, and the least that would enable it: what is said is supplied exactly, and the act is
// accepted; with any one part left out, it is refused again.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compile, replay, versionsOf } from '../../../engine/case/index.ts';
import type { Folded } from '../../../engine/case/folded.ts';
import { walk } from '../../../engine/case/walkthrough.ts';
import type { Walkthrough } from '../../../engine/case/walkthrough-types.ts';
import { parseDateTime } from '../../../engine/time/index.ts';
import { tried, wouldEnable } from '../../../engine/verify/explain/enable.ts';
import { shippedAs } from './shipped.ts';

const folder = fileURLToPath(new URL('../../../examples/', import.meta.url));

test.each(['tower-hamlets', 'trafford', 'bath-and-north-east-somerset'])('%s: every task, at every step of a walkthrough', (id) => {
  const procedure = shippedAs(id);
  const compiled = compile(procedure);
  const versions = versionsOf([compiled]);
  const walkthrough: Walkthrough = JSON.parse(readFileSync(`${folder}${id}/${readdirSync(`${folder}${id}`).find((name) => name === 'walkthrough.json')}`, 'utf8'));
  const { events } = walk(walkthrough, versions);
  const counted = { enabled: 0, needs: 0, elsewhere: 0 };
  for (let length = 1; length <= events.length; length += 3) {
    const now = (events[length - 1]?.recorded ?? 0) + 60_000;
    const held = replay(versions, events.slice(0, length), now) as Folded;
    for (const [index, task] of Object.keys(procedure.tasks).entries()) {
      if ((index + length) % 4 !== 0) continue;
      const option = procedure.tasks[task]?.options?.[0]?.id;
      const asked = { task, as: Object.keys(procedure.parties)[index % 5] ?? '', now, ...(option !== undefined && { options: [option] }) };
      const result = wouldEnable(compiled, held, asked);
      if (result.enabled) { counted.enabled += 1; expect(tried(versions, compiled, held, asked, [])).toBeUndefined(); continue; }
      expect(result.words.length).toBeGreaterThan(15);
      if (!result.needs) { counted.elsewhere += 1; continue; }
      counted.needs += 1;
      expect(tried(versions, compiled, held, asked, result.needs)).toBeUndefined();
      for (const need of result.needs) expect(tried(versions, compiled, held, asked, result.needs.filter((one) => one !== need))?.code, `${task}: ${JSON.stringify(need)}`).toBeDefined();
    }
  }
  expect(counted.needs).toBeGreaterThan(1);
  expect(counted.elsewhere).toBeGreaterThan(3);
});

test('what is needed is said in words', () => {
  const compiled = compile(shippedAs('tower-hamlets'));
  const versions = versionsOf([compiled]);
  const walkthrough: Walkthrough = JSON.parse(readFileSync(`${folder}tower-hamlets/walkthrough.json`, 'utf8'));
  const { events } = walk({ ...walkthrough, steps: walkthrough.steps.slice(0, 1) }, versions);
  const now = parseDateTime('2027-06-01T09:00') ?? 0;
  const result = wouldEnable(compiled, replay(versions, events, now) as Folded, { task: 'discuss-incident', as: 'director', now });
  expect(result.words).toContain('to do it');
});
