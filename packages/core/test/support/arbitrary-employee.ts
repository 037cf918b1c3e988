import fc from 'fast-check';
import { employeeStatuses, employmentTypes, type Employee } from '../../src/index.ts';

// The format's own years; each day is one that the calendar has.
export const plainDay = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const instant = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const none = fc.constant(null);
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.oneof(value, none);
const textOrNull = orNull(text);

const group = orNull(fc.record({ id: text, name: textOrNull }, { requiredKeys: ['name'], noNullPrototype: true }));

const customValue = fc.oneof(
  fc.string(),
  // JSON has no negative zero.
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
  fc.boolean(),
  fc.array(fc.string()),
  none,
);

/** Any employee the schema allows, with every combination of absent, null and filled fields. */
export const arbitraryEmployee: fc.Arbitrary<Employee> = fc.record(
  {
    id: text,
    status: fc.constantFrom(...employeeStatuses),
    employeeNumber: textOrNull,
    workEmail: textOrNull,
    personalEmail: textOrNull,
    firstName: textOrNull,
    lastName: textOrNull,
    preferredName: textOrNull,
    employmentType: orNull(fc.constantFrom(...employmentTypes)),
    employmentTypeLabel: textOrNull,
    startDate: orNull(plainDay),
    terminationDate: orNull(plainDay),
    jobTitle: textOrNull,
    department: group,
    team: group,
    division: group,
    legalEntity: group,
    costCenter: group,
    workLocation: orNull(
      fc.record(
        { id: text, name: textOrNull, country: fc.constantFrom('NL', 'GB', 'NO'), timeZone: fc.constant('Europe/Oslo') },
        { requiredKeys: ['name'], noNullPrototype: true },
      ),
    ),
    managerId: textOrNull,
    managerEmail: textOrNull,
    phone: textOrNull,
    bankAccount: orNull(
      fc.record({ iban: text, bic: text, holder: text, currency: text }, { requiredKeys: [], noNullPrototype: true }),
    ),
    // A key named `__proto__` is dropped by the schema, on purpose.
    customFields: fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      customValue,
      { noNullPrototype: true },
    ),
    updatedAt: orNull(instant),
  },
  { requiredKeys: ['id', 'status'], noNullPrototype: true },
);
