// What opening a case says beside the form itself: cases that may be the same, other children of one incident.
export const openingWords = {
  title: 'This may be open already', text: 'Look before you open a second case. You can go on if it is about somebody or something else.',
  child: 'The same initials and date of birth', incident: 'The same day of the incident', initials: 'The same initials', both: 'The same initials, and the same day of the incident', closed: 'closed', look: (reference: string) => `Look at ${reference}`,
  more: (n: number) => `and ${n} more`,
  another: 'Open a case for another child in this incident', anotherHint: 'The answers about the incident are copied; those that say who the child is are not.',
  copied: (reference: string) => `Copied from ${reference}. Check each answer: what is true of one child need not be true of the other.`, together: (reference: string) => `Opened together with ${reference}: the same incident.`, sameIncident: 'Cases of the same incident', sameDay: 'These were found by the day of the incident.',
} as const;
