// The parts that letters and minutes are made of: words of the letter's own, and what the case says.
import type { DocumentBlock, Run } from '../../../engine/case/document-types.ts';

export const own = (text: string): readonly Run[] => [{ text, is: 'words' }];
export const said = (text: string): readonly Run[] => [{ text, is: 'answer' }];
export const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', runs: own(text) });
export const line = (label: string, text: string): { readonly label: string; readonly runs: readonly Run[] } => ({ label, runs: said(text) });
export const table = (label: string, columns: readonly string[], rows: readonly (readonly string[])[]): DocumentBlock => ({ kind: 'table', label, columns, rows: rows.map((row) => row.map(said)) });
export const title = (text: string): DocumentBlock => ({ kind: 'heading', level: 1, runs: own(text) });
