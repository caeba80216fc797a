// Every word of the screen that holds two procedures side by side.
export const words = {
  title: 'Compare two procedures', lede: 'Steps stand beside each other by what is done, not by name. Nothing is changed.',
  one: 'First', other: 'Second', swap: 'Swap', working: 'Walking both procedures with dates…', failed: (why: string) => `These two could not be compared. ${why === '' ? 'Reload the page and try again.' : why}`,
  step: 'Step', words: 'In words', calendar: (day: string) => `One invented incident, happened and known on ${day}, reported the same day. Each step takes all its time.`,
  noClock: 'no clock', noStep: 'no such step', nobody: 'nobody named', take: 'Take over', taken: (what: string, into: string) => `The clock on ${what} was added to ${into}. Open the draft to look at it; deleting the clock there takes it back.`,
  takeHint: (what: string) => `the clock on ${what}`, legend: 'time allowed', last: 'last day', gap: 'no time in the source', weekend: 'A line between two days is a weekend.', open: 'Compare two procedures',
  same: 'These two are the same', changes: (n: number) => (n === 1 ? '1 change' : `${n} changes`), was: 'Was', now: 'Now', only: 'Only what differs',
  headings: { clock: 'By when', people: 'Who', route: 'What happens and what follows', rule: 'What is required', form: 'What is asked and recorded', wording: 'Words and sources', layout: 'The diagram only' },
  before: 'Change before', after: 'Next change', at: (n: number, all: number) => `Change ${n} of ${all}`, drawing: 'The changes on the diagram', notDrawn: 'This change has no place on the diagram.',
  marks: { added: 'added', removed: 'removed', changed: 'changed', clock: 'clock changed', same: 'Grey: the same in both' },
  between: (one: string, other: string) => `From “${one}” to “${other}”`, versionsLede: 'Two versions of one procedure: what changed, and so what. Heaviest first.', pick: 'Choose two to compare.', draft: 'draft', version: (n: number) => `version ${n}`, day: (n: number) => `day ${n}`,
} as const;
