import { IncompleteReadError, PermissionError, unproven, valueAt } from '@rollcall/core';
import type { Change, Completeness, ReadContext } from '@rollcall/core';
import { mapConcurrent, mapPages, numberedPages, orGone } from '@rollcall/http';
import { manifest } from './manifest.ts';
import { ChangeHistory, PeoplePage, PersonDetail } from './schema.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;

const message = 'Officient lists somebody whose details it does not show: deleted meanwhile, or hidden from the app';
const hiddenPerson = () => new IncompleteReadError({ code: 'not_complete', vendor: manifest.slug, message });

/**
 * Everybody: a list of pages, and a request for each person, because the list has neither dates nor managers. One page is
 * held at a time. Without `include_archived` people who left are missing.
 * Source: https://apidocs.officient.io/reference, List people and Person detail (2026-11).
 */
export async function* list(context: Context): Pages {
  const seen = { rows: 0, present: 0, counted: NaN };
  const pages = numberedPages(context.http, '/1.0/people/list', {
    query: { include_archived: 1 },
    firstPage: 0,
    pageSize: 30,
    schema: PeoplePage,
    items: ({ data }) => data,
    totalItems({ data, total_record_count: total }) {
      seen.rows += data.length;
      seen.present += data.filter((row) => String(valueAt(row, 'archived')) === '0').length;
      seen.counted = Number(total ?? NaN);
      // That archived people are counted is nowhere said: where they are not, a page that is not full is the end.
      return seen.counted >= seen.rows ? seen.counted : undefined;
    },
  });
  const toRecord = recordsOf(context);
  const end = yield* mapPages(pages, (rows) => mapConcurrent(rows, 3, toRecord, context.signal));
  const isMiscounted = seen.counted < seen.rows && seen.counted !== seen.present;
  return isMiscounted ? unproven('Officient lists more people than it counts') : end;
}

/** One person; `null` when Officient does not know the id, or does not show it to the app: it has one answer for both. */
export async function get(context: Context, id: string): Promise<unknown> {
  const person = await detailOf(context, id);
  return person && { person };
}

/** Whoever's personal data was written since. Roles, teams, managers and dates are not in this log: a hint. */
export async function* changes(context: Context, cursor: string | null): AsyncGenerator<readonly Change[], string, void> {
  const next = `${context.now.toISOString().slice(0, 19)}Z`;
  if (cursor === null) return next;
  const request = { query: { since_timestamp: cursor }, schema: ChangeHistory };
  const { logs } = await context.http.get('/1.0/people/change_history', request);
  const ids = new Set(logs.map((entry) => String(entry.employee_id)));
  yield Array.from(ids, (id) => ({ id, kind: 'changed' }));
  return next;
}

/** Puts a row of the list and the details of its person together. Nobody is ever skipped. */
function recordsOf(context: Context): (row: unknown) => Promise<object> {
  let details = 0;
  return async (listed) => {
    const id = valueAt(listed, 'id');
    // Without a readable id there is nobody to ask for: the record will be quarantined.
    if (typeof id !== 'string' && typeof id !== 'number') return { listed };
    // Bulk reads are known to lose somebody in passing: what is listed is asked for again.
    const person = await detailOf(context, String(id), [400]);
    if (person === null) throw details === 0 ? noDetails() : hiddenPerson();
    details += 1;
    return { person, listed };
  };
}

async function detailOf(context: Context, id: string, transient: readonly number[] = []): Promise<object | null> {
  const request = { params: { person_id: id }, schema: PersonDetail, transient };
  const answer = await orGone(context.http.get('/1.0/people/{person_id}/detail', request));
  if (answer === null || context.wants('bankAccount')) return answer?.data ?? null;
  // The bank account comes along unasked.
  return { ...answer.data, bank_account_iban: undefined, bank_account_bic: undefined };
}

function noDetails(): PermissionError {
  const { slug: vendor, docsUrl, setup, permissions } = manifest;
  const [{ name: permission, gives: fields }] = permissions;
  const nobody = 'Officient lists people and shows the app the details of nobody';
  return new PermissionError({ vendor, docsUrl, message: nobody, permission, fields, hint: `Step 4 of the set-up: ${setup[3]}` });
}
