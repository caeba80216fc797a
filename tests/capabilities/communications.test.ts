// Communications: C51 to C54 on shipped procedures.
import { prove } from './capability.ts';
import { communications } from './communications.ts';

prove(communications);
