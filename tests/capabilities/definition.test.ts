// The definition: C65 to C68 on shipped procedures.
import { prove } from './capability.ts';
import { definition } from './definition.ts';

prove(definition);
