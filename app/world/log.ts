// The application's own record of what went wrong, newest last, kept in memory for the error page.
export interface LogLine { readonly at: string; readonly words: string }
const lines: LogLine[] = [];

/** Keeps one line; the last 100 stay. */
export function log(words: string): void {
  lines.push({ at: new Date().toISOString(), words });
  if (lines.length > 100) lines.shift();
}
export function logLines(): readonly LogLine[] { return lines; }

/** Records what no one caught. */
export function listenForErrors(): void {
  window.addEventListener('error', (event) => log(`${event.message} ${event.filename}:${event.lineno}`));
  window.addEventListener('unhandledrejection', (event) => log(`Not handled: ${String(event.reason)}`));
}
