import { clean, renderPlan, renderSummary, renderTeams, type Preview } from '@rollcall/core';
import { exitCodeOfRun, exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Output } from '../output.ts';
import { shortId } from './wording.ts';
import type { NameOf } from './show-operations.ts';
import { showRun } from './show-run.ts';

export interface ShowPlanOptions {
  readonly as?: 'text' | 'table' | 'summary';
  readonly names?: NameOf | undefined;
  /** As a tree instead of one row for each team. */
  readonly teams?: boolean;
  /** It will be carried out at once. */
  readonly goesOn?: boolean;
}

/** A preview for people, or as the one document of `--json`. */
export function showPreview(
  output: Output,
  preview: Preview,
  { as = 'text', names, teams = false, goesOn = false }: ShowPlanOptions = {},
): ExitCode {
  const { plan, run, connection } = preview;
  output.document({ connection: connection.id, run, plan: plan ?? null });
  if (plan === undefined) {
    showRun(output, preview);
    return exitCodeOfPreview(preview);
  }
  const values = names !== undefined;
  if (teams && plan.teams !== null) output.say(renderTeams(plan.teams, { name: names, values }));
  else output.say(as === 'summary' ? renderSummary(plan) : renderPlan(plan, { as, people: names, values }));
  if (run.read?.outcome === 'partial') output.say(`\nThe read is not complete: ${clean(run.read.because ?? '')}`);
  if (!goesOn) output.say(`\nNothing has been changed. To carry out exactly this: rollcall confirm ${shortId(plan.hash)}`);
  return exitCodeOfPreview(preview);
}

/** Without a plan it never went well, whatever the run says. */
export function exitCodeOfPreview({ plan, run }: Preview): ExitCode {
  const code = exitCodeOfRun(run);
  return plan === undefined && code === exitCodes.ok.code ? exitCodes.failed.code : code;
}
