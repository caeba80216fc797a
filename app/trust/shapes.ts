// The shapes that a backup and a case file must have, told part by part with the place of the first that has not. What
// the parts mean together (chains, versions) is looked at afterwards.
import { isObject, pointerTo, type Step } from '../../engine/procedure/pointer.ts';
import type { FileProblem } from './gates.ts';

/** A check of one value at one place: the first thing that is wrong. */
export type Check = (value: unknown, at: readonly Step[]) => FileProblem | undefined;
const wrong = (at: readonly Step[], expected: string, value: unknown): FileProblem => ({ pointer: pointerTo(...at), expected, found: kind(value) });
function kind(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a group of parts' : typeof value === 'string' ? `the text “${value.slice(0, 40)}”` : String(value);
}

export const text: Check = (value, at) => (typeof value === 'string' ? undefined : wrong(at, 'a text', value));
export const whole: Check = (value, at) => (Number.isSafeInteger(value) ? undefined : wrong(at, 'a whole number', value));
export const anything: Check = () => undefined;
export const optional = (check: Check): Check => (value, at) => (value === undefined ? undefined : check(value, at));
export const oneOf = (...values: readonly unknown[]): Check => (value, at) => (values.includes(value) ? undefined : wrong(at, values.join(' or '), value));
export const matching = (pattern: RegExp, words: string): Check => (value, at) => (typeof value === 'string' && pattern.test(value) ? undefined : wrong(at, words, value));
export const list = (check: Check): Check => (value, at) => {
  if (!Array.isArray(value)) return wrong(at, 'a list', value);
  for (const [index, item] of value.entries()) { const found = check(item, [...at, index]); if (found) return found; }
  return undefined;
};
/** A group with these parts; `more`: what its other parts must be, none without it. */
export const group = (parts: Readonly<Record<string, Check>>, more?: Check): Check => (value, at) => {
  if (!isObject(value)) return wrong(at, 'a group of parts', value);
  for (const [name, check] of Object.entries(parts)) { const found = check(value[name], [...at, name]); if (found) return found; }
  for (const name of Object.keys(value)) if (!Object.hasOwn(parts, name)) { const found = more === undefined ? wrong([...at, name], 'no part of this name', value[name]) : more(value[name], [...at, name]); if (found) return found; }
  return undefined;
};

const hash = matching(/^[0-9a-f]{64}$/, 'a hash');
const pin = group({ id: text, version: whole, hash });
const bounded = matching(/^[^/\\]{1,200}$/, 'an id');
export const event = group({
  id: bounded, case: bounded, seq: whole, type: matching(/^[a-zA-Z]{3,40}$/, 'a kind of entry'), procedure: pin, occurred: whole, recorded: whole,
  actor: group({ person: text, role: text, onBehalfOf: optional(text) }), payload: group({}, anything), salt: text, digest: hash, previous: matching(/^([0-9a-f]{64})?$/, 'a hash or nothing'), hash,
});
const plain: Check = (value, at) => (['string', 'number', 'boolean'].includes(typeof value) ? undefined : Array.isArray(value) ? list(text)(value, at) : wrong(at, 'a text or a number', value));
const clock = group({ timescale: text, state: text, sentence: optional(text) }, plain);
const task = group({ task: text, label: text, state: oneOf('open', 'waiting'), doers: list(text), clocks: list(clock) }, plain);
const row = group({
  case: bounded, procedure: text, version: whole, seq: whole, head: hash, stages: list(text), opened: whole, changed: whole, closed: oneOf(0, 1), nextDue: whole, asOf: optional(whole),
  content: group({ reference: text, initials: text, stage: text, caseType: optional(text), hash: optional(hash), next: optional(text), nextDate: optional(text), tasks: optional(list(task)), registers: optional(group({}, list(group({}, text)))) }, plain),
});
const procedure = group({ id: text }, anything);
const signature = group({ role: text, person: text, at: whole, hash });
export const version = group({ id: text, version: whole, hash, published: whole, by: text, note: optional(text), procedure, effectiveFrom: optional(text), retired: optional(text), signatures: optional(list(signature)) });
const draft = group({ id: text, revision: whole, changed: whole, basedOn: optional(pin), procedure, history: optional(anything), archived: optional(whole), signatures: optional(list(signature)), signers: optional(list(text)) });
const access = group({ id: bounded, case: text, at: whole, person: text, role: text, what: oneOf('refused', 'viewed', 'exported', 'restored', 'held', 'erased'), words: text, seq: whole, previous: text, hash });
const setting = group({ id: bounded, revision: whole, changed: whole, content: anything });
export const storeContent = group({
  format: oneOf(1), cases: list(group({ id: bounded, events: list(event), row })), drafts: list(draft), versions: list(version), access: list(access),
  settings: optional(list(setting)), duties: optional(list(group({ procedure: text, events: list(event) }))),
});
