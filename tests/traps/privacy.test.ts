// The traps of privacy: what leaves is anonymised from the first notification on, and the procedures name nobody.
import { describe, expect, test } from 'vitest';
import { act, procedures, shippedAct, upTo } from './cases.ts';

const stockport = 'stockport/walkthrough';

/** Each sending to a body outside the Board: the last moment before it, and the moment of it. */
const sendings = [
  ['the decision', '2027-08-31T10:10', '2027-08-31T14:00'],
  ['the terms of reference', '2027-09-08T10:00', '2027-09-13T16:00'],
  ['a report on timing', '2028-02-08T14:00', '2028-02-08T16:00'],
  ['the extension letter', '2028-02-09T10:30', '2028-02-09T15:00'],
  ['the review', '2028-03-24T10:00', '2028-03-28T10:00'],
  ['the briefing of bodies', '2028-09-07T10:00', '2028-09-11T10:00'],
  ['the executive summary', '2028-09-12T10:00', '2028-09-20T10:00'],
  ['the overview report', '2028-09-20T10:00', '2028-09-20T10:20'],
  ['the conclusion', '2028-11-15T10:00', '2028-11-15T11:00'],
] as const;

function sends(before: string, at: string, answer: boolean | { readonly status: 'unknown' }) {
  const own = shippedAct(stockport, at);
  return upTo(stockport, before, [{ ...own, do: { ...own.do, answers: { ...own.do.answers, anonymised: answer } } }]).refusal?.code;
}

describe('[trap 23] nothing leaves the Board that is not anonymised', () => {
  test.each(sendings)('[trap 23] %s is held back while it is not, or not known to be, and goes when it is', (_, before, at) => {
    expect([sends(before, at, false), sends(before, at, { status: 'unknown' }), sends(before, at, true)]).toEqual(['not-anonymised', 'not-anonymised', undefined]);
  });
});

describe('[trap 24] anonymising begins with the first notification to Ofsted', () => {
  test('[trap 24] the decision is held back a year before anything is published', () => {
    const unsaid = act('2027-08-31T11:00', 'business-manager', { type: 'sendExchange', task: 'notify-ofsted-of-decision' });
    expect(upTo(stockport, '2027-08-31T10:10', [unsaid]).refusal).toMatchObject({ code: 'missing-field', missing: [{ id: 'anonymised' }] });
    expect(upTo(stockport, '2027-08-31T11:05').sentTo('notify-ofsted-of-decision')).toEqual([]);
  });
  test('[trap 24] also a decision against a review, which nothing will ever publish', () => {
    expect(upTo('stockport/no-review', '2027-04-01T09:00').refusal).toMatchObject({ code: 'not-anonymised' });
  });
});

describe('[trap 30] the procedures hold nobody’s name, number or address', () => {
  const personal = /[\w.]+@[\w.]+|\b0\d{2,4} ?\d{3,4} ?\d{3,4}\b|\+44|\b(?:Mr|Mrs|Ms|Miss|Dr)\b\.? [A-Z]/;
  test.each([...procedures])('[trap 30] %s', (_, procedure) => {
    expect(personal.exec(JSON.stringify(procedure))?.[0]).toBeUndefined();
  });
  test('[trap 30] and such a thing would be seen', () => {
    for (const found of [['invented', 'example.org'].join('@'), ['020', '7946', '0000'].join(' '), ['01632', '960000'].join(' '), '+44', 'Ms Invented']) expect(personal.test(found)).toBe(true);
  });
});
