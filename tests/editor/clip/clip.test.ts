// Copying stages and putting them down: in the same procedure, in another, and from a text that somebody else made.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { put } from '../../../editor/clip/put.ts';
import { readClip } from '../../../editor/clip/read.ts';
import { take, textOfClip } from '../../../editor/clip/take.ts';
import { words } from '../../../editor/clip/words.ts';
import { check } from '../../../engine/procedure/check.ts';
import { validateShape } from '../../../engine/procedure/read.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { thirteen } from '../../fixtures/editor/thirteen.ts';

const shipped = readdirSync('procedures', { withFileTypes: true }).filter((each) => each.isDirectory()).map(({ name }): readonly [string, Procedure] => [name, JSON.parse(readFileSync(`procedures/${name}/procedure.json`, 'utf8')) as Procedure]);
const here = { copies: false } as const;
const sections = (procedure: Procedure): readonly string[] => check(procedure).filter(({ severity, code }) => severity === 'problem' && /^P-0[45]/.test(code)).map((each) => each.words);

describe('stages taken and put down', () => {
  test('bring what is done in them, its clocks and the routes between them, under names of their own', () => {
    const clip = take(thirteen, ['notify', 'set-up']);
    const { procedure, made, lost } = put(clip, thirteen, { copies: true });
    expect(lost).toEqual([]);
    expect(made).toEqual(['notify-2', 'set-up-2']);
    expect(procedure.stages['set-up-2']?.label).toBe(`${String(thirteen.stages['set-up']?.label)} (copy)`);
    const tasks = Object.values(procedure.tasks).filter((task) => task.in?.includes('notify-2'));
    expect(tasks.length).toBe(Object.values(thirteen.tasks).filter((task) => task.in?.includes('notify')).length);
    expect(procedure.transitions.filter((route) => route.from.includes('notify-2')).map((route) => route.to)).toEqual(['set-up-2']);
    expect(Object.keys(procedure.parties)).toEqual(Object.keys(thirteen.parties));
  });

  test('a group comes with all that lies in it', () => {
    const { procedure, made } = put(take(thirteen, ['statutory-case']), thirteen, { copies: true });
    const group = made[0] ?? '';
    expect(made).toHaveLength(1);
    expect(Object.values(procedure.stages).filter((stage) => stage.within === group).length).toBe(Object.values(thirteen.stages).filter((stage) => stage.within === 'statutory-case').length);
    expect(procedure.stages[procedure.stages[group]?.initial ?? '']?.within).toBe(group);
  });

  test('say what they could not bring: a clock counted from what is not here, citations of another source', () => {
    const empty: Procedure = { ...thirteen, id: 'elsewhere', stages: {}, transitions: [], tasks: {}, timescales: {}, questions: {}, rules: {}, forms: {}, doors: {}, parties: {}, sources: {}, layout: {} };
    const { procedure, lost } = put(take(thirteen, ['panel-meets']), empty, here);
    expect(Object.keys(procedure.stages)).toEqual(['panel-meets']);
    expect(validateShape(procedure)).toEqual([]);
    expect(lost.every((each) => /stayed behind|left out|came without/.test(each))).toBe(true);
  });

  test.each(shipped)('what %s has put into the next procedure names nothing that is not there', (name, from) => {
    const to = shipped[(shipped.findIndex(([each]) => each === name) + 1) % shipped.length]?.[1] ?? from;
    const before = new Set(sections(to));
    for (const stage of Object.keys(from.stages).filter((_, index) => index % 7 === 2)) {
      const { procedure } = put(take(from, [stage]), to, here);
      expect(validateShape(procedure).map((each) => each.words)).toEqual([]);
      expect(sections(procedure).filter((each) => !before.has(each))).toEqual([]);
    }
  }, 60_000);
});

describe('a text from the clipboard', () => {
  const text = textOfClip(take(thirteen, ['notify']));
  test('that a copy made is read back as it was', () => {
    const read = readClip(text);
    expect(read.ok && read.clip).toEqual(JSON.parse(JSON.stringify(take(thirteen, ['notify']))));
  });
  test.each([
    ['ordinary words', 'Please see attached', /no stages on the clipboard/],
    ['a newer format', text.replace('"caseway-parts": 1', '"caseway-parts": 2'), /P-009/],
    ['a dangerous name', text.replace('"notify"', '"constructor"'), /P-006/],
    ['an unknown part', text.replace('"kind"', '"shape"'), /P-0/],
    ['a cut off text', text.slice(0, -20), /P-002/],
    ['too large a text', text + ' '.repeat(3_000_000), /P-001/],
    ['a double name', text.replace('"from"', '"from": "a", "from"'), /P-007/],
  ])('%s is refused in words', (_, given, words) => {
    const read = readClip(given);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.words).toMatch(words);
  });
});

test.each([['task-or-form', 'the task or form “send alert”'], ['timescale', 'the clock “send alert”'], ['class', 'who may see “send alert”'], ['party', 'the person or body “send alert”']] as const)('what is not here is called as people call it: %s', (kind, said) => {
  expect(words.unnamed(kind, 'send-alert')).toBe(said);
});
