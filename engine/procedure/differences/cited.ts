// What any element may carry beside its own parts, and small elements that stand in several places.
import { listWords } from '../../time/index.ts';
import type { Cited, DayNote, Option, Period, SignOffStep } from '../types.ts';
import { flag, label, listed, text, value, type Many, type Parts, type Value } from './parts.ts';
import type { Speaker } from './speaker.ts';
import type { Weight } from './types.ts';

/** "Procedure 2022, lines 57-59 and Guidance, line 3" */
function citationWords(citations: readonly string[], speaker: Speaker): string {
  return listed(citations.map((citation) => {
    const [source = '', lines] = citation.split('#');
    const where = lines === undefined ? '' : `, ${lines.includes('-') ? 'lines' : 'line'} ${lines}`;
    return `${speaker.name(source, 'sources')}${where}`;
  }));
}

export const cites: Value<readonly string[]> = value('Where the source says it', 'wording', citationWords, 'nowhere');

function periodWords({ from, until }: Period, speaker: Speaker): string {
  const parts = [from === undefined ? '' : `from ${speaker.day(from)}`, until === undefined ? '' : `until ${speaker.day(until)}`].filter((part) => part !== '');
  return parts.join(' ') || 'without a first or last day';
}

export const cited: Parts<Cited> = {
  cites, note: text('Remark'), inferred: flag('Read into the source', 'wording'), gap: text('What the source leaves out'),
  inForce: value('In force', 'rule', periodWords, 'always'),
};

/** Things that are chosen from a list: answers of a choice, rows of a matrix, options of a decision. */
export function choices<E extends Option>(title: string, noun: string, weight: Weight, parts: Parts<E>): Many<E> {
  return { shape: 'list', title, noun, weight, key: ({ id }) => id, name: (option, _, speaker) => speaker.text(option.label), parts: () => parts };
}

export const optionParts: Parts<Option> = { ...cited, id: value('Id', 'form', String), label: label('Answer') };

export function daysOff(title: string): Many<DayNote> {
  return {
    shape: 'list', title, noun: 'Day off', weight: 'clock', key: ({ date }) => date, ordered: () => false,
    name: ({ date, label: why }, _, speaker) => `${speaker.day(date)}, ${speaker.text(why)}`,
    parts: () => ({ date: value('Day', 'clock', (date, speaker) => speaker.day(date)), label: text('Why it is a day off') }),
  };
}

const acts: Readonly<Record<SignOffStep['may'][number], string>> = { accept: 'accept', 'send-back': 'send back', amend: 'amend', ratify: 'ratify', overturn: 'overturn' };

/** "Chair (may accept or send back, sending back 2 times at most), then Board (may ratify)" */
export const signOff: Value<readonly SignOffStep[]> = value('Who signs it off', 'people', (steps, speaker) => steps.map(({ id, by, may, limit }) => {
  const rounds = limit === undefined ? '' : `, sending back ${limit} ${limit === 1 ? 'time' : 'times'} at most`;
  return `${id === undefined ? '' : `${id}: `}${speaker.name(by, 'parties')} (may ${listWords(may.map((act) => acts[act]), 'or')}${rounds})`;
}).join(', then ') || 'nobody', 'nobody');
