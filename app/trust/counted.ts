/** "1 entry", "2 entries". */
export const entries = (n: number): string => `${n} ${n === 1 ? 'entry' : 'entries'}`;
/** "one case", "2 cases". */
export const cases = (n: number): string => (n === 1 ? 'one case' : `${n} cases`);
