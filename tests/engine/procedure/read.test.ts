// Reading a procedure file: what is accepted, what an older file becomes, and how a refusal reads.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readProcedure } from '../../../engine/procedure/read.ts';

const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/procedures/${name}.json`, import.meta.url), 'utf8');

describe('a procedure file is read', () => {
  test('a valid file gives the procedure as it was written', () => {
    const read = readProcedure(fixture('small'));

    expect(read).toEqual({ ok: true, procedure: JSON.parse(fixture('small')) });
  });

  test('a file of format 0 is brought to format 1, and says so', () => {
    const read = readProcedure(fixture('format-0'));

    if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1));
    expect(read.migratedFrom).toBe(0);
    expect(read.procedure.label).toBe('Oldshire: serious incidents (invented)');
    expect(read.procedure.transitions[0]?.from).toEqual(['look']);
    expect(Object.keys(read.procedure.timescales ?? {})).toEqual(['note-due']);
  });
});
