// The chain of the access log: every change of a single entry is found at its place.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkAccess, verifyAccess, type AccessFacts, type AccessLink } from '../../../engine/case/access.ts';

const facts: fc.Arbitrary<AccessFacts> = fc.record({ id: fc.uuid(), case: fc.constantFrom('a', 'b', ''), at: fc.nat(), person: fc.string(), role: fc.string(), what: fc.constantFrom('viewed', 'refused'), words: fc.string() });
const logs = fc.array(facts, { minLength: 1, maxLength: 12 }).map((entries) => {
  const log: (AccessFacts & AccessLink)[] = [];
  for (const entry of entries) log.push({ ...entry, ...linkAccess(entry, log.at(-1)) });
  return log;
});

test('a log as it was written is whole, and its head is the last hash', () => {
  fc.assert(fc.property(logs, (log) => { expect(verifyAccess(log)).toEqual({ ok: true, head: log.at(-1)?.hash, count: log.length }); }));
});

test('one field of one entry changed, or one entry taken out, is found there', () => {
  fc.assert(fc.property(logs, fc.nat(), fc.constantFrom('id', 'case', 'person', 'role', 'what', 'words', 'previous', 'hash'), (log, at, field) => {
    const index = at % log.length;
    const changed = log.map((entry, place) => (place === index ? { ...entry, [field]: `${entry[field as 'words']}!` } : entry));
    expect(verifyAccess(changed)).toEqual({ ok: false, position: index + 1 });
    const without = log.toSpliced(index, 1);
    if (index < log.length - 1) expect(verifyAccess(without)).toEqual({ ok: false, position: index + 1 });
  }));
});

test('an entry without its place does not fit', () => {
  expect(verifyAccess([{ id: 'x', case: 'a', at: 1, person: '', role: '', what: 'viewed', words: '' }])).toEqual({ ok: false, position: 1 });
});
