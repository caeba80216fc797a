// The pages around a case's tasks: who had which document in which variant, and dates for somebody's own calendar.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentsOf } from '../../app/cases/around/documents.ts';
import { whenOf } from '../../app/cases/around/caseDates.ts';
import { compile, versionsOf, walk } from '../../engine/index.ts';
import type { Walkthrough } from '../../engine/index.ts';
import type { Procedure } from '../../engine/procedure/types.ts';

const json = <T>(path: string): T => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as T;
const procedure = json<Procedure>('procedures/stockport/procedure.json');
const item = walk(json<Walkthrough>('examples/stockport/walkthrough.json'), versionsOf([compile(procedure, { version: 1 })])).case;

describe('documents', () => {
  const documents = item === undefined ? [] : documentsOf(procedure, item);
  test('each document of the procedure is named once, with what each variant leaves out', () => {
    expect(documents.map(({ id }) => id)).toEqual(Object.keys(procedure.documents ?? {}));
    expect(documents.find(({ id }) => id === 'terms-of-reference')?.variants).toEqual([{ id: 'full', leavesOut: [] }, { id: 'anonymised', leavesOut: ['identifying', 'third-party'] }]);
  });
  test('whoever had it is named with the variant, and every sending in the log is accounted for', () => {
    const told = documents.flatMap(({ had }) => had);
    expect(told.length).toBeGreaterThan(3);
    const sendings = (item?.events ?? []).filter((event) => event.type === 'exchangeSent' && procedure.tasks[String(event.payload['task'])]?.document !== undefined);
    expect(new Set(told.map(({ task, sending }) => `${task} ${sending}`)).size).toBe(sendings.length);
    for (const one of told) expect(procedure.parties[one.party]).toBeDefined();
  });
});
test('a day is a whole day, a moment lasts as long as it is given, and what is no date is left out', () => {
  expect(whenOf('2026-12-31', 1)).toEqual({ day: 20_818 });
  expect(whenOf('2026-12-31T10:00', 3_600_000)).toEqual({ from: Date.UTC(2026, 11, 31, 10), until: Date.UTC(2026, 11, 31, 11) });
  expect([whenOf(undefined, 1), whenOf('soon', 1)]).toEqual([undefined, undefined]);
});
