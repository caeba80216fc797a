// What restoring says: the report before anything changes, and what was done.
import { cases, entries } from './counted.ts';

export const restoreWords = {
  choose: 'Backup file', hint: 'It is read on this computer and sent nowhere. Nothing changes before you say so', working: 'Restoring…', goOn: 'Go to the cases',
  refused: (pointer: string, expected: string, found: string) => `This file was not restored. ${pointer === '' ? 'In the file as a whole' : `At ${pointer}`}: expected ${expected}; found ${found}. Nothing here was changed. Choose another backup, or ask for the file again.`,
  sealed: 'This backup is encrypted.', passphrase: 'Passphrase it was saved under, or the recovery key', wrong: 'This is neither the passphrase nor the recovery key of this backup', open: 'Open the backup',
  report: 'What this backup would do', made: (when: string, count: number, inIt: number) => `Saved ${when}, with ${cases(count)} and ${entries(inIt)}. Its record fits together.`,
  fresh: 'Not here, and brought back', longer: 'Here, and completed from the backup', same: 'The same here', older: 'Newer here than in the backup, and left as they are', apart: 'Different here and in the backup, and left as they are', notInBackup: 'Here, and not in the backup',
  none: 'None', some: (n: number, list: string, more: boolean) => `${n}: ${list}${more ? ', …' : ''}`,
  add: 'Restore what is missing', cancel: 'Cancel', replace: 'Replace everything with the backup', replaceText: (n: number) => `Replacing everything takes away what the backup does not have: ${cases(n)} or parts of them. Save a backup of what is here first.`,
  done: (n: number) => (n === 0 ? 'Nothing had to be brought back: everything in the backup is here.' : `${n === 1 ? 'One case is' : `${n} cases are`} back.`),
} as const;
