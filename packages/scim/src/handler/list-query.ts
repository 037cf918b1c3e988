import { ownMember } from '../fields.ts';
import { parseFilter, type Filter } from '../filter/parse-filter.ts';
import type { Projection } from '../resource/to-answer.ts';
import { badRequest } from '../scim-error.ts';

/** What a list is asked for (RFC 7644 §3.4.2). Sorting is not offered: the order is that in which resources came. */
export interface ListQuery {
  readonly filter: Filter | undefined;
  /** From 1. */
  readonly startIndex: number;
  readonly count: number;
  readonly projection: Projection;
}

const defaultCount = 100;
export const mostAtOnce = 500;

export function queryOfUrl({ searchParams }: URL): ListQuery {
  const names = (key: string): readonly string[] => (searchParams.get(key) ?? '').split(',');
  return queryOf({
    filter: searchParams.get('filter'),
    startIndex: searchParams.get('startIndex'),
    count: searchParams.get('count'),
    projection: projectionOf(names('attributes'), names('excludedAttributes')),
  });
}

/** POST /.search (RFC 7644 §3.4.3). */
export function queryOfBody(body: unknown): ListQuery {
  const names = (key: string): readonly unknown[] => {
    const value = ownMember(body, key);
    return Array.isArray(value) ? (value as readonly unknown[]) : [];
  };
  return queryOf({
    filter: ownMember(body, 'filter'),
    startIndex: ownMember(body, 'startIndex'),
    count: ownMember(body, 'count'),
    projection: projectionOf(names('attributes'), names('excludedAttributes')),
  });
}

export function projectionOfUrl(url: URL): Projection {
  return queryOfUrl(url).projection;
}

interface Asked {
  readonly filter: unknown;
  readonly startIndex: unknown;
  readonly count: unknown;
  readonly projection: Projection;
}

function queryOf({ filter, startIndex, count, projection }: Asked): ListQuery {
  return {
    filter: typeof filter === 'string' && filter.trim() !== '' ? parseFilter(filter) : undefined,
    startIndex: Math.max(1, wholeNumber(startIndex, 'startIndex') ?? 1),
    count: Math.min(mostAtOnce, Math.max(0, wholeNumber(count, 'count') ?? defaultCount)),
    projection,
  };
}

function wholeNumber(value: unknown, name: string): number | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw badRequest('invalidValue', `${name} is no whole number`);
  return number;
}

function projectionOf(attributes: readonly unknown[], excluded: readonly unknown[]): Projection {
  const texts = (names: readonly unknown[]): readonly string[] =>
    names.filter((name): name is string => typeof name === 'string' && name.trim() !== '').slice(0, 100);
  return { attributes: texts(attributes), excluded: texts(excluded) };
}
