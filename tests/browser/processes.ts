// Ends a browser as a power switch would: the whole tree of its processes at once, without a word. Only the tree that
// belongs to the given profile folder is touched.
import { readFileSync, readdirSync } from 'node:fs';

interface Process { readonly id: number; readonly parent: number; readonly command: string }
function processes(): readonly Process[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      return [{ id: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, 'utf8') }];
    } catch { return []; } // it ended meanwhile
  });
}

/** Every process of the browser on that profile. */
function treeOn(profile: string): ReadonlySet<number> {
  const all = processes();
  const tree = new Set(all.filter(({ command }) => command.includes(`--user-data-dir=${profile}`)).map(({ id }) => id));
  for (let before = -1; before !== tree.size;) {
    before = tree.size;
    for (const { id, parent } of all) if (tree.has(parent)) tree.add(id);
  }
  tree.delete(process.pid);
  return tree;
}
function signalled(profile: string, signal: 'SIGKILL' | 'SIGSTOP'): number {
  const tree = treeOn(profile);
  for (const id of tree) { try { process.kill(id, signal); } catch { /* it ended meanwhile */ } }
  return tree.size;
}
/** Kills every process of the browser on that profile; answers how many there were. */
export const killBrowserOn = (profile: string): number => signalled(profile, 'SIGKILL');
/** Holds every process of it where it is; answers how many there were. */
export const stopBrowserOn = (profile: string): number => signalled(profile, 'SIGSTOP');
