// What the person is in the middle of: nothing, naming a stage, choosing where a route goes or what comes next,
// changing a clock, a form, a rule or any other part, or reading the keys. One at a time; Escape and a new selection step out.
import { setup, assign } from 'xstate';
import type { Id } from '../../engine/procedure/types.ts';

/** Whose criterion it is: a rule's, or a route's. */
export type About = { readonly rule: Id } | { readonly route: Id };
export interface ModeContext {
  /** The stage being named, connected or followed; null for a stage of its own. */
  readonly stage: Id | null;
  readonly clock: Id | null;
  readonly form: Id | null;
  /** Whose criterion is being changed. */
  readonly criterion: About | null;
  /** The element whose parts are shown, by its collection; without an id the procedure itself, or none yet. */
  readonly element: { readonly collection: string; readonly id: Id | null } | null;
  /** The passage of a source that is read; without lines the source from its beginning. */
  readonly passage: { readonly source: Id; readonly lines: string } | null;
  /** What a paste could not bring, in sentences. */
  readonly lost: readonly string[];
}
export type ModeEvent =
  | { readonly type: 'name'; readonly stage: Id }
  | { readonly type: 'connect'; readonly stage: Id }
  | { readonly type: 'add'; readonly stage: Id | null }
  | { readonly type: 'clock'; readonly clock: Id }
  | { readonly type: 'form'; readonly form: Id }
  | { readonly type: 'criterion'; readonly criterion: About }
  | { readonly type: 'details'; readonly element: NonNullable<ModeContext['element']> }
  | { readonly type: 'source'; readonly passage: ModeContext['passage'] }
  | { readonly type: 'lost'; readonly lost: readonly string[] }
  | { readonly type: 'arrange' } | { readonly type: 'find' }
  | { readonly type: 'keys' } | { readonly type: 'problems' } | { readonly type: 'findings' } | { readonly type: 'try' }
  | { readonly type: 'done' } | { readonly type: 'selected' };

export const modes = setup({
  types: { context: {} as ModeContext, events: {} as ModeEvent },
  actions: {
    about: assign(({ event }) => ({ stage: 'stage' in event ? event.stage : null, clock: 'clock' in event ? event.clock : null, form: 'form' in event ? event.form : null, criterion: 'criterion' in event ? event.criterion : null, element: 'element' in event ? event.element : null, passage: 'passage' in event ? event.passage : null, lost: 'lost' in event ? event.lost : [] })),
    nothing: assign({ stage: null, clock: null, form: null, criterion: null, element: null, passage: null, lost: [] }),
  },
}).createMachine({
  id: 'modes', initial: 'idle', context: { stage: null, clock: null, form: null, criterion: null, element: null, passage: null, lost: [] },
  // Any act may begin while another is under way: the one under way is left as it stands.
  on: {
    name: { target: '.naming', actions: 'about' }, connect: { target: '.connecting', actions: 'about' }, add: { target: '.adding', actions: 'about' },
    clock: { target: '.clock', actions: 'about' }, form: { target: '.form', actions: 'about' }, criterion: { target: '.criterion', actions: 'about' }, details: { target: '.details', actions: 'about' }, source: { target: '.source', actions: 'about' }, lost: { target: '.lost', actions: 'about' }, arrange: '.arranging', find: '.finding', keys: '.keys', problems: '.problems', findings: '.findings', try: '.trying', done: { target: '.idle', actions: 'nothing' },
  },
  states: {
    idle: {},
    naming: { on: { selected: { target: 'idle', actions: 'nothing' } } },
    connecting: { on: { selected: { target: 'idle', actions: 'nothing' } } },
    adding: { on: { selected: { target: 'idle', actions: 'nothing' } } },
    clock: { on: { selected: { target: 'idle', actions: 'nothing' } } },
    form: { on: { selected: { target: 'idle', actions: 'nothing' } } },
    criterion: { on: { selected: { target: 'idle', actions: 'nothing' } } },
    details: { on: { selected: { target: 'idle', actions: 'nothing' } } },
    finding: { on: { selected: { target: 'idle', actions: 'nothing' } } },
    arranging: { on: { selected: { target: 'idle', actions: 'nothing' } } },
    // Another stage may be selected while the source is read, to cite from it.
    source: {}, problems: {}, keys: {}, findings: {}, lost: {}, trying: {},
  },
});
export type Mode = 'idle' | 'naming' | 'connecting' | 'adding' | 'clock' | 'form' | 'criterion' | 'details' | 'source' | 'keys' | 'problems' | 'findings' | 'lost' | 'trying' | 'arranging' | 'finding';
