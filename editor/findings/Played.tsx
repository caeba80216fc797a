// The story of a finding on the diagram: stages it has come to carry the day, the stage of the claim is ringed, the
// rest steps back. Nothing is shown while no story is open.
import { useStore, ViewportPortal } from '@xyflow/react';
import { useEffect, useMemo } from 'react';
import type { Id } from '../../engine/procedure/types.ts';
import { useFit } from '../canvas/fit.ts';
import { useLayout } from '../store/context.ts';
import { chosenFinding, useFindings } from './state.ts';
import type { VerifyFinding } from '../../engine/verify/findings/types.ts';

interface Pill { readonly stage: Id; readonly words: string; readonly claim: boolean }

export function Played() {
  const finding = chosenFinding(useFindings());
  return finding && <Story finding={finding} />;
}

function Story({ finding }: { readonly finding: VerifyFinding }) {
  const state = useFindings();
  const layout = useLayout();
  const pills = useMemo(() => pillsOf(state.story?.steps.slice(0, state.step + 1) ?? [], finding.stages), [state.story, state.step, finding]);
  const fit = useFit();
  const [width, height] = [useStore((state) => state.width), useStore((state) => state.height)];
  // Again when the panel that tells the story has taken its room.
  useEffect(() => { const frame = requestAnimationFrame(() => fit()); return () => cancelAnimationFrame(frame); }, [fit, layout.bounds, width, height]);
  useDimmed(new Set([...pills.map(({ stage }) => stage), ...finding.stages]));
  return (
    <ViewportPortal>
      {pills.map(({ stage, words, claim }) => { const placed = layout.stages.get(stage) ?? layout.groups.get(stage); return placed && <span key={stage} className={claim ? 'ed-pill-day ed-pill-claim' : 'ed-pill-day'} style={{ transform: `translate(${placed.x + placed.w / 2}px, ${placed.y - 10}px) translate(-50%, -50%)` }}>{words}</span>; })}
      {finding.stages.map((stage) => { const placed = layout.stages.get(stage); return placed && <span key={stage} className={finding.severity === 'problem' ? 'ed-claim-ring' : 'ed-claim-ring ed-claim-look'} style={{ transform: `translate(${placed.x - 7}px, ${placed.y - 7}px)`, width: placed.w + 14, height: placed.h + 14 }} />; })}
    </ViewportPortal>
  );
}

/** Marks the stages that step back. The boxes are the drawing's own, so the mark is an attribute that it does not know. */
function useDimmed(shown: ReadonlySet<Id>): void {
  useStore((state) => state.nodes); // boxes that come into sight are marked too
  useEffect(() => {
    const boxes = [...document.querySelectorAll<HTMLElement>('.ed-mid .react-flow__node-stage')];
    for (const box of boxes) box.toggleAttribute('data-back', !shown.has(box.dataset['id'] ?? ''));
    return () => { for (const box of boxes) box.removeAttribute('data-back'); };
  });
}

/** For each stage the first step in which the story was there. */
function pillsOf(steps: readonly { readonly date: string; readonly stages: readonly Id[]; readonly claim: boolean }[], claimed: readonly Id[]): readonly Pill[] {
  const pills = new Map<Id, Pill>();
  steps.forEach(({ date, stages, claim }, index) => {
    for (const stage of stages) {
      const ends = claim && claimed.includes(stage);
      if (!pills.has(stage) || ends) pills.set(stage, { stage, words: `${index + 1} · ${date.replace(/ \d{4}$/, '')}`, claim: ends });
    }
  });
  return [...pills.values()];
}
