#!/usr/bin/env node
import module from 'node:module';

// Where Node has it (22.8 and later), compiled code is kept between starts.
module.enableCompileCache?.();
const { runProcess } = await import('../dist/cli.js');
await runProcess(process);
