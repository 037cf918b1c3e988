import { bankAccount, customFields, mapFields, oneOf, plainDate, statusByDates, type EmployeeDraft } from '@rollcall/core';
import type { EmployeeStatus, MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import { documented, type HrworksRecord } from './schema.ts';

const contracts = { apprentice: 'apprentice', intern: 'intern', studentTrainee: 'intern', externalWorker: 'contractor' } as const;
// A mini-job, and work for a few weeks of a year: terms of German law.
const types = { ...contracts, marginalEmployment: 'part_time', shortTermEmployment: 'temporary' } as const;

/**
 * One person. Days are calendar days without zone; the last one is worked. Vacation and sick leave are kept elsewhere: people
 * on leave are active. Source: the vendor's OpenAPI 2.10, `Person` (2026-01).
 */
export const toEmployee = mapFields(manifest.fieldPaths, (person: HrworksRecord, context: MapContext) => {
  const { joinDate, leaveDate, employmentType: word, bankAccount: bank } = person;
  const startDate = plainDate(joinDate, context, 'startDate');
  const terminationDate = plainDate(leaveDate, context, 'terminationDate');
  const freeFields = Object.entries(person).filter(([name]) => !documented.has(name));
  return {
    status: statusByDates({ startDate, terminationDate, stated: statedBy(person, { startDate, terminationDate }) }, context),
    startDate,
    terminationDate,
    // That somebody is a regular employee says nothing of our types.
    employmentType: oneOf(word === 'regularEmployee' ? null : word, types, context, 'employmentType'),
    bankAccount: bank && bankAccount({ iban: bank['iban'], bic: bank['bic'], holder: bank['bankAccountHolder'] }, context),
    customFields: freeFields.length === 0 ? undefined : customFields(freeFields, context),
  };
});

/** Set to gone, or not. A day that cannot be read leaves open whether somebody works there. */
function statedBy(person: HrworksRecord, { startDate, terminationDate }: EmployeeDraft): EmployeeStatus | undefined {
  if (person.isActive === false) return 'terminated';
  const isUnreadable = (written: unknown, day: unknown): boolean => written !== undefined && day === undefined;
  if (isUnreadable(person['joinDate'], startDate) || isUnreadable(person['leaveDate'], terminationDate)) return 'unknown';
  return person.isActive === true ? 'active' : undefined;
}
