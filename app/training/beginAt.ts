// A rehearsal begun: kept on the shelf under a name of its own, with the first of its cast at the screen.
import { begin, keptOf } from '../../engine/case/rehearsal/index.ts';
import type { Playbook, Rehearsal, Scenario } from '../../engine/case/rehearsal/index.ts';
import { forgetAllTyped } from '../cases/typed.ts';
import { useSession } from '../world/session.ts';
import { opened } from './library.ts';
import { SHELF, keepRehearsal } from './shelf.ts';

/** Begins a rehearsal, brought as far as `bring` says; gives its id. Throws Unplayable, in words. */
export async function beginAt(scenario: Scenario, bring: (book: Playbook, rehearsal: Rehearsal) => Rehearsal): Promise<string> {
  const { book, on } = await opened(scenario);
  const id = crypto.randomUUID();
  await forgetAllTyped(SHELF);
  await keepRehearsal({ id, scenario, kept: keptOf(book, bring(book, begin(book, id))), changed: Date.now(), ...(on === undefined ? {} : { on }) });
  const played = scenario.cast?.find((one) => one.played !== false);
  if (played !== undefined) useSession.getState().actAs('rehearsal', scenario.procedure, played.role, played.person);
  return id;
}
