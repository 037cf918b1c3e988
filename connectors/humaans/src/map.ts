import { bankAccount, customFields, employmentTypeOf, group, identifier, laterInstant } from '@rollcall/core';
import { mapFields, periodThatCounts, place, plainDate, statusByDates, statusOf, text, valueAt } from '@rollcall/core';
import type { MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import type { HumaansRecord, HumaansRow } from './schema.ts';

const statuses = { active: 'active', newHire: 'preboarding', offboarded: 'terminated' } as const;

/** Companies choose the words: these beside our own. */
const contractTypes = { fullTime: 'full_time', partTime: 'part_time', freelancer: 'contractor', internship: 'intern' } as const;

/**
 * One person with the job role that counts. Days are calendar days without zone. `lastWorkingDay` may stand with people who
 * stay, so it ends nobody. Source: https://docs.humaans.io/api/ and its public clients (2026-11).
 */
export const toEmployee = mapFields(manifest.fieldPaths, ({ person, ...lists }: HumaansRecord, context: MapContext) => {
  const id = String(person.id);
  // Of two roles of one day the one that was made last counts; where the list has none, the one within the person.
  const roles = lists.roles?.get(id)?.toSorted((a, b) => String(a.createdAt).localeCompare(String(b.createdAt))) ?? [];
  const role = periodThatCounts(roles, context.today, { start: (row) => row.effectiveDate }) ?? person.jobRole ?? {};
  const company = lists.companies?.get(String(person.companyId));
  // A value with a resource belongs to something else that the person has, such as a document.
  const values = lists.values?.get(id)?.filter(({ resourceId }) => resourceId == null || resourceId === person.id);
  const named = values?.map((row) => [lists.fields?.get(String(row.customFieldId))?.name, row.value] as const);
  const startDate = plainDate(person.employmentStartDate, context, 'startDate');
  const terminationDate = plainDate(person.employmentEndDate, context, 'terminationDate');
  const word = statusOf(person.status, statuses, context);
  // Somebody may stay a new hire for a while after the first day.
  const stated = word === 'preboarding' && startDate != null && startDate <= context.today ? 'active' : word;
  return {
    status: statusByDates({ startDate, terminationDate, stated }, context),
    startDate,
    terminationDate,
    ...employmentTypeOf(person.contractType, context, contractTypes),
    jobTitle: text(valueAt(role, 'jobTitle | name'), context, 'jobTitle'),
    department: group({ name: role.department }, context, 'department'),
    managerId: identifier(role.reportingTo, context, 'managerId'),
    ...(person.teams?.length === 0 && { team: null }),
    legalEntity: group({ id: person.companyId, name: company?.name }, context, 'legalEntity'),
    workLocation: workLocationOf(person, lists.locations?.get(String(person.locationId)) ?? {}, context),
    bankAccount: bankAccountOf(lists.bankAccounts, id, context),
    customFields: customFields(lists.fields && named, context),
    updatedAt: laterInstant([person.updatedAt, role.updatedAt], context, 'updatedAt'),
  };
});

/** A location of the company, or where somebody works who has none. `country` of a person is the home address. */
function workLocationOf(person: HumaansRow, location: HumaansRow, context: MapContext) {
  const { remoteCity, remoteCountryCode, remoteTimezone } = person;
  const id = person.locationId === 'remote' ? null : person.locationId;
  const isRemote = id == null || id === '';
  const site = isRemote ? { label: remoteCity, country: remoteCountryCode, timezone: remoteTimezone } : location;
  const parts = { name: valueAt(site, 'label | name'), country: valueAt(site, 'countryCode | country'), timeZone: site.timezone };
  return place({ id, ...parts }, context);
}

function bankAccountOf(accounts: HumaansRecord['bankAccounts'], id: string, context: MapContext) {
  // A list without any account at all may be one that the token does not see: it says of nobody that there is none.
  if (accounts === undefined || accounts.size === 0) return undefined;
  const row = accounts.get(id)?.[0];
  if (row === undefined) return null;
  const { accountNumber: number, nameOnAccount: holder, swiftCode: bic, sortCode, routingNumber } = row;
  // An IBAN stands where other account numbers do.
  const isIban = typeof number === 'string' && /^\s*[a-z]{2}\s?\d{2}/i.test(number);
  return bankAccount({ [isIban ? 'iban' : 'accountNumber']: number, holder, bic, sortCode, routingNumber }, context);
}
