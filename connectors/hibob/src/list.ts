import { proven, unproven, type Completeness, type ReadContext } from '@rollcall/core';
import { mapConcurrent, orGone } from '@rollcall/http';
import { bankAccountsOf } from './bank-accounts.ts';
import { fieldsToRead } from './fields.ts';
import type { manifest } from './manifest.ts';
import { PersonAnswer, SearchAnswer, type HibobRecord } from './schema.ts';

type Context = ReadContext<typeof manifest>;
type UncheckedRecord = { readonly [Part in keyof HibobRecord]?: unknown };

// One answer holds everyone; it is handed on in parts, so that whoever writes batches need not hold a whole company.
const peopleAtOnce = 500;
const tablesAtOnce = 4;

/**
 * Everybody whom the service user may see, in one answer: there is no paging. Without `showInactive` people who left, are
 * on leave or have not started are missing. Source: https://apidocs.hibob.com/reference/post_people-search (2026-11).
 */
export async function* list(context: Context): AsyncGenerator<readonly unknown[], Completeness, void> {
  const json = { fields: fieldsToRead(context), showInactive: true, humanReadable: 'APPEND' };
  const { employees } = await context.http.post('/v1/people/search', { json, schema: SearchAnswer });
  // A company has at least one person: the one who made the service user.
  if (employees.length === 0)
    return unproven('Bob shows the service user nobody: it is in no permission group, or the group gives access to no people');
  const addTables = withTables(context);
  // What has been handed on is let go.
  while (employees.length > 0) yield await addTables(employees.splice(0, peopleAtOnce));
  return proven({ by: 'single_answer', detail: 'people/search answers everyone at once' });
}

/** One person; `null` when Bob does not know the id. */
export async function get(context: Context, id: string): Promise<unknown> {
  const person = await findPerson(context, id);
  return person === null ? null : (await withTables(context)([person]))[0];
}

function findPerson(context: Context, id: string): Promise<object | null> {
  const json = { fields: fieldsToRead(context), humanReadable: 'APPEND' };
  return orGone(context.http.post('/v1/people/{id}', { params: { id }, json, schema: PersonAnswer }));
}

function withTables(context: Context): (people: readonly unknown[]) => Promise<readonly UncheckedRecord[]> {
  if (!context.wants('bankAccount')) return (people) => Promise.resolve(people.map((person) => ({ person })));
  const bankAccounts = bankAccountsOf(context);
  const add = async (person: unknown): Promise<UncheckedRecord> => ({ person, bankAccounts: await bankAccounts(person) });
  return (people) => mapConcurrent(people, tablesAtOnce, add, context.signal);
}
