// Files that leave the building only because somebody saved them.
import type { Store } from '../../engine/store/types.ts';

/** Hands a JSON file to the browser's downloads. */
export function download(name: string, content: unknown): void {
  saveFile(name, 'application/json', JSON.stringify(content, null, 2));
}
/** Hands any file to the browser's downloads. */
export function saveFile(name: string, type: string, content: string | Blob): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
/** Saves everything a store holds: cases, drafts, versions and the access log. */
export async function downloadEverything(store: Store): Promise<void> {
  download(`${store.name}-${new Date().toISOString().slice(0, 10)}.json`, await store.cases.exportAll());
}
