import { readFile } from 'node:fs/promises';
import { date } from '../engine/index.ts';

export const fine = [readFile, date];
