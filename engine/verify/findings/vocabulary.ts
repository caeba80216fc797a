// What the words of a source say about a clock: how many of what, and from what kind of event. Only plain phrases are
// read; where the words say nothing that can be read for certain, nothing is said here either.
import type { Unit } from '../../procedure/types.ts';

const numbers: readonly string[] = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'];
const AMOUNT = /\b(\d+|[a-z]+(?:-[a-z]+)?)[ -]+(?:(working|calendar|clock|business)[ -]+)?(hour|day|week|month|year)s?\b/gi;
const NUMBERED = /\b(day|week)[ -]?(\d+)\b/gi;

/** An amount as the words give it; `days` where they do not say which days. */
export interface SaidAmount { readonly amount: number; readonly unit: Unit | 'days' }

/** Every amount that the words name. */
export function amountsIn(words: string): readonly SaidAmount[] {
  const plain = [...words.matchAll(AMOUNT)].flatMap(([, number = '', kind, unit = '']) => {
    const amount = numberOf(number);
    return amount === undefined ? [] : [{ amount, unit: unitOf(unit.toLowerCase(), kind?.toLowerCase()) }];
  });
  const numbered = [...words.matchAll(NUMBERED)].map(([, unit = '', number = '']): SaidAmount => ({ amount: Number(number), unit: unit.toLowerCase() === 'week' ? 'weeks' : 'days' }));
  return [...plain, ...numbered];
}

function numberOf(word: string): number | undefined {
  if (/^\d+$/.test(word)) return Number(word);
  const [tens = '', ones] = word.toLowerCase().split('-');
  if (tens === 'twenty' && ones !== undefined) return 20 + Math.max(0, numbers.indexOf(ones));
  const index = numbers.indexOf(tens);
  return index < 0 || ones !== undefined ? undefined : index;
}

function unitOf(unit: string, kind: string | undefined): SaidAmount['unit'] {
  if (unit === 'hour') return kind === 'business' || kind === 'working' ? 'business-hours' : 'hours';
  if (unit === 'day') return kind === 'working' ? 'working-days' : kind === 'calendar' ? 'calendar-days' : 'days';
  return unit === 'week' ? 'weeks' : unit === 'month' ? 'months' : 'years';
}

/** Kinds of event that a clock may be counted from. */
export type EventKind = 'awareness' | 'notification' | 'decision' | 'publication' | 'recommendation' | 'referral' | 'alert' | 'incident';

// In this order: “becoming aware of the incident” is awareness, “the decision to notify” a decision.
const kinds: readonly (readonly [EventKind, RegExp])[] = [
  ['awareness', /\b(aware|awareness)\b/i], ['decision', /\b(decision|decide[sd]?|deciding)\b/i], ['publication', /\b(publication|publish(ed|ing)?)\b/i],
  ['notification', /\b(notification|notif(y|ied|ies|ying)|report the (notifiable )?incident)\b/i], ['recommendation', /\brecommend(ation|s|ed)?\b/i],
  ['referral', /\breferr?(al|ed)?\b/i], ['alert', /\balert\b/i], ['incident', /\b(incident|harm(ed)?|death|died)\b/i],
];

/** The kind of event that a phrase is about; undefined where it names none. */
export function eventKind(phrase: string): EventKind | undefined {
  return kinds.find(([, pattern]) => pattern.test(phrase))?.[0];
}

/** The part of a source's words that says from when: what follows the amount and “of”, “from”, “after”, “following” or “before”. */
export function startPhrase(words: string): string | undefined {
  const [amount] = [...words.matchAll(AMOUNT)];
  const rest = amount ? words.slice(amount.index + amount[0].length) : undefined;
  return /^\s*(?:of|from|after|following|before)\s+(.+)$/is.exec(rest ?? '')?.[1];
}

/** Whether the words speak of something being sent. */
export const saysSent = (words: string): boolean => /\b(sent|sending)\b/i.test(words);

/** Whether the words bound an act before another one. */
export const saysBefore = (words: string): boolean => /\bbefore\b|\bin advance of\b|\bprior to\b/i.test(words);
