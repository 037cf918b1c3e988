import type { Command } from 'commander';
import { logInKinds, pagingKinds } from './kinds.ts';

/** Every answer as a flag. */
export interface Flags {
  readonly name?: string;
  readonly slug?: string;
  readonly logIn?: string;
  readonly paging?: string;
  readonly baseUrl?: string;
  readonly endpoint?: string;
  readonly openapi?: string;
  readonly docs?: string;
  readonly package?: string;
  readonly author?: string;
}

/** Adds the folder and the flags to a command. */
export function withFlags(command: Command): Command {
  return command
    .argument(
      '[folder]',
      'where to write it: must be new or empty (default: the name of the package, or connectors/<slug> in this monorepo)',
    )
    .option('--name <name>', 'the vendor, as it calls itself')
    .option('--slug <slug>', 'its short name in lower case (default: from the name)')
    .option('--log-in <kind>', `how one logs in: ${Object.keys(logInKinds).join(', ')}`)
    .option('--paging <kind>', `how the list comes: ${Object.keys(pagingKinds).join(', ')}`)
    .option('--base-url <url>', "where its API is; {company} in the host is the customer's own part")
    .option('--endpoint <path>', 'the list of people: /v1/employees, or POST /v1/people/search')
    .option('--openapi <file>', 'an OpenAPI 3 document (JSON or YAML) that proposes all of this')
    .option('--docs <url>', 'the documentation of its API')
    .option('--package <name>', 'name of the package (default: rollcall-connector-<slug>)')
    .option('--author <name>', 'who holds the licence');
}
