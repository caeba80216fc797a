// What the screens of trust say: locks, backups, alarms, what a signature proves.
import { cases, entries } from './counted.ts';

export const trustWords = {
  unlock: {
    title: 'Unlock the cases', lede: 'The cases on this computer are encrypted. Enter the passphrase to open them.',
    passphrase: 'Passphrase', passphraseHint: 'Or the recovery key, if the passphrase is lost', initials: 'Your initials', initialsHint: 'Two to four letters. They stand beside what you do', button: 'Unlock', opening: 'Opening…',
    wrong: 'This is neither the passphrase nor the recovery key', missing: 'Enter the passphrase',
    forgotten: 'The passphrase is forgotten',
    forgottenText: ['The recovery key opens the cases too. It was shown once when the cases were encrypted; it is 32 letters and digits in eight groups.', 'Without the passphrase and without the recovery key nobody can open the cases: not you, not the people who gave you Caseway, nor anybody who finds this computer. A backup made since is sealed with the same passphrase.', 'If both are lost, erase what is here, and ask the agencies for their records.'],
    noHeader: { title: 'The cases are encrypted, and what is needed to open them is gone', text: 'The browser lost a part of its data. Restore a backup: it carries all that is needed besides the passphrase.' },
    erase: 'Erase everything and start again', eraseWord: 'erase', eraseLabel: 'Type “erase” to confirm', eraseText: 'This removes every case from this computer. It cannot be undone.',
  },
  vanished: {
    title: 'Cases were kept here, and the store is empty',
    seen: (n: number, events: number) => `When this browser last looked, it kept ${cases(n)} with ${entries(events)}. The browser has lost them: its data was cleared, or it found its own database damaged and began a new one without a word.`,
    noneSeen: 'The second journal of this browser holds cases that its database does not.',
    journal: (n: number, events: number) => `The second journal on this computer still holds ${cases(n)} with ${entries(events)}.`,
    noJournal: 'The second journal is empty too. A backup is the only way back.',
    fromJournal: 'Bring back what the second journal holds', working: 'Bringing back…', fromBackup: 'Restore from a backup file', 
    done: (n: number, events: number) => `Brought back: ${cases(n)} with ${entries(events)}.`,
    cut: (list: string) => `Not whole, and brought back as far as the record fits together: ${list}.`, goOn: 'Go to the cases',
    anew: 'Start with an empty store', anewText: 'What the second journal holds stays where it is and is asked about no more. Do this only when you know why the cases are gone.',
  },
  notices: {
    region: 'About this computer',
    stale: 'This tab is out of date: newer code, or another tab, has taken the store over. It shows and does not save. Copy what you typed, then load it again.', reload: 'Load again',
    older: 'The cases here were last kept by a newer Caseway. This one is older: it shows them and does not save. Load the page again, or ask whoever looks after Caseway for the newer one.',
    journalOff: 'What you do is saved once on this computer, not twice: this browser gives Caseway no second place. Save backups more often.',
    shorter: (n: number) => `The database holds less of ${cases(n)} than the second journal does. Nothing should be added before it is brought back.`, bringBack: 'Bring it back',
    differ: (n: number) => `The two journals disagree about ${cases(n)}: one of them was changed. Save a backup and tell whoever looks after Caseway.`,
    backupNever: 'No backup was ever saved from this computer. If the browser loses its data, the cases are gone.', backupOld: (days: number) => `The last backup is ${days} days old, and cases have changed since.`, backupLink: 'Save a backup', later: 'Remind me tomorrow',
    who: (initials: string) => `Is it still you, ${initials}? What you do is recorded under these initials.`, same: (initials: string) => `Yes, I am ${initials}`, other: 'No, somebody else',
    update: 'A newer Caseway is ready. What you typed is kept.', take: 'Use it now',
    clock: { back: 'This computer’s clock was set back: entries recorded earlier carry later times. Dates that are counted do not move. Check the clock.', forward: 'This computer’s clock was set forward a long way since the last entry. Check it: a deadline may seem to have passed.', slept: 'This computer slept. The dates on this page were counted anew.' },
  },
  folder: {
    choose: 'Choose a folder for backups', save: (folder: string) => `Save into the folder ${folder}`, other: 'Choose another folder',
    none: (folder: string) => `Nothing was saved: the folder ${folder} could not be written to. It was moved, is full, or Caseway was not let into it. Choose another folder, or save the backup into your downloads.`,
  },
  leave: { button: 'Leave quickly', hint: 'Covers the page at once, locks the cases where they are encrypted, and leaves an empty tab' },
  lock: { button: 'Lock', soon: (seconds: number) => `The cases lock in ${seconds} seconds, because nobody has used this page.`, title: 'Are you still there?', stay: 'Stay', now: 'Lock now', locking: 'Locked' },
  vault: {
    title: 'Encrypt the cases', changeTitle: 'Change the passphrase',
    why: ['With encryption, whoever copies this computer’s disk, or uses this browser after you locked it, sees no case.', 'It does not protect against somebody who uses this computer while the cases are unlocked, or who knows the passphrase.'],
    share: 'One passphrase opens all cases here. Everybody who works with them on this computer account needs it.',
    passphrase: 'New passphrase', hint: 'At least 12 characters. Three or four words that do not belong together are easy to remember', again: 'The new passphrase again', differs: 'The two are not the same', present: 'Present passphrase, or the recovery key',
    button: 'Encrypt the cases', working: 'Encrypting…', changeButton: 'Change the passphrase', changed: 'The passphrase is changed. Nothing had to be encrypted anew; backups saved before open with the passphrase they were saved under.',
    recoveryTitle: 'Write down the recovery key', recoveryText: ['This is shown once and kept nowhere. Print it or write it down, and keep it in the safe, away from this computer.', 'If the passphrase is forgotten, this key is the only way to the cases.'], print: 'Print', kept: 'I have kept the recovery key', done: 'The cases are encrypted. Ctrl + L locks them; they lock by themselves after a while.',
    before: 'Cases that were kept before encryption may leave traces in this browser’s files until it tidies them up. Where that matters, save a backup, wipe this device, and restore.',
    on: 'Encrypted with AES-GCM. Locked with Ctrl + L, and by itself', off: 'Not encrypted: anybody who can use this browser under your account can read them',
    minutes: 'Lock when nobody has used the page for', minutesOf: (n: number) => `${n} minutes`,
  },
  verify: {
    title: 'Check a case file', lede: 'Choose a signed case file that somebody gave you. It is read in this browser only and sent nowhere. You need no account, and no case is opened.', choose: 'Case file', 
    good: 'This file is as it was saved', bad: 'This file is not as it was saved', where: (pointer: string) => (pointer === '' ? 'In the file as a whole' : `At ${pointer}`), expected: 'Expected', found: 'Found',
    proves: 'What this proves', provesText: ['That no letter of the file changed since the installation with this fingerprint saved it, and that its entries follow one another without a gap.', 'It does not prove who a person was: initials and roles are what was entered. It does not prove that the clock was right, nor that nothing was left out before the first entry.', 'Compare the fingerprint with the one that the authority gave you by another way, such as on paper.'],
    fingerprint: 'Fingerprint of the installation', reference: 'Case', entries: 'Entries', head: 'Ends with', made: 'Saved', versions: 'Procedure', erased: 'Erased for retention', list: 'Entries', columns: { n: 'No.', when: 'Happened', entered: 'Entered', what: 'What', who: 'By' },
  },
} as const;
/** On papers and files that leave: where they come from. */
export const originWords = {
  one: (reference: string, when: string, head: string, entries: number, fingerprint: string) => `Case ${reference}, made ${when} in Caseway. Its record of ${entries === 1 ? '1 entry' : `${entries} entries`} ends with ${head}. Installation ${fingerprint}. A signed case file of this installation shows whether the record was changed since; it does not show who typed.`,
  several: (when: string, fingerprint: string) => `Made ${when} in Caseway. Installation ${fingerprint}.`,
  printed: 'printed', dates: 'dates for a calendar (.ics)', drafts: 'e-mail drafts',
} as const;
