// The engine is handed the time, its ids and its words: a name that is neither declared in the file nor part of the
// language itself (and so Date, Math.random, fetch, window, timers, require …) is a violation.
import { runInNewContext } from 'node:vm';
import { children, everyNode, isNode, parse } from './sources.ts';
import type { Node, Source, Violation } from './sources.ts';

// What the language brings by itself, asked of an empty context, less what reads the world or makes code from text.
const language: unknown = runInNewContext('Object.getOwnPropertyNames(globalThis)');
const impure = new Set(['Date', 'eval', 'Function', 'console', 'globalThis', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'WeakRef', 'FinalizationRegistry']);
const pure = new Set([...(Array.isArray(language) ? language.map(String) : []).filter((name) => !impure.has(name)), 'TextEncoder', 'TextDecoder', 'structuredClone', 'arguments']);

// The hosts of the store are where the browser's storage is spoken to, and nothing else.
const hosts: Readonly<Record<string, readonly string[]>> = {
  'engine/store/dexie': ['BroadcastChannel', 'indexedDB', 'DOMException', 'navigator'],
  'engine/store/opfs': ['navigator', 'Worker', 'DOMException'],
};
const impureMembers = new Set(['Math.random', 'Temporal.Now', 'Intl.DateTimeFormat']);

/** Every name in the engine that reaches outside the engine. */
export function impurities(files: readonly Source[]): readonly Violation[] {
  return files.flatMap((file) => {
    const tree = parse(file);
    const known = new Set([...everyNode(tree).flatMap(declared), ...hostNames(file.path)]);
    const names = [...valueNames(tree), ...everyNode(tree).flatMap(outsideType)].filter((name) => !known.has(name) && !pure.has(name));
    const members = everyNode(tree).flatMap(memberName);
    return [...new Set([...names, ...members])].map((name) => ({ path: file.path, words: `uses ${name}` }));
  });
}

function hostNames(path: string): readonly string[] {
  return Object.entries(hosts).flatMap(([start, names]) => (path.startsWith(start) ? names : []));
}

const typeOnly = new Set(['TSTypeAliasDeclaration', 'TSInterfaceDeclaration', 'ImportDeclaration', 'ExportSpecifier', 'ExportAllDeclaration']);
const typeKeys = new Set(['typeAnnotation', 'returnType', 'typeParameters', 'typeArguments', 'superTypeArguments', 'implements', 'label']);

/** Identifiers that stand for values: no property names, no types. */
function valueNames(node: Node): readonly string[] {
  if (typeOnly.has(node.type)) return [];
  if (node.type === 'Identifier') return [String(node['name'])];
  return children(node).filter(([key]) => !typeKeys.has(key) && !isName(node, key)).flatMap(([, child]) => valueNames(child));
}

/** Whether a key of a part holds a mere name, as `b` in `a.b` and in `{ b: 1 }`. */
function isName(node: Node, key: string): boolean {
  if (node.type === 'MemberExpression') return key === 'property' && node['computed'] !== true;
  if (node.type === 'MetaProperty') return true;
  return key === 'key' && node['computed'] !== true;
}

const declaring: Readonly<Record<string, readonly string[]>> = {
  VariableDeclarator: ['id'], FunctionDeclaration: ['id', 'params'], FunctionExpression: ['id', 'params'], ArrowFunctionExpression: ['params'],
  ClassDeclaration: ['id'], ClassExpression: ['id'], CatchClause: ['param'],
  TSTypeAliasDeclaration: ['id'], TSInterfaceDeclaration: ['id'], ImportSpecifier: ['local'], ImportDefaultSpecifier: ['local'], ImportNamespaceSpecifier: ['local'],
};

function declared(node: Node): readonly string[] {
  const keys = declaring[node.type] ?? [];
  return children(node).filter(([key]) => keys.includes(key)).flatMap(([, child]) => bound(child));
}

/** The names a pattern binds. */
function bound(pattern: Node): readonly string[] {
  if (pattern.type === 'Identifier') return [String(pattern['name'])];
  const keys = { AssignmentPattern: ['left'], Property: ['value'], RestElement: ['argument'], ObjectPattern: ['properties'], ArrayPattern: ['elements'] }[pattern.type] ?? [];
  return children(pattern).filter(([key]) => keys.includes(key)).flatMap(([, child]) => bound(child));
}

function memberName(node: Node): readonly string[] {
  if (node.type === 'MetaProperty' && isNode(node['meta']) && node['meta']['name'] === 'import') return ['import.meta'];
  const [object, property] = [node['object'], node['property']];
  if (node.type !== 'MemberExpression' || !isNode(object) || !isNode(property)) return [];
  const name = `${String(object['name'])}.${String(property['name'] ?? property['value'])}`;
  return impureMembers.has(name) ? [name] : [];
}

function outsideType(node: Node): readonly string[] {
  const name = node.type === 'TSTypeReference' ? node['typeName'] : undefined;
  return isNode(name) && ['Date', 'Window', 'Document', 'HTMLElement', 'Storage', 'Response'].includes(String(name['name'])) ? [String(name['name'])] : [];
}
