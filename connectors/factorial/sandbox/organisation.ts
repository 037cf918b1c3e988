import type { Twin } from '@rollcall/sandbox';
import { toVendorId } from './vendor-id.ts';

const companyId = toVendorId(1);

/** People who left stay in their teams. */
export function teamsOf({ teams, people }: Twin): readonly object[] {
  const members = Map.groupBy(people, ({ teamId }) => teamId);
  return teams.map(({ id, name }) => ({
    id: toVendorId(id),
    name,
    description: null,
    avatar: null,
    employee_ids: (members.get(id) ?? []).map((person) => toVendorId(person.id)),
    lead_ids: (members.get(id) ?? []).slice(0, 1).map((person) => toVendorId(person.id)),
    company_id: companyId,
  }));
}

export function locationsOf({ locations }: Twin): readonly object[] {
  return locations.map(({ id, name, city, country, timeZone }, index) => ({
    id: toVendorId(id),
    company_id: companyId,
    name,
    timezone: timeZone,
    country: country.toLowerCase(),
    state: null,
    city,
    postal_code: null,
    phone_number: null,
    main: index === 0,
  }));
}

export function legalEntitiesOf({ entities }: Twin): readonly object[] {
  return entities.map(({ id, name, country, currency }) => ({
    id: toVendorId(id),
    company_id: companyId,
    country: country.toLowerCase(),
    legal_name: name,
    currency,
    tin: null,
  }));
}

export function costCentersOf({ costCenters }: Twin): readonly object[] {
  return costCenters.map(({ id, name, code }) => ({
    id: toVendorId(id),
    name,
    company_id: companyId,
    legal_entity_id: null,
    code,
    description: null,
    active_employees_count: 0,
    historical_employees_count: 0,
    status: 'active',
    deactivation_date: null,
  }));
}

interface Share {
  readonly id: string;
  readonly employee_id: string;
  readonly cost_center_id: string;
  readonly start_date: string;
  readonly end_date: string | null;
  /** Between 0 and 1. */
  readonly percentage: number;
}

/** Every third person works for another cost center, too, for the smaller part. Shares end with the employment. */
export function sharesOf({ people, costCenters }: Twin): readonly Share[] {
  return people.flatMap(({ id, costCenterId, hireDate, terminationDate }) => {
    const other = id % 3 === 0 ? costCenters.find((center) => center.id !== costCenterId) : undefined;
    const common = { employee_id: toVendorId(id), end_date: terminationDate };
    const own = { ...common, cost_center_id: toVendorId(costCenterId), start_date: hireDate };
    if (other === undefined) return [{ id: toVendorId(id * 10), ...own, percentage: 1 }];
    const second = { ...common, cost_center_id: toVendorId(other.id), start_date: hireDate, percentage: 0.3 };
    return [
      { id: toVendorId(id * 10), ...own, percentage: 0.7 },
      { id: toVendorId(id * 10 + 1), ...second },
    ];
  });
}

/** A field with a slug and one without. */
export const customFieldRows: readonly object[] = [
  { id: toVendorId(1), field_type: 'text', label_text: 'Glove size', position: 0, required: false, slug: 'glove_size' },
  { id: toVendorId(2), field_type: 'date', label_text: 'First aid until', position: 1, required: false, slug: null },
];

/** Every second person has filled in the first field, every fourth the second one as well. */
export function customValuesOf({ people }: Twin): readonly object[] {
  return people.flatMap(({ id }) => {
    const size = value(id, 1, { value: String(6 + (id % 6)) });
    const until = value(id, 2, { date_value: '2027-01-31' });
    return id % 2 === 1 ? [] : id % 4 === 0 ? [size, until] : [size];
  });
}

function value(personId: number, field: number, filled: object): object {
  return {
    id: toVendorId(personId * 10 + field),
    value: null,
    long_text_value: null,
    custom_field_identifier: String(field).padStart(40, '0'),
    date_value: null,
    single_choice_value: null,
    cents_value: null,
    valuable_id: toVendorId(personId),
    field_id: toVendorId(field),
    valuable_type: 'Employee',
    label: null,
    required: false,
    ...filled,
  };
}
