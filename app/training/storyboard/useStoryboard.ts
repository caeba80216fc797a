// A storyboard on the screen: the scenario as it is being written, what was undone, and that it is kept after every
// change. Letters typed one after the other into the same field are one change.
import { useCallback, useMemo, useReducer, useRef } from 'react';
import { compiledForScenario, storyProblems, storyRun } from '../../../engine/case/rehearsal/index.ts';
import type { Scenario, StoryChange, StoryRun } from '../../../engine/case/rehearsal/index.ts';
import type { WalkthroughProblem } from '../../../engine/case/walkthrough-read.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { replaceScenario } from '../shelf.ts';
import { useKept } from '../useKept.ts';
import type { KeptState } from '../useKept.ts';

export interface Storyboard {
  readonly scenario: Scenario; readonly procedure: Procedure; readonly run: StoryRun; readonly problems: readonly WalkthroughProblem[];
  /** Place of the entry that is shown: `/steps/3`, `/about`. */ readonly selected: string;
  /** Changes when another entry is shown, or another state of it: its fields then begin anew. */ readonly turn: number;
  readonly select: (pointer: string) => void;
  /** Makes a change. `field`: letters typed into one field after the other make one change. */
  readonly change: (change: StoryChange, field?: string) => void;
  readonly undo: (() => void) | undefined; readonly redo: (() => void) | undefined;
  readonly kept: KeptState;
}

interface State { readonly now: StoryChange; readonly past: readonly StoryChange[]; readonly future: readonly StoryChange[]; readonly field?: string | undefined; readonly turn: number }
type Action = { readonly do: 'change'; readonly change: StoryChange; readonly field?: string | undefined } | { readonly do: 'select'; readonly pointer: string } | { readonly do: 'undo' | 'redo' };
const MOST = 200;

function reduced(state: State, action: Action): State {
  const { now, past, future, field } = state;
  const turn = state.turn + 1;
  switch (action.do) {
    case 'select': return { ...state, now: { ...now, pointer: action.pointer }, field: undefined, turn };
    case 'undo': { const before = past.at(-1); return before === undefined ? state : { now: before, past: past.slice(0, -1), future: [now, ...future], turn }; }
    case 'redo': { const [after, ...rest] = future; return after === undefined ? state : { now: after, past: [...past, now], future: rest, turn }; }
    default: {
      if (action.change.scenario === now.scenario) return state;
      const on = action.field !== undefined && action.field === field;
      return { now: action.change, past: on ? past : [...past, now].slice(-MOST), future: [], field: action.field, turn: action.field === undefined ? turn : state.turn };
    }
  }
}

/** The storyboard of a scenario, kept in rehearsal's database after each change. */
export function useStoryboard(first: Scenario, procedure: Procedure): Storyboard {
  const [state, act] = useReducer(reduced, { now: { scenario: first, pointer: '/about' }, past: [], future: [], turn: 0 });
  const { scenario, pointer } = state.now;
  const compiled = useMemo(() => compiledForScenario(first, procedure), [first, procedure]);
  const before = useRef<StoryRun>(undefined);
  const run = useMemo(() => { before.current = storyRun(compiled, scenario, before.current); return before.current; }, [compiled, scenario]);
  const problems = useMemo(() => storyProblems(run, scenario, procedure), [run, scenario, procedure]);
  const kept = useKept(first, scenario, replaceScenario);
  const change = useCallback((next: StoryChange, field?: string) => act({ do: 'change', change: next, field }), []);
  const select = useCallback((next: string) => act({ do: 'select', pointer: next }), []);
  return {
    scenario, procedure, run, problems, selected: pointer === '' ? '/about' : pointer, turn: state.turn, select, change, kept,
    undo: state.past.length === 0 ? undefined : () => act({ do: 'undo' }), redo: state.future.length === 0 ? undefined : () => act({ do: 'redo' }),
  };
}
