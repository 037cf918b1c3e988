import type { Twin } from '@rollcall/sandbox';
import { toVendorId } from './vendor-id.ts';

const englishNames = new Intl.DisplayNames('en', { type: 'region' });

/** Names of custom fields; people carry values under their ids. */
export const customFields = [
  { name: 'T-shirt', type: 'text' },
  { name: 'Locker', type: 'number' },
  { name: 'Parking', type: 'yesNo' },
  { name: 'Languages', type: 'multiSelect' },
] as const;

export function titlesOf({ people }: Twin): readonly string[] {
  return [...new Set(people.map(({ jobTitle }) => jobTitle))].sort();
}

/** `GET /Company`: what the ids stand for. */
export function companyWire(twin: Twin): object {
  const named = (kind: 'team' | 'department' | 'legalEntity', { id, name }: { readonly id: number; readonly name: string }) => ({
    id: toVendorId(kind, id),
    name,
  });
  return {
    customFields: customFields.map((field, index) => ({ id: toVendorId('customField', index), ...field })),
    customEmploymentFields: [],
    teams: twin.teams.map((team) => named('team', team)),
    locations: twin.locations.map(({ id, name, city, country }) => ({
      id: toVendorId('location', id),
      name,
      address: 'Storgatan 1',
      city,
      postalCode: '111 22',
      // Free text.
      country: englishNames.of(country) ?? null,
      phone: null,
    })),
    titles: titlesOf(twin).map((name, index) => ({ id: toVendorId('title', index), name })),
    legalEntities: twin.entities.map((entity) => ({ ...named('legalEntity', entity), companyRegistrationNumber: '556000-0001' })),
    departments: twin.departments.map((department) => ({
      ...named('department', department),
      headOfDepartmentEmployeeId: null,
      belongingToDepartmentId: null,
    })),
    businessAreas: twin.divisions.map(({ id, name }) => ({
      id: toVendorId('businessArea', id),
      name,
      headOfBusinessAreaEmployeeId: null,
      departmentsInBusinessArea: [],
    })),
    // Every third one has no code.
    costCenters: twin.costCenters.map(({ id, name, code }) => ({
      id: toVendorId('costCenter', id),
      name,
      code: id % 3 === 0 ? null : code,
    })),
  };
}
