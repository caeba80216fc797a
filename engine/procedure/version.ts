// A version of a procedure: its content hash, which cases pin, and whether it may be published.
// The places of boxes on the diagram mean nothing and are left out of the hash.
import { canonical } from './canonical.ts';
import { check } from './check.ts';
import type { Problem } from './problems.ts';
import { sha256 } from './sha256.ts';
import type { Procedure } from './types.ts';

/** SHA-256, 64 hexadecimal digits, of the canonical text without the layout. Order of keys and layout do not matter; every other change does. */
export function contentHash(procedure: Procedure): string {
  const { layout: _layout, ...content } = procedure;
  return sha256(canonical(content));
}

export type Publishable = { readonly ok: true; readonly hash: string } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Whether cases may be run on it: nothing of severity "problem" is left. Findings and gaps do not stand in the way. */
export function publishable(procedure: Procedure): Publishable {
  const problems = check(procedure).filter(({ severity }) => severity === 'problem');
  return problems.length === 0 ? { ok: true, hash: contentHash(procedure) } : { ok: false, problems };
}
