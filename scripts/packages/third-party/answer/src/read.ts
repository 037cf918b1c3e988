import type { Completeness, ReadContext } from '@rollcall/core';
import { cursorPages } from '@rollcall/http';
import type { manifest } from './manifest.ts';
import { Page } from './schema.ts';

/** Everybody of Larkspur HR: people who left stay in the list for two years, those who start are in it from the contract on. */
export function list({ http }: ReadContext<typeof manifest>): AsyncGenerator<readonly unknown[], Completeness, void> {
  return cursorPages(http, '/v2/people', {
    schema: Page,
    query: { limit: 200 },
    items: ({ people }) => people,
    next: ({ meta }) => meta?.next_cursor,
    totalItems: ({ meta }) => meta?.total,
  });
}
