// Who something is still to be sent to, as its page lists them and chooses them at first.
import { expect, test } from 'vitest';
import { unsentTo } from '../../app/cases/tasks/recipients.ts';
import type { Recipient, TaskRecord, TaskView } from '../../engine/case/types.ts';

const to = (party: string, more: Partial<Recipient> = {}): Recipient => ({ party, state: 'asked', changed: 0, ...more });
const view = (asked: readonly string[], recipients?: readonly Recipient[]): Pick<TaskView, 'required' | 'record'> => ({
  required: { fields: [], seats: [], recipients: asked, reasons: false },
  ...(recipients && { record: { recipients } as unknown as TaskRecord }),
});

test('before it has gone to anybody it is still to be sent to all who are asked for', () => {
  expect(unsentTo(view(['ofsted', 'partnership']))).toEqual(['ofsted', 'partnership']);
});

test('once it has gone to one, the other is left, and nobody once it has gone to both', () => {
  expect(unsentTo(view(['ofsted', 'partnership'], [to('partnership', { sent: 1 })]))).toEqual(['ofsted']);
  expect(unsentTo(view(['ofsted', 'partnership'], [to('partnership', { sent: 1 }), to('ofsted', { sent: 2 })]))).toEqual([]);
});

test('who was added is still to be sent to; who turned out not to be needed is not', () => {
  expect(unsentTo(view(['health'], [to('health', { sent: 1 }), to('school')]))).toEqual(['school']);
  expect(unsentTo(view(['health'], [to('health', { state: 'not-needed' })]))).toEqual([]);
});
