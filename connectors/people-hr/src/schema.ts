import { vendorCell, vendorObject, vendorText } from '@rollcall/core';
import { z } from 'zod';

/** A value, in most places wrapped: `{"DisplayValue", "FieldHistory"}`. Which ones are plain differs between accounts. */
const field = z.union([z.string(), z.number(), vendorObject({ DisplayValue: vendorCell })]).nullish();

const fieldsOf = <const Name extends string>(...names: readonly Name[]) =>
  vendorObject(Object.fromEntries(names.map((name) => [name, field])) as Record<Name, typeof field>);

export const apiColumns = ['APIColumn1', 'APIColumn2', 'APIColumn3', 'APIColumn4', 'APIColumn5'] as const;
const person = ['EmployeeId', 'FirstName', 'LastName', 'KnownAs', 'EmailId', 'StartDate', 'LeavingDate'] as const;
const job = ['JobRole', 'EmploymentType', 'Department', 'Company', 'Location'] as const;
const manager = ['ReportsToEmployeeId', 'ReportsToEmailAddress'] as const;

/** One employee. `EmployeeStatus` is a number without documented meaning, and is not read. */
export const PeopleHrRecord = fieldsOf(...person, ...job, ...manager, ...apiColumns).extend({
  ContactDetail: fieldsOf('PersonalEmail', 'WorkPhoneNumber', 'Mobile').nullish(),
  BankDetail: fieldsOf('BankCode', 'AccountNumber', 'AccountName').nullish(),
});
export type PeopleHrRecord = z.infer<typeof PeopleHrRecord>;

/** The envelope of every answer. `IsError` in the documentation is `isError` on the wire: names are read without regard to case. */
export const Answer = vendorObject({})
  .transform((body) => Object.fromEntries(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value])))
  .pipe(
    vendorObject({ iserror: z.unknown().optional(), status: vendorCell, message: vendorText, result: z.unknown().optional() }),
  );
export type Answer = z.infer<typeof Answer>;
