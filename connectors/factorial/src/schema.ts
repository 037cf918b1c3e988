import { lookedUp, vendorId, vendorObject, vendorText } from '@rollcall/core';
import { z } from 'zod';

/** One row of any list. What it says is read, or noted, value by value; only values of custom fields have a type. */
export const Row = vendorObject({ valuable_type: vendorText });
export type Row = z.infer<typeof Row>;

const byPerson = lookedUp<readonly Row[]>();
const byId = lookedUp<Row>();
const ofPeople = { contracts: byPerson, shares: byPerson, values: byPerson };
const named = { teams: byId, locations: byId, legalEntities: byId, costCenters: byId, fields: byId };

/** A person, and the other lists; absent where they were not read. The first team of each person stands under the person's id. */
export const FactorialRecord = z.object({
  employee: vendorObject({ id: vendorId, active: z.boolean().nullish(), terminated_on: vendorText }),
  ...ofPeople,
  ...named,
});
export type FactorialRecord = z.infer<typeof FactorialRecord>;
