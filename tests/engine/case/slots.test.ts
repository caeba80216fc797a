// What is kept by place reads as a record would, and marks as a set that is taken out in order: held to these over any
// writings.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Marks, Places, Slots } from '../../../engine/case/slots.ts';

const names = ['a', 'b', 'c', 'late'] as const;
const writings = fc.array(fc.record({ name: fc.constantFrom(...names), value: fc.option(fc.nat(9), { nil: undefined }), copy: fc.boolean() }));

test('values read as in a record, whatever was written, and a copy leaves what it was copied from alone', () => {
  fc.assert(fc.property(writings, (drawn) => {
    let slots = new Slots<number>(new Places(['a', 'b', 'c']));
    let record: Record<string, number> = {};
    for (const { name, value, copy } of drawn) {
      const [before, known] = [slots, record];
      if (copy) [slots, record] = [slots.copy(), { ...record }];
      slots.set(name, value);
      if (value === undefined) delete record[name];
      else record[name] = value;
      expect(Object.fromEntries(slots.entries())).toEqual(record);
      expect(names.map((one) => slots.get(one))).toEqual(names.map((one) => record[one]));
      if (copy) expect(Object.fromEntries(before.entries())).toEqual(known);
    }
  }));
});

test('some of the values are taken to places of their own', () => {
  const slots = new Slots<number>(new Places(names));
  slots.set('a', 1);
  slots.set('late', 2);
  const taken = slots.where(new Places(['other', 'late']), (name) => name === 'late');
  expect(taken.entries()).toEqual([['late', 2]]);
  expect(taken.get('a')).toBeUndefined();
});

test('marks are taken out in order, each once, whoever else was marked with them meanwhile', () => {
  const places = fc.uniqueArray(fc.nat(130), { maxLength: 12 });
  fc.assert(fc.property(places, places, fc.nat(12), (first, then, after) => {
    const marked = (all: readonly number[]): Marks => all.reduce((marks, place) => marks.add(place), new Marks());
    const [marks, others, left] = [marked(first), marked(then), new Set(first)];
    const take = (): void => {
      const least = Math.min(...left);
      expect(marks.take()).toBe(left.size === 0 ? -1 : least);
      left.delete(least);
    };
    for (let taken = 0; taken < after; taken += 1) take();
    marks.addAll(others);
    for (const place of then) left.add(place);
    for (let rest = left.size; rest >= 0; rest -= 1) take();
    expect(others.take()).toBe(then.length === 0 ? -1 : Math.min(...then));
  }));
});
