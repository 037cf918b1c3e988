import { PermissionError, type Completeness, type ReadContext } from '@rollcall/core';
import { columnNames, columns } from './columns.ts';
import { datasetPages, readFieldNames } from './dataset.ts';
import { idsByNumber } from './ids-by-number.ts';
import { manifest } from './manifest.ts';
import { createWatch } from './watch.ts';

type Context = ReadContext<typeof manifest>;

/** Everybody, inactive people and future starters included. An unknown column would be refused, so only existing ones are asked for. */
export async function* list(context: Context): AsyncGenerator<readonly unknown[], Completeness, void> {
  const { http } = context;
  const available = await readFieldNames(http);
  const fields = fieldsToRead(context, available);
  const joins = context.wants('managerId') && !available.has('supervisorEid') && available.has('supervisorId');
  // `supervisorId` is the manager's employee number. Who that is can be anybody, on any page: numbers and ids of all are
  // read first, so that the people themselves still go by page after page.
  const idByNumber = joins && available.has('employeeNumber') ? await idsByNumber(http) : undefined;
  const watch = createWatch(context);
  const pages = datasetPages(http, idByNumber === undefined ? fields : [...fields, 'supervisorId']);
  for (;;) {
    const page = await pages.next();
    if (page.done === true) {
      watch.end();
      return page.value;
    }
    watch.see(page.value);
    yield idByNumber === undefined ? page.value : page.value.map((row) => withNumbers(row, idByNumber));
  }
}

function fieldsToRead(context: Context, available: ReadonlySet<string>): readonly string[] {
  const missing = ['eeid', 'status'].filter((name) => !available.has(name));
  const [everybody] = manifest.permissions;
  if (missing.length > 0) {
    throw new PermissionError({
      vendor: manifest.slug,
      message: `the employee dataset of BambooHR does not offer ${missing.join(' and ')} to this user`,
      hint: `Grant the access level of the API user: ${everybody.name}.`,
      permission: everybody.name,
      fields: everybody.gives,
    });
  }
  const custom = context.wants('customFields') ? (context.config.customFields ?? []) : [];
  const unknown = custom.filter((name) => !available.has(name));
  if (unknown.length > 0) context.warn(`the employee dataset has no field ${unknown.join(', ')}: it stays absent`);
  const wanted = columnNames.filter((name) => context.wants(...columns[name].serves));
  return [...new Set<string>([...wanted, ...custom])].filter((name) => available.has(name));
}

function withNumbers(row: unknown, idByNumber: ReadonlyMap<string, string | null>): unknown {
  return typeof row === 'object' && row !== null ? { ...row, idByNumber } : row;
}
