import { readProcedure } from '../procedure/types.ts';

export const read = readProcedure;
