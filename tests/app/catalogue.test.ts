// How procedures are counted and named in lists.
import { describe, expect, test } from 'vitest';
import { shortLabel, stageCount } from '../../app/procedures/catalogue.ts';
import { words } from '../../app/words.ts';
import type { Procedure } from '../../engine/procedure/types.ts';

describe('a procedure in a list', () => {
  test('counts the stages people work in: neither the groups that hold them nor the ends', () => {
    const stages: Procedure['stages'] = { reported: { kind: 'alert', label: 'Reported' }, review: { kind: 'review', label: 'Review' }, panel: { kind: 'panel', label: 'Panel', within: 'review' }, closed: { kind: 'other', label: 'Closed', final: true } };
    expect(stageCount({ stages })).toBe(2);
  });
  test('that is a copy says so in its short name, so that its version is not taken for the original’s', () => {
    const copy = words.procedures.copyName('Anytown: serious incidents');
    expect(copy).toBe('Anytown (your copy): serious incidents');
    expect(shortLabel(copy)).toBe('Anytown (your copy)');
    expect(words.procedures.copyName(copy)).toBe(copy);
    expect(words.procedures.copyName('Anytown')).toBe('Anytown (your copy)');
  });
});
