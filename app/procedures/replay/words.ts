// Every word of trying an edited procedure on the cases kept here.
const cases = (n: number): string => (n === 1 ? '1 case' : `${n} cases`);
const states: Readonly<Record<string, string>> = { met: 'met', missed: 'missed', running: 'running', waiting: 'waiting for its start', none: 'not there' };

export const words = {
  title: 'What it would have done to cases', hint: 'Every act of each case kept here is tried again on this draft. No case is changed.', start: 'Try it on the cases kept here', working: (percent: number) => `Trying the cases: ${percent}%`,
  none: 'No case of this procedure is kept here.', same: (n: number, all: number) => (n === all ? `${cases(all)}: none would differ.` : `${n} of ${cases(all)} would not differ.`), failed: (why: string) => `The cases could not be tried. ${why === '' ? 'Reload the page and try again; no case was changed.' : why}`,
  elsewhere: (was: string, now: string) => `would stand in ${now || 'no stage'}, not ${was || 'no stage'}`, refused: (n: number) => (n === 1 ? '1 act would be refused' : `${n} acts would be refused`), clock: (label: string, was: string, now: string) => `${label}: ${states[was] ?? was}, would be ${states[now] ?? now}`, unread: (n: number) => `${cases(n)} could not be told.`,
} as const;
