import { expect, it } from 'vitest';
import { z } from 'zod';
import { defineConnector, unproven, type EmployeeDraft } from '@rollcall/core';
import { apiKey, basic, clientCredentials, type GivenOf } from '../src/index.ts';
import { manifest } from './acme.ts';

type Acme = GivenOf<typeof manifest>;

const rest = {
  manifest,
  record: z.object({ id: z.string() }),
  async *list() {
    yield await Promise.resolve([]);
    return unproven('nothing is read here');
  },
  map: ({ id }: { id: string }): EmployeeDraft => ({ id }),
};

it('knows the types of config and platform from the manifest', () => {
  const kinds = [
    defineConnector({ ...rest, auth: basic(({ config }: Acme) => ({ username: config.company, password: config.key ?? 'x' })) }),
    defineConnector({
      ...rest,
      auth: apiKey(({ config, platform }: Acme) => ({ header: platform.partner ?? 'x-key', value: config.company })),
    }),
    defineConnector({
      ...rest,
      auth: clientCredentials({
        token: 'POST /token',
        client: ({ config }: Acme) => ({ id: config.company, secret: config.key ?? '' }),
        headers: ({ platform }) => ({ 'x-partner': platform.partner ?? '' }),
      }),
    }),
  ].map(({ auth }) => auth.kind);
  expect(kinds).toEqual(['basic', 'api-key', 'client-credentials']);
});
