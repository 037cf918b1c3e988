import { deepEqual, equal, ok } from 'node:assert/strict';
import { isLogIn } from '../replay/is-log-in.ts';
import { replay, type SentRequest } from '../replay/replay.ts';
import { secretsOf } from './canary.ts';
import type { Suite } from './suite.ts';

/** Who we are is said in every request, once per log-in, and never in an address. */
export function describeAuth(suite: Suite): void {
  const { describe, test, connector } = suite;
  const tokens = connector.manifest.endpoints.tokens ?? [];
  const logsIn = (request: SentRequest): boolean => isLogIn(connector.manifest, request);
  describe('auth', () => {
    test('a log-in lasts for the whole read', async () => {
      const sent = await requestsOf(suite);
      equal(sent.filter(logsIn).length, tokens.length === 0 ? 0 : 1);
    });

    test('every read says who asks', async () => {
      const reads = (await requestsOf(suite)).filter((request) => !logsIn(request));
      const anonymous = (await requestsOf(suite, { ...suite.config, ...withOtherSecrets(suite) })).filter(
        (request) => !logsIn(request),
      );
      ok(reads.length > 0);
      // With another secret a static credential changes in every request; a token is fetched with it and shows in a header.
      const told =
        tokens.length === 0 ? reads.filter((read, index) => differs(read, anonymous[index])) : reads.filter(hasCredentialHeader);
      equal(told.length, reads.length, 'requests that carry a credential');
    });

    test('every request goes through the kit', async () => {
      let sent = 0;
      const { report } = await replay(
        suite.exchanges('two-pages'),
        () => suite.read(suite.cases['two-pages'] && { expected: suite.cases['two-pages'] }),
        { onRequest: () => (sent += 1) },
      );
      equal(sent, report.requests, 'requests that were sent, and those that the kit knows of');
    });

    test('no secret is part of an address', async () => {
      const secrets = secretsOf(suite);
      const addresses = (await requestsOf(suite)).map(({ path }) => decodeURIComponent(path));
      deepEqual(addresses.filter((address) => secrets.some((secret) => address.includes(secret))).length, 0);
    });
  });
}

async function requestsOf(suite: Suite, config = suite.config): Promise<SentRequest[]> {
  const sent: SentRequest[] = [];
  // Headers and bodies are looked at here, so the recording's own demands on them are left out.
  const exchanges = suite.exchanges('two-pages').map(({ reqheaders: _demanded, ...exchange }) => exchange);
  const expected = suite.cases['two-pages'];
  await replay(exchanges, () => suite.read({ config, ...(expected && { expected }) }), {
    mayLeaveUnused: true,
    onRequest: (request) => sent.push(request),
  }).catch(() => undefined);
  return sent;
}

function withOtherSecrets(suite: Suite): Record<string, unknown> {
  const secrets = new Set(secretsOf(suite));
  return Object.fromEntries(
    Object.entries(suite.config).flatMap(([name, value]) =>
      typeof value === 'string' && secrets.has(value) ? [[name, `${value}0`]] : [],
    ),
  );
}

function differs(a: SentRequest, b: SentRequest | undefined): boolean {
  return JSON.stringify([a.headers, a.body, a.path]) !== JSON.stringify(b && [b.headers, b.body, b.path]);
}

function hasCredentialHeader({ headers }: SentRequest): boolean {
  return Object.keys(headers).some((name) => /authorization|token|session|cookie|key/i.test(name));
}
