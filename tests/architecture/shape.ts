// The shape of calm code: no `any`, files and functions of a length a person can hold in mind.
import { everyNode, isGenerated, isNode, parse } from './sources.ts';
import type { Node, Source, Violation } from './sources.ts';

export const longestFile = 300;
export const longestFunction = 50;
/** A component is mostly the tree it draws. */
export const longestComponent = 120;

export function anyViolations(files: readonly Source[]): readonly Violation[] {
  return files.flatMap((file) => everyNode(parse(file)).filter((node) => node.type === 'TSAnyKeyword').map((node) => ({ path: file.path, words: `says any on line ${lineOf(file.text, node.start)}` })));
}

/** Files over the bound, counting lines of code: no blanks, no lines that are only comment. */
export function longFiles(files: readonly Source[]): readonly Violation[] {
  return files.filter((file) => !isGenerated(file)).flatMap((file) => {
    const length = file.text.split('\n').filter((line) => !/^\s*($|\/\/|\/?\*)/.test(line)).length;
    return length > longestFile ? [{ path: file.path, words: `has ${length} lines of code; the bound is ${longestFile}` }] : [];
  });
}

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

export function longFunctions(files: readonly Source[]): readonly Violation[] {
  return files.filter((file) => !isGenerated(file)).flatMap((file) => {
    const bound = file.path.endsWith('.tsx') ? longestComponent : longestFunction;
    return everyNode(parse(file)).filter((node) => functions.has(node.type)).flatMap((node) => {
      const length = lineOf(file.text, node.end) - lineOf(file.text, node.start) + 1;
      return length > bound ? [{ path: file.path, words: `${nameOf(node)} on line ${lineOf(file.text, node.start)} has ${length} lines; the bound is ${bound}` }] : [];
    });
  });
}

function nameOf(node: Node): string {
  return isNode(node['id']) ? String(node['id']['name']) : 'a function';
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
