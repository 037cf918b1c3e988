import { existsSync } from 'node:fs';
import type { Exchange } from '../../../packages/testing/src/replay/exchange.ts';
import { loadFixtures, type ExpectedCase } from '../../../packages/testing/src/replay/load-fixtures.ts';
import { parsed, toMediaType, type SeenExchange } from './exchange.ts';

/** Every recorded exchange of a connector. Answers that are wrong on purpose are left out, their requests are not. */
export function recordedTraffic(connectorFolder: URL): readonly SeenExchange[] {
  const folder = new URL('test/fixtures/', connectorFolder);
  if (!existsSync(new URL('expected.json', folder))) return [];
  const fixtures = loadFixtures(folder);
  return Object.entries(fixtures.cases)
    .filter(([name]) => existsSync(new URL(`${name}.json`, folder)))
    .flatMap(([name, expected]) => fixtures.exchanges(name).map((exchange) => toSeen(name, exchange, isGood(expected))));
}

/** A case that expects an error or a refused record shows what the vendor should not have sent. */
function isGood({ error, quarantined }: ExpectedCase): boolean {
  return error === undefined && quarantined === undefined;
}

function toSeen(name: string, exchange: Exchange, good: boolean): SeenExchange {
  const { scope, method, path, body, reqheaders, status, response, headers = {} } = exchange;
  const mark = path.indexOf('?');
  const answerHeaders = lowerCase(headers);
  return {
    from: 'recording',
    name,
    request: {
      method: method.toUpperCase(),
      origin: `https://${new URL(scope).hostname}`,
      path: mark < 0 ? path : path.slice(0, mark),
      query: new URLSearchParams(mark < 0 ? '' : path.slice(mark)),
      headers: reqheaders && lowerCase(reqheaders),
      body: body === '' ? undefined : body,
    },
    answer: good
      ? {
          status,
          contentType: toMediaType(answerHeaders['content-type'] ?? 'application/json'),
          body: typeof response === 'string' ? parsed(response) : response,
        }
      : undefined,
  };
}

function lowerCase(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
