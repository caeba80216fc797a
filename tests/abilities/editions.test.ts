// Editions and variants, clause by clause, each on an invented procedure.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, versionsOf } from '../../engine/case/compile.ts';
import { tasks } from '../../engine/case/tasks.ts';
import type { Command, CommandBody } from '../../engine/case/types.ts';
import { perform } from '../../engine/case/perform.ts';
import { check } from '../../engine/procedure/check.ts';
import { WORDED } from '../../engine/procedure/language.ts';
import { differences } from '../../engine/procedure/differences/index.ts';
import type { Procedure, Scalar } from '../../engine/procedure/types.ts';
import { answers, at, Story } from '../fixtures/engine/acting.ts';
import { begun, clockOf } from '../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from '../engine/case/clockwork.ts';

const base = procedureWith({ report: fiveDays });
const opening = (values: Parameters<typeof answers>[0]): Command => ({ type: 'openCase', id: 'open', salt: 's', case: 'c', reference: 'IN-1', door: 'front', answers: answers(values) });
const acting = { now: at('2026-12-07T09:00'), role: 'manager', person: 'A.B.' };

test('an edition is for the cases it says, tested on a stated fact: another is refused, one of which it is not known comes in', () => {
  const edition: Procedure['edition'] = { words: 'Second edition', law: 'None', appliesWhen: { '>=': [{ var: 'aware' }, '2026-04-01'] } };
  const versions = versionsOf([compile({ ...base, edition }, { version: 2 })]);
  const old = perform(versions, [], opening({ aware: '2026-03-31' }), acting);
  expect(old.ok ? undefined : old.refusal).toMatchObject({ code: 'forbidden', words: expect.stringContaining('“Second edition” is for cases of which this is true') });
  expect(perform(versions, [], opening({ aware: '2026-04-01' }), acting).ok).toBe(true);
  expect(perform(versions, [], opening({}), acting).ok).toBe(true);
});

test('a text that was superseded is told, with everything that still cites it', () => {
  const cites = ['old#1'];
  const procedure: Procedure = { ...base, sources: { old: { title: 'Guidance of 2018', supersededOn: '2023-12-15' }, now: { title: 'Guidance of 2023' } }, tasks: { ...base.tasks, write: { ...base.tasks['write'], cites } as Procedure['tasks'][string], copy: { ...base.tasks['copy'], cites: ['now#2'] } as Procedure['tasks'][string] } };
  expect(check(procedure).filter(({ code }) => code === 'P-129').map(({ pointer, found, severity }) => [pointer, found, severity])).toEqual([['/tasks/write/cites/0', 'Guidance of 2018, superseded on Fri 15 Dec 2023', 'finding']]);
});

test('one file serves several partnerships: a variant chooses who leads and how long it takes', () => {
  const variant = (id: string, values: readonly Scalar[]): NonNullable<Procedure['settings']>[string] => ({ label: id, scope: 'procedure', kind: 'variant', default: values[0] as Scalar, choices: values.map((value) => ({ value, label: String(value) })) });
  const lead = (value: string) => ({ '==': [{ setting: 'area' }, value] }) as const;
  const procedure: Procedure = {
    ...base, settings: { ...base.settings, area: variant('Area', ['north', 'south']), days: variant('Days', [5, 10]) },
    tasks: { ...base.tasks, lead: { shape: 'exchange', label: 'Tell the lead', by: ['manager'], to: [], expects: 'nothing' } },
    rules: { north: { if: lead('north'), then: { require: { recipients: ['health'], of: 'lead' } }, strength: 'must' }, south: { if: lead('south'), then: { require: { recipients: ['police'], of: 'lead' } }, strength: 'must' } },
    timescales: { report: { ...fiveDays, amount: { setting: 'days' } } },
  };
  const inArea = (area: string, days: number): readonly unknown[] => {
    const story = new Story(versionsOf([compile(procedure, { version: 1, settings: { area, days } })]));
    story.does('manager', { type: 'openCase', case: 'c', reference: 'IN-1', door: 'front', answers: answers({ aware: '2026-12-07' }) }, { now: '2026-12-07T09:00' });
    return [tasks(story.versions, story.case, story.now).find(({ id }) => id === 'lead')?.required.recipients, clockOf(story, 'report', '2026-12-07T10:00')?.date];
  };
  expect([inArea('north', 5), inArea('south', 10)]).toEqual([[['health'], '2026-12-14'], [['police'], '2026-12-21']]);
});

