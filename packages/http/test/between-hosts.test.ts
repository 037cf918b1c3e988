import { expect, it } from 'vitest';
import { acmeClient } from './acme.ts';
import { inTurn, json, withServer } from './with-server.ts';

const to = (location: string) => (response: Parameters<typeof json>[0]) => {
  json(response, {}, 301, { location });
};
const answer = (response: Parameters<typeof json>[0]) => {
  json(response, { ok: true });
};

it('credentials go along when both hosts are named letter for letter', async () => {
  const server = await withServer(inTurn(to('https://login.acme.example/people'), answer));
  expect(await acmeClient(server.origin).get('/people')).toEqual({ ok: true });
  expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer static-token', 'Bearer static-token']);
});

it('they stay where they are when the other host is only covered by a pattern', async () => {
  const server = await withServer(inTurn(to('https://x.eu.acme.example/people'), answer));
  await acmeClient(server.origin).get('/people');
  expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer static-token', undefined]);
});
