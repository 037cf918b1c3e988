import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bamboohr } from '@rollcall/connector-bamboohr';
import { hibob } from '@rollcall/connector-hibob';
import { personio } from '@rollcall/connector-personio';
import type { AnyConnector } from '@rollcall/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { variableOf } from '../src/credentials.ts';
import { asTyped, createStage, type Stage } from './support/stage.ts';

const vendors: readonly AnyConnector[] = [bamboohr, hibob, personio];

describe.each(vendors.map(({ manifest }) => ({ manifest, slug: manifest.slug })))('$slug over loopback', ({ manifest, slug }) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await createStage(slug);
  });

  afterAll(async () => {
    await stage.close();
  });

  const secret = Object.entries(manifest.config).find(([, field]) => 'secret' in field && field.secret === true)![0];

  test('connectors shows it, for people and as JSON', async () => {
    const shown = await stage.run(['connectors', slug]);
    expect(shown).toMatchObject({ code: 0, err: '' });
    for (const step of manifest.setup) expect(shown.out).toContain(step);
    expect(shown.out).toContain(variableOf(slug, secret));
    expect((await stage.json(['connectors', slug])).document).toEqual(manifest);
    const { document } = await stage.json(['connectors']);
    expect((document as unknown as readonly unknown[]).length).toBeGreaterThanOrEqual(3);
  });

  test('check accepts the right credentials and touches no store', async () => {
    const { code, out, err } = await stage.run(['check', slug]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`${manifest.name} accepts the credentials`);
    expect((await stage.json(['check', slug])).document).toMatchObject({ connector: slug, connection: null, error: null });
    expect(existsSync(join(stage.directory, '.rollcall'))).toBe(false);
  });

  test('wrong credentials: the cause and the set-up step, with nothing stored', async () => {
    const env = { ...stage.env, [variableOf(slug, secret)]: 'canary-of-a-mistyped-secret' };
    const step = manifest.setup[manifest.credentialsStep! - 1]!;
    for (const argv of [
      ['check', slug],
      ['read', slug],
      ['connect', slug],
    ]) {
      const { code, out, err } = await stage.run([...argv, '--debug'], { env });
      expect(code, argv.join(' ')).toBe(3);
      expect(err).toContain('AuthError: ');
      expect(err).toContain(step);
      expect(out + err).not.toContain('canary');
    }
    const { document, out, err } = await stage.json(['check', slug], { env });
    expect(document).toMatchObject({ error: { name: 'AuthError', code: 'credentials_rejected' }, exitCode: 3 });
    expect(out + err).not.toContain('canary');
    expect((await stage.json(['status'])).document).toEqual([]);
  });

  test('missing credentials: which variable and which flag, for all of them at once', async () => {
    const env = { ROLLCALL_SECRET_KEY: stage.env['ROLLCALL_SECRET_KEY'] };
    const { code, out, err } = await stage.run(['check', slug], { env });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    for (const [name, field] of Object.entries(manifest.config)) {
      if (field.optional !== true && field.type !== 'choice') expect(err).toContain(`set ${variableOf(slug, name)}`);
    }
    expect(err).toContain('--credentials <file>');
  });

  test('credentials also from JSON on stdin and from flags, with a suggestion for a mistyped field', async () => {
    const env = { ROLLCALL_SECRET_KEY: stage.env['ROLLCALL_SECRET_KEY'] };
    const stdin = JSON.stringify(stage.sandbox.config);
    expect(await stage.run(['check', slug, '--credentials', '-'], { env, stdin })).toMatchObject({ code: 0, err: '' });
    const flags = Object.entries(stage.sandbox.config).flatMap(([name, value]) => ['--set', `${name}=${asTyped(value)}`]);
    expect(await stage.run(['check', slug, ...flags], { env })).toMatchObject({ code: 0, err: '' });
    const mistyped = await stage.run(['check', slug, '--set', `${secret}x=canary-value`], { env });
    expect(mistyped.code).toBe(2);
    expect(mistyped.err).toContain(`${secret}x is not known (did you mean ${secret}?)`);
    expect(mistyped.err).not.toContain('canary');
  });

  test('read gives everybody in each format, and says last whether that was everybody', async () => {
    const ndjson = await stage.run(['read', slug]);
    expect(ndjson.code).toBe(0);
    const people = ndjson.out.trimEnd().split('\n');
    expect(people).toHaveLength(stage.sandbox.twin.people.length);
    expect(JSON.parse(people[0]!)).toHaveProperty('status');
    expect(ndjson.err).toMatch(/^complete \(.*\); \d+ people, \d+ pages?, \d+ requests?, .*coverage: /);
    const csv = await stage.run(['read', slug, '--format', 'csv', '--fields', 'workEmail,department']);
    expect(csv.out.split('\r\n')[0]).toBe('id,status,workEmail,department');
    expect(csv.out.trimEnd().split('\r\n')).toHaveLength(people.length + 1);
    const table = await stage.run(['read', slug, '--format', 'table', '--fields', 'workEmail']);
    expect(table.out.split('\n')[0]).toMatch(/^id +status +workEmail$/);
    expect(table.out.trimEnd().split('\n')).toHaveLength(people.length + 2);
  });

  test('read --json tags every line and ends in the report; --out replaces a file by a complete read only', async () => {
    const { out } = await stage.run(['read', slug, '--json']);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.at(-1)).toMatchObject({ report: { outcome: 'complete', vendor: slug } });
    expect(lines.slice(0, -1).every((line) => 'employee' in line)).toBe(true);
    const nowhere = await stage.run(['read', slug, '--out', 'no/such/folder/people.ndjson']);
    expect(nowhere).toMatchObject({ code: 2, err: 'ConfigError: --out names a file that cannot be written (ENOENT)\n' });
    const written = await stage.run(['read', slug, '--out', 'people.ndjson']);
    expect(written).toMatchObject({ code: 0, out: '' });
    const file = join(stage.directory, 'people.ndjson');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file, 'utf8');
    stage.sandbox.badDay('unauthorisedInTheMiddle', { at: 1 });
    const cut = await stage.run(['read', slug, '--out', 'people.ndjson']);
    stage.sandbox.badDay(null);
    expect(cut.code).toBe(3);
    expect(cut.err).toContain('partial: ');
    expect(cut.err).toContain('What came is in ');
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(readdirSync(stage.directory)).toContain('people.ndjson.partial');
  });

  test('V7 bad days end in a code that says who has to act', async () => {
    // BambooHR hides fields that can be done without; the others lose the status or everybody.
    const withoutPermission = slug === 'bamboohr' ? 0 : 3;
    for (const [badDay, command, expected] of [
      ['missingPermission', 'check', withoutPermission],
      ['emptyPage', 'read', 4],
      ['htmlWith200', 'read', 1],
    ] as const) {
      stage.sandbox.badDay(badDay, { at: 1 });
      const { code, out, err } = await stage.run([command, slug]);
      stage.sandbox.badDay(null);
      expect(code, badDay).toBe(expected);
      expect(out + err).toMatch(/permission|partial|Nobody came/);
    }
  });
});
