// The edits the diagram and its panels make, as named data. Each is one undo step and one announcement.
import type { Id, Procedure, StageKind, Timescale, Trigger } from '../../engine/procedure/types.ts';

export type Edit =
  | { readonly edit: 'rename-stage'; readonly stage: Id; readonly label: string }
  | { readonly edit: 'change-kind'; readonly stage: Id; readonly kind: StageKind }
  | { readonly edit: 'change-owner'; readonly stage: Id; readonly owner: Id | null }
  | { readonly edit: 'change-deputy'; readonly stage: Id; readonly deputy: Id | null }
  | { readonly edit: 'add-stage'; readonly stage: Id; readonly kind: StageKind; readonly label: string; readonly after: Id | null; readonly within: Id | null }
  | { readonly edit: 'remove-stage'; readonly stage: Id }
  | { readonly edit: 'add-route'; readonly route: Id; readonly from: Id; readonly to: Id; readonly on: Trigger }
  | { readonly edit: 'remove-route'; readonly route: Id }
  | { readonly edit: 'change-clock'; readonly clock: Id; readonly timescale: Timescale }
  | { readonly edit: 'add-clock'; readonly clock: Id; readonly timescale: Timescale }
  | { readonly edit: 'remove-clock'; readonly clock: Id }
  | { readonly edit: 'change-reading'; readonly setting: Id; readonly value: string | number | boolean }
  | { readonly edit: 'move'; readonly stage: Id; readonly x: number; readonly y: number }
  | { readonly edit: 'tidy' };

export type EditResult =
  | { readonly ok: true; readonly procedure: Procedure; /** "Change clock of Notify the DfE": after "Undo:" and in the announcement. */ readonly words: string }
  | { readonly ok: false; readonly words: string };
