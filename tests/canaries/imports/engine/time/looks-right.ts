import type { Case } from '../case/types.ts';
import { Fragment } from 'react';

export const found = (one: Case): unknown => [one, Fragment];
