// Who may read what in a document: classes that a variant leaves out or an audience may not see, names that may stand
// all the same, and the pseudonyms that stand for the others. Pseudonyms are answers of the case and leave it in no document.
import type { Id, Procedure } from '../procedure/types.ts';
import { londonDay } from '../time/index.ts';
import { holdersOf } from './appointments.ts';
import type { Folded } from './folded.ts';
import { standsAt } from './in-force.ts';
import type { Run } from './document-types.ts';
import { classLabel } from './words.ts';

/** For whom a document is put together: one variant of it, one party that it goes to. Without either it is whole. */
export interface Reader { readonly variant?: Id; readonly audience?: Id }
/** What a reader may not see, and what stands for the names in it. */
export interface Veil { readonly hidden: readonly Id[]; readonly names: readonly (readonly [name: string, pseudonym: string])[]; readonly maps: readonly Id[] }

export function veilFor(procedure: Procedure, folded: Folded, document: Id, reader: Reader): Veil {
  const hidden = hiddenFrom(procedure, document, reader).filter((one) => standsAt(procedure.disclosure?.[one], folded.asOf));
  const classes = Object.entries(procedure.disclosure ?? {});
  const maps = classes.flatMap(([, { pseudonyms }]) => (pseudonyms ? [pseudonyms.question] : []));
  const names = classes.flatMap(([id, { pseudonyms, exempt = [] }]) => (pseudonyms && hidden.includes(id) ? namesIn(folded, pseudonyms, exempt.flatMap((party) => namesOf(procedure, folded, party))) : []));
  // Longer names first, so that a part of one is not taken for another.
  return { hidden, maps, names: names.toSorted(([a], [b]) => b.length - a.length) };
}

function hiddenFrom({ documents, parties, disclosure = {} }: Procedure, document: Id, { variant, audience }: Reader): readonly Id[] {
  const left = documents?.[document]?.leavesOut?.[variant ?? ''] ?? [];
  const party = parties[audience ?? ''];
  const seen = party?.exempt?.includes(document) ? undefined : party?.maySee;
  return Object.keys(disclosure).filter((one) => left.includes(one) || (seen !== undefined && !seen.includes(one)));
}

/** Those who hold a seat now, as they were named when appointed. */
export const namesOf = (procedure: Procedure, { appointments, asOf }: Folded, party: Id): readonly string[] => holdersOf(procedure, appointments, party, londonDay(asOf)).map(({ person }) => person);

/** A class that hides who holds this seat: one in which only the names of other seats may stand. */
export const hidesHolder = ({ disclosure = {} }: Procedure, party: Id, { hidden }: Veil): Id | undefined => hidden.find((one) => disclosure[one]?.exempt !== undefined && !disclosure[one].exempt.includes(party));

/** The names that are to be replaced, each with what stands for it; those that may stand are left out. */
function namesIn({ answers }: Folded, { question, name, pseudonym }: { readonly question: Id; readonly name: Id; readonly pseudonym: Id }, allowed: readonly string[]): Veil['names'] {
  const answer = answers[question];
  const rows = answer && 'value' in answer && Array.isArray(answer.value) ? (answer.value as readonly Readonly<Record<string, unknown>>[]) : [];
  return rows.flatMap((row) => {
    const [from, to] = [row[name], row[pseudonym]];
    return typeof from === 'string' && from !== '' && typeof to === 'string' && to !== '' && !allowed.includes(from) ? [[from, to] as const] : [];
  });
}

/** Words with the names in them replaced, where the reader may not see them; a part of a word is no name. */
export function spoken(text: string, is: Run['is'], { names }: Veil): readonly Run[] {
  const [found, ...others] = names;
  if (!found || text === '') return text === '' ? [] : [{ text, is }];
  const [name, pseudonym] = found;
  const pieces = text.split(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'u'));
  return pieces.flatMap((piece, index) => [...(index > 0 ? [{ text: pseudonym, is: 'pseudonym' } as const] : []), ...spoken(piece, is, { hidden: [], maps: [], names: others })]);
}

const escaped = (text: string): string => text.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);

/** What stands for an answer that the reader may not see: the pseudonym, where the whole answer is a name, else that it is left out. */
export function veiled(procedure: Procedure, value: unknown, one: Id, { names }: Veil): Run {
  const pseudonym = names.find(([name]) => name === value)?.[1];
  return pseudonym === undefined ? { text: `Left out: ${classLabel(procedure, one)}`, is: 'withheld' } : { text: pseudonym, is: 'pseudonym' };
}
