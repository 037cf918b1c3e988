import type { Completeness, HttpClient } from '@rollcall/core';
import { numberedPages } from '@rollcall/http';
import { transient } from './errors.ts';
import { DataPage, FieldsPage } from './schema.ts';

const pageSize = 1000;

/** Names of the columns that this account has and this user may read. Ends by `total_pages`: a page beyond it is the last one again. */
export async function readFieldNames(http: HttpClient): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  const pages = numberedPages<FieldsPage>(http, '/api/v1_2/datasets/employee/fields', {
    query: { page_size: pageSize },
    transient,
    schema: FieldsPage,
    items: ({ fields }) => fields,
    totalPages: ({ pagination }) => pagination.total_pages,
  });
  for await (const page of pages) for (const { name } of page as FieldsPage['fields']) names.add(name);
  return names;
}

/**
 * Everybody, with these columns. No filter: one on `status` would leave people out. The order is fixed so that pages do
 * not shift, and the column that is ordered by must be among the columns.
 */
export function datasetPages(
  http: HttpClient,
  fields: readonly string[],
): AsyncGenerator<readonly unknown[], Completeness, void> {
  return numberedPages<DataPage>(http, '/api/v2/datasets/employee/data', {
    request: (page) => ({ json: { fields, orderBy: 'eeid asc', page, pageSize } }),
    method: 'POST',
    transient,
    schema: DataPage,
    items: ({ data }) => data,
    totalPages: ({ meta }) => meta.totalPages,
    totalItems: ({ meta }) => meta.totalItems,
  });
}
