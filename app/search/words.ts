// What the search says.
export const searchWords = {
  title: 'Search', practiceTitle: 'Search the practice cases', label: 'Find', hint: 'A reference, initials, a person, a document or a word from a note', results: 'What was found',
  kinds: { case: 'Cases', person: 'People', document: 'Documents', note: 'Notes' } as const,
  found: (n: number, orMore = false) => (n === 0 ? 'Nothing found.' : orMore ? `More than ${n} found.` : `${n} found.`), more: (n: number, orMore: boolean) => `${orMore ? 'more than ' : ''}${n} more: type another word to narrow it down.`,
  nothing: 'Nothing has all these words. Try fewer letters, or one word.', empty: 'Results come as you type. Arrow keys choose, Enter opens, Esc closes.', none: 'No case is kept here yet, so there is nothing to search.',
  reading: (done: number, of: number) => `People, documents and notes of ${done} of ${of} cases are read so far.`, failed: 'Some cases could not be read, and are found by their reference only.',
  inCase: (about: string) => `Case ${about}`, child: 'The child', acted: (role: string) => `Acts as ${role}`, appointed: (seat: string) => `Appointed: ${seat}`, named: 'Named in the case', proof: (task: string) => `Proof: ${task}`, sent: (when: string) => `Sent ${when}`, note: (when: string, who: string) => `Note, ${when}, ${who}`, closed: 'closed',
} as const;
