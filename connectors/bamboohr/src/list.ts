import { PermissionError, type Completeness, type ReadContext } from '@rollcall/core';
import { columnNames, columns } from './columns.ts';
import { datasetPages, readFieldNames } from './dataset.ts';
import { withIdsByNumber } from './ids-by-number.ts';
import { manifest } from './manifest.ts';
import { createWatch } from './watch.ts';

type Context = ReadContext<typeof manifest>;

/** Everybody, inactive people and future starters included. An unknown column would be refused, so only existing ones are asked for. */
export async function* list(context: Context): AsyncGenerator<readonly unknown[], Completeness, void> {
  const { http } = context;
  const available = await readFieldNames(http);
  const fields = fieldsToRead(context, available);
  const numbers = ['employeeNumber', 'supervisorId'];
  const joins = !available.has('supervisorEid') && numbers.every((name) => available.has(name)) && context.wants('managerId');
  const watch = createWatch(context);
  const pages = joins
    ? withIdsByNumber(http, datasetPages(http, [...new Set([...fields, ...numbers])]))
    : datasetPages(http, fields);
  for (;;) {
    const page = await pages.next();
    if (page.done === true) {
      watch.end();
      return page.value;
    }
    watch.see(page.value);
    yield page.value;
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
