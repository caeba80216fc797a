// The editor's signs: one for each kind of stage and one for each act, 16 by 16, drawn in the colour of their words. A
// large diagram has a thousand of them: each is of as few elements as it can be.
import type { ReactNode } from 'react';
import type { ShapeKind } from '../model/diagram.ts';

const drawings = {
  alert: <path d="M3 14V2h8l-1.8 3L11 8H3" />,
  notify: <><rect x="1.8" y="3.5" width="12.4" height="9" rx="1" /><path d="m2 4.5 6 4.6 6-4.6" /></>,
  'agency-checks': <path d="M5 2.5h8.5v9H5zM5 5H2.500v8.500H11v-2M7 7l1.500 1.500L11.500 5.500" />,
  triage: <path d="M2 3h12L9.500 8.500V13l-3-1.500v-3z" />,
  panel: <><circle cx="5.2" cy="5" r="2.1" /><circle cx="11" cy="5" r="2.1" /><path d="M1.500 13c0-2.500 1.600-4 3.700-4s3.400 1.200 3.700 3M8 10c.7-.7 1.700-1 3-1 2.100 0 3.600 1.500 3.600 4" /></>,
  decision: <path d="M8 1.500 14.500 8 8 14.500 1.500 8zM6.300 6.500c0-1 .8-1.700 1.800-1.700s1.700.7 1.700 1.600c0 1.200-1.700 1.400-1.700 2.700M8.100 11.200v.1" />,
  review: <><circle cx="7" cy="7" r="4.5" /><path d="m10.500 10.500 4 4" /></>,
  publish: <path d="M2.500 6.500v3h2.500l6 3.500V3L5 6.500zM5 9.500l1 4M13.200 6.300a2.500 2.500 0 0 1 0 3.400" />,
  'action-plan': <path d="M3 2.500h10v11H3zM5 6l1 1 1.500-1.800M5 10.500l1 1 1.500-1.800M9.500 6.500h2M9.500 11h2" />,
  learning: <path d="M8 4C6.500 2.800 4.500 2.500 2 2.600v9.600c2.500-.1 4.500.2 6 1.400 1.500-1.200 3.500-1.500 6-1.400V2.600C11.500 2.500 9.500 2.800 8 4zM8 4v9.600" />,
  other: <rect x="3" y="3" width="10" height="10" rx="1" />,
  end: <><circle cx="8" cy="8" r="6" /><circle cx="8" cy="8" r="2.6" fill="currentColor" /></>,
  door: <path d="M9 2h4.500v12H9M2 8h7M6.500 5.500 9 8l-2.500 2.500" />,
  group: <><rect x="2" y="2" width="12" height="12" rx="1.5" strokeDasharray="2.5 2" /><rect x="5" y="5.5" width="6" height="5" /></>,
  together: <path d="M5.500 2v12M10.500 2v12" />,
  route: <><circle cx="3.5" cy="8" r="2" /><path d="M5.500 8H14M11 5l3 3-3 3" /></>,
  person: <><circle cx="8" cy="5" r="2.7" /><path d="M2.800 14c.2-3 2.200-4.700 5.200-4.700s5 1.700 5.200 4.700" /></>,
  clock: <><circle cx="8" cy="8" r="6.2" /><path d="M8 4.500V8l2.500 1.700" /></>,
  look: <path d="M8 2 15 14H1zM8 6.500v3.300M8 11.800v.1" />,
  stop: <path d="M5.300 1.500h5.400l3.800 3.800v5.400l-3.800 3.800H5.300l-3.800-3.800V5.300zM8 4.700v4M8 11v.1" />,
  tick: <path d="m3 8.500 3.500 3.500L13 4.500" />,
  plus: <path d="M8 3v10M3 8h10" />,
  minus: <path d="M3 8h10" />,
  cross: <path d="m4 4 8 8M12 4l-8 8" />,
  down: <path d="m4 6 4 4 4-4" />,
  right: <path d="m6 4 4 4-4 4" />,
  up: <path d="m4 10 4-4 4 4" />,
  left: <path d="m10 4-4 4 4 4" />,
  undo: <path d="M6 3 2.500 6.500 6 10M2.500 6.500H10a3.500 3.500 0 0 1 0 7H6" />,
  redo: <path d="m10 3 3.500 3.500L10 10M13.500 6.500H6a3.500 3.500 0 0 0 0 7h4" />,
  find: <><circle cx="7" cy="7" r="4.5" /><path d="m10.500 10.500 3.500 3.500" /></>,
  list: <path d="M2.500 3.500h11M5 8h8.500M5 12.500h8.500" />,
  bin: <path d="M2.500 4h11M6 4V2.500h4V4M4 4l.7 9.500h6.600L12 4" />,
  tidy: <><rect x="2" y="2.5" width="5" height="4" /><rect x="9" y="9.5" width="5" height="4" /><path d="M4.500 6.500v5H9" /></>,
  fit: <path d="M2.500 6V2.500H6M10 2.500h3.500V6M13.500 10v3.500H10M6 13.500H2.500V10" />,
  copy: <><rect x="5" y="5" width="8.5" height="8.5" rx="1" /><path d="M11 5V2.500H2.500V11H5" /></>,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** A sign beside words that say the same; `small` is 13 by 13, `tone` the class of a colour of its own. */
export function Icon({ name, small = false, tone }: { readonly name: IconName; readonly small?: boolean; readonly tone?: 'ed-bad' | 'ed-look' }) {
  return <svg className={`ed-ic${small ? ' ed-ic-s' : ''}${tone === undefined ? '' : ` ${tone}`}`} viewBox="0 0 16 16" aria-hidden="true">{drawings[name]}</svg>;
}

/** The colour family of a kind: the part of the token after `--k-`. */
export const toneOf = (kind: ShapeKind): string => (kind === 'agency-checks' ? 'checks' : kind === 'action-plan' ? 'other' : kind);
