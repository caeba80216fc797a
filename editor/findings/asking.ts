// Asks for verification of the procedure in hand and tells the story of the finding that is opened.
import type { Procedure } from '../../engine/procedure/types.ts';
import { storyOf } from '../../engine/verify/findings/story.ts';
import { useFindings } from './state.ts';
import { verifyBeside } from './worker.ts';

let stop: (() => void) | undefined;

/** Verifies a procedure, unless that is done or under way. */
export function ask(procedure: Procedure): void {
  if (useFindings.getState().procedure === procedure) return;
  stop?.();
  useFindings.setState({ procedure, progress: 0, failed: null });
  stop = verifyBeside(procedure, (told) => {
    if ('progress' in told) useFindings.setState({ progress: told.progress });
    else if ('failed' in told) useFindings.setState({ progress: null, failed: told.failed, verified: null, chosen: null, story: null });
    else { useFindings.setState({ progress: null, verified: told.verified }); choose(told.verified.findings.length > 0 ? 0 : null); }
  });
}

/** Opens a finding; its story begins at its end, where the claim is. */
export function choose(index: number | null): void {
  const { procedure, verified } = useFindings.getState();
  const example = index === null ? undefined : verified?.findings[index]?.example;
  const story = procedure && example ? storyOf(procedure, example) : null;
  useFindings.setState({ chosen: index, story, step: story ? story.steps.length - 1 : 0 });
}
