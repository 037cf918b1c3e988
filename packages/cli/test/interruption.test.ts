import { existsSync, statSync, writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { sqliteStore } from '@rollcall/store-sql';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Interrupted } from '../src/io.ts';
import { main } from '../src/main.ts';
import { answers } from './support/run.ts';
import { createStage, type Stage } from './support/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await createStage('hibob', 12);
});

afterAll(async () => {
  await stage.close();
});

describe('somebody at the terminal', () => {
  const withoutToken = (): Record<string, string | undefined> => ({ ...stage.env, ROLLCALL_HIBOB_TOKEN: undefined });

  test('is asked for what is missing, for the preset, and before the plan is carried out', async () => {
    const prompts = answers({
      Token: 'sandbox-token-of-nobody',
      Environment: 'production',
      'What shall happen': 'autoProvision',
      'Carry out': false,
    });
    const { code, out } = await stage.run(['connect', 'hibob'], { env: withoutToken(), prompts });
    expect(code).toBe(0);
    expect(prompts.asked).toHaveLength(4);
    expect(out).toContain('rollcall confirm ');
    expect((await stage.json(['status'])).document).toMatchObject([{ state: 'awaiting_confirmation' }]);
  });

  test('may say no to what was shown', async () => {
    const prompts = answers({ 'Disconnect hibob?': false });
    const { code, out } = await stage.run(['disconnect'], { prompts });
    expect(code).toBe(0);
    expect(out).toContain('Nothing was done.');
    const yes = await stage.run(['configure', '--preset', 'autoProvision'], { prompts: answers({ 'Carry out': true }) });
    expect(yes).toMatchObject({ code: 0 });
    expect((await stage.json(['status'])).document).toMatchObject([{ state: 'connected' }]);
  });

  test('types a secret on a real prompt, which does not show it', async () => {
    const [stdin, stdout, stderr] = [terminal(), terminal(), terminal()];
    let shown = '';
    let typed = false;
    stderr.on('data', (chunk: Buffer) => {
      shown += chunk.toString('utf8');
      if (typed || !/\?.*Token/.test(shown)) return;
      typed = true;
      setImmediate(() => stdin.write('sandbox-token-of-nobody\r'));
    });
    stdout.resume();
    const env = { ...withoutToken(), ROLLCALL_HIBOB_ENVIRONMENT: 'production' };
    const { signal } = new AbortController();
    const code = await main(['check', 'hibob', ...stage.origins], { stdin, stdout, stderr, env, cwd: stage.directory, signal });
    expect(code).toBe(0);
    expect(shown).toContain('Token');
    expect(shown).not.toContain('sandbox-token-of-nobody');
  });

  test('ends a prompt with Ctrl-C: 130', async () => {
    const { code, err } = await stage.run(['check', 'hibob'], { env: withoutToken(), prompts: answers({}) });
    expect({ code, err }).toEqual({ code: 130, err: 'Interrupted.\n' });
  });
});

