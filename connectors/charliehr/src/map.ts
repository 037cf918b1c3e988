import { bankAccount, email, employmentTypeOf, group, mapFields, plainDate, statusByDates, valueAt } from '@rollcall/core';
import type { EmployeeDraft, EmploymentType, MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import type { CharlieRecord } from './schema.ts';

/** Words of `employment_status` that speak of the person, not of the contract. Only a leaving date ends anybody. */
const stays = /^(?:active|current|employed)$/i;
const isGone = /^(?:archived|left|leaver|inactive|offboarded|terminated|former)$/i;
/** Says nothing about hours. */
const isPermanent = /^permanent/i;

const contracts: Readonly<Record<string, EmploymentType>> = { freelancer: 'contractor', freelance: 'contractor' };

/**
 * One team member. Days are calendar days without zone; the leaving date is entered ahead and is the last day. Departments are
 * teams in Charlie. Source: help.charliehr.com 839629 and 4456810, and what integrators say of the API (2026-11).
 */
export const toEmployee = mapFields(manifest.fieldPaths, ({ member, ...lists }: CharlieRecord, context: MapContext) => {
  // Names to be expected, as the vendor's page could not be read. The first that is there counts, even when it is empty:
  // another one may be something else.
  const { email: address, work_email: workEmail = address } = member;
  const { end_date: end, leave_date: leave = end, leaving_date: leaving = leave } = member;
  const startDate = plainDate(member.start_date, context, 'startDate');
  const terminationDate = plainDate(leaving, context, 'terminationDate');
  const word = String(member.employment_status).trim();
  const saysActive = stays.test(word);
  const saysGone = isGone.test(word);
  const stated = lists.knowsLeavingDates || saysActive ? 'active' : undefined;
  const status = statusByDates({ startDate, terminationDate, stated }, context);
  const contract = saysActive || saysGone ? undefined : member.employment_status;
  const { office, teams } = member;
  const team = teams === undefined ? lists.teamByMember?.get(String(member.id)) : (teams?.[0] ?? null);
  return {
    workEmail: email(workEmail, context, 'workEmail'),
    status: saysGone && status !== 'terminated' ? 'unknown' : status,
    ...(isPermanent.test(word)
      ? { employmentType: null, employmentTypeLabel: word }
      : employmentTypeOf(contract, context, contracts)),
    startDate,
    terminationDate,
    team: team && group({ ...lists.teams?.get(String(team.id)), ...team }, context, 'team'),
    workLocation: office && group({ ...lists.offices?.get(String(office.id)), ...office }, context, 'workLocation'),
    bankAccount: bankAccountOf(lists.bankAccounts, String(member.id), context),
  };
});

function bankAccountOf(accounts: CharlieRecord['bankAccounts'], id: string, context: MapContext): EmployeeDraft['bankAccount'] {
  // Without any account whose owner is understood, the list says of nobody that there is none.
  if (accounts === undefined || accounts.size === 0) return undefined;
  const row = accounts.get(id)?.[0];
  if (row === undefined) return null;
  const accountNumber = valueAt(row, 'account_number | number');
  return bankAccount({ holder: valueAt(row, 'account_name | account_holder'), accountNumber, sortCode: row.sort_code }, context);
}
