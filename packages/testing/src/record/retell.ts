import nock from 'nock';
import type { Manifest } from '@rollcall/core';
import type { Body, Exchange } from '../replay/exchange.ts';
import { endpointOf, isTokenRequest } from './endpoint.ts';

/** An answer whose people have been replaced, and the request it was given to. */
export interface Answer {
  readonly method: string;
  /** The request's path with the same replacements: a hint, not what will be written. */
  readonly path: string;
  readonly status: number;
  readonly response: Body;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Retold<T> {
  readonly result: T;
  /** In the order of the requests. */
  readonly exchanges: readonly Exchange[];
  /** Requests for which there was no answer. */
  readonly unanswered: number;
  /** Answers that nobody asked for. */
  readonly unused: number;
}

/**
 * Runs work against answers whose people have been replaced, with the real network off. What the connector asks then is what the
 * recordings say: no byte of a real request is ever copied, so none can be overlooked.
 */
export async function retell<T>(manifest: Manifest, answers: readonly Answer[], work: () => Promise<T>): Promise<Retold<T>> {
  const open = answers.map((answer) => ({ ...answer, endpoint: endpointOf(manifest, answer.method, answer.path) }));
  const exchanges: Exchange[] = [];
  const bodies: unknown[] = [];
  let unanswered = 0;
  const take = (method: string, path: string): Answer | undefined => {
    const endpoint = endpointOf(manifest, method, path);
    const same = open.filter((answer) => answer.endpoint === endpoint);
    // Where one logs in may have been typed: the fictional address is another one.
    const isAnotherLogIn = (answer: Answer): boolean => answer.method === method && isTokenRequest(manifest, method, answer.path);
    const fitting = same.length > 0 || !isTokenRequest(manifest, method, path) ? same : open.filter(isAnotherLogIn);
    const found = fitting.find((answer) => answer.path === path) ?? fitting[0];
    if (found !== undefined) open.splice(open.indexOf(found), 1);
    return found;
  };
  const answer = (request: Request): [number, string, Record<string, string>] => {
    const body = bodies.shift();
    const { pathname, search } = new URL(request.url);
    const found = take(request.method, pathname + search);
    if (found === undefined) {
      unanswered += 1;
      return [410, '', {}];
    }
    const { status, response, headers } = found;
    exchanges.push(toExchange(manifest, request, body, found));
    return [status, typeof response === 'string' ? response : JSON.stringify(response), { ...headers }];
  };
  nock.cleanAll();
  nock.disableNetConnect();
  if (!nock.isActive()) nock.activate();
  try {
    const scope = nock(/.*/).persist();
    scope.on('request', (_request: unknown, _interceptor: unknown, body: unknown) => bodies.push(body));
    scope.get(/.*/).reply(answer);
    scope.post(/.*/).reply(answer);
    return { result: await work(), exchanges, unanswered, unused: open.length };
  } finally {
    nock.abortPendingRequests();
    nock.cleanAll();
    nock.enableNetConnect();
    nock.restore();
  }
}

/** Who asks is part of a recording; everything else of a header is the kit's. */
const telling = /authorization|token|session|cookie|api-?key|secret/i;

function toExchange(manifest: Manifest, request: Request, sent: unknown, { status, response, headers }: Answer): Exchange {
  const { origin, pathname, search } = new URL(request.url);
  const opensDoors = isTokenRequest(manifest, request.method, pathname);
  const body = opensDoors ? undefined : bodyOf(typeof sent === 'string' ? sent : '', request.headers.get('content-type') ?? '');
  const named = [...request.headers].filter(([name]) => telling.test(name) && !opensDoors);
  return {
    scope: `${origin}:443`,
    method: request.method,
    path: pathname + search,
    // What logs in may be signed or carry the time: any will do.
    ...(body !== undefined && { body }),
    ...(named.length > 0 && { reqheaders: Object.fromEntries(named) }),
    status,
    response,
    ...(Object.keys(headers).length > 0 && { headers }),
  };
}

function bodyOf(text: string, contentType: string): Body | undefined {
  if (text === '') return undefined;
  if (contentType.includes('x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text) as Body;
  } catch {
    return text;
  }
}
