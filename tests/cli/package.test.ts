// The package as somebody else gets it: packed, unpacked outside this repository, beside its production dependencies only.
// A `require` that a bundler would hide, a file left out of the list or an import of something for development fails here.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { production } from '../architecture/licences.ts';
import type { LockedPackage } from '../architecture/licences.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const lock: { readonly packages: Record<string, LockedPackage> } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'));
let elsewhere: string;
let caseway: string;

beforeAll(() => {
  elsewhere = mkdtempSync(join(tmpdir(), 'caseway-package-'));
  caseway = join(elsewhere, 'node_modules', 'caseway');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const packed = execFileSync(npm, ['pack', '--json', '--loglevel', 'error', '--pack-destination', elsewhere], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'inherit'] });
  const [{ filename }]: [{ filename: string }] = JSON.parse(packed.slice(packed.indexOf('[')));
  mkdirSync(caseway, { recursive: true });
  execFileSync('tar', ['-xzf', join(elsewhere, filename), '-C', caseway, '--strip-components', '1']);
  for (const [path] of production(lock.packages)) link(path);
});
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

/** Only what production installs can be found from there; nested packages come with the one that holds them. */
function link(path: string): void {
  const isNested = path.lastIndexOf('node_modules/') > 0;
  if (isNested || !existsSync(root + path)) return;
  mkdirSync(dirname(join(elsewhere, path)), { recursive: true });
  symlinkSync(root + path, join(elsewhere, path), 'junction');
}

interface Ended { readonly code: number; readonly out: string; readonly err: string }

async function node(...args: readonly string[]): Promise<Ended> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [...args], { cwd: elsewhere, env: { PATH: process.env['PATH'] } });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr }: { code?: number; stdout?: string; stderr?: string } = Object(error);
    return { code: code ?? -1, out: stdout ?? '', err: stderr ?? '' };
  }
}

/** The program that the package's `bin` names. */
function run(...args: readonly string[]): Promise<Ended> {
  const { bin } = JSON.parse(readFileSync(join(caseway, 'package.json'), 'utf8'));
  return node(join(caseway, bin.caseway), ...args);
}

const module = (code: string): Promise<Ended> => node('--input-type=module', '--eval', code);

/** Paths of the shipped walkthroughs or procedures below the package; beside a procedure lies the list of its source's sentences. */
function shipped(folder: 'examples' | 'procedures'): readonly string[] {
  const files = readdirSync(join(caseway, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /[\\/][^\\/]+\.json$/.test(file) && !file.endsWith('source-lines.json') && !/[\\/]scenarios[\\/]/.test(file)).map((file) => join(caseway, folder, file));
}

describe('the command line', () => {
  test('tells a date', async () => {
    expect(await run('date', '2026-12-22', '5', 'working-days')).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^2026-12-31\n/) });
  });

  test('tells its version and its commands, without colour', async () => {
    expect((await run('--version')).out.trim()).toMatch(/^\d+\.\d+\.\d+/);
    const help = await run('--help');
    expect(help.out).toContain('caseway walk');
    expect(help.out).not.toContain('\u001B');
  });

  test('checks the shipped procedures with the validator made ahead of time', async () => {
    const files = shipped('procedures');
    expect(files.length).toBeGreaterThan(1);
    expect(await run('check', ...files)).toMatchObject({ code: 0, err: '' });
  });

  test('walks every shipped walkthrough, and every expectation holds', async () => {
    const files = shipped('examples');
    expect(files.length).toBeGreaterThan(3);
    const { code, out } = await run('walk', ...files);
    expect(out.trim().split('\n').filter((line) => !line.endsWith('every expectation holds'))).toEqual([]);
    expect(code).toBe(0);
  });

  test('ends with 1 when one date in a copy is wrong', async () => {
    const [file = ''] = shipped('examples');
    const text = readFileSync(file, 'utf8');
    const date = /"due": \{[^}]*?"date": "(\d{4}-\d{2}-)(\d{2})/.exec(text);
    const wrong = join(elsewhere, 'wrong.json');
    writeFileSync(wrong, text.replace(date?.[0] ?? '', (found) => `${found.slice(0, -2)}${date?.[2] === '11' ? '12' : '11'}`));
    const { code, out } = await run('walk', wrong);
    expect(code).toBe(1);
    expect(out).toMatch(/wrong\.json: \/steps\/\d+\/expect\/due\/[\w~-]+\/date: step \d+/);
    expect(out).toContain('1 expectation not held');
  });

  test('ends with 2 for a file that is not there', async () => {
    expect(await run('check', 'gone.json')).toEqual({ code: 2, out: '', err: 'gone.json: There is no such file.\n' });
  });
});

