import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getEmployee, readChanges, readEmployees, type AnyConnector, type Employee } from '@rollcall/core';
import type { TwinPerson } from '@rollcall/sandbox';
import { replay, type Exchange, type ExpectedCase, type Recording } from '@rollcall/testing';
import type { Bench } from './bench.ts';

/** What is expected of each case that is written. */
export function casesOf(bench: Bench): Readonly<Record<string, ExpectedCase>> {
  const { cases } = JSON.parse(bench.files().get('expected.json') ?? '{}') as { readonly cases: Record<string, ExpectedCase> };
  return cases;
}

/** What the run has written: files of recorded cases, their expectations, and the text about them. */
export function writtenBy(bench: Bench, { cases }: Recording): string {
  const files = bench.files();
  const expected = casesOf(bench);
  return [
    ...cases.map((name) => files.get(`${name}.json`) ?? ''),
    JSON.stringify(cases.map((name) => expected[name])),
    files.get('SOURCE.md')?.split('<!-- end of recorded -->')[0] ?? '',
  ].join('\n');
}

/** Everything the twin says of people, and what opens the door: made here, from the twin alone. */
export function realValues({ sandbox, connector }: Bench): readonly string[] {
  const { config, platform = {} } = connector.manifest;
  // Of what was invented twice nobody can tell which it is.
  const examples = new Set(Object.values({ ...config, ...platform }).map(({ example }) => example.toLowerCase()));
  const typed = [...Object.values(sandbox.config), ...Object.values(sandbox.platform)];
  const secrets = typed.filter((value): value is string => typeof value === 'string');
  const keys = secrets.flatMap((secret) => secret.match(/[A-Za-z0-9+/]{48,}/g) ?? []);
  return [...sandbox.twin.people.flatMap(valuesOfPerson), ...secrets, ...keys, sandbox.twin.domain, sandbox.twin.name].filter(
    (value) => value.length > 4 && !examples.has(value.toLowerCase()),
  );
}

function valuesOfPerson(person: TwinPerson): readonly string[] {
  const { firstName, lastName, preferredName, email, personalEmail, phone, iban, number, uuid } = person;
  const given = [firstName, lastName, preferredName, email, personalEmail, phone, iban, number, uuid];
  return [...given, `${firstName} ${lastName}`, `${lastName} ${firstName}`, phone?.replace(/\D/g, '')].filter(
    (value): value is string => value != null,
  );
}

/** In any spelling: as it is, without regard to case, in an address, in base64. */
export function foundIn(text: string, values: readonly string[]): readonly string[] {
  const lower = text.toLowerCase();
  const words = new Set([...lower.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => word));
  return values.filter((value) => {
    const one = value.toLowerCase();
    if (/^[\p{L}\p{M}]+$/u.test(one)) return words.has(one);
    const base64 = Buffer.from(value).toString('base64').replace(/=+$/, '').slice(0, -1);
    const isFound = value.length < 8 ? holdsWhole(lower, one) : lower.includes(one);
    const inAddress = encodeURIComponent(one).toLowerCase();
    return isFound || (inAddress !== one && lower.includes(inAddress)) || (base64.length > 8 && text.includes(base64));
  });
}

/** Short ones are a part of something else by chance: `n-0011` stands in a token `punon-001125` that was made up. */
function holdsWhole(text: string, value: string): boolean {
  return text.split(value).some((before, index, parts) => {
    const after = parts[index + 1];
    return after !== undefined && !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after);
  });
}

/** Read from what was written, with the network off: people, or what was found of one, or changes. */
export async function replayed(bench: Bench, name: string): Promise<Omit<ExpectedCase, 'recorded' | 'config'>> {
  const { fixtures } = bench;
  const { now } = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8')) as { readonly now: string };
  const exchanges = JSON.parse(readFileSync(join(fixtures, `${name}.json`), 'utf8')) as Exchange[];
  const { config, id, changes, cursor = null } = casesOf(bench)[name]!;
  const connector = withoutLimits(bench.connector);
  const { platform } = bench.sandbox;
  const options = {
    config: { ...keysOf(bench), ...config },
    platform,
    clock: { now: () => new Date(now) },
    http: { retries: 0 },
  };
  return replay(exchanges, async () => {
    if (id !== undefined) {
      const found = await getEmployee(connector, id, options);
      return { id, ...(found.found ? { employees: [found.employee] } : { gone: true as const }) };
    }
    if (changes !== undefined) {
      const { changes: seen, cursor: nextCursor } = await readChanges(connector, cursor, options);
      return { changes: seen, cursor, nextCursor };
    }
    const employees: Employee[] = [];
    for await (const employee of readEmployees(connector, options)) employees.push(employee);
    return { employees };
  });
}

/** No recording holds a private key: any will do. */
function keysOf({ sandbox }: Bench): object {
  return Object.fromEntries(Object.entries(sandbox.config).filter(([, value]) => String(value).includes('PRIVATE KEY')));
}

function withoutLimits(connector: AnyConnector): AnyConnector {
  const { windows: _, ...limits } = connector.manifest.limits;
  return { ...connector, manifest: { ...connector.manifest, limits: { ...limits, concurrency: 1 } } };
}

/** The people of the account, as the connector reads them. */
export async function readOf({ sandbox, connector }: Bench): Promise<readonly Employee[]> {
  const employees: Employee[] = [];
  for await (const employee of readEmployees(connector, sandbox.options)) employees.push(employee);
  return employees;
}
