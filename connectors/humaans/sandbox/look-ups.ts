import type { SandboxCompany, SandboxRoute, Twin, TwinPerson } from '@rollcall/sandbox';
import { listPage } from './list-page.ts';
import { toPersonId, toVendorId } from './vendor-id.ts';

type Row = Readonly<Record<string, unknown>>;

const costCenterField = 'CfCostCenter000000000001';

/** The history of one person: the present role, and of some an earlier one. */
export function rolesOf(person: TwinPerson): readonly Row[] {
  const present = {
    id: toVendorId('Jr', person.id),
    personId: toPersonId(person.id),
    jobTitle: person.jobTitle,
    departmentId: person.departmentId,
    reportingTo: person.managerId === null ? null : toPersonId(person.managerId),
    note: null,
    effectiveDate: person.hireDate,
    endDate: null,
    createdAt: `${person.originalHireDate}T08:00:00.000Z`,
    updatedAt: person.updatedAt,
  };
  if (person.originalHireDate === person.hireDate) return [present];
  const id = toVendorId('Jo', person.id);
  return [{ ...present, id, jobTitle: 'Trainee', effectiveDate: person.originalHireDate, endDate: person.hireDate }, present];
}

/** What people have in custom fields: their cost center; of some a document has a value of its own in the same field. */
export function valuesOf({ id, costCenterId }: TwinPerson): readonly Row[] {
  const value = {
    id: toVendorId('Cv', id),
    personId: toPersonId(id),
    customFieldId: costCenterField,
    resourceId: null,
    costCenterId,
  };
  return id % 5 === 0 ? [value, { ...value, id: toVendorId('Cd', id), resourceId: toVendorId('Do', id) }] : [value];
}

const lists: Readonly<Record<string, (twin: Twin) => readonly Row[]>> = {
  'job-roles': ({ people, departments }) => {
    const names = new Map(departments.map(({ id, name }) => [id, name]));
    return people.flatMap(rolesOf).map(({ departmentId, ...role }) => ({ ...role, department: names.get(Number(departmentId)) }));
  },
  locations: ({ locations }) =>
    locations.map(({ id, name, city, country, timeZone }) => ({
      id: toVendorId('Lo', id),
      label: name,
      city,
      countryCode: country,
      timezone: timeZone,
    })),
  companies: ({ entities }) => entities.map(({ id, name }) => ({ id: toVendorId('Co', id), name, status: 'active' })),
  'custom-fields': () => [{ id: costCenterField, name: 'Cost center', section: 'profile', type: 'text', config: null }],
  'custom-values': ({ people, costCenters }) => {
    const names = new Map(costCenters.map(({ id, name }) => [id, name]));
    return people.flatMap(valuesOf).map(({ costCenterId, ...row }) => ({ ...row, value: names.get(Number(costCenterId)) }));
  },
  'bank-accounts': ({ people }) =>
    people.map(({ id, iban, firstName, lastName }) => ({
      id: toVendorId('Ba', id),
      personId: toPersonId(id),
      bankName: 'Bank of Nowhere',
      nameOnAccount: `${firstName} ${lastName}`,
      accountNumber: iban,
      swiftCode: null,
      sortCode: null,
      routingNumber: null,
    })),
};

export const lookUpRoutes: readonly SandboxRoute[] = Object.entries(lists).map(([name, rows]) => ({
  method: 'GET',
  path: `/api/${name}`,
  kind: 'lookup',
  handle: (request, company) => listPage(request, rowsFor(request.query.get('personId'), company, name, rows)),
}));

function rowsFor(
  wanted: string | null,
  company: SandboxCompany,
  name: string,
  make: (twin: Twin) => readonly Row[],
): readonly Row[] {
  const rows = company.cached(name, () => make(company.twin));
  return wanted === null ? rows : rows.filter(({ personId }) => personId === wanted);
}
