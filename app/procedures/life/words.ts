// The words of a procedure's life: begun, brought in from a file, signed off, published, withdrawn, put away.
import { listWords } from '../../../engine/time/words.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const lifeWords = {
  blank: { button: 'Start from an empty page', label: 'New procedure', edition: 'Draft', law: 'Not written yet', calendar: 'Monday to Friday, bank holidays of England and Wales left out' },
  bring: {
    title: 'Bring in a procedure', label: 'A procedure file', hint: 'Choose a file, or drag one onto this page. It is read on this computer and sent nowhere.', reading: 'Reading the file…', tooBig: 'The file is larger than 2 MB.', tooBigNext: 'A procedure is smaller: check that it is the right file.',
    refused: (name: string) => `“${name}” was not brought in`, refusedText: 'Nothing has changed on this computer. This is what stands in the way:', more: (n: number) => `and ${n} more`,
    ready: (name: string) => `“${name}” can be brought in`, holds: (stages: number, routes: number, law: string) => `${plural(stages, 'stage', 'stages')}, ${plural(routes, 'route', 'routes')}. It follows: ${law}.`, older: (format: number) => `The file was of the older format ${format} and has been brought up to the present one.`,
    sound: 'No problems were found in it.', stops: (n: number) => `${plural(n, 'problem stops', 'problems stop')} it from being published. It can be brought in and put right.`, look: (n: number) => `${plural(n, 'thing', 'things')} to look at.`,
    asNew: 'Bring it in as a new copy', inPlace: (label: string) => `Put it in place of your copy “${label}”`, differs: (n: number) => (n === 0 ? 'It is the same as your copy.' : `It differs from your copy in ${plural(n, 'place', 'places')}. Putting it in place can be undone in the editor.`), cancel: 'Leave it', step: 'bring in a file', done: 'The procedure was brought in.',
    schema: 'Schema of the format', schemaHint: 'for editors that complete JSON', kept: 'A file holds the procedure only, never a case.',
  },
  draft: { since: (n: number) => `What changed since version ${n}`, forms: 'Blank forms', document: 'Document', download: 'Download', away: 'Put away', back: 'Take out again', awayTitle: (n: number) => `Put away (${n})`, wasPutAway: 'The copy was put away.', wasTakenOut: 'The copy was taken out again.' },
  version: {
    withdraw: 'Withdraw', restore: 'Restore into a draft', restored: (n: number) => `restore version ${n}`, replaced: 'The draft of this procedure now holds that version. Undo in the editor takes it back.', restoreTitle: (n: number) => `Restore version ${n} into the draft?`, restoreText: 'The draft that stands there takes on its content. Undo in the editor brings back what was there.', restoreButton: 'Restore it', cases: (n: number) => (n === 0 ? 'no running case' : plural(n, 'running case', 'running cases')), withdrawnTag: 'Withdrawn', signed: (who: readonly string[]) => `Signed off by ${listWords(who)}.`,
    title: (n: number) => `Withdraw version ${n}?`, text: 'From today no case is opened on it. It is not deleted: what ran on it can still be read, and a running case stays on it until it is moved.', running: (n: number) => (n === 0 ? 'No case is running on it.' : `${plural(n, 'case is', 'cases are')} running on it and ${n === 1 ? 'stays' : 'stay'} on it:`), move: 'Look at moving them', button: 'Withdraw it', cancel: 'Leave it', done: (n: number) => `Version ${n} was withdrawn.`,
  },
  again: {
    same: (n: number) => `Nothing has changed since version ${n}, so there is nothing to publish`, withdrawn: (n: number) => `This is the same as version ${n}, which was withdrawn. Change something first, such as the words of its edition`,
    noCase: (n: number, day: string) => `Version ${n} was withdrawn on ${day}: no case is opened on it.`,
  },
  review: { by: (day: string) => `Review by ${day}`, late: (day: string) => `Review was due by ${day}`, from: (day: string) => `In force from ${day}`, law: (law: string) => `Law: ${law}` },
  sign: {
    title: 'Sign-off', none: 'Nobody has to sign it off. Choose roles here if your partnership wants it.', must: 'A role that must sign it off before it is published', choose: 'Choose a role', add: 'Ask this role', remove: (role: string) => `No longer ask ${role}`, asked: (role: string) => `${role} must sign it off.`, left: (role: string) => `${role} is no longer asked.`, roleMissing: 'Choose a role', waiting: (role: string) => `${role} has not signed yet`, changed: (role: string, who: string) => `${role} (${who}) signed an earlier content. It has changed since`, done: (role: string, who: string, when: string) => `${role}: signed by ${who}, ${when}`,
    by: (role: string) => `Initials of ${role}`, button: (role: string) => `Sign off as ${role}`, missing: (roles: readonly string[]) => `Not yet signed off by ${listWords(roles)}`, initials: 'Give the initials of who signs',
    from: 'First day it is in force (optional)', dayWrong: 'Write a day that exists, or leave it empty',
  },
  forms: { title: 'Blank forms', lede: 'For agencies and people who have no access to Caseway. Print them or save them as PDF; what comes back on paper is typed in by the business unit.', print: 'Print', back: 'Back to the procedures', none: 'This procedure has no forms.', by: (who: string) => `Filled in by ${who}`, reference: 'Case reference', filledBy: 'Name and role', date: 'Date', yes: 'Yes', no: 'No', unknown: 'Not known', time: 'Time', more: 'Go on overleaf if you need more room.', sign: 'Signature', only: 'Only this form', all: 'All forms', which: 'Which form?', several: 'One answer for each', when: (what: string) => `Only if: ${what}` },
} as const;
