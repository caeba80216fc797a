// The licences of everything that production installs, from the lock file: `node scripts/licences.mjs` prints the list that
// docs/licences.md holds; a test keeps the two equal.
import { readFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));

/** Every package of production with its version and licence, by name. */
export function licences(packages = lock.packages) {
  return Object.entries(packages)
    .filter(([path, one]) => path.startsWith('node_modules/') && !one.dev && !one.devOptional)
    .map(([path, { version, license }]) => ({ name: path.slice(path.lastIndexOf('node_modules/') + 13), version, licence: license ?? 'not named' }))
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The page as Markdown. */
export function page(list = licences()) {
  const rows = list.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  return `# Licences\n\nWhat production installs, made by \`node scripts/licences.mjs > docs/licences.md\`. Caseway itself is under the MIT licence.\n\n| Package | Version | Licence |\n|---|---|---|\n${rows.join('\n')}\n`;
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split(/[\\/]/).at(-1) ?? '?')) process.stdout.write(page());
