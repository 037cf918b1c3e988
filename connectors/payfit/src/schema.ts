import { lookedUp, vendorCell, vendorId, vendorObject, vendorText } from '@rollcall/core';
import { z } from 'zod';

const days = { startDate: vendorText, endDate: vendorText, status: vendorText.transform((word) => word?.toUpperCase() ?? null) };
/** As it stands in a collaborator, and as the lists of contracts have it, with job, hours and, in France, its kind. */
export const Contract = vendorObject({ ...days, collaboratorId: vendorCell, isFullTime: z.boolean().nullish() });
export type Contract = z.infer<typeof Contract>;

/** The first address of each type that is not empty; a type of no word is an unknown one. */
const emails = z.array(vendorObject({ type: vendorText, email: vendorText })).transform((entries) => {
  const byType = entries.flatMap(({ type, email }) => (email ? [[type?.toLowerCase() ?? 'unknown', email] as const] : []));
  return { professional: null, personal: null, ...Object.fromEntries(byType.reverse()) };
});
/** They have one type only. */
const phoneNumbers = z.array(vendorObject({})).transform(([first = null]) => first);
const lists = { contracts: z.array(Contract).nullish(), emails: emails.nullish(), phoneNumbers: phoneNumbers.nullish() };
const person = vendorObject({ id: vendorId, terminationDate: vendorText, ...lists });

/** A collaborator, the rows of the list of contracts by person, and the company that the key opens. */
export const PayfitRecord = z.object({ person, contracts: lookedUp<readonly Contract[]>(), company: vendorObject({}) });
export type PayfitRecord = z.infer<typeof PayfitRecord>;

export const Introspection = z.object({ company_id: vendorId.transform(String), scope: vendorText });
export const Company = vendorObject({ name: vendorText, country: vendorText });

export const Page = vendorObject({ meta: vendorObject({ nextPageToken: vendorText }).nullish() });
