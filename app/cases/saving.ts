// How one act is saved: editing, saving, then saved, refused or failed. A failed or refused act leaves what was typed.
import { assign, fromPromise, setup } from 'xstate';
import { faultWords } from '../world/faults.ts';
import type { ActResult } from './types.ts';

export const savingMachine = setup({
  types: { context: {} as { readonly result: ActResult | undefined; readonly round: number }, events: {} as { readonly type: 'SAVE'; readonly write: () => Promise<ActResult> } | { readonly type: 'EDIT' } },
  actors: { write: fromPromise<ActResult, () => Promise<ActResult>>(({ input }) => input()) },
  guards: { isSaved: (_, { kind }: { kind: string }) => kind === 'saved', isRefused: (_, { kind }: { kind: string }) => kind === 'refused' },
}).createMachine({
  id: 'saving', context: { result: undefined, round: 0 }, initial: 'editing',
  states: {
    editing: { on: { SAVE: 'saving' } },
    saving: {
      invoke: {
        src: 'write', input: ({ event }) => (event.type === 'SAVE' ? event.write : () => Promise.reject(new Error('Nothing to save'))),
        onDone: [
          { guard: { type: 'isSaved', params: ({ event }) => ({ kind: event.output.kind }) }, target: 'saved', actions: assign({ result: ({ event }) => event.output }) },
          { guard: { type: 'isRefused', params: ({ event }) => ({ kind: event.output.kind }) }, target: 'refused', actions: assign({ result: ({ event }) => event.output, round: ({ context }) => context.round + 1 }) },
          { target: 'failed', actions: assign({ result: ({ event }) => event.output, round: ({ context }) => context.round + 1 }) },
        ],
        onError: { target: 'failed', actions: assign({ result: ({ event }) => ({ kind: 'failed', words: faultWords(event.error) }), round: ({ context }) => context.round + 1 }) },
      },
    },
    saved: { on: { SAVE: 'saving', EDIT: 'editing' } },
    refused: { on: { SAVE: 'saving', EDIT: 'editing' } },
    failed: { on: { SAVE: 'saving', EDIT: 'editing' } },
  },
});
