// The comparison that `npm run kscp` rests on: other ids are the same procedure, any other value is not.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Procedure } from '../../engine/procedure/types.ts';
import { coverage, underNames } from '../browser/drawing/same.ts';

const shipped = (name: string): string => readFileSync(new URL(`../../procedures/${name}/procedure.json`, import.meta.url), 'utf8');
const read = (text: string): Procedure => JSON.parse(text) as Procedure;
const kscp = read(shipped('kscp'));
/** The same procedure with other ids for a stage, a party, a decision, a question, a setting and a source. */
const others = (text: string): string => ['circulate-papers', 'case-summaries', 'business-manager', 'give-triage-advice', 'notified-on', 'numbered-days-unit'].reduce((now, id, at) => now.replaceAll(`"${id}"`, `"new-${at}"`), text).replaceAll('"ks#', '"new-source#').replace('"ks": {', '"new-source": {');

describe('a procedure drawn anew', () => {
  test('is the shipped one where only ids differ', () => {
    const made = read(others(shipped('kscp')));
    expect(made.stages).not.toHaveProperty('case-summaries');
    expect(coverage(made, kscp).differing).toEqual([]);
    expect(underNames(made, kscp)).toEqual(kscp);
  });

  test.each<readonly [string, (procedure: Procedure) => Procedure]>([
    ['a clock of another length', (procedure) => ({ ...procedure, timescales: { ...procedure.timescales, 'summary-return': { ...procedure.timescales?.['summary-return'], amount: 6 } as never } })],
    ['somebody else who does a stage', (procedure) => ({ ...procedure, stages: { ...procedure.stages, triage: { ...procedure.stages['triage'], owner: 'panel-chair' } as never } })],
    ['no rule', (procedure) => ({ ...procedure, rules: {} })],
    ['routes in another turn', (procedure) => ({ ...procedure, transitions: procedure.transitions.toReversed() })],
    ['one stage more', (procedure) => ({ ...procedure, stages: { ...procedure.stages, more: { kind: 'other', label: 'One more' } } })],
  ])('is another with %s', (_, change) => {
    expect(coverage(change(kscp), kscp).differing.length).toBeGreaterThan(0);
  });
});
