// What makes two acts the same act, whoever does them and whatever is written in them: what is done, and to what.
import type { CommandBody } from '../types.ts';

const OBJECTS = ['task', 'transition', 'timescale', 'hold', 'relation', 'seat', 'party', 'recipient', 'state'] as const;

/** `completeTask send-alert`; a reply names its recipient and what came of it, answers without a task their questions. */
export function actKey(body: CommandBody): string {
  const parts = body as unknown as Readonly<Record<string, unknown>>;
  const objects = OBJECTS.flatMap((name) => (typeof parts[name] === 'string' ? [parts[name]] : []));
  const questions = objects.length === 0 && body.type === 'recordAnswers' ? Object.keys(body.answers).toSorted() : [];
  return [body.type, ...objects, ...questions].join(' ');
}

/** The task that an act is about, if it is about one. */
export function taskOf(body: CommandBody): string | undefined {
  return 'task' in body ? body.task : undefined;
}
