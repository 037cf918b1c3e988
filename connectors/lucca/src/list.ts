import { unproven, valueAt, type Completeness, type ReadContext } from '@rollcall/core';
import { orGone } from '@rollcall/http';
import { readLookUps } from './look-ups.ts';
import type { manifest } from './manifest.ts';
import { luccaPages } from './pages.ts';
import { LuccaPage } from './schema.ts';

type Context = ReadContext<typeof manifest>;

const everybody = { include: 'embedded,links,totalCount', status: 'active,upcoming,deactivated' };

/** Everybody whom the application may see, former and future people included. */
export async function* list(context: Context): AsyncGenerator<readonly unknown[], Completeness, void> {
  const toRecord = await readLookUps(context);
  const people = new Set<unknown>();
  const managers = new Set<unknown>();
  let links: LuccaPage['links'];
  const end = yield* luccaPages(context, '/lucca-api/employees', everybody, (page) => {
    links = page.links;
    const records = page.items.map((employee) => toRecord(employee, page.embedded));
    for (const record of records) {
      people.add(String(valueAt(record, 'employee.id')));
      managers.add(String(valueAt(record, 'position.manager.id') ?? valueAt(record, 'employee.id')));
    }
    return records;
  });
  if (people.size === 0) return unproven('Lucca shows the application nobody: no business establishment is listed for it');
  if (![...managers].every((id) => people.has(id)))
    context.warn('Some managers are not among the people: the application may not see all business establishments');
  const isTold = !end.proven || end.evidence.by === 'vendor_total' || links != null;
  return isTold ? end : unproven('Lucca gave neither links nor a total: there may be more pages');
}

/** One employee. 404 is `null`: Lucca knows no such id, or does not show it to the application. */
export async function get(context: Context, id: string): Promise<unknown> {
  const request = { params: { id }, query: { include: 'embedded' }, schema: LuccaPage.pick({ embedded: true }) };
  const employee = await orGone(context.http.get('/lucca-api/employees/{id}', request));
  return employee === null ? null : (await readLookUps(context, id))(employee, employee.embedded);
}
