import type { Change, ReadContext } from '@rollcall/core';
import { personioPages } from './pages.ts';
import type { manifest } from './manifest.ts';
import { PersonioPerson } from './schema.ts';

/**
 * People whose own attributes changed. A termination is written on the employment and is not promised to move the
 * person's timestamp (https://developer.personio.de/reference/persons-1, 2026-11): a hint, never a substitute for a full read.
 */
export async function* changes(
  { http, now }: ReadContext<typeof manifest>,
  cursor: string | null,
): AsyncGenerator<readonly Change[], string, void> {
  const next = now.toISOString();
  if (cursor === null) return next;
  for await (const page of personioPages(http, '/v2/persons', { limit: 50, 'updated_at.gt': cursor })) {
    const people = page.map((person) => PersonioPerson.safeParse(person).data).filter((person) => person !== undefined);
    yield people.map(({ id }) => ({ id: String(id), kind: 'changed' }));
  }
  return next;
}
