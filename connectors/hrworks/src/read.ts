import { unproven, valueAt, vendorObject, type Completeness, type ReadContext } from '@rollcall/core';
import { allItems, mapPages, numberedPages, orGone } from '@rollcall/http';
import { z } from 'zod';
import { manifest } from './manifest.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;

/** Everybody, also those who were set to gone. Source: the vendor's OpenAPI 2.10, GetPersonMasterData (2026-01). */
export async function* list(context: Context): Pages {
  const toRecord = recordsOf(context);
  return yield* mapPages(pagesOf(context), (page) => Promise.all(page.map(toRecord)));
}

/** One person; `null` when HR WORKS knows nobody by this id. */
export async function get(context: Context, id: string): Promise<unknown> {
  // Without a uuid people are known by their licence number, else by their user id.
  const types = z.guid().safeParse(id).success ? ['uuid'] : ['uuid', 'personLicenseNumber', 'personId'];
  for (const personIdentifierType of types) {
    const asked = { params: { personIdentifier: id }, query: { personIdentifierType }, schema: vendorObject({}) };
    const person = await orGone(context.http.get('/v2/persons/{personIdentifier}/master-data', asked));
    if (person !== null) return recordsOf(context)(person);
  }
  return null;
}

/** The pages of all people. Only a number is taken from links: whether they keep `onlyActive` is not documented. */
async function* pagesOf({ http }: Context): Pages {
  const seen = { announced: 0, pages: 0, peopleOnLast: 0 };
  const end = yield* numberedPages(http, '/v2/persons/master-data', {
    query: { onlyActive: false },
    schema: vendorObject({ persons: z.array(z.unknown()) }),
    items: ({ persons }) => persons,
    pageSize: manifest.pageSize,
    totalPages({ persons }, { link = '' }) {
      seen.announced = Math.max(seen.announced, ...link.matchAll(/[?&]page=(\d+)/g).map(([, page]) => Number(page)));
      seen.pages += 1;
      seen.peopleOnLast = persons.length;
      // Without any link a page that is full may not be the last.
      return seen.announced === 0 ? undefined : seen.announced;
    },
  });
  // There is at least the administrator who made the key, and somebody on every page that a link names.
  const isDoubtful = seen.peopleOnLast === 0 && seen.pages <= Math.max(seen.announced, 1);
  return isDoubtful ? unproven('HR WORKS sent a page without anybody where somebody belongs') : end;
}

/** Bank accounts and earlier ones come along unasked: they go no further unless they are wanted. Superiors get the uuid that older answers lack. */
function recordsOf(context: Context): (person: unknown) => Promise<unknown> {
  const unwanted = context.wants('bankAccount') ? {} : { bankAccount: undefined, historicizedData: undefined };
  let ids: ReturnType<typeof idsOfAll> | undefined;
  return async (person) => {
    const record = { ...(person as object), ...unwanted };
    const superior = valueAt(record, 'superior');
    const keys = keysOf(superior);
    if (keys.length === 0 || valueAt(superior, 'uuid') != null || !context.wants('managerId')) return record;
    const known = await (ids ??= idsOfAll(context));
    const found = keys.map((key) => known.get(key)).find((id) => id !== undefined);
    return { ...record, superior: { ...(superior as object), uuid: found } };
  };
}

/** The ids of all people, by what else people are known by: held until the read ends. */
async function idsOfAll(context: Context): Promise<ReadonlyMap<unknown, unknown>> {
  const entries = (page: readonly unknown[]) =>
    page.flatMap((person) => keysOf(person).map((key) => [key, valueAt(person, manifest.fieldPaths.id)]));
  return new Map((await allItems(mapPages(pagesOf(context), entries))) as readonly (readonly [unknown, unknown])[]);
}

function keysOf(person: unknown): readonly string[] {
  const names = ['personId', 'personnelNumber'].filter((name) => valueAt(person, name) != null);
  return names.map((name) => `${name} ${String(valueAt(person, name))}`);
}
