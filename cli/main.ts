#!/usr/bin/env node
// The command line as a process: arguments and files in, text and an exit code out.
import { fromProcess } from './terminal.ts';
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), fromProcess());
