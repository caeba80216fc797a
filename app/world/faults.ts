// What a person is told when something broke that no refusal foresees. The thrown text goes to the log of the page
// (it can be copied from there), never to the screen.
import { BrokenRecord, ErasedCase } from '../trust/audit.ts';
import { log } from './log.ts';

const KEPT = 'Nothing was saved, and what you typed is kept.';
const WORDS: Readonly<Record<string, string>> = {
  UnreadableLog: `This case cannot be read here: its record, or the version of the procedure that it runs on, is not whole on this computer. ${KEPT} Restore it from a copy of the data.`,
  EndlessLoop: `The procedure leads in a circle at this point and never comes to rest. ${KEPT} Tell the person who keeps the procedure.`,
  NotTaken: `The procedure could not take this step. ${KEPT} Tell the person who keeps the procedure.`,
};

/** The sentence for whatever was thrown; the thrown text itself is logged. */
export function faultWords(thrown: unknown): string {
  log(`Fault: ${String(thrown)}`);
  if (thrown instanceof ErasedCase) return thrown.message;
  if (thrown instanceof BrokenRecord) return `${thrown.found.words} ${KEPT}`;
  const name = thrown instanceof Error ? thrown.name : '';
  return WORDS[name] ?? `Something went wrong that Caseway did not expect. ${KEPT} Reload the page and try again; if it happens again, copy the data and the log from “Where is my data?”.`;
}
