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

/** What the recordings say of people, which must never be seen outside employees, as little as secrets. */
function personalOf(suite: Suite): readonly string[] {
  const values = Object.values(suite.cases)
    .flatMap(({ employees }) => employees ?? [])
    .flatMap(({ workEmail, personalEmail, lastName, phone, bankAccount }) => [
      workEmail,
      personalEmail,
      lastName,
      phone,
      bankAccount?.iban,
    ]);
  return values.filter((value): value is string => typeof value === 'string' && value.length > 3);
}

/** A short name may be a part of a word, such as `gina` of the `paginate` in a stack: it is looked for as a word. */
function shows(text: string, value: string): boolean {
  if (!/^\p{L}+$/u.test(value)) return text.includes(value);
  return text.split(value).some((before, index, parts) => {
    const after = parts[index + 1];
    return after !== undefined && !/\p{L}$/u.test(before) && !/^\p{L}/u.test(after);
  });
}

/** Fails when a secret or something personal can be seen in an error or a report, in any of the ways in which those are logged. */
export function assertSafeToLog(suite: Suite, value: unknown): void {
  const seen = [
    inspect(value, { depth: 12, showHidden: true }),
    JSON.stringify([value]),
    value instanceof Error ? `${value.message}\n${String(value.stack)}` : '',
  ].join('\n');
  // Naming the value here would print it.
  const isSecretSeen = secretsOf(suite).some((secret) => secret.length > 3 && seen.includes(secret));
  ok(
    !isSecretSeen && !personalOf(suite).some((value) => shows(seen, value)),
    'a secret or personal data can be seen in an error or a report',
  );
}
