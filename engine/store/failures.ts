// What a person is told when the browser did not write. Raw exception text never reaches a screen.
import type { WriteFailure } from './types.ts';

/** Thrown inside a write transaction when this page's code is older or newer than the store it opened. */
export class StaleCode extends Error {
  override readonly name = 'StaleCode';
}

const WORDS: Readonly<Record<WriteFailure['code'], string>> = {
  'stale-code': 'This page is not the version that keeps the cases now. Nothing was saved. Copy what you typed, then reload the page.',
  full: 'Not saved: this browser’s storage is full. What you typed is still here. Free some space or save a copy of the data, then try again.',
  failed: 'Not saved: the browser could not write to its storage. What you typed is still here. Try again, or save a copy of the data.',
};

/** Turns what a transaction threw into a value; Dexie wraps the browser's own error in `inner`. */
export function failure(thrown: unknown): WriteFailure {
  const code = codeOf(thrown);
  return { ok: false, code, words: WORDS[code] };
}

function codeOf(thrown: unknown): WriteFailure['code'] {
  const names = [nameOf(thrown), nameOf(innerOf(thrown))];
  if (names.includes('StaleCode') || names.includes('DatabaseClosedError')) return 'stale-code';
  return names.includes('QuotaExceededError') ? 'full' : 'failed';
}

function innerOf(thrown: unknown): unknown {
  return typeof thrown === 'object' && thrown !== null && 'inner' in thrown ? thrown.inner : undefined;
}

function nameOf(thrown: unknown): string | undefined {
  return typeof thrown === 'object' && thrown !== null && 'name' in thrown && typeof thrown.name === 'string' ? thrown.name : undefined;
}
