import type { PushedResource, PushSession } from '@rollcall/core';
import type { Filter } from '../filter/parse-filter.ts';
import { matchesFilter } from '../filter/match-filter.ts';
import { nameOf } from '../resource/name-of.ts';
import { toAnswer } from '../resource/to-answer.ts';
import { attributePath } from '../schema/attribute-path.ts';
import type { ResourceType } from '../schema/resource-type.ts';
import type { ListQuery } from './list-query.ts';

export interface FoundResources {
  readonly total: number;
  readonly resources: readonly PushedResource[];
}

const pageSize = 500;

/** What a list query asks for: by name, id or external id from an index, by anything else by looking at everybody. */
export async function findResources(
  session: PushSession,
  type: ResourceType,
  { filter, startIndex, count }: ListQuery,
): Promise<FoundResources> {
  if (filter === undefined) {
    const resources = count === 0 ? [] : await session.page(type.kind, { skip: startIndex - 1, limit: count });
    return { total: await session.count(type.kind), resources };
  }
  const found: PushedResource[] = [];
  for await (const resource of candidates(session, type, filter)) {
    if (matchesFilter(type, filter, toAnswer(type, resource, ''))) found.push(resource);
  }
  return { total: found.length, resources: found.slice(startIndex - 1, startIndex - 1 + count) };
}

async function* candidates(session: PushSession, type: ResourceType, filter: Filter): AsyncGenerator<PushedResource, void, void> {
  const indexed = indexOf(type, filter);
  if (indexed !== undefined) {
    yield* await indexed(session);
    return;
  }
  for (let after = 0; ;) {
    const page = await session.page(type.kind, { after, limit: pageSize });
    yield* page;
    if (page.length < pageSize) return;
    after = page.at(-1)?.position ?? after;
  }
}

type Look = (session: PushSession) => Promise<readonly PushedResource[]>;

/** One condition that an index answers; of several that all must hold, the first such one. */
function indexOf(type: ResourceType, filter: Filter): Look | undefined {
  if (filter.op === 'and') {
    for (const inner of filter.filters) {
      const look = indexOf(type, inner);
      if (look !== undefined) return look;
    }
    return undefined;
  }
  if (filter.op !== 'eq' || typeof filter.compValue !== 'string') return undefined;
  const { compValue: value } = filter;
  const path = attributePath(type, filter.attrPath);
  if (path === undefined || path.extension !== undefined || path.sub !== undefined) return undefined;
  const { kind } = type;
  if (path.name === 'id') return async (session) => oneOrNone(await session.get(kind, value));
  if (path.name === 'externalId') return (session) => session.byExternalId(kind, value);
  if (path.name === type.nameAttribute) return async (session) => oneOrNone(await session.byName(kind, nameOf(value)));
  return undefined;
}

function oneOrNone(resource: PushedResource | null): readonly PushedResource[] {
  return resource === null ? [] : [resource];
}
