import { lookedUp, vendorCell, vendorId, vendorObject, vendorText } from '@rollcall/core';
import { z } from 'zod';

const fieldsOf = <Value extends z.ZodType>(value: Value, names: string): Readonly<Record<string, Value>> =>
  Object.fromEntries(names.split(' ').map((name) => [name, value]));

const dates = fieldsOf(vendorText, 'EmploymentStart EmploymentEnd DateDeceased FunctionStart ModifiedDate');
const names = fieldsOf(
  vendorText,
  'FirstName Initials LastName PreferredName BirthName PrefixBirthName BirthNamePartner PrefixPartner',
);
const words = fieldsOf(vendorText, 'EmploymentTypeDesc FunctionDesc OrgUnitDesc LocationCountry Mail EmailPrivate Iban');
const cells = fieldsOf(vendorCell, 'EmployeeNumber EmploymentType OrgUnit EmployerId ManagerId NameUse PhoneWork MobileWork');
const groups = fieldsOf(vendorCell, 'CostCenter Location Team Division');

/** A row by our ids. What is none of them is a field of the customer's own. */
const EmploymentRow = vendorObject({ EmployeeId: vendorId, ...dates, ...names, ...words, ...cells, ...groups });
export type EmploymentRow = Readonly<Record<string, unknown>>;
export const isOurs = (name: string): boolean => Object.hasOwn(EmploymentRow.shape, name);

/** Of the stock connectors, also in the other spellings and in Dutch: private, or of no use here. */
const leftAlone =
  /^(?:PersonId|Mobile|Phone|Street|HouseNumber|AddNumber|ZIPCode|City|Country|HourPerWeek|FTE|FunctionId|Blocked)$|^BSN$|sofi|burgerservice|birth_?date|date_?(?:of_?)?birth|geboorte_?datum|gender|geslacht(?!snaam)|marital|burgerlijke/i;
export const isPrivate = (name: string): boolean => leftAlone.test(name);

/** `Unitd` is how the vendor spells it. */
export const Unit = vendorObject({ Unitd: vendorId, Manager: vendorCell, UpperUnit: vendorCell });
export type Unit = z.infer<typeof Unit>;
export const Employer = vendorObject({ EmployerId: vendorId, Name: vendorText });

/** One person: a row for each employment and function, and what they refer to. */
export const AfasRecord = vendorObject({
  rows: z.array(EmploymentRow).min(1),
  units: lookedUp<readonly Unit[]>(),
  employers: lookedUp<z.infer<typeof Employer>>(),
});
export type AfasRecord = z.infer<typeof AfasRecord>;
