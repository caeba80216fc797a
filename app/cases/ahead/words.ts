// What a case says of what lies ahead of it.
export const aheadWords = {
  stage: 'What leads here', clock: 'What would start this clock', of: (label: string) => `: ${label}`, working: 'Looking for the way…',
  shortest: 'A shortest way from where the case stands now, tried on a copy of it. Without any one of these it does not come about:', one: 'It takes this, tried on a copy of the case:',
  by: (who: string) => `by ${who}`, kept: 'Nothing is done or kept by looking.', failed: 'This could not be worked out for this case.',
} as const;
