// What verification last said of the procedure in hand, which finding is open and how far its story has been played.
// The diagram reads what is played from here; asking.ts, which is heavy, writes it.
import { create } from 'zustand';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { Story } from '../../engine/verify/findings/story.ts';
import type { Verified, VerifyFinding } from '../../engine/verify/findings/types.ts';

export interface FindingsState {
  readonly procedure: Procedure | null;
  readonly progress: number | null;
  readonly failed: string | null;
  readonly verified: Verified | null;
  readonly chosen: number | null;
  readonly story: Story | null;
  readonly step: number;
}

export const useFindings = create<FindingsState>(() => ({ procedure: null, progress: null, failed: null, verified: null, chosen: null, story: null, step: 0 }));

/** Goes to a step of the story, within its bounds. */
export function goToStep(step: number): void {
  const { story } = useFindings.getState();
  if (story) useFindings.setState({ step: Math.max(0, Math.min(story.steps.length - 1, step)) });
}

/** Closes the panel: nothing is played on the diagram any more. */
export function leave(): void {
  useFindings.setState({ chosen: null, story: null, step: 0 });
}

export const chosenFinding = ({ verified, chosen }: FindingsState): VerifyFinding | undefined => (chosen === null ? undefined : verified?.findings[chosen]);
