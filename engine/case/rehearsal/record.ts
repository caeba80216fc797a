// A scenario out of what was played: the acts that were accepted become the steps that are expected. Injects,
// questions and notes of the scenario it began from stay; nothing else is invented.
import { civilDateTime } from '../../time/index.ts';
import type { CommandBody } from '../types.ts';
import type { WalkthroughAct, WalkthroughCommand, WalkthroughStep } from '../walkthrough-types.ts';
import { parseDateTime } from '../../time/index.ts';
import { toldOf, wayOf } from './player.ts';
import type { ActEntry, Playbook, Rehearsal, Scenario } from './types.ts';

/** The way that is played as a scenario of its own. `id` and `title` are its name. */
export function scenarioFrom({ scenario, begins }: Playbook, rehearsal: Rehearsal, id: string, title: string): Scenario {
  const opening = scenario.steps.filter(({ at }) => (parseDateTime(at) ?? Infinity) <= begins);
  const { first: _first, practice: _practice, ...rest } = scenario;
  return { ...rest, id, title, opening: { ...(scenario.opening ?? { words: scenario.summary ?? scenario.title }), until: civilDateTime(begins) }, steps: [...opening, ...actsOf(rehearsal).map(stepOf)] };
}

function actsOf(rehearsal: Rehearsal): readonly ActEntry[] {
  return toldOf(wayOf(rehearsal)).flatMap(({ entry, refusal }) => (entry.kind === 'act' && !refusal ? [entry] : []));
}

function stepOf({ at, occurred, role, person, onBehalfOf, body }: ActEntry): WalkthroughStep {
  const act: WalkthroughAct = {
    at: civilDateTime(at), as: role, person, do: commandOf(body),
    ...(occurred === undefined || civilDateTime(occurred) === civilDateTime(at) ? {} : { occurred: civilDateTime(occurred) }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  };
  return act;
}

/** Answers as their raw values, as a file writes them. */
function commandOf(body: CommandBody): WalkthroughCommand {
  const { answers, ...rest } = body as CommandBody & { readonly answers?: Readonly<Record<string, { readonly value?: unknown }>> };
  if (answers === undefined) return rest as WalkthroughCommand;
  const raw = Object.fromEntries(Object.entries(answers).map(([question, given]) => [question, 'value' in given ? given.value : given]));
  return { ...rest, answers: raw } as unknown as WalkthroughCommand;
}
