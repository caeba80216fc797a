// The words of trying a draft on an invented case.
export const words = {
  open: 'Try it', title: 'Try it on an invented case', close: 'Close the trial', lede: 'An invented case runs on what is drawn here. Nothing is kept.', door: 'It comes in by', date: 'On', begin: 'Begin', again: 'Begin again',
  cannot: 'This cannot be tried yet:', noDoor: 'Draw a way in first: no case can be opened.', stopped: 'First put right what stops publishing.', changed: 'The drawing has changed since the trial began.',
  clock: 'The clock says', day: 'One day on', week: 'A week on', next: (what: string) => `On to: ${what}`, back: 'Take back the last step', stands: 'The case is in', nowhere: 'nowhere any more: it has come to its end', closed: 'The case is closed.', todo: 'What can be done', nothing: 'Nothing can be done now. Move the clock, or look at the routes out of this stage.', due: 'What is due', noDue: 'No clock is running.',
  done: 'Done', take: 'Take this way', sent: 'Send it', reply: (who: string) => `${who} replies`, way: (label: string) => `Go: ${label}`, by: (who: string) => `by ${who}`, offered: 'may be done', story: 'What has happened', opened: 'The case was opened', invented: (n: number) => (n === 1 ? '1 answer was invented' : `${n} answers were invented`), refused: (why: string) => `Not possible: ${why}`,
  said: (what: string, stages: string) => `${what}. The case is in ${stages}`, saidEnd: (what: string) => `${what}. The case has come to its end`,
} as const;
