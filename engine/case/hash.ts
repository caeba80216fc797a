// The hash chain of a case. Each event's digest covers its salt and payload, each hash covers the event's header,
// its digest and the hash before: a payload can be erased for retention while the chain still verifies, and
// nothing else can change unnoticed. Hashing is synchronous, because a browser transaction ends while one waits.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical, quoted } from '../procedure/canonical.ts';
import type { LogEvent } from './types.ts';

// The content hash that events pin is the procedure's own; it is offered here beside the chain that it enters.
export { contentHash } from '../procedure/version.ts';

const encoder = new TextEncoder();
// One buffer, one hasher and one place for the result, used again for every text: making them anew took as long as
// hashing a short event. Nothing of them is seen outside, and hashing is synchronous.
const room = new Uint8Array(16_384);
const unused = sha256.create();
const hasher = sha256.create();
const result = new Uint8Array(32);

/** SHA-256, hex, of a text in UTF-8. */
function digestOf(content: string): string {
  unused._cloneInto(hasher);
  hasher.update(bytesOf(content)).digestInto(result);
  return bytesToHex(result);
}

/** A text in UTF-8, good until the next one; three bytes are the most that a UTF-16 unit takes. */
function bytesOf(content: string): Uint8Array {
  return content.length * 3 > room.length ? utf8ToBytes(content) : room.subarray(0, encoder.encodeInto(content, room).written);
}

/** An event before it is sealed. */
export type Unsealed<T extends string = string> = Omit<LogEvent<T>, 'digest' | 'hash'>;

/** Seals an event: adds its digest and its hash. */
export function seal<T extends string>(event: Unsealed<T>): LogEvent<T> {
  const { id, case: owner, seq, type, procedure, occurred, recorded, actor, payload, salt, previous } = event;
  const digest = payloadDigest(event);
  return { id, case: owner, seq, type, procedure, occurred, recorded, actor, payload, salt, digest, previous, hash: headerHash(event, digest) };
}

const payloadDigest = ({ salt, payload }: Pick<LogEvent<string>, 'salt' | 'payload'>): string => digestOf(`${salt}\n${canonical(payload)}`);

// A time that somebody turned into a text must not read the same as the number.
const text = (value: string | number): string => (typeof value === 'string' ? quoted(value) : JSON.stringify(value));

/** The header as the JSON list of its parts, joined here: writing a list made for it took twice as long. */
function headerHash(event: Unsealed, digest: string): string {
  const { previous, id, case: owner, seq, type, procedure, occurred, recorded, actor } = event;
  const who = actor.onBehalfOf === undefined ? `${text(actor.person)},${text(actor.role)}` : `${text(actor.person)},${text(actor.role)},${text(actor.onBehalfOf)}`;
  const pin = `${text(procedure.id)},${text(procedure.version)},${text(procedure.hash)}`;
  return digestOf(`[${text(previous)},${text(id)},${text(owner)},${text(seq)},${text(type)},${pin},${text(occurred)},${text(recorded)},[${who}],${text(digest)}]`);
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
  return headerHash(event, event.digest) === event.hash ? undefined : 'header';
}

/** An erased event keeps its digest and has neither salt nor content. */
export const isErased = ({ salt, payload }: Pick<LogEvent<string>, 'salt' | 'payload'>): boolean => salt === '' && Object.keys(payload).length === 0;
