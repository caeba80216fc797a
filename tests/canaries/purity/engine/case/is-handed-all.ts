interface Clock { readonly Date: number; readonly window: 'window' }
export function lateness({ window, ...rest }: Clock, fetch: (n: number) => number): number {
  const document = { console: window };
  return Math.max(fetch(rest.Date), document.console.length);
}
export * as time from '../time/index.ts';
