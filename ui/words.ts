// Words spoken by the components themselves; what is asked and why comes from the screen that uses them.
export const uiWords = {
  problem: 'There is a problem',
  errorPrefix: 'Error: ',
  day: 'Day', month: 'Month', year: 'Year', time: 'Time (24-hour)',
  yes: 'Yes', no: 'No', notKnownYet: 'Not known yet',
  addAnother: 'Add another', remove: 'Remove', close: 'Close',
  item: (label: string, n: number) => `${label} ${n}`,
  removeItem: (label: string, n: number) => `Remove ${label.toLowerCase()} ${n}`,
  skip: 'Skip to main content',
} as const;
