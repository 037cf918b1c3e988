import type { PushedResource, PushSession } from '@rollcall/core';
import type { Fields } from '../fields.ts';
import { applyOperation } from '../patch/apply-operation.ts';
import { readOperations } from '../patch/read-operations.ts';
import { contentOf } from '../resource/name-of.ts';
import { readResource } from '../resource/read-resource.ts';
import { entityTag, project, toAnswer, type Projection } from '../resource/to-answer.ts';
import type { ResourceType } from '../schema/resource-type.ts';
import { ScimError } from '../scim-error.ts';
import { answer, listAnswer, nothingToSay } from './answers.ts';
import { findResources } from './find-resources.ts';
import type { ListQuery } from './list-query.ts';

/** One request to one kind of resource, with the session it is made in. */
export interface Call {
  readonly session: PushSession;
  readonly type: ResourceType;
  /** Address of the service, without a slash at its end. */
  readonly baseUrl: string;
  readonly headers: Headers;
}

export async function list({ session, type, baseUrl }: Call, query: ListQuery): Promise<Response> {
  const { total, resources } = await findResources(session, type, query);
  const shown = resources.map((resource) => project(type, toAnswer(type, resource, baseUrl), query.projection));
  return listAnswer({ total, startIndex: query.startIndex, resources: shown });
}

export async function create(call: Call, body: unknown, projection: Projection): Promise<Response> {
  const { session, type, baseUrl } = call;
  const sent = readResource(type, body);
  // Somebody is sent to be let in unless it is said that they are not.
  const attributes = type.kind === 'user' && sent['active'] == null ? { ...sent, active: true } : sent;
  const made = await session.create(type.kind, contentOf(type, attributes));
  if (made === null) throw taken(type);
  const location = `${baseUrl}${type.path}/${made.id}`;
  return shown(call, made, { projection, status: 201, headers: { location } });
}

export async function show(call: Call, id: string, projection: Projection): Promise<Response> {
  const resource = await known(call, id);
  if (call.headers.get('if-none-match') === entityTag(resource)) return nothingToSay(304, { etag: entityTag(resource) });
  return shown(call, resource, { projection });
}

/** The whole resource anew. Who is not said to be inactive is as they were: leaving `active` out ends nobody's employment. */
export async function replace(call: Call, id: string, body: unknown, projection: Projection): Promise<Response> {
  const sent = readResource(call.type, body);
  const resource = await change(call, id, ({ attributes }) =>
    call.type.kind === 'user' && sent['active'] == null ? { ...sent, active: attributes['active'] } : sent,
  );
  return shown(call, resource, { projection });
}

export async function patch(call: Call, id: string, body: unknown, projection: Projection): Promise<Response> {
  const operations = readOperations(call.type, body);
  const resource = await change(call, id, ({ attributes }) =>
    operations.reduce<Fields>((before, operation) => applyOperation(call.type, before, operation), attributes),
  );
  return shown(call, resource, { projection });
}

/** Groups may have tens of thousands of members: whoever changes one need not be told all of them. */
export async function patchQuietly(call: Call, id: string, body: unknown): Promise<Response> {
  const response = await patch(call, id, body, { attributes: ['id'], excluded: [] });
  return nothingToSay(204, { etag: response.headers.get('etag') ?? '' });
}

/** A statement: the employment has ended (rule V1). What stays says who it was, and nothing more. */
export async function remove(call: Call, id: string): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const resource = await known(call, id);
    checkMatch(call, resource);
    const { userName, displayName, externalId } = resource.attributes;
    const rest = call.type.kind === 'user' ? { userName, externalId, active: false } : { displayName, externalId };
    if (await call.session.delete(resource, rest)) return nothingToSay(204);
    if (attempt >= mostAttempts) throw busy();
  }
}

const mostAttempts = 20;

/** Somebody else may change the resource meanwhile: then the change is made again on what it is now. */
async function change(call: Call, id: string, next: (resource: PushedResource) => Fields): Promise<PushedResource> {
  const { session, type } = call;
  for (let attempt = 1; ; attempt += 1) {
    const resource = await known(call, id);
    checkMatch(call, resource);
    const attributes = next(resource);
    // What changes nothing is not written: a sender that repeats itself wakes nobody.
    if (JSON.stringify(attributes) === JSON.stringify(resource.attributes)) return resource;
    const changed = await session.update(resource, contentOf(type, attributes));
    if (changed === 'name_taken') throw taken(type);
    if (changed !== 'stale') return changed;
    if (attempt >= mostAttempts) throw busy();
  }
}

async function known({ session, type }: Call, id: string): Promise<PushedResource> {
  const resource = await session.get(type.kind, id);
  if (resource === null) throw new ScimError(404, `there is no such ${type.name}`);
  return resource;
}

function checkMatch({ headers }: Call, resource: PushedResource): void {
  const wanted = headers.get('if-match');
  if (wanted === null || wanted === '*') return;
  const tags = wanted.split(',').map((tag) => tag.trim());
  if (!tags.includes(entityTag(resource))) throw new ScimError(412, 'the resource has changed since it was read');
}

function shown(
  { type, baseUrl }: Call,
  resource: PushedResource,
  {
    projection,
    status = 200,
    headers = {},
  }: { readonly projection: Projection; readonly status?: number; readonly headers?: Readonly<Record<string, string>> },
): Response {
  const body = project(type, toAnswer(type, resource, baseUrl), projection);
  return answer(body, { status, headers: { ...headers, etag: entityTag(resource) } });
}

function taken({ name, nameAttribute }: ResourceType): ScimError {
  return new ScimError(409, `another ${name} has this ${nameAttribute}`, { scimType: 'uniqueness' });
}

function busy(): ScimError {
  return new ScimError(503, 'the resource is being changed by others', { headers: { 'retry-after': '1' } });
}
