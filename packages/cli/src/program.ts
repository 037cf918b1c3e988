import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { Action } from './cli.ts';
import { addApprove } from './commands/approve.ts';
import { addCandidates } from './commands/candidates.ts';
import { addCheckPackage } from './commands/check-package.ts';
import { addCheck } from './commands/check.ts';
import { addConfigure } from './commands/configure.ts';
import { addConfirm } from './commands/confirm.ts';
import { addConnect } from './commands/connect.ts';
import { addConnectors } from './commands/connectors.ts';
import { addDisconnect } from './commands/disconnect.ts';
import { addDrift } from './commands/drift.ts';
import { addDue } from './commands/due.ts';
import { addExitCodes } from './commands/exit-codes.ts';
import { addFields } from './commands/fields.ts';
import { addHeld } from './commands/held.ts';
import { addInvite } from './commands/invite.ts';
import { addKeys } from './commands/keys.ts';
import { addNew } from './commands/new.ts';
import { addPause } from './commands/pause.ts';
import { addPreview } from './commands/preview.ts';
import { addRead } from './commands/read.ts';
import { addRecord } from './commands/record.ts';
import { addReject } from './commands/reject.ts';
import { addResume } from './commands/resume.ts';
import { addRuns } from './commands/runs.ts';
import { addStatus } from './commands/status.ts';
import { addSync } from './commands/sync.ts';
import { addTeams } from './commands/teams.ts';
import { addTokens } from './commands/tokens.ts';
import { addUndo } from './commands/undo.ts';
import { addUpload } from './commands/upload.ts';
import { addWhy } from './commands/why.ts';
import type { Io } from './io.ts';
import { collect } from './options.ts';

const commands = [
  addConnectors,
  addCheck,
  addFields,
  addRead,
  addConnect,
  addConfigure,
  addUpload,
  addTokens,
  addStatus,
  addPreview,
  addConfirm,
  addSync,
  addDue,
  addHeld,
  addApprove,
  addReject,
  addCandidates,
  addInvite,
  addTeams,
  addWhy,
  addRuns,
  addUndo,
  addPause,
  addResume,
  addDisconnect,
  addCheckPackage,
  addNew,
  addRecord,
  addDrift,
  addKeys,
  addExitCodes,
];

export function createProgram(io: Io, action: Action): Command {
  const program = new Command('rollcall')
    .description('Check, read, preview and sync HR systems from a terminal.')
    .version(versionOfPackage(), '-V, --version')
    .option('--config <file>', 'config to use (default: rollcall.config.ts, .js, .mjs or .json here)')
    .option('--json', 'one JSON document on stdout and nothing else there')
    .option('--customer <id>', 'another customer than the one of the config')
    .option('--actor <id>', 'who does this, for the record (default: $ROLLCALL_ACTOR, else cli)')
    .option('--debug', 'show stack traces; they may hold more than errors do')
    .option('--origin <vendor=local>', "for development: find a vendor's origin elsewhere, such as in a sandbox", collect)
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', '\nExit codes: rollcall help exit-codes')
    .showHelpAfterError(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(withoutValue(text)),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
    });
  for (const add of commands) add(program, action);
  return program;
}

/** A mistyped option is repeated, but not the value behind it: it may be a secret, and this may end in a log. */
export function withoutValue(complaint: string): string {
  return complaint.replace(/(unknown option '-[^=']*)=.*'/s, "$1=…'");
}

function versionOfPackage(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  return version;
}
