import type { SandboxCompany, Twin, TwinPerson } from '@rollcall/sandbox';
import { employeeWire, employmentsOf, typeNames, type Row } from './employee-wire.ts';
import { toEmployeeId, toVendorId } from './vendor-id.ts';

const makers = {
  employee: ({ twin }) => twin.people.map((person) => employeeWire(person, twin)),
  employment: ({ twin }) => twin.people.flatMap((person) => employmentsOf(person, twin)),
  company: ({ twin }) =>
    twin.entities.map(({ id, name }, index) => {
      const company = { id: toVendorId('c', id), name };
      return index === 0 ? company : { ...company, legalName: `${name} AB`, orgNumber: '556000-0000' };
    }),
  team: ({ twin }) =>
    twin.teams.map(({ id, name }) => ({ ...ofCompany('f', 100_000 + id, twin), name, bgColor: '#dee9fe', fgColor: '#032f83' })),
  office: ({ twin }) =>
    twin.locations.map(({ id, name, timeZone }) => ({
      ...ofCompany('f', id, twin),
      ...{ name, timezone: timeZone, phone: '', email: '', CFAR: '', SCB: '', SNI: '' },
    })),
  department: ({ twin }) =>
    twin.departments.map(({ id, name }) => {
      const own = twin.costCenters.find(({ departmentId }) => departmentId === id);
      const costCenterId = own && toVendorId('e', own.id);
      return { ...ofCompany('d', id, twin), name, ...(own && { costCenterId, effectiveCostCenterId: costCenterId }) };
    }),
  costCenter: ({ twin }) => twin.costCenters.map(({ id, code, name }) => ({ ...ofCompany('e', id, twin), code, name })),
  employmentType: () => typeNames.map(([, name], index) => ({ id: toVendorId('b', index), name, vacation: true })),
  teamReference: ({ twin }) => twin.people.flatMap((person) => teamReferencesOf(person, twin)),
} satisfies Readonly<Record<string, (company: SandboxCompany) => readonly Row[]>>;

export type ListName = keyof typeof makers;

/** Every row of a list, made once. */
export function rowsOf(name: ListName, company: SandboxCompany): readonly Row[] {
  return company.cached(name, () => makers[name](company) as readonly Row[]);
}

/** Rows by the value of one member, made once. */
export function rowsBy(name: ListName, key: 'id' | 'employeeId', company: SandboxCompany): ReadonlyMap<unknown, readonly Row[]> {
  return company.cached(`${name} by ${key}`, () => Map.groupBy(rowsOf(name, company), (row) => row[key]));
}

function ofCompany(kind: 'd' | 'e' | 'f', id: number, { entities }: Twin) {
  return { id: toVendorId(kind, id), companyId: toVendorId('c', entities[0]?.id ?? 0) };
}

function teamReferencesOf({ id, teamId, entityId }: TwinPerson, { teams }: Twin): readonly Row[] {
  if (teamId === null) return [];
  const common = {
    companyId: toVendorId('c', entityId),
    userId: `user${toEmployeeId(id).slice(4)}`,
    employeeId: toEmployeeId(id),
  };
  const others = id % 7 === 0 ? teams.slice(0, 1).map((team) => team.id) : [];
  return [teamId, ...others].map((team, index) => ({
    ...common,
    id: toVendorId('f', 1_000_000 + id * 10 + index),
    teamId: toVendorId('f', 100_000 + team),
  }));
}