describe('the modules', () => {
  test.each(['caseway', 'caseway/store', 'caseway/package.json'])('%s can be found', async (name) => {
    expect(await module(`console.log(import.meta.resolve(${JSON.stringify(name)}))`)).toMatchObject({ code: 0 });
  });

  test('the engine runs without a browser', async () => {
    expect(await module(`const { perform, replay, compile, check } = await import('caseway'); console.log([perform, replay, compile, check].map((one) => typeof one).join())`))
      .toMatchObject({ code: 0, err: '', out: 'function,function,function,function\n' });
  });

  test('a procedure is proved, compared, and held against the frame that is shipped', async () => {
    const code = `
      import { readFileSync } from 'node:fs';
      import { verification } from 'caseway';
      const read = (name) => JSON.parse(readFileSync(new URL(import.meta.resolve(name)), 'utf8'));
      const [one, other] = ['caseway/procedures/tower-hamlets/procedure.json', 'caseway/procedures/kscp/procedure.json'].map(read);
      const { findings } = verification.verify(one, { readings: false });
      const contradiction = findings.find(({ code }) => code === 'V-202');
      console.log(contradiction.pointer, contradiction.example.steps.length > 1, verification.compare(one, other).rows.length > 8, verification.againstFrame(read('caseway/frames/england.json'), one).edition.id);`;
    expect(await module(code)).toMatchObject({ code: 0, err: '', out: '/timescales/dfe-5-working-days true true wt-2018\n' });
  });

  test('the store entry loads where there is no database', async () => {
    expect(await module(`console.log(Object.keys(await import('caseway/store')).length > 0)`)).toMatchObject({ code: 0, err: '', out: 'true\n' });
  });

  test('the inside of the package is closed', async () => {
    expect((await module(`await import('caseway/dist/package/engine/case/perform.js')`)).err).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  test('its types hold for a program that imports it', async () => {
    writeFileSync(join(elsewhere, 'tsconfig.json'), JSON.stringify({ compilerOptions: { strict: true, noEmit: true, module: 'nodenext', moduleResolution: 'nodenext', target: 'es2023', skipLibCheck: false, types: [] }, files: ['program.ts'] }));
    writeFileSync(join(elsewhere, 'package.json'), '{"type":"module"}');
    writeFileSync(join(elsewhere, 'program.ts'), `import { compile, perform, versionsOf, type Procedure, type Outcome } from 'caseway';\nexport function open(procedure: Procedure): Outcome {\n  const versions = versionsOf([compile(procedure)]);\n  // @ts-expect-error a command needs more than this\n  return perform(versions, [], {}, { now: 0, role: 'a', person: 'b' });\n}\n`);
    const { code, out } = await node(`${root}node_modules/typescript/bin/tsc`, '-p', elsewhere);
    expect({ code, out }).toEqual({ code: 0, out: '' });
  });
});

test('only what is needed is shipped', () => {
  const files = readdirSync(caseway, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'package.json', 'dist/package/cli/main.js', 'examples/walkthrough.schema.json', 'dist/package/engine/procedure/procedure.schema.json']));
  expect(files.filter((file) => /^(tests|app|editor|ui|bench|scripts|docs)(\/|$)|\.tsx?$(?<!\.d\.ts)/.test(file))).toEqual([]);
});

test('no shipped module asks for require', () => {
  const scripts = readdirSync(join(caseway, 'dist'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(40);
  expect(scripts.filter((file) => /(?<![.\w])require\(/.test(readFileSync(join(caseway, 'dist', file), 'utf8')))).toEqual([]);
});
