// Signing a draft off, by role: a signature is of one content. When the content changes afterwards it no longer counts.
import { contentHash } from '../../../engine/procedure/version.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import type { DraftSignature, PublishedVersion } from '../../../engine/store/types.ts';
import type { Instant } from '../../../engine/time/types.ts';
import { textOf } from '../catalogue.ts';

export interface Signing { /** Roles that are asked. */ readonly signers: readonly Id[]; readonly signatures: readonly DraftSignature[] }

/** How one role's signature stands for what is drawn now. */
export function standing(procedure: Procedure, { signatures }: Signing, role: Id): 'waiting' | 'changed' | 'signed' {
  const signature = signatures.find((one) => one.role === role);
  if (signature === undefined) return 'waiting';
  return signature.hash === contentHash(procedure) ? 'signed' : 'changed';
}
/** Titles of the roles whose signature of this content is missing; a role that is gone from the procedure asks nobody. */
export function unsigned(procedure: Procedure, signing: Signing): readonly string[] {
  return signing.signers.filter((role) => role in procedure.parties && standing(procedure, signing, role) !== 'signed').map((role) => textOf(procedure.parties[role]?.title));
}
/** With one role's signature of this content, in place of an earlier one. */
export function signed(procedure: Procedure, signing: Signing, role: Id, person: string, at: Instant): Signing {
  return { ...signing, signatures: [...signing.signatures.filter((one) => one.role !== role), { role, person, at, hash: contentHash(procedure) }] };
}
/** Who signed a version off before it was published: "Business manager (C.D.)". */
export function signersOf({ procedure, signatures = [] }: PublishedVersion): readonly string[] {
  return signatures.map(({ role, person }) => `${textOf(procedure.parties[role]?.title)} (${person})`);
}
