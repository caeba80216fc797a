// Parallel processes and protection: C60 to C64 on shipped procedures.
import { prove } from './capability.ts';
import { parallelProcesses } from './parallel-processes.ts';

prove(parallelProcesses);
