// What the pages of a case's whole life say: merging two cases, transferring one, taking one in, two copies side by side.

export const lifeWords = {
  entries: {
    carried: (what: string, reference: string) => `${what}, carried over from ${reference}`, merged: (reference: string) => `Merged into ${reference}`, received: (reference: string) => `${reference} was merged into this case`, undone: 'Merge undone',
    transferred: (to: string) => `Transferred to ${to}`, takenBack: 'Taken back: it is worked on here again', takenIn: (from: string) => `Taken in from ${from}`, copied: (reference: string, from: string) => `A second copy of ${reference}, taken in from ${from} as a case of its own`,
  },
} as const;
