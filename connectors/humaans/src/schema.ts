import { lookedUp, vendorId, vendorObject } from '@rollcall/core';
import { z } from 'zod';

/** A row of any list, as far as it says what it is and whose. Everything else is read, or noted, value by value. */
export const HumaansRow = vendorObject({ id: vendorId.nullish(), personId: vendorId.nullish() });
export type HumaansRow = z.infer<typeof HumaansRow>;

const person = vendorObject({ id: vendorId, teams: z.array(vendorObject({})).nullish(), jobRole: HumaansRow.nullish() });
const byId = lookedUp<HumaansRow>();
const byPerson = lookedUp<readonly HumaansRow[]>();
const names = { locations: byId, companies: byId, fields: byId };

/** A person, and the other lists: some by their ids, some by the person whose rows they are; absent where they were not read. */
export const HumaansRecord = z.object({ person, ...names, roles: byPerson, values: byPerson, bankAccounts: byPerson });
export type HumaansRecord = z.infer<typeof HumaansRecord>;
