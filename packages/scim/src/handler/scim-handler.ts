import { RollcallError, StoreError, type Logger, type PushDoor, type PushSession } from '@rollcall/core';
import { resourceTypes, type ResourceType } from '../schema/resource-type.ts';
import { ScimError } from '../scim-error.ts';
import { errorAnswer } from './answers.ts';
import { resourceTypeAnswer, schemaAnswer, serviceProviderConfig } from './discovery.ts';
import { projectionOfUrl, queryOfBody, queryOfUrl } from './list-query.ts';
import { readBody } from './read-body.ts';
import { create, list, patch, patchQuietly, remove, replace, show, type Call } from './resource-routes.ts';
import { createThrottle } from './throttle.ts';

export interface ScimOptions {
  /** `engine.push`. */
  readonly push: PushDoor;
  /** The path under which it is mounted. Default `/scim/v2`. */
  readonly basePath?: string | undefined;
  /** Where the sender finds it, such as `https://app.example`, if a proxy stands before it. Default: the address of the request. */
  readonly origin?: string | undefined;
  /** Default 1 MiB; a larger body is refused. */
  readonly maxBodyBytes?: number | undefined;
  /** Of one connection, and twice as many in a burst; beyond it 429 with `Retry-After`. Default 100. */
  readonly requestsPerSecond?: number | undefined;
  readonly logger?: Logger | undefined;
}

/** As `fetch` has it: mounts in every framework. */
export type ScimHandler = (request: Request) => Promise<Response>;

/**
 * A SCIM 2.0 service provider (RFC 7643, RFC 7644) for everything that pushes people: Okta, Entra, JumpCloud, HR systems.
 * Whoever pushes is known by a token of `customer.createPushToken`; what is pushed is durable when it is answered, and
 * planned some seconds later. It never throws: whatever goes wrong is an answer.
 * @example
 * const scim = scimHandler({ push: engine.push });
 * app.all('/scim/v2/*', (context) => scim(context.req.raw));
 */
export function scimHandler(options: ScimOptions): ScimHandler {
  const throttle = createThrottle(options.requestsPerSecond ?? 100, () => performance.now());
  return async (request) => {
    try {
      const session = await authenticate(options.push, request);
      const seconds = throttle(session.connectionId);
      if (seconds > 0) throw new ScimError(429, 'too many requests', { headers: { 'retry-after': String(seconds) } });
      return await route(options, request, session);
    } catch (error) {
      return errorAnswer(toScimError(error, options.logger));
    }
  };
}

/** Okta sends what an administrator typed, which may lack the word before the token. */
async function authenticate(push: PushDoor, request: Request): Promise<PushSession> {
  const header = request.headers.get('authorization') ?? '';
  const session = await push.open(header.replace(/^bearer\s+/i, '').trim());
  if (session !== null) return session;
  throw new ScimError(401, 'the token is missing or not good', { headers: { 'www-authenticate': 'Bearer' } });
}

async function route(options: ScimOptions, request: Request, session: PushSession): Promise<Response> {
  const url = new URL(request.url);
  const basePath = (options.basePath ?? '/scim/v2').replace(/\/+$/, '');
  const baseUrl = `${options.origin ?? url.origin}${basePath}`;
  const path = url.pathname.startsWith(basePath) ? url.pathname.slice(basePath.length) : url.pathname;
  const [first = '', second, ...more] = path
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  const type = resourceTypes.find((known) => known.path.toLowerCase() === `/${first.toLowerCase()}`);
  if (type !== undefined && more.length === 0) return resources(options, request, { url, type, session, baseUrl, id: second });
  const discovery = more.length === 0 ? discoveries.get(first.toLowerCase()) : undefined;
  if (discovery === undefined) throw new ScimError(404, 'there is nothing at this address');
  return discovery(request.method, baseUrl, second);
}

type Discovery = (method: string, baseUrl: string, id: string | undefined) => Response;

const discoveries: ReadonlyMap<string, Discovery> = new Map([
  ['serviceproviderconfig', onGet(serviceProviderConfig)],
  ['resourcetypes', onGet(resourceTypeAnswer)],
  ['schemas', onGet(schemaAnswer)],
  ['me', () => refuse(501, 'a token belongs to a connection: there is no Me')],
  ['bulk', () => refuse(501, 'bulk requests are not supported: send one request for each resource')],
]);

function onGet(read: (baseUrl: string, id: string | undefined) => Response): Discovery {
  return (method, baseUrl, id) => {
    if (method !== 'GET') throw notAllowed('GET');
    return read(baseUrl, id);
  };
}

function refuse(status: number, detail: string): never {
  throw new ScimError(status, detail);
}

interface ResourceCall {
  readonly url: URL;
  readonly type: ResourceType;
  readonly session: PushSession;
  readonly baseUrl: string;
  readonly id: string | undefined;
}

async function resources(
  { maxBodyBytes = 1_048_576 }: ScimOptions,
  request: Request,
  { url, type, session, baseUrl, id }: ResourceCall,
): Promise<Response> {
  const call: Call = { session, type, baseUrl, headers: request.headers };
  const body = (): Promise<unknown> => readBody(request, maxBodyBytes);
  const { method } = request;
  if (id === undefined) {
    if (method === 'GET') return list(call, queryOfUrl(url));
    if (method === 'POST') return create(call, await body(), projectionOfUrl(url));
    throw notAllowed('GET, POST');
  }
  if (id === '.search') {
    if (method === 'POST') return list(call, queryOfBody(await body()));
    throw notAllowed('POST');
  }
  if (method === 'GET') return show(call, id, projectionOfUrl(url));
  if (method === 'PUT') return replace(call, id, await body(), projectionOfUrl(url));
  if (method === 'PATCH' && type.kind === 'group') return patchQuietly(call, id, await body());
  if (method === 'PATCH') return patch(call, id, await body(), projectionOfUrl(url));
  if (method === 'DELETE') return remove(call, id);
  throw notAllowed('GET, PUT, PATCH, DELETE');
}

function notAllowed(allow: string): ScimError {
  return new ScimError(405, 'this method is not possible here', { headers: { allow } });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new ScimError(404, 'there is nothing at this address');
  }
}

function toScimError(error: unknown, logger: Logger | undefined): ScimError {
  if (error instanceof ScimError) return error;
  if (RollcallError.isInstance(error) && error.code === 'connection_unknown')
    return new ScimError(401, 'the connection has ended', { headers: { 'www-authenticate': 'Bearer' } });
  // The name only: what was thrown may quote what was sent.
  logger?.warn('a SCIM request failed', { thrown: error instanceof Error ? error.name : typeof error });
  if (StoreError.isInstance(error)) return new ScimError(503, 'try again in a moment', { headers: { 'retry-after': '5' } });
  return new ScimError(500, 'the request could not be carried out');
}
