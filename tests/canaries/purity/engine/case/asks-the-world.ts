export const now = (): number => Date.now() + Math.random();
export const id = (): string => crypto.randomUUID();
export function report(words: string): void { console.log(words); setTimeout(() => window.alert(words), 1); }
export const read = (): Promise<Response> => fetch('/x');
export const where = import.meta.url;
export const load = (): unknown => require('node:fs');
export const zone = new Intl.DateTimeFormat().resolvedOptions();
export const parts: Date[] = [];
