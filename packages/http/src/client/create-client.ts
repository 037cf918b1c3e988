import type { HttpAnswer, HttpClient, PostOptions } from '@rollcall/core';
import { checkOperation } from '../wall/operation-wall.ts';
import type { Method } from '../wall/request-gate.ts';
import type { Connection } from './connection.ts';
import type { Credentials } from './credentials.ts';
import { exchange } from './exchange.ts';
import { judgeRead } from './judge-read.ts';
import { mergeHeaders } from './merge-headers.ts';
import { nameClient } from './vendor-of.ts';

/** The client that connectors read with. `fixed` are headers that every read carries. */
export function createClient(
  connection: Connection,
  credentials: Credentials | undefined,
  fixed: Readonly<Record<string, string>>,
): HttpClient {
  async function send<T>(method: Method, path: string, options: PostOptions<T> = {}): Promise<HttpAnswer<T>> {
    const { body, contentType } = toBody(options);
    const target = connection.gate.read(method, path, options.params, options.query);
    checkOperation(connection.manifest, target, options);
    return exchange<HttpAnswer<T>>(connection, {
      target,
      purpose: 'read',
      accept: options.as === 'text' ? '*/*' : 'application/json',
      headers: mergeHeaders(connection.manifest.slug, contentType, fixed, options.headers),
      body,
      credentials,
      transient: options.transient,
      judge: (answer, url, where) => judgeRead(connection, options, { answer, url, where }),
    });
  }
  const client: HttpClient = {
    send,
    get: async (path, options) => (await send('GET', path, options)).body,
    post: async (path, options) => (await send('POST', path, options)).body,
  };
  nameClient(client, connection.manifest.slug);
  return client;
}

/** A body and its content type; some vendors take `application/json` without a charset only. */
export function toBody({ json, form, body }: Pick<PostOptions<unknown>, 'json' | 'form' | 'body'>): {
  readonly body?: string | undefined;
  readonly contentType?: Readonly<Record<string, string>>;
} {
  if (json !== undefined) return { body: JSON.stringify(json), contentType: { 'content-type': 'application/json' } };
  if (form !== undefined)
    return { body: new URLSearchParams(form).toString(), contentType: { 'content-type': 'application/x-www-form-urlencoded' } };
  return { body };
}
