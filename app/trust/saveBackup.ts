// Saving a backup where the person wants it: into the downloads, or into a folder chosen once where the browser allows it.
import type { Store } from '../../engine/store/types.ts';
import { civilDay } from '../dates.ts';
import { download } from '../world/download.ts';
import { openedVault } from '../world/keyring.ts';
import { log } from '../world/log.ts';
import { onShelf, putOnShelf } from '../world/shelf.ts';
import { useSession } from '../world/session.ts';
import { contentOf, makeBackup, type BackupFile } from './backup.ts';
import { backupSaved } from './reminders.ts';

interface Folder extends FileSystemDirectoryHandle { requestPermission(options: { mode: 'readwrite' }): Promise<PermissionState> }
type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<Folder>;
const FOLDER = 'backup-folder';
/** The folder is gone or full, or the person or the browser did not let Caseway into it. */
export class NoFolder extends Error { override readonly name = 'NoFolder'; }
const picker = (): Picker | undefined => Reflect.get(globalThis, 'showDirectoryPicker') as Picker | undefined;

export const foldersWork = (): boolean => picker() !== undefined;
export const backupFolder = (): Promise<Folder | undefined> => onShelf<Folder>(FOLDER).catch(() => undefined);
/** Asks for a folder and keeps it. Rejects when the person closes the question. */
export async function chooseFolder(): Promise<Folder> {
  const folder = await picker()?.({ id: 'caseway-backups', mode: 'readwrite' });
  if (folder === undefined) throw new Error('This browser gives no folders.');
  await putOnShelf(FOLDER, folder);
  return folder;
}

/** Saves the whole store or one case; answers with the name of the file. The export is recorded in the access log. */
export async function saveBackup(store: Store, now: number, to: 'downloads' | 'folder', caseId?: string): Promise<string> {
  const folder = to === 'folder' ? await openedFolder() : undefined; // first: the browser asks only just after the click
  const person = useSession.getState().who.live.person;
  await store.cases.record({ id: crypto.randomUUID(), case: caseId ?? '', at: now, person, role: '', what: 'exported', words: caseId === undefined ? 'Backup of all cases' : 'Backup of one case' });
  const file = await makeBackup(await contentOf(store, caseId), caseId === undefined ? 'store' : 'case', now, openedVault());
  const name = `caseway-backup-${civilDay(now)}${caseId === undefined ? '' : '-one-case'}.json`;
  if (folder === undefined) download(name, file); else await writeInto(folder, name, file);
  if (caseId === undefined) backupSaved(now, file.counts.events);
  return name;
}
async function openedFolder(): Promise<Folder> {
  const folder = await backupFolder() ?? await chooseFolder();
  if (await folder.requestPermission({ mode: 'readwrite' }).catch(() => 'denied') !== 'granted') throw new NoFolder();
  return folder;
}
async function writeInto(folder: Folder, name: string, file: BackupFile): Promise<void> {
  try {
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.write(JSON.stringify(file));
    await stream.close(); // only now does it take the place of an earlier file of that name
  } catch (error) {
    log(`Backup folder: ${String(error)}`);
    throw new NoFolder();
  }
}
