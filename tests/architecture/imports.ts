// Which folder may import which, and who may use which package: design section 2, as an allow-list.
// What is not listed is forbidden, so a new folder has to be named here before it may import anything.
import { posix } from 'node:path';
import { everyNode, isNode, parse } from './sources.ts';
import type { Node, Source, Violation } from './sources.ts';

interface Allowed {
  /** Folders or files, by the start of their path. Its own folder is always allowed. */
  readonly ours: readonly string[];
  /** Files of which the types may be imported, and nothing that runs. */
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
  /** Except these, though they lie within what is allowed. */
  readonly but?: readonly string[];
}

// The longest entry that a file's path begins with applies.
const allowed: Readonly<Record<string, Allowed>> = {
  'engine/time/': { ours: [], types: ['engine/procedure/types.ts'] },
  'engine/procedure/': { ours: ['engine/time/'], packages: ['@noble/hashes'] },
  'engine/criteria/': { ours: ['engine/time/', 'engine/procedure/'] },
  'engine/statechart/': { ours: ['engine/time/', 'engine/procedure/', 'engine/criteria/'], packages: ['xstate'] },
  'engine/case/': { ours: ['engine/time/', 'engine/procedure/', 'engine/criteria/', 'engine/statechart/'], packages: ['xstate', '@noble/hashes'] },
  'engine/verify/': { ours: ['engine/time/', 'engine/procedure/', 'engine/criteria/', 'engine/statechart/', 'engine/case/'] },
  'engine/index.ts': { ours: ['engine/'], but: ['engine/store/'] },
  'engine/store/': { ours: ['engine/case/access.ts'], types: ['engine/time/types.ts', 'engine/procedure/types.ts', 'engine/case/types.ts', 'engine/case/duties/types.ts'] },
  'engine/store/dexie': { ours: ['engine/store/', 'engine/case/access.ts'], types: ['engine/time/types.ts', 'engine/procedure/types.ts', 'engine/case/types.ts', 'engine/case/duties/types.ts'], packages: ['dexie'] },
  'cli/': { ours: ['engine/'], but: ['engine/store/'], packages: ['node:'] },
  'ui/': { ours: [], packages: ['react', 'react-dom', 'govuk-frontend'] },
  'editor/': { ours: ['engine/', 'ui/'], but: ['engine/store/'], packages: ['react', 'react-dom', '@xyflow/react', 'zustand', 'xstate', '@xstate/react'] },
  'app/': { ours: ['editor/', 'engine/', 'ui/', 'procedures/', 'examples/', 'frames/'], packages: ['react', 'react-dom', 'wouter', 'zustand', 'xstate', '@xstate/react', 'govuk-frontend', 'docx', 'fflate'] },
};

export interface Import { /** As it is written; `(computed)` when no literal, which nothing allows. */ readonly target: string; readonly typeOnly: boolean; /** Loaded only when the code comes to it. */ readonly lazy: boolean }

/** Every import that the allow-list does not name: static, type-only, re-exported, dynamic, in a type, or by glob. */
export function importViolations(files: readonly Source[]): readonly Violation[] {
  return files.flatMap((file) => imported(file).flatMap((one) => {
    const words = objection(file.path, one);
    return words ? [{ path: file.path, words }] : [];
  }));
}

function objection(path: string, { target, typeOnly }: Import): string | undefined {
  const key = Object.keys(allowed).filter((start) => path.startsWith(start)).sort((a, b) => b.length - a.length)[0];
  const rule = key === undefined ? undefined : allowed[key];
  if (!rule || key === undefined) return 'lies in a folder without a rule';
  if (!target.startsWith('.')) return packageAllowed(rule, target) ? undefined : `imports the package ${target}`;
  const resolved = posix.join(posix.dirname(path), target);
  const within = (starts: readonly string[] = []): boolean => starts.some((start) => resolved.startsWith(start));
  const own = key.endsWith('/') && resolved.startsWith(key);
  const named = (within(rule.ours) || (typeOnly && within(rule.types))) && !within(rule.but);
  return own || named ? undefined : `imports ${resolved}`;
}

function packageAllowed(rule: Allowed, target: string): boolean {
  return rule.packages?.some((name) => (name.endsWith(':') ? target.startsWith(name) : target === name || target.startsWith(`${name}/`))) ?? false;
}

/** What a file imports. */
export function imported(file: Source): readonly Import[] {
  return everyNode(parse(file)).flatMap(importOf).map((one) => ({ ...one, target: one.target.replace(/\?.*$/, '') }));
}

const importing = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression', 'TSImportType']);

function importOf(node: Node): readonly Import[] {
  if (importing.has(node.type)) return node['source'] ? [{ target: literal(node['source']), typeOnly: isTypeOnly(node), lazy: node.type === 'ImportExpression' }] : [];
  return isGlob(node) ? globbed(node).map((target) => ({ target, typeOnly: false, lazy: true })) : [];
}

function isTypeOnly(node: Node): boolean {
  return node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type';
}

function isGlob(node: Node): boolean {
  const callee = node.type === 'CallExpression' ? node['callee'] : undefined;
  if (!isNode(callee) || callee.type !== 'MemberExpression') return false;
  const [object, property] = [callee['object'], callee['property']];
  return isNode(object) && object.type === 'MetaProperty' && isNode(property) && property['name'] === 'glob';
}

function globbed(node: Node): readonly string[] {
  const first: unknown = Array.isArray(node['arguments']) ? node['arguments'][0] : undefined;
  if (isNode(first) && first.type === 'ArrayExpression' && Array.isArray(first['elements'])) return first['elements'].map(literal);
  return [literal(first)];
}

function literal(node: unknown): string {
  return isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : '(computed)';
}
