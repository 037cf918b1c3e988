import { ConfigError, type ConfigProblem } from '@rollcall/core';
import { badDayNames, type BadDay } from './bad-days.ts';
import type { RouteKind, WireFormat } from './sandbox-definition.ts';

export interface BadDayOptions {
  /** Which request of the kind, from 1, counted from when the bad day begins; default 1, for `repeatedPage` 2. */
  readonly at?: number;
  /** The kind of request that is counted and hit. Default `page`. */
  readonly on?: RouteKind;
  /** What a 429 asks for. Default 0: tests need not wait. */
  readonly retryAfterSeconds?: number;
}

const kinds: readonly RouteKind[] = ['page', 'detail', 'lookup', 'token'];

/** The bad days that make sense for a sandbox: not every vendor reports errors with status 200. */
export function badDaysOf(definition: Pick<WireFormat, 'answers' | 'singlePage'>): readonly BadDay[] {
  return badDayNames.filter(
    (name) =>
      !(name === 'errorIn200' && definition.answers.errorIn200 === undefined) &&
      !(name === 'repeatedPage' && definition.singlePage === true),
  );
}

/** The options with their defaults, or a ConfigError that names every bad one. */
export function checkBadDay(
  definition: Pick<WireFormat, 'answers' | 'singlePage' | 'slug'>,
  name: string,
  options: BadDayOptions,
) {
  const { on = 'page', retryAfterSeconds = 0 } = options;
  const at = options.at ?? (name === 'repeatedPage' ? 2 : 1);
  const allowed = badDaysOf(definition);
  const badDay = allowed.find((each) => each === name);
  const problems: ConfigProblem[] = [];
  if (badDay === undefined)
    problems.push({ field: 'badDay', problem: `is not one of those of ${definition.slug}: ${allowed.join(', ')}` });
  if (!Number.isSafeInteger(at) || at < 1) problems.push({ field: 'at', problem: 'is not a whole number from 1', example: '2' });
  if (!kinds.includes(on)) problems.push({ field: 'on', problem: `is not one of ${kinds.join(', ')}` });
  if (badDay === undefined || problems.length > 0) throw new ConfigError({ vendor: definition.slug, problems });
  return { name: badDay, at: definition.singlePage === true && on === 'page' ? 1 : at, on, retryAfterSeconds };
}
