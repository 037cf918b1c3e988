import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { getEmployee, readChanges, receiveWebhook, ResponseError, type Manifest, type ReadOptions } from '@rollcall/core';
import type { ExpectedCase } from '../replay/load-fixtures.ts';
import { replay } from '../replay/replay.ts';
import { assertSafeToLog } from './canary.ts';
import type { Suite, WebhookCase } from './suite.ts';

/** What the manifest claims beyond list and map, proven. */
export function describeCapabilities(suite: Suite): void {
  const { capabilities } = suite.connector.manifest;
  if (capabilities.get !== false) describeGet(suite);
  if (capabilities.changes !== 'none') describeChanges(suite);
  if (capabilities.webhook) describeWebhook(suite);
}

function optionsOf(suite: Suite, expected: ExpectedCase): Omit<ReadOptions<Manifest>, 'onProgress'> {
  return {
    config: suite.configOf(expected),
    platform: suite.platform,
    clock: { now: () => suite.now },
    http: { retries: 0 },
    ...(expected.fields && { fields: expected.fields }),
  };
}

function describeGet(suite: Suite): void {
  const { describe, test, connector } = suite;
  const cases = Object.entries(suite.cases).filter(([, { id }]) => id !== undefined);
  describe('get', () => {
    test('a person who is there and one who is gone are recorded', () => {
      ok(cases.some(([, { employees }]) => employees?.length === 1));
      ok(cases.some(([, { gone }]) => gone === true));
    });
    for (const [name, expected] of cases) {
      test(name, async () => {
        const work = (): ReturnType<typeof getEmployee> => getEmployee(connector, expected.id ?? '', optionsOf(suite, expected));
        if (expected.error !== undefined) {
          const error: unknown = await replay(suite.exchanges(name), () => work().catch((thrown: unknown) => thrown));
          ok(error instanceof Error && 'code' in error);
          deepEqual({ name: error.name, code: error.code }, expected.error);
          assertSafeToLog(suite, error);
          return;
        }
        const result = await replay(suite.exchanges(name), work);
        equal(result.found, expected.gone !== true);
        // Only a clear answer is a statement that somebody is gone.
        if (!result.found) equal(result.gone, connector.manifest.capabilities.get === true);
        if (result.found) deepEqual([result.employee], expected.employees);
      });
    }
  });
}

function describeChanges(suite: Suite): void {
  const { describe, test, connector } = suite;
  const cases = Object.entries(suite.cases).filter(([, { cursor }]) => cursor !== undefined);
  describe('changes', () => {
    test('a feed with changes is recorded', () => {
      ok(cases.some(([, { changes }]) => (changes?.length ?? 0) > 0));
    });
    for (const [name, expected] of cases) {
      test(name, async () => {
        const result = await replay(suite.exchanges(name), () =>
          readChanges(connector, expected.cursor ?? null, optionsOf(suite, expected)),
        );
        deepEqual(result.changes, expected.changes);
        if (expected.nextCursor !== undefined) equal(result.cursor, expected.nextCursor);
      });
    }
  });
}

function describeWebhook(suite: Suite): void {
  const { describe, test } = suite;
  const cases = suite.webhooks ?? [];
  describe('webhook', () => {
    test('an event is given', () => {
      ok(cases.some(({ notice }) => notice.kind === 'event'));
    });
    for (const entry of cases) {
      test(entry.name, () => {
        deepEqual(receive(suite, entry), entry.notice);
        if (entry.notice.kind === 'event') assertForgeriesRefused(suite, entry);
      });
    }
  });
}

function receive(suite: Suite, { headers, body, secret }: WebhookCase): unknown {
  return receiveWebhook(suite.connector, { headers, body: new TextEncoder().encode(body) }, { secret, now: suite.now });
}

function assertForgeriesRefused(suite: Suite, entry: WebhookCase): void {
  const forgeries: WebhookCase[] = [
    { ...entry, secret: `${entry.secret}x` },
    { ...entry, secret: entry.secret.slice(0, -1) },
    { ...entry, headers: {} },
    { ...entry, headers: Object.fromEntries(Object.keys(entry.headers).map((name) => [name, ''])) },
  ];
  for (const forgery of forgeries) throws(() => receive(suite, forgery), ResponseError);
}
