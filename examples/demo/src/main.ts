import { RollcallError } from '@rollcall/core';
import { runDemo } from './demo.ts';
import { readOptions, usage } from './options.ts';

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  process.stderr.write(`${options}\n${usage}\n`);
  process.exitCode = 2;
} else {
  try {
    await runDemo(options);
  } catch (error) {
    // Errors of Rollcall are made to be shown; anything else is a fault of the demo.
    if (!RollcallError.isInstance(error)) throw error;
    process.stderr.write(`${error.name}: ${error.message}\n`);
    process.exitCode = 1;
  }
}
