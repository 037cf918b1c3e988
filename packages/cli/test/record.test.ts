import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { raw, type SandboxAnswer, type SandboxDefinition, type Twin, type TwinPerson } from '@rollcall/sandbox';
import type { Recording } from '@rollcall/testing';
import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../src/exit-codes.ts';
import { createBench, type Bench, type BenchOptions } from './support/bench.ts';
import { casesOf, foundIn, readOf, realValues, replayed, writtenBy } from './support/recordings.ts';

const benches: Bench[] = [];

afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

async function benchOf(slug: string, options?: BenchOptions): Promise<Bench> {
  const bench = await createBench(slug, options);
  benches.push(bench);
  return bench;
}

async function recorded(bench: Bench, ...flags: readonly string[]): Promise<Recording> {
  const { document, code, err } = await bench.json(['record', bench.connector.manifest.slug, '--people', '80', ...flags]);
  const recording = document as unknown as Recording;
  expect({ code, err, problems: recording.problems, failed: recording.suite?.failed }).toEqual({
    code: exitCodes.ok.code,
    err: '',
    problems: [],
    failed: [],
  });
  return recording;
}

const kinds = [
  ['personio', 'a token from client credentials, pages by cursor, details one by one', 55],
  ['hibob', 'user and password in a header, everybody in one answer', 14],
  ['people-hr', 'a key in the body, everybody in one answer', 14],
  ['nmbrs', 'a refresh token that rotates, lists of several companies', 14],
  ['workday', 'SOAP, with the password in its header', 14],
  ['breathe', 'a key in a header, pages by number', 14],
] as const;

describe.each(kinds)('rollcall record %s: %s', (slug, _, size) => {
  test('nothing of anybody is left, and the recordings say what the account said', async () => {
    const bench = await benchOf(slug, { size });
    const recording = await recorded(bench);
    expect(recording).toMatchObject({ people: bench.sandbox.twin.people.length, written: true, manifest: { edited: true } });
    expect(recording.scan.values).toBeGreaterThan(size);
    expect(foundIn(writtenBy(bench, recording), realValues(bench))).toEqual([]);

    const main = recording.cases[0]!;
    const expected = casesOf(bench)[main]!;
    const { employees = [] } = await replayed(bench, main);
    expect(employees).toEqual(expected.employees);
    const real = await readOf(bench);
    expect(employees.map(({ status }) => status)).toEqual(real.map(({ status }) => status));
    const byId = new Map(employees.map((employee) => [employee.id, employee]));
    expect(byId.size).toBe(real.length);

    const one = casesOf(bench)['get-person'];
    if (bench.connector.manifest.capabilities.get) expect(one?.employees?.[0]).toEqual(byId.get(one!.id!));

    const manifest = readFileSync(join(bench.directory, 'src/manifest.ts'), 'utf8');
    expect(manifest).toContain("maturity: 'recorded'");
    expect(bench.files().get('SOURCE.md')).toContain(`| \`${main}\` | recorded ${bench.sandbox.twin.today} |`);
  });
});

/** A vendor that says more than is documented. */
function saying(definition: SandboxDefinition, change: (answer: SandboxAnswer, twin: Twin) => SandboxAnswer): SandboxDefinition {
  const routes = definition.routes.map((route) => ({
    ...route,
    handle: (...given: Parameters<typeof route.handle>) => {
      const answer = route.handle(...given);
      return answer.status === 200 && route.kind !== 'token' ? change(answer, given[1].twin) : answer;
    },
  }));
  return { ...definition, routes };
}

const fullName = ({ firstName, lastName }: TwinPerson): string => `${firstName} ${lastName}`;

function withLeaks(answer: SandboxAnswer, { people }: Twin): SandboxAnswer {
  const [one, two] = [people[0]!, people[1]!];
  const planted = {
    remark: `Spoke with ${fullName(one)} (${one.personalEmail}), who knows ${two.lastName}.`,
    picture: `https://cdn.vendor.example/people/${one.firstName}-${one.lastName}.jpg?owner=${encodeURIComponent(one.personalEmail)}`,
    cursor: Buffer.from(JSON.stringify({ last: fullName(one), mail: one.personalEmail })).toString('base64'),
    nested: JSON.stringify({ who: fullName(two), iban: two.iban }),
    page: `<p title="${fullName(two)}">${two.personalEmail}</p>`,
    reversed: `${one.lastName.toUpperCase()}, ${one.firstName}`,
    status: one.firstName,
    [one.lastName]: 1,
    [two.personalEmail]: { account: two.iban.replace(/(.{4})/g, '$1 ').trim(), phone: two.phone },
  };
  const body = JSON.parse(answer.body.toString()) as Record<string, unknown>;
  const headers = {
    ...answer.headers,
    'x-owner': encodeURIComponent(fullName(one)),
    'x-request-id': one.uuid,
    'set-cookie': `who=${encodeURIComponent(one.lastName)}; path=/`,
  };
  return { ...answer, headers, body: JSON.stringify({ ...body, planted }) };
}

test('names in remarks, addresses, headers, keys, base64 and texts inside of texts are replaced', async () => {
  const bench = await benchOf('people-hr', { wire: (own) => saying(own, withLeaks) });
  const recording = await recorded(bench);
  const written = writtenBy(bench, recording);
  expect(written).toContain('"planted"');
  expect(foundIn(written, realValues(bench))).toEqual([]);
  expect(written).not.toContain('x-owner');
});