describe('Ctrl-C', () => {
  test('ends a read that waits for the vendor, and what came is kept apart', async () => {
    stage.sandbox.badDay('slow');
    const controller = new AbortController();
    const reading = stage.run(['read', 'hibob', '--json'], { signal: controller.signal });
    await until(() => stage.sandbox.counts.faults > 0);
    controller.abort(new Interrupted());
    const { code, out } = await reading;
    stage.sandbox.badDay(null);
    expect(code).toBe(130);
    expect(JSON.parse(out)).toMatchObject({ exitCode: 130 });
  });

  test('A2 ends a sync that waits for the vendor, and the next one need not wait for its lease', async () => {
    stage.sandbox.badDay('slow');
    const controller = new AbortController();
    const before = stage.sandbox.counts.faults;
    const syncing = stage.run(['sync', '--json'], { signal: controller.signal });
    await until(() => stage.sandbox.counts.faults > before);
    controller.abort(new Interrupted());
    const { code, out, err } = await syncing;
    stage.sandbox.badDay(null);
    expect({ code, err }).toEqual({ code: 130, err: 'Interrupted.\n' });
    expect(JSON.parse(out)).toMatchObject({ error: { name: 'Interrupted' }, exitCode: 130 });
    expect(await stage.run(['sync'])).toMatchObject({ code: 0 });
  });

  test('keeps what came apart from the file that was asked for, for its owner only', async () => {
    const file = join(stage.directory, 'people.ndjson');
    writeFileSync(`${file}.partial`, '', { mode: 0o644 });
    stage.sandbox.badDay('slow');
    const controller = new AbortController();
    const before = stage.sandbox.counts.faults;
    const reading = stage.run(['read', '--out', file], { signal: controller.signal });
    await until(() => stage.sandbox.counts.faults > before);
    controller.abort(new Interrupted());
    const { code, err } = await reading;
    stage.sandbox.badDay(null);
    expect(code).toBe(130);
    expect(err).toBe(`What came is in ${file}.partial\nInterrupted.\n`);
    expect(statSync(`${file}.partial`).mode & 0o777).toBe(0o600);
    expect(existsSync(file)).toBe(false);
  });

  test('ends due with what came of each connection', async () => {
    await stage.run(['pause']);
    await stage.run(['resume']);
    stage.sandbox.badDay('slow');
    const controller = new AbortController();
    const before = stage.sandbox.counts.faults;
    const running = stage.run(['due', '--json'], { signal: controller.signal });
    await until(() => stage.sandbox.counts.faults > before);
    controller.abort(new Interrupted());
    const { code, out } = await running;
    stage.sandbox.badDay(null);
    expect(code).toBe(130);
    expect(JSON.parse(out)).toMatchObject([{ ok: false, error: { name: 'Interrupted' }, exitCode: 130 }]);
    expect(await stage.run(['due'])).toMatchObject({ code: 0 });
  });

  test('ends due --watch after a pass', async () => {
    const controller = new AbortController();
    const watching = stage.run(['due', '--watch', '--json'], { signal: controller.signal });
    controller.abort(new Interrupted());
    expect(await watching).toMatchObject({ code: 130 });
  });
});

describe('another run', () => {
  test('A2 of the same connection is told at once: 5', async () => {
    const [connection] = (await stage.json(['status'])).document as unknown as readonly { readonly id: string }[];
    const store = sqliteStore({ file: join(stage.directory, '.rollcall', 'rollcall.db') });
    const taken = await store.leases.acquire(`connection:${connection!.id}`, 'somebody else', 60_000);
    const { code, err } = await stage.run(['sync']);
    expect((await stage.json(['sync'])).document).toMatchObject({ error: { code: 'run_in_progress' }, exitCode: 5 });
    if (taken.held) await store.leases.release(taken.fence);
    await store.close();
    expect(code).toBe(5);
    expect(err).toContain('EngineError: another run is under way');
    expect(await stage.run(['sync'])).toMatchObject({ code: 0 });
  });
});

describe('a vendor on a bad day', () => {
  test('V7 C6 refused credentials end a sync in 3 and say what to do; nothing is changed', async () => {
    stage.sandbox.badDay('unauthorisedInTheMiddle', { at: 1 });
    const { code, out } = await stage.run(['sync']);
    const asJson = await stage.json(['preview']);
    stage.sandbox.badDay(null);
    expect(code).toBe(3);
    expect(out).toContain('Nothing was changed.');
    expect(out).toContain('Check the credentials and connect again.');
    expect(asJson).toMatchObject({ code: 3, document: { plan: null } });
    expect((await stage.run(['status'])).out).toContain('Needs attention (reauthenticate)');
  });
});

function terminal(): PassThrough & { readonly isTTY: true; readonly columns: number } {
  return Object.assign(new PassThrough(), { isTTY: true as const, columns: 80, setRawMode: () => undefined });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
