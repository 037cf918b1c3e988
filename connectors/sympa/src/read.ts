import { RollcallError, unproven, valueAt, vendorId } from '@rollcall/core';
import type { Change, Completeness, ReadContext } from '@rollcall/core';
import { mapPages, odataPages } from '@rollcall/http';
import { describedFields, layoutFor, rowsIn, tableOf, type Layout } from './fields.ts';
import type { manifest } from './manifest.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;

/** Everybody whom the interface includes. Beside one page only the names of its fields are kept. */
export async function* list(context: Context): Pages {
  const seen = new Set<string>();
  let read = 0;
  let first: unknown;
  let layout: Layout | undefined;
  const end = yield* mapPages(everybody(context, seen), async (page) => {
    const found = await layoutFor(context, page.flatMap(rowsIn), seen);
    read += page.length;
    first ??= page[0];
    layout = found;
    return page.map((person) => ({ person, ...found }));
  });
  if (first === undefined)
    return unproven('the interface shows nobody: its choice of persons or its forced filter may hide everybody');
  const missing = ['startDate', 'terminationDate'].filter((field) => layout?.places.get(field)?.length === 0);
  if (missing.length > 0)
    context.warn(`${missing.join(' and ')}: not in the interface, or in several tables; without it the status is unknown`);
  return proofOf(context, end, read, first);
}

/** One person, by a filter. No row is `null`: the interface includes no such person. */
export async function get(context: Context, id: string): Promise<unknown> {
  const { id: idName = 'employeeId' } = context.config.fields ?? {};
  const $filter = `${idName} eq '${id.replaceAll("'", "''")}'`;
  const people = (await Array.fromAsync(pagesOf(context, { $filter }))).flat().flatMap(rowsIn);
  if (people.length === 0) return null;
  const person = people.find((each) => String(each[idName]).trim() === id);
  // Others alone say nothing of the one who was asked for: undefined is refused as no record.
  if (person === undefined) return undefined;
  // One person does not show all tables, and a field that two of them have is none.
  return { person, ...(await layoutFor(context, people, new Set(await describedFields(context)))) };
}

/** People whose record was changed, where the interface has a field of the person that says so. Nobody tells of the deleted. */
export async function* changes(context: Context, cursor: string | null): AsyncGenerator<readonly Change[], string, void> {
  const { id: idName = 'employeeId', updatedAt: modified = 'modified' } = context.config.fields ?? {};
  const described = await describedFields(context);
  // Where Sympa's list may not be read the name is taken as it stands.
  const isTold = tableOf(modified) === '' && (described.length === 0 || described.includes(modified));
  if (!isTold) context.warn('The interface has no field modified of the person: changes are found when everybody is read');
  if (isTold && cursor !== null) {
    for await (const page of pagesOf(context, { $filter: `${modified} ge ${cursor}` })) {
      const ids = page.flatMap((person) => vendorId.safeParse(valueAt(person, idName)).data ?? []);
      yield ids.map((each) => ({ id: String(each).trim(), kind: 'changed' }));
    }
  }
  return context.now.toISOString();
}

/** Of an interface that Sympa does not know its own list says more. */
async function* everybody(context: Context, seen: ReadonlySet<string>): Pages {
  try {
    return yield* pagesOf(context);
  } catch (error) {
    const isUnknown = seen.size === 0 && RollcallError.isInstance(error) && error.code === 'not_found';
    if (isUnknown) await describedFields(context);
    throw error;
  }
}

/**
 * A plain request gives everybody, as others read it; links to further pages are followed, on the interface's own path. Source:
 * query options by https://support.nepton.com/hc/fi/articles/360014650697 (2026-11).
 */
function pagesOf({ http, config: { interfaceName } }: Context, query: Readonly<Record<string, string>> = {}): Pages {
  return odataPages(http, '/{interfaceName}', { params: { interfaceName }, query, pinPath: true });
}

/** Sympa does not say how many there are, so it is asked for whoever comes after those who were read. */
async function proofOf(context: Context, end: Completeness, read: number, first: unknown): Promise<Completeness> {
  if (!end.proven || end.evidence.by === 'vendor_total') return end;
  const pages = pagesOf(context, { $skip: String(read), $top: '1' });
  const after = await pages.next().catch((error: unknown) => {
    // 501 is what OData has for options that a service does not know.
    if (RollcallError.isInstance(error) && [400, 404, 501].includes(error.status ?? 0)) return undefined;
    throw error;
  });
  const next = after?.done === false ? after.value[0] : undefined;
  // A server that does not skip refuses, or gives the first ones again: then the missing link is all there is to know.
  const isEnd = next === undefined || JSON.stringify(next) === JSON.stringify(first);
  return isEnd ? end : unproven(`Sympa gave ${String(read)} people, and has more without a link to them`);
}
