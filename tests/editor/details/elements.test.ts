// What the page of all parts does to a procedure: parts set and refused, elements added and taken out, who names whom.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../../../engine/procedure/edits/edit.ts';
import { validateShape } from '../../../engine/procedure/read.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { adding, elementsIn, guarded, removing, setting, usersOf } from '../../../editor/details/elements.ts';
import { collections, type Collection } from '../../../editor/details/words.ts';

const read = (name: string): Procedure => JSON.parse(readFileSync(new URL(`../../fixtures/procedures/${name}.json`, import.meta.url), 'utf8')) as Procedure;
const [small, everything] = [read('small'), read('everything')];
const after = (edit: Edit, before = small): Procedure => { const done = guarded(edit)(before); if (!done.ok) throw new Error(done.words); return done.procedure; };

describe('a part', () => {
  test('is set as the format allows, and anything else is refused in words that say what to do', () => {
    expect(after(setting(small, 'parties', 'chair', 'outside', true, 'Change the chair')).parties['chair']?.outside).toBe(true);
    const refused = guarded(setting(small, 'parties', 'chair', 'kind', 'ghost', 'Change the chair'))(small);
    expect(refused).toMatchObject({ ok: false, words: expect.stringMatching(/Use one of: role, body, agency/) as string });
  });

  test('of a route is set in the list of routes, which keeps its order', () => {
    const changed = after(setting(small, 'transitions', 'decided', 'label', 'Decided', 'Change a route'));

    expect(changed.transitions.map((route) => route.id)).toEqual(small.transitions.map((route) => route.id));
    expect(changed.transitions.find((route) => route.id === 'decided')?.label).toBe('Decided');
  });
});

describe('an element', () => {
  test.each(Object.keys(collections).filter((each) => each !== 'procedure') as Collection[])('can be added to %s with the least it needs, and taken out again', (collection) => {
    const made = adding(everything, collection, '2026-12-21');
    const added = made === null ? null : after(made.edit, everything);

    expect(added && validateShape(added)).toEqual([]);
    expect(added && elementsIn(added, collection).length).toBe(elementsIn(everything, collection).length + 1);
    const out = added && made ? after(removing(added, collection, made.id, 'it'), added) : null;
    expect(out && elementsIn(out, collection).map((each) => each.id)).toEqual(elementsIn(everything, collection).map((each) => each.id));
  });

  test('that others name is not taken out, and those that name it are listed', () => {
    expect(guarded(removing(small, 'parties', 'chair', 'Chair'))(small).ok).toBe(false);
    expect(usersOf(small, 'parties', 'chair').length).toBeGreaterThan(0);
    expect(usersOf(small, 'questions', 'abuse').map((user) => user.collection)).toContain('rules');
  });
});
