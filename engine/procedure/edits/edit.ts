// The named edits of the editor: each is one thing a person does to a procedure, with the arguments it needs.
// It does not say how they are carried out.
import type { Criterion, DecisionOption, Deputy, Door, Id, Option, Party, Procedure, Question, QuestionType, Rule, Scalar, StageKind, Task, TaskShape, Text, Timescale, Transition, Trigger } from '../types.ts';
import type { Change } from './changes.ts';

/** The parts of a clock that can be changed; undefined takes a part out that may be left out. */
export type ClockParts = { readonly [Part in Exclude<keyof Timescale, 'for'>]?: Timescale[Part] | undefined };

/** The parts of a task that can be changed together; undefined takes a part out that may be left out. */
export type TaskParts = { readonly [Part in Exclude<keyof Task, 'label' | 'by' | 'shape'>]?: Task[Part] | undefined } & { readonly shape?: TaskShape };
/** The parts of a way in that can be changed. */
export type DoorParts = { readonly [Part in 'label' | 'by' | 'to']?: Door[Part] | undefined };

/** The parts of a question that can be changed together. */
export type QuestionParts = { readonly [Part in 'hint' | 'options' | 'many' | 'long']?: Question[Part] | undefined } & { readonly type?: QuestionType };

/** The parts of a rule that can be changed together; undefined takes a part out that may be left out. */
export type RuleParts = { readonly [Part in 'label' | 'if' | 'unknown']?: Rule[Part] | undefined } & { readonly then?: Rule['then']; readonly strength?: Rule['strength'] };

export type Edit =
  | { readonly type: 'renameProcedure'; readonly label: Text }
  /** `after`: the stage it is written after; the id is made from the label. */
  | { readonly type: 'addStage'; readonly kind: StageKind; readonly label: Text; readonly within?: Id; readonly after?: Id; readonly final?: boolean; readonly at?: { readonly x: number; readonly y: number } }
  | { readonly type: 'renameStage'; readonly stage: Id; readonly label: Text }
  | { readonly type: 'setStageKind'; readonly stage: Id; readonly kind: StageKind }
  | { readonly type: 'setStageEnd'; readonly stage: Id; readonly final: boolean }
  | { readonly type: 'setOwner'; readonly stage: Id; readonly owner?: Id }
  | { readonly type: 'setGuidance'; readonly stage: Id; readonly guidance?: Text }
  | { readonly type: 'removeStage'; readonly stage: Id }
  | { readonly type: 'moveStage'; readonly stage: Id; readonly x: number; readonly y: number }
  | { readonly type: 'clearLayout' }
  /** `within` absent: to the top level. */
  | { readonly type: 'nestStage'; readonly stage: Id; readonly within?: Id }
  | { readonly type: 'orderStage'; readonly stage: Id; readonly by: -1 | 1 }
  | { readonly type: 'duplicateStage'; readonly stage: Id }
  | { readonly type: 'groupStages'; readonly stages: readonly Id[]; readonly label: Text; readonly kind?: StageKind; readonly parallel?: boolean }
  | { readonly type: 'ungroupStages'; readonly group: Id }
  | { readonly type: 'setParallel'; readonly group: Id; readonly parallel: boolean }
  /** `to` absent: the lane or group ends. */
  | { readonly type: 'addTransition'; readonly from: readonly Id[]; readonly to?: Id; readonly on: Trigger; readonly label?: Text }
  | { readonly type: 'retargetTransition'; readonly transition: Id; readonly from?: readonly Id[]; readonly to?: Transition['to'] }
  | { readonly type: 'removeTransition'; readonly transition: Id }
  | { readonly type: 'setTransitionTrigger'; readonly transition: Id; readonly on: Trigger }
  | { readonly type: 'setTransitionCriterion'; readonly transition: Id; readonly if?: Criterion }
  | { readonly type: 'setTransitionLabel'; readonly transition: Id; readonly label?: Text }
  /** One place up or down among the routes that leave the same stage: the first that holds is taken. */
  | { readonly type: 'orderTransition'; readonly transition: Id; readonly by: -1 | 1 }
  | { readonly type: 'addTask'; readonly shape: TaskShape; readonly label: Text; readonly in?: readonly Id[]; readonly by?: readonly Id[]; readonly to?: readonly Id[]; readonly options?: readonly DecisionOption[] }
  | { readonly type: 'renameTask'; readonly task: Id; readonly label: Text }
  | { readonly type: 'setDoers'; readonly task: Id; readonly by?: readonly Id[] }
  | { readonly type: 'changeTask'; readonly task: Id; readonly set: TaskParts }
  | { readonly type: 'removeTask'; readonly task: Id }
  | { readonly type: 'addTimescale'; readonly clock: Timescale }
  | { readonly type: 'changeTimescale'; readonly timescale: Id; readonly set: ClockParts }
  | { readonly type: 'removeTimescale'; readonly timescale: Id }
  | { readonly type: 'setSettingDefault'; readonly setting: Id; readonly value: Scalar }
  | { readonly type: 'addParty'; readonly kind: Party['kind']; readonly title: Text; readonly outside?: boolean }
  | { readonly type: 'setDeputies'; readonly party: Id; readonly deputies: readonly Deputy[] }
  | { readonly type: 'addDoor'; readonly label: Text; readonly by: readonly Id[]; readonly to: readonly Id[] }
  | { readonly type: 'changeDoor'; readonly door: Id; readonly set: DoorParts }
  | { readonly type: 'removeDoor'; readonly door: Id }
  | { readonly type: 'renameParty'; readonly party: Id; readonly title: Text }
  /** `section` absent: the last section of the form. */
  | { readonly type: 'addQuestion'; readonly form: Id; readonly section?: Id; readonly question: QuestionType; readonly label: Text; readonly options?: readonly Option[] }
  | { readonly type: 'addForm'; readonly label: Text }
  | { readonly type: 'renameForm'; readonly form: Id; readonly label: Text }
  | { readonly type: 'changeQuestion'; readonly question: Id; readonly set: QuestionParts }
  | { readonly type: 'orderQuestion'; readonly form: Id; readonly question: Id; readonly by: -1 | 1 }
  | { readonly type: 'takeQuestion'; readonly form: Id; readonly question: Id }
  | { readonly type: 'renameQuestion'; readonly question: Id; readonly label: Text }
  | { readonly type: 'addRule'; readonly rule: Rule }
  | { readonly type: 'changeRule'; readonly rule: Id; readonly set: RuleParts }
  | { readonly type: 'removeRule'; readonly rule: Id }
  /** One part of an element, by the keys that lead to it; `words` name the edit for history. */
  | { readonly type: 'setPart'; readonly path: readonly string[]; readonly value?: unknown; readonly words: string }
  /** Takes an edit back, or does it again; made by `applyEdit` only. */
  | { readonly type: 'restore'; readonly changes: readonly Change[]; readonly words: string };

export type EditOf<T extends Edit['type']> = Extract<Edit, { readonly type: T }>;

/** What an edit would do, or why it may not be done. */
export type Plan = { readonly words: string; readonly changes: readonly Change[]; /** Of the element it adds. */ readonly id?: Id } | { readonly no: string };
export type Planner<T extends Edit['type']> = (edit: EditOf<T>, procedure: Procedure) => Plan;
