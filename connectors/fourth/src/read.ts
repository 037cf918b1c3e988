import { proven, text, unproven, valueAt, type Completeness, type ReadContext } from '@rollcall/core';
import { allItems, lookUps, rowsById, rowsByOwner } from '@rollcall/http';
import { z } from 'zod';
import { commonRoot, ofAddresses, type manifest } from './manifest.ts';
import { Address, Employment, Location } from './schema.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;

// One answer holds everybody; it is handed on in parts.
const rowsAtOnce = 500;

// Vendor examples send all of these, empty where they are not used. Without former employees whoever reports to one has no
// manager (developer.fourth.com/en-gb/docs/uk-employee-api/release-notes, 2026-11).
const everybody = { start: '', duration: '', dateFrom: '', dateTo: '', delta: false, showFormer: true } as const;

const evidence = { by: 'single_answer', detail: 'each list answers everybody at once, former employees included' } as const;

/** Everybody, from lists that come whole: one after the other, the largest first, as each is large while it is parsed. */
export async function* list(context: Context): Pages {
  const histories = pagesOf(context, 'Employees/Employments', z.array(Owned));
  const employments = await rowsByOwner(histories, Employment, ({ EmployeeID }) => EmployeeID);
  const readAddresses = () => rowsByOwner(pagesOf(context, 'Employees/Addresses'), Address, ({ EmployeeID }) => EmployeeID);
  const readLocations = () => rowsById(pagesOf(context, 'Locations'), Location, ({ Description }) => Description);
  // What adds to people and says nothing of their status.
  const { addresses, locations } = await lookUps(context, {
    addresses: { name: 'Addresses', fields: ofAddresses, read: readAddresses },
    locations: { name: 'Locations', fields: context.config.siteCountries === true ? ['workLocation'] : [], read: readLocations },
  });
  const people = await allItems(pagesOf(context, 'Employees'));
  const common = { locations, accounts: peopleBy(people, 'FAID'), numbers: peopleBy(people, 'PayrollNumber') };
  const listed = new Set(people.map(idOf));
  for (let read = 0; read < people.length; read += rowsAtOnce) {
    yield people.slice(read, read + rowsAtOnce).map((person) => {
      const id = idOf(person) ?? '';
      return { person, employments: employments.get(id), addresses: addresses?.get(id), ...common };
    });
  }
  if (employments.size === 0) return unproven('Fourth answered without any employment');
  const isWhole = [...employments.keys()].every((id) => listed.has(id));
  return isWhole ? proven(evidence) : unproven('Fourth has employments of people who are not listed');
}

/** A row of nobody is missing from a history, the rest of which could say that somebody has left: such an answer is refused. */
const Owned = z.custom<unknown>((row) => idOf(row) != null);
const Rows = z.array(z.unknown());

/** There is no paging (developer.fourth.com/en-gb/docs/uk-employee-api/guide, 2026-11). What has been handed on is let go. */
async function* pagesOf({ http, config }: Context, name: string, schema: z.ZodType<unknown[]> = Rows): Pages {
  const root = (config.rootUrl ?? commonRoot).replace(/\/$/, '');
  const query = name === 'Locations' ? undefined : everybody;
  const rows = await http.get(`${root}/organisations/${config.organisationId}/${name}`, { query, schema });
  while (rows.length > 0) yield rows.splice(0, rowsAtOnce);
  return proven(evidence);
}

/** Whose each account id or number is; `null` where it is several people's, as numbers of several payrolls may be. */
function peopleBy(people: readonly unknown[], member: string): ReadonlyMap<unknown, unknown> {
  const owners = [...Map.groupBy(people, (person) => keyIn(person, member))];
  return new Map(owners.map(([key, [owner, ...others]]) => [key, others.length > 0 ? null : idOf(owner)]));
}

// Read as the map reads those who are looked for.
const keyIn = (row: unknown, member: string) => text(valueAt(row, member), { note: () => undefined }, 'managerId');
const idOf = (row: unknown) => keyIn(row, 'EmployeeID');
