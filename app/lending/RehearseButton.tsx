import { useLocation } from 'wouter';
import type { Procedure } from '../../engine/procedure/types.ts';
import { LinkButton } from '../../ui/index.ts';
import { textOf } from '../procedures/catalogue.ts';
import { lendDraft, lendVersion } from './lend.ts';
import { lendingWords } from './words.ts';

/** Takes a draft or a published version over into rehearsal as it is now, and goes there. */
export function RehearseButton({ procedure, revision, version }: { readonly procedure: Procedure; readonly revision?: number; readonly version?: number }) {
  const [, go] = useLocation();
  const lend = () => { void (version === undefined ? lendDraft(procedure, revision ?? 1) : lendVersion(procedure, version)).then(() => go('/training')); };
  return <LinkButton onClick={lend}>{lendingWords.procedure.button}<span className="cw-vh"> {textOf(procedure.label)}</span></LinkButton>;
}
