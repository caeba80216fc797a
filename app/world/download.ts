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
/** Saves a backup of everything a store holds, sealed where there is a vault. */
export async function downloadEverything(store: Store): Promise<void> {
  const { saveBackup } = await import('../trust/saveBackup.ts');
  await saveBackup(store, Date.now(), 'downloads');
}
