import { clean, ConfigError, RollcallError, type ConfigProblem } from '@rollcall/core';
import { Interrupted } from '../io.ts';

/** An error as `--json` gives it. */
export function errorDocument(error: unknown, exitCode: number): Record<string, unknown> {
  const described = RollcallError.isInstance(error) ? error.toJSON() : { name: nameOf(error), message: messageOf(error) };
  return { error: described, exitCode };
}

/**
 * An error as people read it: who must act is in its hint. Of errors that are not Rollcall's only name and system code are
 * shown: their texts may hold secrets or people.
 */
export function describeError(error: unknown): string {
  if (!RollcallError.isInstance(error)) return `${nameOf(error)}: ${messageOf(error)}`;
  const lines =
    ConfigError.isInstance(error) && error.problems.length > 0
      ? problemLines(error.name, error.problems)
      : [`${error.name}: ${error.message}`];
  if (error.hint !== undefined) lines.push(`  ${error.hint}`);
  if (error.requestId !== undefined) lines.push(`  The vendor's id of the request: ${error.requestId}`);
  return lines.map(clean).join('\n');
}

function problemLines(name: string, problems: readonly ConfigProblem[]): string[] {
  const described = problems.map(({ field, label, problem, pattern, example, help }) => {
    const title = label === undefined ? field : `${field} (${label})`;
    const form = pattern === undefined ? '' : `, expected form ${pattern}`;
    const sample = example === undefined ? '' : `, for example ${example}`;
    return { line: `${title} ${problem}${form}${sample}`, help };
  });
  return described.flatMap(({ line, help }) => [`${name}: ${line}`, ...(help === undefined ? [] : [`  ${help}`])]);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}

function messageOf(error: unknown): string {
  return error instanceof Interrupted
    ? 'Ctrl-C or SIGTERM ended it'
    : `something unexpected happened${systemCodeOf(error)}; --debug shows where`;
}

/** ` (ENOENT)`, to be put behind a complaint; nothing where the system gave no code. */
export function systemCodeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? ` (${code})` : '';
}
