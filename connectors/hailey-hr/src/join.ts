import { valueAt, vendorId, vendorObject } from '@rollcall/core';
import { z } from 'zod';

const list = z.array(z.unknown()).nullish();

/** Rows that only add to people: what has another form says nothing. */
export const Rows = z.array(vendorObject({}).catch({})).catch([]);

/** A row of the list, beside it what its ids stand for, and its custom fields by name. */
export const HaileyRecord = vendorObject({
  employee: vendorObject({ employeeId: vendorId, titleIds: list, teamIds: list, customFieldsData: vendorObject({}).nullish() }),
  customFields: z.array(z.tuple([z.unknown(), z.unknown()])).optional(),
});
export type HaileyRecord = z.infer<typeof HaileyRecord>;

// The lists of ids that people have: one (`departmentId`), or several (`teamIds`).
const units = { department: 'departments', legalEntity: 'legalEntities', costCenter: 'costCenters' };
const lists = { title: 'titles', team: 'teams', location: 'locations', businessArea: 'businessAreas', ...units };

/** Puts a person and what their ids stand for together. Without the company's lists the ids stay alone. */
export function joinerOf(company: object = {}): (employee: unknown) => object {
  const byId = (rows: unknown) => new Map(Rows.parse(rows).map((row) => [row['id'], row]));
  const tables = new Map(Object.entries(company).map(([list, rows]) => [list, byId(rows)]));
  const renamed = ([id, value]: [string, unknown]) => [valueAt(tables.get('customFields')?.get(id), 'name') ?? id, value];
  return (employee) => {
    const references = Object.entries(lists).map(([name, list]) => {
      const value = valueAt(employee, `${name}Id | ${name}Ids`);
      // Of several titles and teams the first; nobody's team is an empty list.
      const id: unknown = Array.isArray(value) ? (value[0] ?? null) : value;
      return [name, id == null ? id : { ...tables.get(list)?.get(id), id }] as const;
    });
    const data = valueAt(employee, 'customFieldsData');
    const customFields = data == null ? undefined : Object.entries({ ...data }).map(renamed);
    return { employee, customFields, ...Object.fromEntries(references) };
  };
}
