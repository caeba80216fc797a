// Asks for verification of the procedure in hand and tells the story of the finding that is opened.
import type { Procedure } from '../../engine/procedure/types.ts';
import { sortLeft } from '../../engine/verify/findings/left.ts';
import { storyOf } from '../../engine/verify/findings/story.ts';
import type { VerifyFinding } from '../../engine/verify/findings/types.ts';
import { alikeBut } from '../model/alike.ts';
import { useFindings } from './state.ts';
import { verifyBeside } from './worker.ts';

let stop: (() => void) | undefined;

/** Verifies a procedure, unless that is done or under way. */
export function ask(procedure: Procedure): void {
  const { procedure: before } = useFindings.getState();
  if (before === procedure) return;
  if (before && alikeBut(UNBINDING, before, procedure)) { useFindings.setState({ procedure }); return; }
  stop?.();
  useFindings.setState({ procedure, progress: 0, failed: null });
  stop = verifyBeside(procedure, (told) => {
    if ('progress' in told) useFindings.setState({ progress: told.progress });
    else if ('failed' in told) useFindings.setState({ progress: null, failed: told.failed, verified: null, chosen: null, story: null });
    else {
      const { verified, chosen } = useFindings.getState();
      const shown = chosen === null ? undefined : verified?.findings[chosen];
      useFindings.setState({ progress: null, verified: told.verified });
      choose(nextAfter(procedure, told.verified.findings, shown));
    }
  });
}

/** Parts of a procedure that bind nothing: verification says the same whatever they are. */
const UNBINDING: ReadonlySet<keyof Procedure> = new Set(['layout', 'findingsLeft']);

/** The finding that was open, where it is still there; else the first that is not left. */
function nextAfter(procedure: Procedure, findings: readonly VerifyFinding[], shown: VerifyFinding | undefined): number | null {
  const same = findings.findIndex(({ code, pointer }) => code === shown?.code && pointer === shown.pointer);
  const first = sortLeft(procedure, findings).open[0]?.finding;
  return same >= 0 ? same : first ? findings.indexOf(first) : null;
}

/** Opens a finding; its story begins at its end, where the claim is. */
export function choose(index: number | null): void {
  const { procedure, verified } = useFindings.getState();
  const example = index === null ? undefined : verified?.findings[index]?.example;
  const story = procedure && example ? storyOf(procedure, example) : null;
  useFindings.setState({ chosen: index, story, step: story ? story.steps.length - 1 : 0 });
}
