import type { TableName } from './schema/tables.ts';

/** Names of columns with the type in which their values are handed over. */
export type BulkColumns = Readonly<Record<string, 'text' | 'integer'>>;

/**
 * A statement that is run for many rows. Both forms say the same: `one` takes the values of one row and is repeated,
 * `many` takes each column as an array. Which is quicker depends on whether the database is in this process.
 */
export interface Bulk {
  readonly columns: BulkColumns;
  readonly one: string;
  /** As `one`, for this many rows at once, where the statement has such a form. */
  readonly some?: { readonly rows: number; readonly text: string };
  readonly many: string;
}

// Enough that the call no longer counts; SQLite takes 32,766 values at most.
const rowsAtOnce = 32;

type Named = (name: TableName) => string;

export function bulkInsert(table: Named, into: TableName, columns: BulkColumns, onConflict = ''): Bulk {
  const names = Object.keys(columns).join(', ');
  const marks = `(${Object.keys(columns)
    .map(() => '?')
    .join(', ')})`;
  const insert = (values: string) => `insert into ${table(into)} (${names}) values ${values} ${onConflict}`;
  return {
    columns,
    one: insert(marks),
    some: { rows: rowsAtOnce, text: insert(new Array(rowsAtOnce).fill(marks).join(', ')) },
    many: `insert into ${table(into)} (${names}) select ${names} from ${unnested(columns)} ${onConflict}`,
  };
}

export function bulkDelete(table: Named, from: TableName, columns: BulkColumns): Bulk {
  const names = Object.keys(columns);
  const marks = new Array(rowsAtOnce).fill(`(${names.map(() => '?').join(', ')})`).join(', ');
  return {
    columns,
    some: { rows: rowsAtOnce, text: `delete from ${table(from)} where (${names.join(', ')}) in (values ${marks})` },
    one: `delete from ${table(from)} where ${names.map((name) => `${name} = ?`).join(' and ')}`,
    many: `delete from ${table(from)} as t using ${unnested(columns)} where ${names.map((name) => `t.${name} = r.${name}`).join(' and ')}`,
  };
}

/** `set`: columns and what they become, in terms of `t` (the row) and `r` (the values handed in). */
export function bulkUpdate(
  table: Named,
  name: TableName,
  columns: BulkColumns,
  { set, keys }: { readonly set: Readonly<Record<string, string>>; readonly keys: readonly string[] },
): Bulk {
  const changes = Object.entries(set).map(([column, value]) => `${column} = ${value}`);
  const where = keys.map((key) => `t.${key} = r.${key}`).join(' and ');
  const numbered = Object.keys(columns).map((column, index) => [`r.${column}`, `?${index + 1}`] as const);
  const inPlace = (text: string) =>
    numbered.reduce((all, [column, mark]) => all.replaceAll(new RegExp(`\\b${column.replace('.', '\\.')}\\b`, 'g'), mark), text);
  return {
    columns,
    one: `update ${table(name)} as t set ${inPlace(changes.join(', '))} where ${inPlace(where)}`,
    many: `update ${table(name)} as t set ${changes.join(', ')} from ${unnested(columns)} where ${where}`,
  };
}

/** The rows as a table `r`, from one array for each column. */
function unnested(columns: BulkColumns): string {
  const arrays = Object.values(columns).map((type, index) => `$${index + 1}::${type}[]`);
  return `unnest(${arrays.join(', ')}) as r(${Object.keys(columns).join(', ')})`;
}
