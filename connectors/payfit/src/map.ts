import { bankAccount, mapFields, oneOf, periodThatCounts, plainDate, statusByDates, text } from '@rollcall/core';
import type { EmployeeDraft, EmploymentType, MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import type { Contract, PayfitRecord } from './schema.ts';

/** Codes of the French DSN norm (S21.G00.40.007) that say more than the hours do; the others are kept as the label. */
const kinds: Readonly<Record<string, EmploymentType>> = { '02': 'fixed_term', '03': 'temporary', '29': 'intern' };
/** By `isFullTime`, which is null where the key lacks the scope for it. */
const types: Readonly<Record<string, EmploymentType>> = { true: 'full_time', false: 'part_time' };

/** One collaborator. Source: https://developers.payfit.io/reference/get_collaborators (2026-11). */
export const toEmployee = mapFields(manifest.fieldPaths, ({ person, contracts }: PayfitRecord, context: MapContext) => {
  const job = contractThatCounts(contracts?.get(String(person.id)), context);
  const kind = text(job?.['natureContratDsn'], context, 'employmentTypeLabel');
  return {
    ...employmentOf(person, context),
    employmentType: kinds[kind?.padStart(2, '0') ?? ''] ?? types[String(job?.isFullTime)],
    employmentTypeLabel: kind,
    jobTitle: text(job?.['jobName'], context, 'jobTitle'),
    bankAccount: bankAccount({ iban: person['iban'], bic: person['bic'] }, context),
  };
});

/** A contract that is still being made may have no first day: it lies ahead. One that is archived without an end is over. */
function contractThatCounts(contracts: unknown, { today }: MapContext): Contract | undefined {
  return periodThatCounts(Array.isArray(contracts) ? (contracts as readonly Contract[]) : [], today, {
    start: ({ startDate, status }) => startDate || (status === 'PENDING' ? '9999-12-31' : null),
    end: ({ startDate, endDate, status }) => endDate || (status === 'ARCHIVED' ? startDate : null),
  });
}

/**
 * PayFit has no status of people, and calls contracts `ACTIVE` beyond their end: the days of the contract that counts
 * decide. Without a contract, or with days that contradict each other, nothing is known.
 */
function employmentOf(person: PayfitRecord['person'], context: MapContext): EmployeeDraft {
  const contract = contractThatCounts(person.contracts, context);
  if (contract === undefined) return { status: 'unknown' };
  const startDate = plainDate(contract.startDate, context, 'startDate');
  const ownEnd = plainDate(contract.endDate ?? null, context, 'terminationDate');
  const leftOn = plainDate(person.terminationDate ?? null, context, 'terminationDate');
  // The person's end may be that of an earlier contract or of another one beside this.
  const isAnothers = person.contracts?.some((other) => other !== contract && other.endDate === leftOn) === true;
  const isOfThis = leftOn != null && !isAnothers && leftOn >= (startDate ?? '9999-12-31');
  const terminationDate = isOfThis || leftOn === undefined ? leftOn : ownEnd;
  const isContradicted = isOfThis && ownEnd != null && leftOn < context.today !== ownEnd < context.today;
  const word = oneOf(contract.status, { ACTIVE: 'open', PENDING: 'ahead', ARCHIVED: 'over' }, context, 'status');
  const isDoubtful = word === undefined || startDate == null || isContradicted || (word === 'over' && terminationDate == null);
  const stated = startDate == null && word === 'ahead' ? 'preboarding' : isDoubtful ? 'unknown' : undefined;
  return { status: statusByDates({ startDate, terminationDate, stated }, context), startDate, terminationDate };
}
