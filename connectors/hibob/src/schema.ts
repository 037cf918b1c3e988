import { vendorObject } from '@rollcall/core';
import { z } from 'zod';

// Every value may be unset (null), and missing without a permission (apidocs.hibob.com/docs/people-read-api-contract, 2026-11).
const text = z.string().nullish();
// List items and ids are documented as text and seen as numbers too.
const item = z.union([z.string(), z.number()]).nullish();

/** One person in the nested form. Beside it stand slash keys (`/work/title`), read only where the nested value is missing. */
export const HibobPerson = vendorObject({
  id: item,
  email: text,
  firstName: text,
  surname: text,
  displayName: text,
  work: vendorObject({
    startDate: text,
    title: item,
    department: item,
    site: item,
    siteId: item,
    employeeIdInCompany: item,
    manager: item,
    reportsTo: vendorObject({ id: item }).nullish(),
    workPhone: item,
  }).nullish(),
  internal: vendorObject({ status: text, lifecycleStatus: item, terminationDate: text }).nullish(),
  payroll: vendorObject({ employment: vendorObject({ type: item, contract: item }).nullish() }).nullish(),
  home: vendorObject({ privateEmail: text, mobilePhone: item }).nullish(),
  humanReadable: vendorObject({}).nullish(),
});
export type HibobPerson = z.infer<typeof HibobPerson>;

/** A person and, when they were asked for and may be read, the rows of the bank accounts table. */
export const HibobRecord = z.object({ person: HibobPerson, bankAccounts: z.array(vendorObject({})).optional() });
export type HibobRecord = z.infer<typeof HibobRecord>;

export const SearchAnswer = vendorObject({ employees: z.array(z.unknown()) });
/** The single read answers the person without an envelope. */
export const PersonAnswer = vendorObject({});
/** The envelope of the vendor's tables. */
export const TableAnswer = vendorObject({ values: z.array(vendorObject({})) });
