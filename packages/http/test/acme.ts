import { onTestFinished } from 'vitest';
import {
  defineManifest,
  type Authentication,
  type ConnectOptions,
  type HttpClient,
  type HttpOptions,
  type Manifest,
  type TokenStore,
  type VendorErrors,
} from '@rollcall/core';
import { bearer } from '../src/index.ts';

/** An invented vendor. */
export const manifest = defineManifest({
  slug: 'acme',
  name: 'Acme HR',
  category: 'hris',
  docsUrl: 'https://docs.acme.example',
  api: { version: '2', checked: '2026-11' },
  maturity: 'documented',
  delivery: 'pull',
  config: {
    company: { label: 'Company', help: 'In the address.', example: 'quay', tenant: true },
    key: { label: 'Key', help: 'Under API.', example: 'abc', secret: true, optional: true },
  },
  platform: { partner: { label: 'Partner key', help: 'From Acme.', example: 'p1', optional: true } },
  baseUrl: 'https://api.acme.example',
  hosts: ['api.acme.example', 'login.acme.example', '{company}.acme.example', '*.eu.acme.example'],
  endpoints: {
    reads: [
      'GET /people',
      'POST /soap',
      'POST /actions',
      'GET /people/{id}',
      'GET /people/{id}/bank',
      'POST /search',
      "GET /odata/Person('{key}')",
    ],
    operations: {
      'POST /soap': { in: 'soap', names: ['Get_Workers_Request'] },
      'POST /actions': { in: { json: 'Action' }, names: ['GetAll'] },
    },
    tokens: ['POST /token', 'POST /{company}/token', 'GET /session', 'POST /session'],
  },
  limits: { concurrency: 6 },
  pageSize: 2,
  requests: '1',
  permissions: [
    { name: 'people:read', gives: ['firstName'], required: true },
    { name: 'bank:read', gives: ['bankAccount'] },
  ],
  fields: ['id', 'firstName', 'bankAccount'],
  capabilities: { get: false, changes: 'none', webhook: false, push: false },
  authorization: {
    authorizeUrl: 'https://login.acme.example/authorize',
    tokenUrl: 'https://login.acme.example/oauth/token',
    scopes: ['people', 'offline'],
    pkce: true,
  },
  setup: ['Open Settings > API.', 'Copy the key.'],
});

export interface AcmeConfig {
  readonly company: string;
  readonly key?: string;
}
export interface AcmePlatform {
  readonly partner?: string;
}

export type AcmeAuthentication = Authentication<AcmeConfig, AcmePlatform>;

export interface AcmeOptions {
  readonly auth?: AcmeAuthentication;
  readonly config?: Partial<AcmeConfig>;
  readonly platform?: AcmePlatform;
  readonly manifest?: Partial<Manifest>;
  readonly errors?: VendorErrors;
  readonly http?: HttpOptions;
  readonly signal?: AbortSignal;
  readonly now?: () => Date;
  readonly tokens?: TokenStore;
  readonly onRequest?: () => void;
}

let companies = 0;

/** Options of a connection to Acme whose hosts are all on `origin`. Each call is another tenant, unless `config` says which. */
export function acmeOptions(origin: string, options: AcmeOptions = {}): ConnectOptions<AcmeConfig, AcmePlatform> {
  const end = new AbortController();
  onTestFinished(() => {
    end.abort();
  });
  companies += 1;
  const hosts = ['api.acme.example', 'login.acme.example', 'x.eu.acme.example'];
  const origins = Object.fromEntries(hosts.map((host) => [`https://${host}`, origin]));
  return {
    manifest: { ...manifest, ...options.manifest },
    config: { company: `company${companies}`, ...options.config },
    platform: options.platform ?? {},
    errors: options.errors,
    signal: options.signal === undefined ? end.signal : AbortSignal.any([options.signal, end.signal]),
    now: options.now ?? (() => new Date()),
    tokens: options.tokens,
    onRequest: options.onRequest ?? (() => undefined),
    http: { origins, retryBaseMs: 1, timeoutMs: 5_000, ...options.http },
  };
}

/** A client for Acme whose hosts are all on `origin`. */
export function acmeClient(origin: string, options: AcmeOptions = {}): HttpClient {
  const auth = options.auth ?? bearer(() => 'static-token');
  return auth.connect(acmeOptions(origin, options));
}

/** The error that a promise rejects with. */
export async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => {
      throw new TypeError('this should have failed');
    },
    (error: unknown) => error,
  );
}
