// The public surface of verification: a procedure proved before anyone runs it, two compared, cases tried on an edit,
// acts, dates and stages of a case explained, criteria related, a procedure held against the national frame.
export { verify, type VerifyOptions } from './verify.ts';
export type { Slack, Verified, VerifyCode, VerifyFinding } from './findings/types.ts';
export { certainFix, type Fix } from './findings/fixes.ts';
export { leaving, sortLeft, takingBack, type Sorted } from './findings/left.ts';
export { explore, type Explored, type ExploreOptions, type Path, type Step } from './explore/explore.ts';
export { compare, type CompareOptions, type Comparison, type Row } from './compare/compare.ts';
export { takeOver, type TakenOver } from './compare/take-over.ts';
export { replayThrough, type CaseChange, type ClockChange, type ClockState, type Replayed, type ReplayOptions } from './replay/replay.ts';
export { wouldEnable, type Enabled, type Need } from './explain/enable.ts';
export { wouldEnter, wouldStart, type Coming } from './explain/start.ts';
export { outlookOf, type Outlook } from './explain/plans.ts';
export type { Happening } from './explain/happen.ts';
export { happeningDoers, happeningWords } from './explain/words.ts';
export { alone, relate, relationOf, witnessWords, type Related, type Relation } from './criteria/relate.ts';
export type { Witness } from './criteria/solve.ts';
export { againstFrame, type AgainstFrame, type Frame, type FrameEdition, type FramePoint, type PointFinding } from './frame/frame.ts';
