// What forms say when they ask, wait and find a fault. The same words stand in the summary and at the field.
import { civilWords } from '../../dates.ts';

const plain = (label: string) => label.replace(/[?.:]+$/, '');

export const formWords = {
  noValue: 'It does not apply, was declined, or comes later', noValueLabel: 'Why it has no answer', whyNoValue: 'Reason', answered: 'It has an answer',
  notKnown: 'Not known yet', notKnownHint: 'It will be asked again. No rule takes it for a no.',
  missing: (label: string) => `Answer “${plain(label)}”, or say that it is not known yet`,
  tooLong: (label: string, most: number) => `“${plain(label)}” must be ${most} characters or fewer`,
  notANumber: (label: string, min?: number, max?: number) => `“${plain(label)}” must be a number${min === undefined ? '' : ` from ${min}`}${max === undefined ? '' : `${min === undefined ? ' up' : ''} to ${max}`}`,
  notADate: (label: string, time: boolean) => (time ? `“${plain(label)}” must be a real date and time, such as 27 3 2026 at 14:30` : `“${plain(label)}” must be a real date, such as 27 3 2026`),
  stillToCome: (label: string, civil: string) => `“${plain(label)}” must be in the past. ${civilWords(civil)} is still to come`,
  needed: 'needed', optional: 'optional',
  dateHint: 'For example, 27 3 2026', dateTimeHint: 'For example, 27 3 2026 at 14:30',
  row: 'Row', addRow: 'Add another', addItem: 'Add one that is not listed', fileHint: 'Say what it is and where it is kept. Caseway keeps no files.', signatureHint: 'Initials of who signs. Typing them is the signature.',
  noAnswer: 'Not answered', status: { unknown: 'Not known yet', 'not-applicable': 'Does not apply', declined: 'Declined', 'to-be-supplied': 'To be supplied' } as const,
  yes: 'Yes', no: 'No', choose: 'Choose one', computed: 'Worked out from other answers',
} as const;
