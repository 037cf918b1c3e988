import {
  createEngine,
  createMemoryStore,
  definePushConnector,
  type Actor,
  type AnyConnector,
  type CustomerEngine,
  type Employee,
  type Store,
} from '@rollcall/core';
import { createFakeDirectory } from '@rollcall/testing';
import { scimHandler, scimPush, type ScimOptions } from '../../src/index.ts';

export const admin: Actor = { id: 'admin-1', kind: 'user' };
export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const coreUser = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const coreGroup = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

export type Json = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Null without a body. */
  readonly body: Json;
}

export interface SendOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is. */
  readonly raw?: string | Uint8Array;
}

/** Somebody who pushes with one token. */
export interface Sender {
  readonly send: (method: string, path: string, body?: unknown, options?: SendOptions) => Promise<Answer>;
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body: unknown) => Promise<Answer>;
  readonly put: (path: string, body: unknown) => Promise<Answer>;
  readonly patch: (path: string, operations: readonly unknown[]) => Promise<Answer>;
  readonly delete: (path: string) => Promise<Answer>;
}

export interface ScimStage extends Sender {
  readonly acme: CustomerEngine;
  readonly engine: ReturnType<typeof createEngine>;
  readonly store: Store;
  readonly directory: ReturnType<typeof createFakeDirectory>;
  readonly id: string;
  readonly token: string;
  readonly later: (ms: number) => void;
  /** As a plan would see them. */
  readonly employees: () => Promise<readonly Employee[]>;
  readonly sender: (token: string) => Sender;
  /** Another customer with a connection of their own. */
  readonly other: () => Promise<Sender>;
}

const pusher = pushConnector();

export async function scimStage(options: Partial<ScimOptions> = {}, store: Store = createMemoryStore()): Promise<ScimStage> {
  const directory = createFakeDirectory({});
  let time = Date.parse('2026-11-02T09:00:00Z');
  const engine = createEngine({
    store,
    directory: () => directory,
    connectors: [pusher],
    secrets: { current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } },
    clock: { now: () => new Date(time) },
  });
  const handler = scimHandler({ push: engine.push, requestsPerSecond: 100_000, ...options });
  const sender = (token: string): Sender => createSender(handler, token);
  const connected = async (customerId: string): Promise<{ readonly id: string; readonly token: string }> => {
    const customer = engine.customer(customerId);
    const { connection } = await customer.connect({ actor: admin, connector: 'pusher' });
    const { token } = await customer.createPushToken(connection.id, { actor: admin });
    return { id: connection.id, token };
  };
  const { id, token } = await connected('acme');
  const acme = engine.customer('acme');
  return {
    ...sender(token),
    acme,
    engine,
    store,
    directory,
    id,
    token,
    later: (ms) => {
      time += ms;
    },
    employees: async () => Array.fromAsync(await acme.read(id)),
    sender,
    other: async () => sender((await connected('birch')).token),
  };
}

function createSender(handler: ReturnType<typeof scimHandler>, token: string): Sender {
  const send: Sender['send'] = async (method, path, body, { headers = {}, raw } = {}) => {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await handler(
      new Request(`https://app.example/scim/v2${path}`, {
        method,
        headers: {
          ...(token !== '' && { authorization: `Bearer ${token}` }),
          ...(sent !== undefined && { 'content-type': 'application/scim+json; charset=utf-8' }),
          ...headers,
        },
        ...(sent !== undefined && { body: sent as string }),
      }),
    );
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Json };
  };
  return {
    send,
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    patch: (path, operations) => send('PATCH', path, { schemas: [patchOp], Operations: operations }),
    delete: (path) => send('DELETE', path),
  };
}

function pushConnector(): AnyConnector {
  return definePushConnector({
    manifest: {
      slug: 'pusher',
      name: 'Pusher',
      docsUrl: 'https://pusher.example/docs',
      api: { version: 'SCIM 2.0', checked: '2026-11' },
      push: { setup: ['Enter the address and the token.'], mappings: [] },
    },
    push: scimPush,
  });
}

/** A user as an identity provider sends one. */
export function sentUser(name: string, more: Json = {}): Json {
  return {
    schemas: [coreUser],
    userName: `${name}@fjordkiste.example`,
    name: { givenName: name, familyName: 'Berg' },
    emails: [{ primary: true, type: 'work', value: `${name}@fjordkiste.example` }],
    active: true,
    ...more,
  };
}

export async function created(sender: Sender, user: Json): Promise<string> {
  const { status, body } = await sender.post('/Users', user);
  if (status !== 201) throw new TypeError(`not created: ${String(status)} ${JSON.stringify(body)}`);
  return body['id'] as string;
}
