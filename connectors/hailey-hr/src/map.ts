import { bankAccount, customFields, employmentTypeOf, mapFields, plainDate, statusByDates, statusOf } from '@rollcall/core';
import { text, valueAt, type EmployeeDraft, type MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import type { HaileyRecord } from './join.ts';

type Day = string | null | undefined;
type Standing = Pick<EmployeeDraft, 'status' | 'startDate' | 'terminationDate'>;

/** "In service" on the list, "InService" in the details. */
const ahead = { BeingHired: 'preboarding', WillJoin: 'preboarding' } as const;
const words = { ...ahead, InService: 'active', Leaving: 'active', HasLeft: 'terminated' } as const;

/**
 * One person. Days are calendar days without zone: the start of the first employment and the end of the last one.
 * Source: https://api.haileyhr.app/docs/, EmployeeListItem, Employee and Company (types generated from it, 2026-01).
 */
export const toEmployee = mapFields(manifest.fieldPaths, (record: HaileyRecord, context: MapContext) => {
  const { iban, clearingNumber: sortCode, accountNumber } = record.employee;
  return {
    ...standingOf(record.employee, context),
    ...contractOf(record.employee['employmentType'], context),
    bankAccount: bankAccount({ iban, bic: valueAt(record, 'employee.bic | employee.swift'), sortCode, accountNumber }, context),
    customFields: customFields(record.customFields, context),
  };
});

/** Hailey works the word out from the days of all employments, of which the list has the first start and the last end. */
function standingOf(employee: HaileyRecord['employee'], context: MapContext): Standing {
  const startDate = plainDate(employee['dateOfJoining'], context, 'startDate');
  const terminationDate = plainDate(employee['lastDayOfEmployment'], context, 'terminationDate');
  const days = { startDate, terminationDate };
  const word = text(employee['employmentStatus'], context, 'status');
  // Days that may not be seen are null as well: without a start they say nothing.
  if (word == null && startDate == null) return { ...days, status: 'unknown' };
  const stated = word == null ? undefined : statusOf(word.replaceAll(/[\s_-]/g, ''), words, context);
  if (stated === 'preboarding') {
    // Of somebody who comes back, the days of an earlier employment say nothing of the coming one.
    const ifAhead = (day: Day): Day => (day != null && day <= context.today ? undefined : day);
    return { status: stated, startDate: ifAhead(startDate), terminationDate: ifAhead(terminationDate) };
  }
  const isDoubtful = isContradicted(stated, terminationDate, context.today);
  if (isDoubtful) context.note('status', 'invalid', 'a status and a last day that agree', word);
  return { ...days, status: isDoubtful ? 'unknown' : statusByDates({ ...days, stated }, context) };
}

/** Casual employments are not in the days, so somebody in service may have a last day that is past. */
function isContradicted(stated: EmployeeDraft['status'], lastDay: Day, today: string): boolean {
  if (lastDay == null) return false;
  return (stated === 'active' && lastDay < today) || (stated === 'terminated' && lastDay > today);
}

/** That an employment is permanent says nothing of our types. */
function contractOf(value: unknown, context: MapContext): Pick<EmployeeDraft, 'employmentType' | 'employmentTypeLabel'> {
  const isPermanent = typeof value === 'string' && /^permanent$/i.test(value.trim());
  return isPermanent ? { employmentType: null, employmentTypeLabel: value.trim() } : employmentTypeOf(value, context);
}
