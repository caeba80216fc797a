import { useEffect, useState } from 'react';
import { Button, LinkButton, Note, announce } from '../../ui/index.ts';
import { instantWords } from '../dates.ts';
import { faultWords } from '../world/faults.ts';
import { openedVault } from '../world/keyring.ts';
import { useWorld } from '../world/world.ts';
import { lastBackup } from './reminders.ts';
import { NoFolder, backupFolder, chooseFolder, foldersWork, saveBackup } from './saveBackup.ts';
import { trustWords } from './words.ts';

const w = trustWords.folder;

/** Saves a backup of everything, into the downloads or a folder. */
export function BackupPanel() {
  const { store, now } = useWorld();
  const [said, setSaid] = useState<{ readonly words: string; readonly well: boolean }>();
  const [folder, setFolder] = useState<string>();
  useEffect(() => { void backupFolder().then((found) => setFolder(found?.name)); }, []);
  const say = (words: string, well = true) => { setSaid({ words, well }); announce(words); };
  const save = (to: 'downloads' | 'folder') => saveBackup(store, now(), to).then(
    (name) => say(`Saved as ${name}${to === 'folder' ? `, in the folder ${folder ?? ''}` : ', in your downloads'}. ${openedVault() === undefined ? 'It holds case data that anybody can read: keep it where case papers are kept.' : 'It is encrypted with your passphrase.'}`),
    (error: unknown) => say(error instanceof NoFolder ? w.none(folder ?? '') : faultWords(error), false),
  );
  const choose = () => chooseFolder().then((chosen) => setFolder(chosen.name), () => undefined);
  const last = lastBackup();
  return (
    <>
      <p>A backup holds every case, every entry, the access log and every procedure of this computer, in one file. {last === undefined ? 'None was saved from here yet.' : `The last one was saved ${instantWords(last.at)}.`}</p>
      <p className="cw-row"><Button onClick={() => void save('downloads')}>Save a backup</Button>
        {foldersWork() ? folder === undefined ? <Button kind="secondary" onClick={() => void choose()}>{w.choose}</Button> : <><Button kind="secondary" onClick={() => void save('folder')}>{w.save(folder)}</Button><LinkButton onClick={() => void choose()}>{w.other}</LinkButton></> : null}</p>
      {said === undefined ? null : <Note kind={said.well ? 'met' : 'late'}><p>{said.words}</p></Note>}
    </>
  );
}
