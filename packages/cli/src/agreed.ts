import { ConfigError } from '@rollcall/core';
import type { Cli } from './cli.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { describeError } from './show/show-error.ts';

export interface Agreement {
  readonly yes: boolean | undefined;
  readonly question: string;
  /** What was shown: with `--json` the one document when nothing is done. */
  readonly shown: Readonly<Record<string, unknown>>;
}

/** Null when whoever is there agrees to what was shown; else it is said that nothing was done, and with which code to end. */
export async function refused({ prompts, output }: Cli, { yes, question, shown }: Agreement): Promise<ExitCode | null> {
  if (yes === true || (await prompts?.confirm(question)) === true) return null;
  output.document({ ...shown, done: false });
  if (prompts !== null) {
    output.say('Nothing was done.');
    return exitCodes.ok.code;
  }
  const problem = 'is missing, and there is no terminal to ask on';
  output.warn(describeError(new ConfigError({ problems: [{ field: '--yes', problem }], hint: 'Nothing was done.' })));
  return exitCodes.usage.code;
}
