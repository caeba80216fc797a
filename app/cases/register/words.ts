// What the register says.
export const registerWords = {
  title: 'Register', reports: 'Figures of a year and learning of a month', which: 'Register', none: 'No procedure that a case runs on here keeps a register yet. Open a case, and its procedure’s registers stand here, filled by the cases.', teach: 'Filled by the cases, so nobody types it twice.', keeper: (who: string) => `Kept by ${who}. `,
  find: 'Find', findHint: 'Case, initials or any word', state: 'State', opened: 'Opened in', all: 'All', open: 'Open', closed: 'Closed', late: 'Late', show: 'Show', any: (label: string) => `${label}: all`,
  columns: (n: number, of: number) => `Columns (${n} of ${of})`, columnsTitle: 'Which columns are shown?', columnsButton: 'Show these columns', most: 'The first columns fit on the screen; more can be scrolled to.',
  count: (n: number, of: number, open: number, late: number) => `${n} of ${of}: ${open} open, ${late} late.`, filterOn: 'Filter on:', clear: 'Clear', remove: (what: string) => `Remove the filter ${what}`,
  sort: (label: string) => `Sort by ${label}`, unset: 'Not yet', more: (n: number) => `Show ${n} more`, rows: (n: number, of: number) => `Rows 1 to ${n} of ${of}`, nothing: 'No case matches. Clear the filter, or search for less.', empty: 'This register has no case yet.',
  case: 'Case', stateColumn: 'State', next: 'Next date', nothingDue: 'Nothing due', closedOn: (day: string) => `Closed ${day}`, lateBy: (words: string, n: number) => (n > 1 ? `${n} late` : words), held: 'On hold',
  copy: (n: number) => (n === 1 ? 'Take a copy of this row:' : `Take a copy of these ${n} rows:`), excel: 'Excel', csv: 'CSV', dates: 'Dates (.ics)', print: 'Print', writing: (done: number, of: number) => `Writing ${done} of ${of} rows`, stop: 'Stop', written: (what: string) => `The ${what} file was saved to your downloads.`, failed: 'The file could not be written. Nothing here was changed: try again.', stopped: 'Stopped. No file was written.',
  origin: (partnership: string, when: string, rows: number, fingerprint: string) => `Origin: ${partnership === '' ? '' : `${partnership}. `}${rows === 1 ? '1 row' : `${rows} rows`}, made ${when} in Caseway. Installation ${fingerprint}.`,
  private: 'Shows initials and age only, never names.',
} as const;
