import { proven, unproven, type Completeness, type DiscoveredField, type ReadContext } from '@rollcall/core';
import { layoutOf, proposed, type Layout } from './layout.ts';
import { columnsAt } from './file-error.ts';
import type { manifest } from './manifest.ts';
import { toRecord, type FileRecord } from './record.ts';
import { openTable, type Row, type Table } from './table.ts';

type Context = ReadContext<typeof manifest>;

const pageSize = 1000;
// A head-count that somebody keeps in mind is not exact; a file that lost its end is further off.
const [leastTolerance, tolerance] = [2, 0.1];

/** All rows of the file, a page at a time. */
export async function* list(context: Context): AsyncGenerator<readonly unknown[], Completeness, void> {
  const table = await openTable(context);
  if (table.header.length === 0) return unproven('the file is empty');
  const layout = layoutOf(table.header, context);
  const idByNumber = await idsByNumber(table, layout);
  warn(layout, context);
  let count = 0;
  let page: FileRecord[] = [];
  let last: Row | undefined;
  for await (const row of table.rows()) {
    if (page.length === pageSize) {
      context.signal.throwIfAborted();
      yield page;
      page = [];
    }
    page.push(toRecord(row, layout, idByNumber));
    last = row;
    count += 1;
  }
  if (last !== undefined && !table.isEnded && context.file.people !== count)
    page[page.length - 1] = toRecord(withoutEnd(last, table, context), layout, idByNumber);
  if (page.length > 0) yield page;
  return completenessOf(context, table, count);
}

/** The columns of the file, with the field that each is taken for: nothing is refused here. */
export async function discover(context: Context): Promise<readonly DiscoveredField[]> {
  const { header } = await openTable(context);
  const guesses = proposed(header);
  return header.flatMap((name, index) => {
    const guess = guesses[index];
    return name === '' ? [] : [{ name, ...(guess !== undefined && { label: `-> ${guess}` }) }];
  });
}

/** Only whoever made the file knows whether it holds everybody, and a number must agree with it. */
function completenessOf({ file, config }: Context, { fingerprint, isEnded }: Table, total: number): Completeness {
  const rows = `${String(total)} rows`;
  const said = (detail: string) => proven({ by: 'statement', total, fingerprint, detail });
  if (total === 0) return unproven('the file holds a header and nobody');
  if (config.everybody === 'no')
    return unproven('nobody said that the file holds everybody: set "Everybody is in the file" to yes');
  if (file.people !== undefined) {
    const people = `${String(file.people)} people`;
    return file.people === total
      ? said(`the file was given with ${people}, and has as many rows`)
      : unproven(`the file was given with ${people} and has ${rows}: correct the number, or look for what is missing`);
  }
  if (config.headcount === undefined)
    return unproven('nobody said how many people the file holds: say it with the upload, or enter a head-count');
  if (!isEnded)
    return unproven('the last row does not end: the file may be cut off; say with the upload how many people it holds');
  const expected = Number(config.headcount);
  const isNear = Math.abs(total - expected) <= Math.max(leastTolerance, expected * tolerance);
  return isNear
    ? said(`${rows}, which is about the head-count of ${config.headcount}`)
    : unproven(`the file has ${rows}, and the head-count is ${config.headcount}: correct it, or look for what is missing`);
}

/** The last cell of a row without an end may have lost its own: then it would be another value. */
function withoutEnd({ number, cells }: Row, { header }: Table, context: Context): Row {
  const end = header.length - 1;
  const where = columnsAt([end]);
  context.warn(`${where} of the last row is left out, since that row does not end: end it, or say how many people there are`);
  return { number, cells: cells.slice(0, end) };
}

/** Read ahead only where managers are named by a number that is not the id. A number of two people is nobody's. */
async function idsByNumber(table: Table, layout: Layout): Promise<FileRecord['idByNumber']> {
  const { places } = layout;
  if (!places.has('managerNumber') || places.get('id')?.index === places.get('employeeNumber')?.index) return undefined;
  const ids = new Map<string, string | undefined>();
  let number = '';
  for await (const row of table.rows()) {
    const record = toRecord(row, layout, undefined);
    number = String(record.cells.employeeNumber ?? '').trim();
    if (number !== '') ids.set(number, ids.has(number) ? undefined : record.id);
  }
  // Of a row without an end the number in the last cell may be another one.
  if (!table.isEnded && places.get('employeeNumber')?.index === table.header.length - 1) ids.delete(number);
  return ids;
}

function warn({ places, unread }: Layout, context: Context): void {
  const id = places.get('id');
  if (id?.index === places.get('employeeNumber')?.index)
    context.warn(`"${id?.name ?? ''}" is taken as the id: there is no column of ids`);
  const name = places.get('managerName');
  if (name !== undefined) context.warn(`"${name.name}" seems to hold names, by which no manager is known: it is not read`);
  if (unread.length > 0) context.warn(`not read, as their names are none of those that are known: ${columnsAt(unread)}`);
}
