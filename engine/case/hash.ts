// The hash chain of a case. Each event's digest covers its salt and payload, each hash covers the event's header,
// its digest and the hash before: a payload can be erased for retention while the chain still verifies, and
// nothing else can change unnoticed. Hashing is synchronous, because a browser transaction ends while one waits.
import { canonical, quoted } from '../procedure/canonical.ts';
import { sha256 } from '../procedure/sha256.ts';
import type { LogEvent, ProcedurePin } from './types.ts';

// The content hash that events pin is the procedure's own; it is offered here beside the chain that it enters.
export { contentHash } from '../procedure/version.ts';

/** An event before it is sealed. */
export type Unsealed<T extends string = string> = Omit<LogEvent<T>, 'digest' | 'hash'>;

/** Seals an event: adds its digest and its hash. */
export function seal<T extends string>(event: Unsealed<T>): LogEvent<T> {
  const { id, case: owner, seq, type, procedure, occurred, recorded, actor, payload, salt, previous } = event;
  const digest = payloadDigest(event);
  return { id, case: owner, seq, type, procedure, occurred, recorded, actor, payload, salt, digest, previous, hash: headerHash(event, `"${digest}"`) };
}

const payloadDigest = ({ salt, payload }: Pick<LogEvent<string>, 'salt' | 'payload'>): string => sha256(`${salt}\n${canonical(payload)}`);

// A time that somebody turned into a text must not read the same as the number.
const text = (value: string | number): string => (typeof value === 'string' ? quoted(value) : Number.isFinite(value) ? String(value) : JSON.stringify(value));

// The pin of the event before is the pin of this one, mostly.
let pinned = { id: '', version: 0, hash: '', words: '"",0,""' };

function pinText({ id, version, hash }: ProcedurePin): string {
  if (id !== pinned.id || version !== pinned.version || hash !== pinned.hash) pinned = { id, version, hash, words: `${text(id)},${text(version)},${text(hash)}` };
  return pinned.words;
}

/** The header as the JSON list of its parts, joined here: writing a list made for it took twice as long. `digest` is written as JSON. */
function headerHash(event: Unsealed, digest: string): string {
  const { previous, id, case: owner, seq, type, procedure, occurred, recorded, actor } = event;
  const who = actor.onBehalfOf === undefined ? `${text(actor.person)},${text(actor.role)}` : `${text(actor.person)},${text(actor.role)},${text(actor.onBehalfOf)}`;
  return sha256(`[${text(previous)},${text(id)},${text(owner)},${text(seq)},${text(type)},${pinText(procedure)},${text(occurred)},${text(recorded)},[${who}],${digest}]`);
}

/** What a check of the chain found. */
export type ChainCheck =
  /** `erased`: sequence numbers whose payload was erased for retention. */
  | { readonly ok: true; readonly head: string; readonly erased: readonly number[] }
  /** `position`: place in the list, from 1, of the first event that does not fit. */
  | { readonly ok: false; readonly position: number; readonly what: 'order' | 'link' | 'payload' | 'header' };

/** Checks the events of one case, or of the procedure's duties, in the order of the log; an empty log is whole. */
export function verifyChain(events: readonly LogEvent<string>[]): ChainCheck {
  const erased: number[] = [];
  let head = '';
  for (const [index, event] of events.entries()) {
    const what = fault(event, index, head);
    if (what) return { ok: false, position: index + 1, what };
    if (isErased(event)) erased.push(event.seq);
    head = event.hash;
  }
  return { ok: true, head, erased };
}

function fault(event: LogEvent<string>, index: number, head: string): 'order' | 'link' | 'payload' | 'header' | undefined {
  if (event.seq !== index + 1) return 'order';
  if (event.previous !== head) return 'link';
  if (!isErased(event) && payloadDigest(event) !== event.digest) return 'payload';
  return headerHash(event, text(event.digest)) === event.hash ? undefined : 'header';
}

/** An erased event keeps its digest and has neither salt nor content. */
export const isErased = ({ salt, payload }: Pick<LogEvent<string>, 'salt' | 'payload'>): boolean => salt === '' && Object.keys(payload).length === 0;
