import { date } from '../engine/index.ts';

export const lost = date;
