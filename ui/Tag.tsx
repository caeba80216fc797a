import type { ReactNode } from 'react';
import { Sign } from './Sign.tsx';
import type { SignName } from './Sign.tsx';

export type TagKind = 'met' | 'soon' | 'late' | 'pending' | 'held' | 'practice';

/** A state in a word, with its colour and, where given, its sign. */
export function Tag({ kind = 'pending', sign, wrap = false, children }: { readonly kind?: TagKind; readonly sign?: SignName; readonly wrap?: boolean; readonly children: ReactNode }) {
  return <span className={`cw-tag ${kind}${wrap ? ' wrap' : ''}`}>{sign === undefined ? null : <Sign name={sign} />}{children}</span>;
}