test('every text may be given in a second language: the file keeps both, and a change of one is told', () => {
  const label = { en: 'Write the report', cy: 'Ysgrifennu’r adroddiad' };
  const procedure: Procedure = { ...base, tasks: { ...base.tasks, write: { ...base.tasks['write'], label } as Procedure['tasks'][string] } };
  const story = begun(procedure, '2026-12-07T09:00');
  story.does('manager', { type: 'sendExchange', task: 'send-alert' });
  expect(tasks(story.versions, story.case, story.now).find(({ id }) => id === 'write')?.label).toBe('Write the report');
  const reworded: Procedure = { ...procedure, tasks: { ...procedure.tasks, write: { ...procedure.tasks['write'], label: { ...label, cy: 'Llunio’r adroddiad' } } as Procedure['tasks'][string] } };
  expect(differences(procedure, reworded).map(({ words }) => words).join('\n')).toContain('Llunio’r adroddiad');
});

describe('a procedure read in its second language', () => {
  const label = { en: 'Write the report', cy: 'Ysgrifennu’r adroddiad' };
  const procedure: Procedure = {
    ...base, stages: { ...base.stages, review: { ...base.stages['review'], label: { en: 'Review', cy: 'Adolygiad' } } as Procedure['stages'][string] },
    parties: { ...base.parties, manager: { kind: 'role', title: { en: 'Manager', cy: 'Rheolwr' } } },
    tasks: { ...base.tasks, write: { ...base.tasks['write'], label } as Procedure['tasks'][string] },
  };
  const told = (language?: string): Story => {
    const story = new Story(versionsOf([compile(procedure, { version: 1, ...(language !== undefined && { language }) })]));
    story.does('manager', opening({ aware: '2026-12-07' }) as CommandBody, { now: '2026-12-07T09:00', id: 'open' });
    story.does('manager', { type: 'sendExchange', task: 'send-alert' }, { id: 'sent' });
    return story;
  };
  const write = (story: Story) => tasks(story.versions, story.case, story.now).find(({ id }) => id === 'write');

  test('says its stages, tasks, parties and refusals in it, and what is not given in it as it is', () => {
    const story = told('cy');
    expect([write(story)?.label, write(story)?.stageLabel, write(story)?.doers[0]?.label]).toEqual(['Ysgrifennu’r adroddiad', 'Adolygiad', 'Rheolwr']);
    expect(story.isRefused('police', { type: 'completeTask', task: 'write' })).toMatchObject({ words: expect.stringContaining('Ysgrifennu’r adroddiad'), missing: [{ label: 'Rheolwr' }] });
    expect(tasks(story.versions, story.case, story.now).find(({ id }) => id === 'send-alert')?.label).toBe('Send the alert');
  });

  test('is the same version, and its cases are the same', () => {
    const [welsh, english] = [told('cy'), told()];
    expect(welsh.case.procedure).toEqual(english.case.procedure);
    expect(welsh.case.events.map(({ hash }) => hash)).toEqual(english.case.events.map(({ hash }) => hash));
    expect(write(english)?.label).toBe('Write the report');
  });

  test('knows every part of the format that is words', () => {
    const found: Record<'one' | 'list' | 'named', Set<string>> = { one: new Set(), list: new Set(), named: new Set() };
    const isText = (part: unknown): boolean => (part as { $ref?: string } | undefined)?.$ref === '#/$defs/Text';
    const look = (part: unknown): void => {
      if (typeof part !== 'object' || part === null) return;
      for (const [name, one] of Object.entries((part as { properties?: Record<string, { items?: unknown; additionalProperties?: unknown }> }).properties ?? {})) {
        if (isText(one)) found.one.add(name);
        if (isText(one.items)) found.list.add(name);
        if (isText(one.additionalProperties)) found.named.add(name);
      }
      Object.values(part).forEach(look);
    };
    look(JSON.parse(readFileSync(new URL('../../engine/procedure/procedure.schema.json', import.meta.url), 'utf8')));
    expect(Object.fromEntries(Object.entries(found).map(([kind, names]) => [kind, [...names].toSorted()]))).toEqual(WORDED);
  });
});
