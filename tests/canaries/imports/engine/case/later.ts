export const later = (): Promise<unknown> => import('../verify/findings.ts');
export type Finding = import('../store/types.ts').RegisterRow;
export * from '../../app/shell.ts';
