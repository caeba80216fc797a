// The two words that stand in the bar; the rest of the search's words come with its dialog.
export const searchKeys = { button: 'Search', keys: 'Ctrl K' } as const;
