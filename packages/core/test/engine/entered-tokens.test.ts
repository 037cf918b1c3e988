import { describe, expect, test } from 'vitest';
import {
  AuthError,
  defineConnector,
  defineManifest,
  employeeSchema,
  proven,
  type AnyConnector,
  type HttpClient,
  type StoredTokens,
  type TokenStore,
} from '../../src/index.ts';
import { employee } from '../plan/world.ts';
import { admin, createStage } from './support/stage.ts';

interface RotatingVendor {
  readonly connector: AnyConnector;
  /** The only refresh token that is good now. */
  refreshToken: string;
  /** The only access token that is good now. */
  accessToken: string;
  renewals: number;
}

/** A vendor whose refresh tokens are entered by the customer and good for once. */
function rotatingVendor(): RotatingVendor {
  const vendor: RotatingVendor = { connector: undefined as never, refreshToken: 'entered-1', accessToken: '', renewals: 0 };
  const manifest = defineManifest({
    slug: 'rotating',
    name: 'Rotating',
    docsUrl: 'https://rotating.example/docs',
    api: { version: '1', checked: '2026-11' },
    config: { refreshToken: { label: 'Token', help: 'Shown once.', example: 'entered-1', secret: true } },
    hosts: [],
    endpoints: { reads: [] },
    limits: { concurrency: 1 },
    pageSize: null,
    requests: '1',
    permissions: [],
    fields: ['id', 'status'],
    capabilities: { get: false, changes: 'none', webhook: false, push: false },
    setup: ['Copy the token.'],
  });
  const renew = async (tokens: TokenStore, entered: string): Promise<string> => {
    const stored = await tokens.load();
    if (stored !== null && stored.accessToken === vendor.accessToken) return stored.accessToken;
    if ((stored?.refreshToken ?? entered) !== vendor.refreshToken)
      throw new AuthError({ code: 'credentials_rejected', vendor: 'rotating', message: 'refused', hint: 'Copy the token.' });
    vendor.renewals += 1;
    vendor.refreshToken = `rotated-${String(vendor.renewals)}`;
    vendor.accessToken = `access-${String(vendor.renewals)}`;
    await tokens.save({ accessToken: vendor.accessToken, refreshToken: vendor.refreshToken });
    return vendor.accessToken;
  };
  const connector = defineConnector({
    manifest,
    auth: {
      kind: 'rotating',
      connect: ({ tokens = forgetful(), config }): HttpClient => {
        const get = (): Promise<never> => tokens.exclusively(() => renew(tokens, config.refreshToken)) as Promise<never>;
        return { get, post: get, send: get };
      },
    },
    record: employeeSchema,
    async *list({ http }) {
      await http.get('/people');
      yield [employee('1')];
      return proven({ by: 'single_answer', detail: 'everybody' });
    },
    map: (record) => record,
  });
  return Object.assign(vendor, { connector });
}

/** What a log-in has where nobody gives it a place for its tokens. */
function forgetful(): TokenStore {
  let held: StoredTokens | null = null;
  return {
    load: () => Promise.resolve(held),
    save: (tokens) => {
      held = tokens;
      return Promise.resolve();
    },
    exclusively: (work) => work(),
  };
}

function stageOf(vendor: RotatingVendor) {
  return createStage({ options: { connectors: [vendor.connector] } });
}

describe('a token that a customer enters and that is good for once', () => {
  test('is used up by the live check, and what came for it is kept', async () => {
    const vendor = rotatingVendor();
    const { acme } = stageOf(vendor);

    const { connection } = await acme.connect({ actor: admin, connector: 'rotating', config: { refreshToken: 'entered-1' } });

    expect((await acme.check(connection.id)).error).toBeNull();
    vendor.accessToken = 'another';
    expect((await acme.check(connection.id)).error).toBeNull();
    expect(vendor.renewals).toBe(2);
  });

  test('takes the place of what was stored when it is entered anew', async () => {
    const vendor = rotatingVendor();
    const { acme } = stageOf(vendor);
    const { connection } = await acme.connect({ actor: admin, connector: 'rotating', config: { refreshToken: 'entered-1' } });
    // Revoked at the vendor, and a new one made.
    vendor.accessToken = '';
    vendor.refreshToken = 'entered-2';
    expect((await acme.check(connection.id)).error).toMatchObject({ code: 'credentials_rejected' });

    await acme.reconnect(connection.id, { actor: admin, config: { refreshToken: 'entered-2' } });

    expect((await acme.check(connection.id)).error).toBeNull();
    vendor.accessToken = '';
    expect((await acme.check(connection.id)).error).toBeNull();
  });

  test('that is refused leaves the stored ones as they are', async () => {
    const vendor = rotatingVendor();
    const { acme } = stageOf(vendor);
    const { connection } = await acme.connect({ actor: admin, connector: 'rotating', config: { refreshToken: 'entered-1' } });

    await expect(acme.reconnect(connection.id, { actor: admin, config: { refreshToken: 'mistyped' } })).rejects.toMatchObject({
      code: 'credentials_rejected',
    });

    expect((await acme.check(connection.id)).error).toBeNull();
    expect(vendor.renewals).toBe(1);
  });
});
