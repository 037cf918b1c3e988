import { ok } from 'node:assert/strict';
import { inspect } from 'node:util';
import type { Suite } from './suite.ts';

/** The secrets of the config and of the platform. */
export function secretsOf(suite: Suite): readonly string[] {
  const fields = { ...suite.connector.manifest.config, ...suite.connector.manifest.platform };
  const given: readonly Readonly<Record<string, unknown>>[] = [suite.configOf({}), suite.config, suite.platform ?? {}];
  const secret = Object.entries(fields).filter(([, field]) => 'secret' in field && field.secret === true);
  const values = given.flatMap((one) => secret.map(([name]) => one[name]));
  return [...new Set(values)].filter((value): value is string => typeof value === 'string');
}

/** Everything that must never be seen outside employees: the secrets and what the recordings say of people. */
function canariesOf(suite: Suite): readonly string[] {
  const people = Object.values(suite.cases)
    .flatMap(({ employees }) => employees ?? [])
    .flatMap(({ workEmail, personalEmail, lastName, phone, bankAccount }) => [
      workEmail,
      personalEmail,
      lastName,
      phone,
      bankAccount?.iban,
    ]);
  return [...secretsOf(suite), ...people].filter((value): value is string => typeof value === 'string' && value.length > 3);
}

/** Fails when a secret or something personal can be seen in an error or a report, in any of the ways in which those are logged. */
export function assertSafeToLog(suite: Suite, value: unknown): void {
  const seen = [
    inspect(value, { depth: 12, showHidden: true }),
    JSON.stringify([value]),
    value instanceof Error ? `${value.message}\n${String(value.stack)}` : '',
  ].join('\n');
  // Naming the value here would print it.
  ok(!canariesOf(suite).some((canary) => seen.includes(canary)), 'a secret or personal data can be seen in an error or a report');
}
