// What a case says of what lies ahead of it.
export const aheadWords = {
  stage: 'What leads here', clock: 'What would start this clock', of: (label: string) => `: ${label}`, working: 'Looking for the way…',
  shortest: 'A shortest way from where the case stands now, tried on a copy of it. Without any one of these it does not come about:', one: 'It takes this, tried on a copy of the case:',
  by: (who: string) => `by ${who}`, act: 'What would make this possible', option: (label: string) => `What would make “${label}” possible`, possible: 'It may be done now, in your role.', takes: 'It takes all of these; without any one of them it is refused:', takesOne: 'It takes this:', comesUp: 'A shortest way to where it is asked for, tried on a copy of the case:',
  notYet: (n: number) => `Not possible yet here (${n})`, notYetHint: 'Acts of this stage that nothing has asked for so far.',
  kept: 'Nothing is done or kept by looking.', failed: 'This could not be worked out for this case.',
} as const;
