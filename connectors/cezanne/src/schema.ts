import { vendorId, vendorObject } from '@rollcall/core';
import { z } from 'zod';

/** A row of any set, by the names of our paths. Its values are read, or noted, one by one. */
export const CezanneRow = vendorObject({});
export type CezanneRow = z.infer<typeof CezanneRow>;

const People = vendorObject({ PERSONID: vendorId });
const rows = z.array(CezanneRow).optional();

/** A person with the rows of the other sets; absent where a set has none, or was not read. */
export const CezanneRecord = z.object({ People, Communications: rows, Employments: rows, Deployments: rows });
export type CezanneRecord = z.infer<typeof CezanneRecord>;
