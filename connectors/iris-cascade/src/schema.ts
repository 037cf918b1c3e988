import { lookedUp, vendorId, vendorObject, vendorText } from '@rollcall/core';
import { z } from 'zod';

// Values are judged by what reads them: a wrong type is noted for the field and costs nobody the row.
const cell = z.unknown().optional();

const period = { StartDate: cell, EndDate: cell, Active: cell, LastModifiedOn: cell };
const work = { JobTitle: cell, LineManagerId: cell, HierarchyNodeId: cell, Contract: cell, CostCentre: cell };

/** Only these members are asked for and kept, as jobs are held for everybody at once: no salary is among them. */
export const Job = z.object({ EmployeeId: vendorId, ...period, ...work });
export type Job = z.infer<typeof Job>;

/** A place in the hierarchy. */
export const Node = z.object({ Id: vendorId, ParentId: vendorId.nullish(), Level: cell, Title: cell });
export type Node = z.infer<typeof Node>;

const account = { AccountName: cell, AccountNumber: cell, SortCode: cell };

/** The account of somebody. Cascade keeps its first day under the name of a time of creation. */
export const BankDetails = z.object({ EmployeeId: vendorId, SourceSystemCreatedOn: cell, ...account });

const contacts = z.array(vendorObject({ Ownership: vendorText, Type: vendorText }).nullish()).nullish();

/** An employee with the rows that other lists have of them, and the whole hierarchy; absent where a list was not read. */
export const CascadeRecord = z.object({
  employee: vendorObject({ Id: vendorId, Emails: contacts, Phones: contacts }),
  jobs: z.array(Job).optional(),
  nodes: lookedUp<Node>(),
  bankDetails: z.array(BankDetails).optional(),
});
export type CascadeRecord = z.infer<typeof CascadeRecord>;

const counts = { '@odata.count': z.number().nullish(), ODataCount: z.number().nullish() };

/** A page as OData has it, or as it is called in the OpenAPI of IRIS, which shows the names of its classes. */
export const Page = vendorObject({ ...counts, '@odata.nextLink': vendorText, ODataNextLink: vendorText });