describe('a folder of recordings is replaced as a whole or not at all', () => {
  test('what cannot be replaced stops the writing', async () => {
    const wire = (own: SandboxDefinition): SandboxDefinition =>
      saying(own, (answer, { people }) =>
        raw(200, answer.body, `application/json; profile="${encodeURIComponent(people[0]!.personalEmail)}"`),
      );
    const bench = await benchOf('people-hr', { wire });
    const before = bench.files();
    const { code, document, out } = await bench.json(['record', 'people-hr']);
    expect(code).toBe(exitCodes.review.code);
    expect(document).toMatchObject({ written: false, manifest: null });
    expect((document as unknown as Recording).scan.found.length).toBeGreaterThan(0);
    expect(foundIn(out, realValues(bench))).toEqual([]);
    expectUntouched(bench, before);
  });

  test('an interrupted run leaves the old ones', async () => {
    const stop = new AbortController();
    const wire = (own: SandboxDefinition): SandboxDefinition =>
      saying(own, (answer) => {
        stop.abort();
        return answer;
      });
    const bench = await benchOf('people-hr', { wire });
    const before = bench.files();
    const { code } = await bench.run(['record', 'people-hr'], { signal: stop.signal });
    expect(code).toBe(exitCodes.interrupted.code);
    expectUntouched(bench, before);
  });

  test('an account with more people is refused before anything is replaced', async () => {
    const bench = await benchOf('hibob', { size: 14 });
    const before = bench.files();
    const { code, err } = await bench.run(['record', 'hibob', '--people', '5']);
    expect({ code, err }).toMatchObject({ code: exitCodes.usage.code, err: expect.stringContaining('--people is 5') as string });
    expectUntouched(bench, before);
  });

  test('credentials that are refused end as in every other command', async () => {
    const bench = await benchOf('hibob');
    const before = bench.files();
    const { code, err } = await bench.run(['record', 'hibob', '--set', 'token=wrong-token-of-nobody']);
    expect({ code, err }).toMatchObject({ code: exitCodes.attention.code, err: expect.stringContaining('AuthError') as string });
    expectUntouched(bench, before);
  });
});

function expectUntouched(bench: Bench, before: ReadonlyMap<string, string>): void {
  expect(bench.files()).toEqual(before);
  expect(readdirSync(dirname(bench.fixtures)).filter((name) => name.startsWith('.recording'))).toEqual([]);
  expect(readFileSync(join(bench.directory, 'src/manifest.ts'), 'utf8')).not.toContain("maturity: 'recorded'");
}

test('a second run replaces the first one and keeps what is written by hand', async () => {
  const bench = await benchOf('hibob', { size: 14 });
  const byHand = casesOf(bench);
  const first = await recorded(bench, '--with-refusals');
  const before = bench.files();
  const second = await recorded(bench, '--with-refusals');
  expect(second.cases).toEqual(first.cases);
  const after = bench.files();
  for (const name of ['two-pages.json', 'get-person.json']) expect(after.get(name)).not.toBe(before.get(name));
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect(after.get('SOURCE.md')?.split('# Recorded from a real account')).toHaveLength(2);
  for (const name of second.kept) expect(casesOf(bench)[name]).toEqual(byHand[name]);
  expect(casesOf(bench)['unauthorised']).toMatchObject({
    error: { code: 'credentials_rejected' },
    recorded: bench.sandbox.twin.today,
  });
  expect(foundIn(writtenBy(bench, second), realValues(bench))).toEqual([]);
});

test('what the meaning hangs on is named, and of the customer nothing stands beside it', async () => {
  const bench = await benchOf('entra', { size: 14 });
  const recording = await recorded(bench);
  expect(recording.meaning).toEqual(['@….onmicrosoft.com']);
  const text = writtenBy(bench, recording);
  expect(text).toMatch(/@[\w-]+\.onmicrosoft\.com/);
  expect(foundIn(text, realValues(bench))).toEqual([]);
});

test('a private key is made anew and not written: any will do', async () => {
  const bench = await benchOf('google-workspace', { size: 14 });
  const recording = await recorded(bench, '--with-refusals');
  const cases = casesOf(bench);
  expect(cases['unauthorised']).toMatchObject({ error: { code: 'credentials_rejected' }, recorded: bench.sandbox.twin.today });
  for (const name of recording.cases) expect(Object.keys(cases[name]?.config ?? {})).not.toContain('serviceAccountKey');
  expect(foundIn(writtenBy(bench, recording), realValues(bench))).toEqual([]);
});

test('for people it says what was replaced, looked for and written', async () => {
  const bench = await benchOf('breathe');
  const { code, out, err } = await bench.run(['record', 'breathe']);
  expect(code).toBe(exitCodes.ok.code);
  expect(err).toContain('asking: two-pages …');
  expect(out).toMatch(/Looked for: \d+ real values in \d+ spellings/);
  expect(out).toContain('cannot be forced');
  expect(out).toContain('The manifest says that it is recorded.');
  expect(foundIn(out + err, realValues(bench))).toEqual([]);
  expect(existsSync(join(bench.fixtures, 'everybody.json'))).toBe(true);
});
