// What the pages of a case's whole life say: merging two cases, transferring one, taking one in, two copies side by side.
import { entries } from '../../trust/counted.ts';

export const lifeWords = {
  entries: {
    carried: (what: string, reference: string) => `${what}, carried over from ${reference}`, merged: (reference: string) => `Merged into ${reference}`, received: (reference: string) => `${reference} was merged into this case`, undone: 'Merge undone',
    transferred: (to: string) => `Transferred to ${to}`, takenBack: 'Taken back: it is worked on here again', takenIn: (from: string) => `Taken in from ${from}`, copied: (reference: string, from: string) => `A second copy of ${reference}, taken in from ${from} as a case of its own`,
  },
  links: { title: 'More than closing', merge: 'Merge this case into another', transfer: 'Transfer this case', takeIn: 'Take in a case file' },
  frame: {
    merged: 'Merged', transferred: 'Transferred', band: (what: string, when: string, who: string) => `${what} on ${when} by ${who}. It can be read here, and nothing can be added.`,
    goTo: (reference: string) => `Go to ${reference}`, back: 'File and taking back', undo: 'Undo the merge', nothing: 'Nothing is to be done here', elsewhere: (what: string) => `${what}: it goes on there. Here everything can be read.`,
  },
  merge: {
    title: 'Merge this case into another', text: 'For a case that was opened twice for one child or incident. One case goes on. This one closes, stays readable, and each points to the other. Nothing is erased.',
    into: 'Which case goes on?', intoHint: 'Cases that look the same come first', choose: 'Choose a case', none: 'There is no other open case on this procedure here.', gone: 'One of the two cases is not here any more. Nothing was merged.', reading: 'Reading both cases…',
    side: 'What would happen', closes: (reference: string) => `${reference} closes`, goesOn: (reference: string) => `${reference} goes on`, closesText: (n: number) => `Its ${entries(n)} stay as they are. Its tasks go from every list.`, goesOnText: (stage: string) => `It stays where it is: ${stage}. Its tasks and dates stay.`,
    carry: 'What is carried over?', carryText: 'What you choose becomes ordinary entries of the case that goes on, each saying where it comes from. What you leave stays readable in this case.',
    only: 'Answers that only this case has', differ: 'Answers that differ', differHint: 'Chosen, this case’s answer takes the place of the other from today', there: (words: string) => `In the case that goes on: ${words}`, told: 'What was noted, done, sent and decided', toldHint: 'Carried over as notes', nothing: 'This case has nothing that the other one lacks.',
    reason: 'Why are they merged?', button: (reference: string) => `Merge into ${reference}`, done: (from: string, into: string) => `${from} was merged into ${into}`, carriedFrom: (labels: readonly string[]) => labels.join('; '), answer: (label: string, words: string) => `${label}${label.endsWith('?') ? '' : ':'} ${words}`,
    note: (title: string, words: string, when: string) => [`${title === 'Note' ? '' : `${title}. `}${words}`.trim(), `(${when})`].join(' '),
    undoTitle: 'Undo the merge', undoText: 'Possible while nothing was sent from the case that goes on since. What was carried over is not counted any more; both records keep every entry.', undoReason: 'Why are they parted again?', undoButton: 'Undo the merge', undone: 'the merge is undone',
    section: 'Merged cases', copies: 'Copies of one case', copyOf: (reference: string, shared: number, from: string) => `This case is a second copy of ${reference}, taken in from ${from}. Both have the same first ${entries(shared)}; then each went on by itself.`, from: (reference: string) => `${reference} was merged into this case`, read: (reference: string) => `Read ${reference}`, half: 'It was not told to the other case: the page was closed before. Finish it, or undo it.', finish: 'Finish the merge', finished: 'the merge is finished',
  },
  transfer: {
    title: 'Transfer this case', text: 'For a case that another partnership, or another computer, goes on with. The whole case is saved as a signed file, and here it becomes read-only until you take it back or they send it back.',
    what: 'What the file holds', whatText: (n: number) => `Every entry (${n} until now), the procedure version the case runs on, and a signature that shows whether it was changed on the way.`, open: 'Anybody who has the file can read it. Send it by a secure way that your partnership has agreed, and never by ordinary e-mail.',
    to: 'Who gets it?', toHint: 'The partnership or office, no names of people', reason: 'Why is it transferred?', button: 'Record the transfer and save the file', done: (to: string) => `transferred to ${to}. The file is in your downloads`, toMissing: 'Say who gets it',
    again: 'Save the file again', againText: 'The same case, signed anew. Use it if the first file was lost.', savedAs: (name: string) => `Saved as ${name}, in your downloads.`, notSaved: 'The transfer is recorded, but the file was not saved. Save it again below.',
    backTitle: 'Take the case back', backText: 'If they did not take it after all. If they have gone on with it, ask them for the file instead: two copies that both go on cannot be put together again.', backReason: 'Why is it taken back?', backButton: 'Take it back', back: 'the case is worked on here again',
    file: 'They sent it back as a file?', logged: (to: string) => `Signed case file, transferred to ${to}`, practice: 'A practice case stays in the practice.',
  },
  takeIn: {
    title: 'Take in a case file', text: 'Choose the signed case file that another partnership or computer gave you. It is checked on this computer and sent nowhere, and nothing is kept before you say so.', choose: 'Case file', checking: 'Checking…',
    refused: (pointer: string, expected: string, found: string) => `This file cannot be taken in. ${pointer === '' ? 'In the file as a whole' : `At ${pointer}`}: expected ${expected}; found ${found}. Nothing here was changed. Ask for the file again.`,
    erased: (n: number) => `This file cannot be taken in: ${entries(n)} in it were erased at the end of their time, so that the case cannot be told. It can still be checked.`, unreadable: 'This file cannot be taken in: its entries cannot be told by this Caseway. It may come from a newer one. Load the page again for the newest, then try again.',
    noVersion: (n: number) => `This file cannot be taken in: version ${n} of its procedure is not in it. Ask for the file again.`, otherVersion: (n: number) => `This file cannot be taken in: version ${n} of its procedure stands here under the same number with other content. Ask the sender to move the case to a version that you both have, then to send it again.`,
    apart: 'This copy and ours went different ways. Choose below what to keep.',
    fine: 'The file is as it was saved, and the case can be told from it.', sum: { case: 'Case', about: 'About', procedure: 'Procedure', stage: 'Where it stands', entries: 'Entries', first: 'First entry', last: 'Last entry', made: 'File saved', fingerprint: 'Fingerprint of the sender', transferred: 'Sent as' } as const, compare: 'Compare the fingerprint with the one the sender gives you by telephone or on paper. It shows where the file comes from, not who a person was.',
    included: 'included in the file', sentTo: (to: string) => `A transfer to ${to}`, notSent: 'A copy: the sender has not recorded a transfer, and may go on with the case too', byWhom: (when: string, who: string) => `${when}, ${who}`,
    verdicts: {
      fresh: 'This case is not here yet.', longer: (more: number) => `This case is here. The file goes on from it with ${more === 1 ? '1 more entry' : `${more} more entries`}.`, same: 'This case is here already, entry for entry. There is nothing to take in.',
      older: (more: number) => `This computer holds ${more === 1 ? '1 entry' : `${more} entries`} more of this case than the file does. There is nothing to take in.`, fork: (n: number) => `Two copies of this case went different ways after entry ${n}.`, forkNone: 'A case of this id is here, and no entry of it is the same.',
    },
    kept: (reference: string) => `This very copy was taken in before, as ${reference}.`, goTo: (reference: string) => `Go to ${reference}`, takeBack: 'It is transferred here. Take it back',
    from: 'Who sent it?', fromHint: 'The partnership or office, no names of people', role: 'You act as', initials: 'Your initials', initialsHint: 'They stand beside what you enter. No full names.', reason: 'Note (optional)', fromMissing: 'Say who sent it', roleMissing: 'Choose whom you act as', initialsMissing: 'Give your initials', button: 'Take the case in', done: (reference: string) => `${reference} was taken in.`,
    forkTitle: 'Two copies, side by side', forkText: (n: number) => (n === 0 ? 'They have no entry in common.' : `Both have the same first ${entries(n)}. From then on each went on by itself, so they cannot be put together without somebody deciding what is right.`), ours: 'Ours has', theirs: 'Theirs has', more: (n: number) => entries(n), numbered: (n: number, title: string) => `Entry ${n}: ${title}`,
    keepOurs: 'Keep ours', keepOursText: 'Nothing changes here. Keep the file: it is the only record of what the others did.', keepOursButton: 'Keep ours, leave the file', keptOurs: 'Nothing was changed. The file was left.', keepTheirs: 'Keep theirs as a separate case', keepTheirsText: 'Ours stays as it is, and notes where the other copy is. Theirs becomes a case of its own, with who entered what and when as in the file. Its chain is sealed anew; keep the file as the proof.',
    reference: 'Reference of the separate case', referenceMissing: 'Give it a reference', referenceTaken: 'Another case has this reference. Give it one of its own', separateButton: 'Take theirs in as a separate case', logged: (from: string, fingerprint: string) => `A case file from ${from} was taken in, signed by ${fingerprint}`,
    looked: 'A second copy in a file was looked at; ours was kept', beside: (reference: string, from: string, shared: number) => `A second copy of this case, edited elsewhere after entry ${shared}, was taken in from ${from} as ${reference}.`,
  },
} as const;
